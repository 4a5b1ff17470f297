import ArgumentParser
import Syncopate
import SyncopateFormats

/// `syncopate model`: what is in a model file.
struct ModelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "model", abstract: "Say what is in a fitted model.", subcommands: [Show.self])

    /// `syncopate model show`.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Print a model's card: what it was fitted on, its figures and its parts.")

        @Argument(help: "The model; without one, the shipped model.", completion: .file())
        var model: String?

        func run() throws {
            let found = try ModelSource.read(model)
            try Output.write(Array((ModelCard.lines(found).joined(separator: "\n") + "\n").utf8), path: nil)
        }
    }
}
