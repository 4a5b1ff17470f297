import ArgumentParser

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
}
