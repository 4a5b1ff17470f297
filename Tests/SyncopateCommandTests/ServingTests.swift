import Foundation
import Syncopate
import SyncopateFormats
import SyncopateModels
import SyncopateServer
import TestSupport
import Testing

/// `serve`, `pipe`, `call` and `schema` as their users start them.
struct ServingTests {
    private static let catalogue = SharedFolder.packageRoot.appendingPathComponent("Tests/Samples/catalogue.json").path

    /// What a server in this process answers to the same bytes.
    private static func answers(_ input: String) throws -> String {
        var file = CatalogueFile()
        try file.read(
            SourceFile(name: "catalogue.json", bytes: Array(Data(contentsOf: URL(fileURLWithPath: catalogue)))))
        let settings = ServerSettings(version: "0.1.0", modes: ModeEvidence(prior: .shipped))
        let server = JSONRPCServer(host: EngineHost(settings, catalogue: try file.catalogue()))
        Array(input.utf8).withUnsafeBufferPointer { server.receive($0) }
        while server.answerNext(isAtEnd: true) {}
        return String(decoding: server.output, as: UTF8.self)
    }

    /// A session with something of everything: through the binary and in this process, byte for byte.
    @Test func transcript() throws {
        let input = try String(
            contentsOf: SharedFolder.packageRoot.appendingPathComponent("Tests/Transcripts/session.jsonl"),
            encoding: .utf8)
        let outcome = try Workplace().run("serve", "--catalogue", Self.catalogue, input: input)
        #expect(outcome.status == 0)
        #expect(outcome.messages == "")
        #expect(try outcome.text == Self.answers(input))
        #expect(outcome.lines.count > 20)
    }

    /// Two servers on one file would write each other's states over.
    @Test func aFileOfStatesHasOneServer() throws {
        let place = try Workplace()
        try place.write("kept.jsonl.lock", [])
        let lock = open(place.folder.appendingPathComponent("kept.jsonl.lock").path, O_RDWR)
        defer { close(lock) }
        #expect(flock(lock, LOCK_EX) == 0)
        let refused = try place.run("serve", "--catalogue", Self.catalogue, "--state", "kept.jsonl", input: "")
        #expect(refused.status == 73 && refused.messages.contains("another program keeps its states in kept.jsonl"))
        #expect(flock(lock, LOCK_UN) == 0)
        #expect(try place.run("serve", "--catalogue", Self.catalogue, "--state", "kept.jsonl", input: "").status == 0)
    }

    @Test func statesAreKeptBetweenRuns() throws {
        let place = try Workplace()
        let observe =
            #"{"jsonrpc":"2.0","id":1,"method":"step","params":{"learner":"ada","item":"parts-1","score":1,"at":1700000000}}"#
        let ask = #"{"jsonrpc":"2.0","id":2,"method":"recommend","params":{"learners":["ada"],"at":1700000500}}"#
        let whole = try place.run("serve", "--catalogue", Self.catalogue, input: "\(observe)\n\(ask)\n")
        let first = try place.run("serve", "--catalogue", Self.catalogue, "--state", "kept.jsonl", input: observe)
        #expect(first.status == 0)
        let second = try place.run("serve", "--catalogue", Self.catalogue, "--state", "kept.jsonl", input: ask)
        #expect(second.lines == [whole.lines[1]])
        // A state that cannot be read ends the program before it could be lost.
        _ = try place.write("kept.jsonl", "{\"learner\":\"ada\",\"state\":\"AAAA\"}\n")
        let broken = try place.run("serve", "--catalogue", Self.catalogue, "--state", "kept.jsonl", input: ask)
        #expect(broken.status == 65)
        #expect(broken.messages.contains("kept.jsonl:1: "))
        #expect(place.text("kept.jsonl") == "{\"learner\":\"ada\",\"state\":\"AAAA\"}\n")
    }

    /// What hosts say of decisions becomes a file that, with a target added, `evaluate --policy` reads.
    @Test func decisionsAreKept() throws {
        let place = try Workplace()
        let first = try place.run(
            "pipe", "--catalogue", Self.catalogue, "--choices", "3",
            input: "{\"learner\":\"ada\",\"item\":\"parts-1\",\"score\":1,\"at\":1}\n")
        let decision = try #require(try first.objects().first?.string("decision"))
        let rows = [
            #"{"learner":"ada","item":"parts-1","score":1,"at":1}"#,
            #"{"learner":"ada","item":"parts-2","score":0.5,"at":2,"decision":"\#(decision)","mode":"async_solo"}"#,
        ]
        let outcome = try place.run(
            "pipe", "--catalogue", Self.catalogue, "--choices", "3", "--decisions", "decisions.csv",
            input: rows.joined(separator: "\n"))
        #expect(outcome.lines.count == 2)
        let text = try #require(place.text("decisions.csv"))
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines.count == 2)
        #expect(lines[0] == "decision,learner,action,propensity,reward,outcome,done,recommended_mode,used_mode")
        let cells = lines[1].split(separator: ",", omittingEmptySubsequences: false)
        #expect(cells[0] == decision[...])
        #expect(cells[1] == "ada")
        #expect(["accepted", "overridden"].contains(cells[5]))
        #expect(cells[6] == "parts-2" && cells[8] == "async_solo")
    }

    @Test func pipeAnswersEveryRow() throws {
        let outcome = try Workplace().run(
            "pipe", "--catalogue", Self.catalogue, input: "{\"learner\":\"a\"}\n\n{\"learner\":1}")
        #expect(outcome.status == 0)
        #expect(outcome.lines.count == 3)
        #expect(try Workplace().run("pipe", "--catalogue", Self.catalogue, input: "").text == "")
    }

    @Test func call() throws {
        let good = try Workplace().run(
            "call", "recommend", #"{"learners":["ada"],"limit":1}"#, "--catalogue", Self.catalogue)
        #expect(good.status == 0)
        #expect(try good.objects().first?.list("recommendations").count == 1)
        let bad = try Workplace().run("call", "recommend", #"{"learner":["ada"]}"#, "--catalogue", Self.catalogue)
        #expect(bad.status == 65)
        #expect(bad.text == "")
        #expect(
            bad.messages
                == "error: invalid_params at /params/learner: a member that is not known here (did you mean learners?)\n"
        )
        let unknown = try Workplace().run("call", "recomend")
        #expect(unknown.messages.contains("did you mean recommend?"))
        let read = try Workplace().run(
            "call", "recommend", "-", "--catalogue", Self.catalogue, input: #"{"learners":["a"]}"#)
        #expect(read.status == 0)
    }

    @Test func schemas() throws {
        let all = try Workplace().run("schema")
        #expect(try all.objects().compactMap { $0.string("title") } == ServerDocuments.methods)
        #expect(try Workplace().run("schema", "step").objects().count == 1)
        #expect(try Workplace().run("schema", "stpe").status == 64)
        #expect(try Workplace().run("describe", "--output", "openrpc").objects().first?.string("openrpc") == "1.3.2")
    }

    @Test(arguments: [
        ["--max-line", "10"], ["--max-reply", "1"], ["--max-learners", "0"], ["--seed", "-1"], ["--live", "2x"],
        ["--state", "x"], ["--certainty", "2"],
    ])
    func wrongOptions(_ options: [String]) throws {
        #expect(try Workplace().run(["serve"] + options, input: "").status == 64)
    }

    @Test func missingFiles() throws {
        let outcome = try Workplace().run("serve", "--catalogue", "none.json", input: "")
        #expect(outcome.status == 66)
        #expect(outcome.text == "")
    }
}
