import Foundation
import TestSupport
import Testing

/// `syncopate bench`, and what `serve --record` gives it.
struct BenchTests {
    private static let small = [
        "--skills", "10", "--items", "40", "--skill-sets", "15", "--learners", "20", "--answers", "5", "--requests",
        "40",
        "--rounds", "2",
    ]

    private func bench(_ place: Workplace, _ more: String...) throws -> Outcome {
        try place.run(["bench"] + Self.small + ["--quiet"] + more)
    }

    @Test func signaturesTellDecisionsApart() throws {
        let place = try Workplace()
        let first = try bench(place, "--signature")
        #expect(first.status == 0 && first.text.count == 17 && first.messages.isEmpty)
        #expect(try bench(place, "--signature", "--threads", "1").text == first.text)
        #expect(try bench(place, "--signature", "--seed", "2").text != first.text)
        #expect(try bench(place, "--signature", "--certainty", "0.7").text != first.text)
    }

    @Test func resultsAreComparedAndSpansWritten() throws {
        let place = try Workplace()
        for name in ["a", "a2", "b"] {
            let outcome = try bench(
                place, "--output", "json", "--out", name, "--trace", "\(name).trace", "--threads", "2")
            #expect(outcome.status == 0 && outcome.messages.isEmpty)
        }
        let root = try #require(
            try JSONSerialization.jsonObject(with: Data((place.text("a") ?? "").utf8)) as? [String: Any])
        let metrics = try #require(root["metrics"] as? [String: [String: Any]])
        for name in [
            "machine_product_single", "machine_memory", "observe", "step", "step_advice", "step_p99", "recommend",
            "rank_on_1_thread", "rank_on_2_threads", "rank_share_of_bare_product", "memory_in_use",
        ] {
            #expect(((metrics[name]?["median"] as? Double) ?? 0) > 0, "\(name)")
        }
        let machine = try #require(root["machine"] as? [String: String])
        #expect(machine["blas_kernel"]?.isEmpty == false && machine["version"] != nil)
        let trace = try JSONSerialization.jsonObject(with: Data((place.text("a.trace") ?? "").utf8)) as? [String: Any]
        #expect((trace?["traceEvents"] as? [Any])?.isEmpty == false)

