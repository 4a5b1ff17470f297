import ArgumentParser
import SyncopateServer

/// `syncopate pipe`: a row in, a row out.
struct PipeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pipe",
        abstract: "Answer rows for data engines: one JSON object in, exactly one out, in order.",
        discussion: """
            A row is the parameters of the method step: one event of one learner, if any; the answer is its result, or \
            {"error": ...}. States are held here, or travel with the rows (state, return_state).

            Exit codes: 0 the input ended; 143 and 130 SIGTERM and SIGINT, so that no engine takes half the rows for \
            all; others as those of serve.
            """)

    @OptionGroup var options: ServerOptions

    func run() throws {
        let wire = Wire()
        let host = try options.host()
        switch WireLoop(wire: wire, server: RowServer(host: host)).run() {
        case .input: break
        case .signal(let number): throw ExitCode(128 + number)
        case .closed: throw ExitCode(141)
        case .failed:
            Terminal.say("syncopate: reading or writing failed")
            throw ProgramExit.inputOutput
        }
    }
}
