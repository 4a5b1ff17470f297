import ArgumentParser
import SyncopateServer

/// `syncopate schema`: JSON Schemas of what goes in and out.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Print the JSON Schemas of a method's parameters and result.",
        discussion: "Without a method: one line per method. Draft 2020-12, from the table that serve reads with.")

    @Argument(help: "observe, step, recommend, ...")
    var method: String?

    func run() throws {
        let names = method.map { [$0] } ?? ServerDocuments.methods
        var bytes: [UInt8] = []
        for name in names {
            guard let schema = ServerDocuments.schema(of: name) else {
                throw ValidationError(
                    "There is no method \"\(name)\". There are: \(ServerDocuments.methods.joined(separator: ", ")).")
            }
            bytes += schema + Array("\n".utf8)
        }
        try Output.write(bytes, path: nil)
    }
}