        try place.write("both", (place.text("a") ?? "") + (place.text("a2") ?? ""))
        let compared = try place.run("bench", "compare", "both", "b")
        #expect(
            compared.status == 0 && compared.text.contains("step p99") && compared.text.contains("one run on a side"))
        let json = try place.run("bench", "compare", "both", "b", "--output", "json")
        #expect(try JSONSerialization.jsonObject(with: Data(json.bytes)) is [String: Any])
        // A machine that is slower is no fault of the engine's, and files without a figure in common are none of anything.
        func report(_ name: String, _ samples: String) -> String {
            #"{"metrics":{"\#(name)":{"unit":"s","better":"higher","samples":[\#(samples)]}}}"# + "\n"
        }
        try place.write("fast", report("machine_memory", "10,11,10") + report("machine_memory", "10,11,12"))
        try place.write("slow", report("machine_memory", "5,6,5") + report("machine_memory", "5,4,5"))
        try place.write("other", report("step", "1,2"))
        #expect(try place.run("bench", "compare", "fast", "slow", "--fail-below", "0.9").status == 0)
        #expect(try place.run("bench", "compare", "fast", "other").status == 65)
        try place.write("worse", report("step", "0.4,0.5"))
        #expect(try place.run("bench", "compare", "other", "worse", "--fail-below", "0.9").status == 0)
        try place.write("other", report("step", "1.0,1.1,1.0,1.1"))
        try place.write("worse", report("step", "0.4,0.5,0.4,0.5"))
        #expect(try place.run("bench", "compare", "other", "worse", "--fail-below", "0.9").status == 1)
    }

    /// What is there already is nobody's to lose.
    @Test func aRecordingReplacesNothing() throws {
        let place = try Workplace()
        try place.write("traffic", "mine")
        let served = try place.run("serve", "--record", "traffic", input: "")
        #expect(served.status == 73 && served.messages.contains("move it away") && place.text("traffic") == "mine")
    }

    /// A catalogue that is defined on the wire is what the replay has too.
    @Test func aReplayMayDefineItsCatalogue() throws {
        let place = try Workplace()
        let define =
            #"{"jsonrpc":"2.0","id":1,"method":"define","params":{"skills":[{"id":"s"}],"items":[{"id":"i","skills":["s"]}]}}"#
        let recommend = #"{"jsonrpc":"2.0","id":2,"method":"recommend","params":{"learners":["ada"]}}"#
        try place.write("traffic", "0\t\(define)\n15\t\(recommend)\n")
        let replayed = try place.run("bench", "--replay", "traffic", "--rounds", "1", "--quiet")
        #expect(replayed.status == 0 && !replayed.text.contains("error"))
        #expect(replayed.text.contains("Signature of 1 decision:"))
    }

    @Test func recordedTrafficIsReplayed() throws {
        let place = try Workplace()
        let sample = SharedFolder.packageRoot.appendingPathComponent("Tests/Samples/catalogue.json").path
        let requests = [
            #"{"jsonrpc":"2.0","id":1,"method":"step","params":{"learner":"ada","item":"parts-1","score":1,"at":1760000000}}"#,
            "no JSON", #"{"jsonrpc":"2.0","id":2,"method":"recommend","params":{"learners":["ada"]}}"#,
        ]
        // The last line has no end.
        let served = try place.run(
            "serve", "--catalogue", sample, "--record", "traffic", input: requests.joined(separator: "\n"))
        #expect(served.status == 0)
        let recorded = (place.text("traffic") ?? "").split(separator: "\n").map {
            $0.split(separator: "\t", maxSplits: 1)
        }
        #expect(recorded.map { String($0[1]) } == requests && recorded.allSatisfy { UInt64($0[0]) != nil })
        let rights =
            try FileManager.default.attributesOfItem(
                atPath: place.folder.appendingPathComponent("traffic").path)[.posixPermissions] as? Int
        #expect(rights == 0o600)
        let replayed = try place.run(
            "bench", "--replay", "traffic", "--catalogue", sample, "--rounds", "2", "--speed", "10", "--quiet")
        #expect(replayed.status == 0)
        // In each of two rounds, and at its own pace.
        #expect(
            replayed.text.contains("2 errors") && replayed.text.contains("1 error")
                && replayed.text.contains("Signature of"))
    }

    @Test(arguments: [
        (["--replay", "none"], 66, "none"), (["--replay", "bad"], 65, "bad, line 2"),
        (["--replay", "empty"], 65, "empty"),
        (["--learners", "0"], 64, "--learners"), (["--speed", "2"], 64, "--replay"), (["--model", "bad"], 65, "bad"),
        (["--load", "--replay", "bad"], 64, "--speed"), (["--catalogue", "bad"], 65, "bad"),
        (["compare", "bad", "bad"], 65, "bad, line 1"), (["compare", "none", "bad"], 66, "none"),
        (["--out", "none/here"], 73, "none/here"), (["--hot", "0"], 64, "--hot"), (["--read-only"], 64, "--read-only"),
        (["--decisions", "x"], 64, "--decisions"), (["--skills", "3", "--catalogue", "bad"], 64, "--skills"),
        (["--learners", "3", "--replay", "bad"], 64, "--learners"),
        (["--learners", "1000000", "--answers", "50"], 64, "--answers"),
        (["--signature", "--load"], 64, "--load"),
    ])
    func faults(_ arguments: [String], _ status: Int32, _ words: String) throws {
        let place = try Workplace()
        try place.write("bad", "1\tx\nx\n")
        try place.write("empty", "")
        let outcome = try place.run(["bench"] + arguments)
        #expect(outcome.status == status && outcome.messages.contains(words), "\(outcome.messages)")
    }
}
