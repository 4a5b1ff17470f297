import Foundation
import TestSupport

/// A temporary directory in which the program is run, removed afterwards.
final class Workplace {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("syncopate-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Writes a file and returns its name.
    @discardableResult
    func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

    /// Writes a file and returns its name.
    @discardableResult
    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        try Data(bytes).write(to: folder.appendingPathComponent(name))
        return name
    }

    /// What a file holds, or `nil` if there is none.
    func text(_ name: String) -> String? {
        try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }

    /// Names of all files, in order.
    func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }

    /// Runs `syncopate` here.
    ///
    /// Its streams are files: nothing has to be drained, however much there is, and no output is a terminal.
    ///
    /// - Parameter environment: all there is of it.
    func run(_ arguments: [String], input: String = "", environment: [String: String] = [:]) throws -> Outcome {
        let streams = try Workplace.Streams(input: input)
        let process = Process()
        process.executableURL = Program.url
        process.arguments = arguments
        process.environment = environment
        process.currentDirectoryURL = folder
        process.standardInput = streams.input
        process.standardOutput = streams.output
        process.standardError = streams.messages
        try process.run()
        process.waitUntilExit()
        return try streams.outcome(process)
    }

    /// Runs `syncopate` here.
    func run(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws -> Outcome {
        try run(arguments, input: input, environment: environment)
    }

    /// The three streams of one run, beside the folder so that tests see only what the program wrote there.
    private final class Streams {
        private let folder: URL
        let input: FileHandle
        let output: FileHandle
        let messages: FileHandle

        init(input text: String) throws {
            folder = FileManager.default.temporaryDirectory.appendingPathComponent("syncopate-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: folder.appendingPathComponent("input"))
            try Data().write(to: folder.appendingPathComponent("output"))
            try Data().write(to: folder.appendingPathComponent("messages"))
            input = try FileHandle(forReadingFrom: folder.appendingPathComponent("input"))
            output = try FileHandle(forWritingTo: folder.appendingPathComponent("output"))
            messages = try FileHandle(forWritingTo: folder.appendingPathComponent("messages"))
        }

        func outcome(_ process: Process) throws -> Outcome {
            try input.close()
            try output.close()
            try messages.close()
            return Outcome(
                status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
                bytes: [UInt8](try Data(contentsOf: folder.appendingPathComponent("output"))),
                messages: try String(contentsOf: folder.appendingPathComponent("messages"), encoding: .utf8))
        }

        deinit { try? FileManager.default.removeItem(at: folder) }
    }
}
