/// Why an archive, or a document inside one, cannot be read.
struct ContainerFault: Error, Equatable {
    var rule: FindingRule
    var message: String
    var remedy: String
    /// Physical line of a text inside, from 1; `nil` where no one line is meant.
    var line: Int?

    static let exportAgain = "export or save it again; this copy is damaged"

    static func damaged(_ message: String) -> ContainerFault {
        ContainerFault(rule: .damagedArchive, message: message, remedy: exportAgain)
    }

    static func unsafe(_ message: String, remedy: String = "unpack it yourself and give the file inside")
        -> ContainerFault
    {
        ContainerFault(rule: .unsafeArchive, message: message, remedy: remedy)
    }

    /// The same as a refusal of a file.
    func refusal(file: String) -> ReadError {
        FindingCollector(file: file).refusal(rule, line: line, message, remedy: remedy)
    }
}
