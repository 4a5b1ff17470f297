import ArgumentParser
import SyncopateFormats

/// Where results go.
enum Output {
    /// Writes to a file, or to standard output where there is none.
    static func write(_ bytes: [UInt8], path: String?) throws {
        do {
            if let path, path != "-" {
                try Descriptor.write(bytes, path: path)
            } else {
                try Descriptor.write(bytes, to: 1, name: "standard output")
            }
        } catch {
            Terminal.say("syncopate: cannot write \(error.message)")
            throw path == nil ? ProgramExit.inputOutput : ProgramExit.cannotCreate
        }
    }

    /// Gives a descriptor to write to: of a file, which takes its place when all is written, or of standard output.
    static func stream<Result>(path: String?, _ body: (Int32) throws(ReadError) -> Result) throws -> Result {
        guard let path, path != "-" else { return try body(1) }
        do {
            return try Descriptor.replace(path, body)
        } catch let failure as Descriptor.Failure {
            Terminal.say("syncopate: cannot write \(failure.message)")
            throw ProgramExit.cannotCreate
        }
    }

    /// Makes a folder where there is none.
    static func makeFolder(_ path: String) throws {
        do {
            try Descriptor.makeFolder(path)
        } catch {
            Terminal.say("syncopate: cannot make the folder \(error.message)")
            throw ProgramExit.cannotCreate
        }
    }

    /// Ends the program where a file could not be written, without touching what is there.
    static func checkCanWrite(_ path: String) throws {
        guard path != "-" else { return }
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        // A file is replaced by one written beside it; a device is written to.
        guard Descriptor.isWritable(folder) || Descriptor.isWritable(path) else {
            Terminal.say("syncopate: cannot write \(path): no such folder, or not allowed")
            throw ProgramExit.cannotCreate
        }
    }
}
