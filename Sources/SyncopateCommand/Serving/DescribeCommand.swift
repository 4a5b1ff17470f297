import ArgumentParser
import SyncopateServer

/// `syncopate describe`: what can be asked for.
struct DescribeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "describe", abstract: "List the methods of serve with their parameters, results and errors.",
        discussion: "Markdown for people; --output openrpc for generators of clients.")

    enum OutputForm: String, ExpressibleByArgument, CaseIterable { case markdown, openrpc }

    @Option(help: "markdown or openrpc.")
    var output = OutputForm.markdown

    @Option(help: ArgumentHelp("Write here instead of standard output.", valueName: "file"), completion: .file())
    var out: String?

    func run() throws {
        switch output {
        case .markdown: try Output.write(Array(ServerDocuments.markdown().utf8), path: out)
        case .openrpc: try Output.write(ServerDocuments.openRPC(version: Version.current) + Array("\n".utf8), path: out)
        }
    }
}
