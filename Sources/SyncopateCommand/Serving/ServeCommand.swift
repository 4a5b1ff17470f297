import ArgumentParser
import SyncopateServer

/// `syncopate serve`: answers requests on standard input until it ends.
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Answer JSON-RPC and MCP requests, a line each, on standard input and output.",
        discussion: """
            One JSON object a line in, one a line out, in the order of the requests. Try it by hand: start it and type \
            {"jsonrpc":"2.0","id":1,"method":"describe"}. The same lines are the Model Context Protocol's, so that \
            assistants can start it as a tool server. It ends with its input, at once and without loss.

            Exit codes: 0 the input ended, or SIGTERM or SIGINT came; 64 wrong options; 65 the catalogue or the states \
            cannot be used; 66 no such file; 73 states cannot be written, or what comes cannot be recorded; 74 reading or writing failed.
            """)

    @OptionGroup var options: ServerOptions

    @Option(
        help: ArgumentHelp(
            "Keep the learners' states in this file: read at the start, written by checkpoint and at the end.",
            valueName: "file"), completion: .file())
    var state: String?

    @Option(
        help: ArgumentHelp(
            "Write every line that comes to this file, which may not be there yet, with its moment, for bench --replay. "
                + "It names learners: only its owner may read it.", valueName: "file"), completion: .file())
    var record: String?

    func validate() throws {
        if state != nil, options.policy.catalogue.isEmpty {
            throw ValidationError("--state FILE goes with --catalogue FILE: states are about a catalogue.")
        }
        if state != nil, options.readOnly { throw ValidationError("--state FILE writes, and --read-only does not.") }
    }

    func run() throws {
        let wire = Wire()
        let storage = state.map { StateFile($0) }
        let host = try options.host(storage: storage)
        try storage?.restore(into: host)
        let server = JSONRPCServer(host: host)
        let end = WireLoop(wire: wire, server: try record.map { try Recorder(server, path: $0) } ?? server).run()
        do {
            try host.checkpoint()
        } catch {
            Terminal.say("syncopate: \(error.message)")
            throw ProgramExit.cannotCreate
        }
        if case .failed = end {
            Terminal.say("syncopate: reading or writing failed")
            throw ProgramExit.inputOutput
        }
    }
}
