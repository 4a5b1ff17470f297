import ArgumentParser
import SyncopateFormats

/// How the files of a command line are read, and what happens to rows that cannot be.
struct InputOptions: ParsableArguments {
    @OptionGroup var form: FormatOptions

    @Option(
        help: "Where rows that cannot be read are written. [default: NAME.rejects.csv here, or .jsonl or .xml]",
        completion: .file())
    var rejects: String?

    @Flag(help: "Refuse a file with a single bad row instead of leaving the row out.")
    var strict = false

    @Flag(help: "No messages but errors.")
    var quiet = false

    /// Ends the command where standard input is named more than once, or rejected rows of several files would go to one.
    ///
    /// - Parameters:
    ///   - files: the files to read as one.
    ///   - others: files of other options.
    func check(_ files: [String], beside others: [String]) throws {
        guard (files + others).count(where: { $0 == "-" }) <= 1 else {
            throw ValidationError("Standard input (-) can be read only once.")
        }
        if rejects != nil, files.count > 1 { throw ValidationError("--rejects goes with a single file.") }
    }

    /// A reader that keeps to these.
    var reader: InputReader {
        get throws {
            InputReader(options: try form.readOptions(strict: strict), rejectsPath: rejects, isQuiet: quiet)
        }
    }

    /// A reader that keeps to these, and hides learners where that is wanted.
    func reader(_ hiding: PseudonymOptions) throws -> InputReader {
        InputReader(
            options: try form.readOptions(strict: strict), rejectsPath: rejects, isQuiet: quiet,
            pseudonyms: try hiding.pseudonyms(), mappingPath: hiding.mapping)
    }
}
