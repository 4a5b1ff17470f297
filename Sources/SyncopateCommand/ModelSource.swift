import Syncopate
import SyncopateFormats
import SyncopateModels

/// Where a model comes from: a file, or what is shipped.
enum ModelSource {
    /// Reads a model; without a path, the shipped one.
    static func read(_ path: String?) throws -> MasteryModel {
        var bytes = ShippedMasteryModel.bytes
        if let path {
            do {
                bytes = try Descriptor.read(path: path)
            } catch {
                Terminal.say("syncopate: cannot read \(error.message)")
                throw ProgramExit.noInput
            }
        }
        do {
            return try ModelFile.read(bytes)
        } catch {
            Terminal.say("syncopate: \(path ?? "shipped model"): \(error)")
            throw ProgramExit.data
        }
    }
}
