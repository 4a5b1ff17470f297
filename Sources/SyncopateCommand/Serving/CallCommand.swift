import ArgumentParser
import SyncopateServer

/// `syncopate call`: one request to a fresh engine.
struct CallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "call", abstract: "Send one request to a fresh engine and print its result.",
        discussion: """
            syncopate call recommend '{"learners":["ada"]}' --catalogue course.json

            Exit codes: 0 the result is printed; 65 an error, which is said in words; others as those of serve.
            """)

    @OptionGroup var options: ServerOptions

    @Argument(help: "describe, recommend, step, ...; see syncopate describe.")
    var method: String

    @Argument(help: "Its parameters, a JSON object; - reads them from standard input.")
    var params: String?

    func run() throws {
        let host = try options.host()
        let text: String
        if params == "-" {
            do {
                text = String(decoding: try Descriptor.read(path: "-"), as: UTF8.self)
            } catch {
                Terminal.say("syncopate: cannot read \(error.message)")
                throw ProgramExit.noInput
            }
        } else {
            text = params ?? "{}"
        }
        switch SingleCall(method: method, params: text, isIndented: Terminal.isOutput).run(host) {
        case .result(let bytes): try Output.write(bytes, path: nil)
        case .fault(let words):
            Terminal.say("error: \(words)")
            throw ProgramExit.data
        }
    }
}
