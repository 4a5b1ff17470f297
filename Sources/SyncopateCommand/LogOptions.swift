import ArgumentParser

/// The options of commands that read logs of responses.
struct LogOptions: ParsableArguments {
    @Option(help: "Threads to work with (1 to 64).")
    var threads = 1

    @Flag(help: "Keep learners who are copies of others.")
    var keepTwins = false

    @Flag(help: "Refuse a file with a single bad row instead of leaving the row out.")
    var strict = false

    @Flag(help: "No messages but errors.")
    var quiet = false

    func validate() throws {
        guard (1...64).contains(threads) else { throw ValidationError("--threads takes a whole number from 1 to 64.") }
    }

    /// Ends the command where no file is named, or standard input more than once.
    ///
    /// - Parameters:
    ///   - files: those named by themselves.
    ///   - others: files of other options.
    static func check(_ files: [String], beside others: [String] = []) throws {
        guard !files.isEmpty else { throw ValidationError("Name at least one file; - is standard input.") }
        guard (files + others).count(where: { $0 == "-" }) <= 1 else {
            throw ValidationError("Standard input (-) can be read only once.")
        }
    }
}
