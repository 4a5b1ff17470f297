import Foundation
import JSONText
import Syncopate
import SyncopateFormats
import SyncopateModels
import TestSupport

@testable import SyncopateServer

/// A server in this process with the sample course, and lines to and from it.
struct Exchange {
    let host: EngineHost
    let server: JSONRPCServer

    /// The sample course on fractions.
    static func catalogue() throws -> Catalogue {
        let url = SharedFolder.packageRoot.appendingPathComponent("Tests/Samples/catalogue.json")
        var file = CatalogueFile()
        try file.read(SourceFile(name: "catalogue.json", bytes: Array(Data(contentsOf: url))))
        return try file.catalogue()
    }

    static func settings() -> ServerSettings {
        ServerSettings(version: "1.2.3", modes: ModeEvidence(prior: .shipped))
    }

    init(
        _ settings: ServerSettings = Self.settings(), catalogue: Catalogue?, storage: (any StateStorage)? = nil,
        feedbackLog: (any FeedbackLog)? = nil
    ) {
        host = EngineHost(settings, catalogue: catalogue, storage: storage, feedbackLog: feedbackLog)
        server = JSONRPCServer(host: host)
    }

    init(_ change: (inout ServerSettings) -> Void = { _ in }) throws {
        var settings = Self.settings()
        change(&settings)
        self.init(settings, catalogue: try Self.catalogue())
    }

    /// The answers to some bytes, after which nothing comes.
    func lines(_ bytes: [UInt8]) -> [String] {
        bytes.withUnsafeBufferPointer { server.receive($0) }
        while server.answerNext(isAtEnd: true) {}
        defer { server.sent() }
        return String(decoding: server.output, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    func lines(_ text: String) -> [String] { lines(Array(text.utf8)) }

    /// What a method answers: an object with `result` or `error`.
    func call(_ method: String, _ params: String = "{}") throws -> Reply {
        let lines = lines(#"{"jsonrpc":"2.0","id":1,"method":"\#(method)","params":\#(params)}"# + "\n")
        guard lines.count == 1 else { throw Unexpected(lines: lines) }
        return try Reply(lines[0])
    }

    /// A value as text with its keys in order.
    static func sorted(_ value: Any?) throws -> String {
        let options: JSONSerialization.WritingOptions = [.sortedKeys, .fragmentsAllowed]
        let data = try JSONSerialization.data(withJSONObject: value ?? NSNull(), options: options)
        return String(decoding: data, as: UTF8.self)
    }

    struct Unexpected: Error { var lines: [String] }

    /// One answer, read by another reader of JSON.
    struct Reply {
        let text: String
        let object: [String: Any]

        init(_ text: String) throws {
            self.text = text
            object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
        }

        var result: [String: Any]? { object["result"] as? [String: Any] }
        private var error: [String: Any]? { object["error"] as? [String: Any] }
        private var data: [String: Any]? { error?["data"] as? [String: Any] }
        var code: Int? { error?["code"] as? Int }
        var kind: String? { data?["kind"] as? String }
        var path: String? { data?["path"] as? String }
        var hint: String? { data?["hint"] as? String }
    }
}
