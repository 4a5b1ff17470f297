import TestSupport
import Testing

/// `syncopate sample`.
struct SampleTests {
    @Test func theKeptFilesAreWhatTheGeneratorWrites() throws {
        let workplace = try Workplace()
        #expect(try workplace.run("sample").bytes == Sample.bytes(Sample.gradebook))
        #expect(try workplace.run("sample", "--skill-map").bytes == Sample.bytes(Sample.skills))
    }

    @Test func writesAFileAndNothingElse() throws {
        let workplace = try Workplace()
        let outcome = try workplace.run("sample", "--out", "class.csv")
        #expect(outcome.status == 0)
        #expect(outcome.bytes.isEmpty)
        #expect(outcome.messages.isEmpty)
        #expect(try workplace.names() == ["class.csv"])
        #expect(try workplace.text("class.csv") == Sample.text(Sample.gradebook))
    }

    @Test func anotherSeedIsAnotherClassAndTheSameSeedTheSame() throws {
        let workplace = try Workplace()
        let two = try workplace.run("sample", "--seed", "2").bytes
        #expect(try two != Sample.bytes(Sample.gradebook))
        #expect(try workplace.run("sample", "--seed", "2").bytes == two)
    }

    @Test(arguments: [
        (["--learners", "-1"], "Missing value"), (["--learners", "100001"], "--learners takes 0 to 100,000."),
        (["--columns", "1"], "--columns takes 2 to 5,000."), (["--skills", "0"], "--skills takes 1 to 1,000"),
        (["--columns", "4", "--skills", "4"], "fewer than the columns"),
        (["--learners", "100000", "--columns", "5000"], "must not exceed 20,000,000"),
    ])
    func wrongOptions(_ arguments: [String], _ message: String) throws {
        let outcome = try Workplace().run(["sample"] + arguments)
        #expect(outcome.status == 64)
        #expect(outcome.bytes.isEmpty)
        #expect(outcome.messages.contains(message), "\(outcome.messages)")
    }

    @Test(arguments: [0, 1, 2, 7]) func everySizeCanBeAdvised(_ learners: Int) throws {
        let workplace = try Workplace()
        _ = try workplace.run(
            "sample", "--learners", "\(learners)", "--columns", "2", "--skills", "1", "--out", "a.csv")
        let outcome = try workplace.run("recommend", "a.csv", "--output", "jsonl")
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(outcome.lines.count == learners)
    }
}
