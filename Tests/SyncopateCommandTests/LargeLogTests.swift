import TestSupport
import Testing

/// A log above 64 MiB comes the same from a file and from standard input.
struct LargeLogTests {
    /// Rows of a hundred thousand bytes, some of them with faults.
    private static func log(_ isJSON: Bool) -> String {
        let note = String(repeating: "n", count: 100_000)
        let rows = (0..<700).map { row in
            let score = row % 100 == 99 ? "oops" : "\(row % 2)"
            return isJSON
                ? #"{"learner":"l\#(row / 10)","item":"i\#(row % 10)","score":"\#(score)","note":"\#(note)"}"#
                : "l\(row / 10),i\(row % 10),\(score),\(note)"
        }
        return ((isJSON ? [] : ["learner,item,score,note"]) + rows).map { $0 + "\n" }.joined()
    }

    @Test(arguments: [false, true]) func standardInputIsConvertedAsAFileIs(isJSON: Bool) throws {
        let (place, log) = (try Workplace(), Self.log(isJSON))
        let file = isJSON ? "log.jsonl" : "log.csv"
        let rejects = isJSON ? "standard-input.rejects.jsonl" : "standard-input.rejects.csv"
        try place.write(file, log)
        let fromFile = try place.run("convert", file, "--to", "jsonl", "--rejects", "rejects")
        let fromInput = try place.run("convert", "-", "--to", "jsonl", input: log)
        #expect(fromFile.status == 3 && fromInput.status == 3)
        #expect(fromInput.text == fromFile.text && fromInput.text.split(separator: "\n").count == 693)
        #expect(place.text(rejects) == place.text("rejects"))
        let said = fromInput.messages.replacing("standard input", with: file).replacing(rejects, with: "rejects")
        #expect(said == fromFile.messages)
        let checked = try place.run("check", "-", "--files-only", "--output", "json", input: log)
        let expected = try place.run("check", file, "--files-only", "--output", "json")
        #expect(checked.text.replacing("standard input", with: file) == expected.text && checked.status == 3)
    }

    /// What is large and no log of our own is read as a whole, what was looked at included.
    @Test func otherFormatsAreReadAsAWhole() throws {
        let place = try Workplace()
        let name = String(repeating: "n", count: 1_000_000)
        let text =
            "Student,ID,SIS Login ID,Section,Quiz (1)\n    Points Possible,,,,10\n"
            + (0..<70).map { "\(name),\($0),l\($0),S1,\($0 % 10)\n" }.joined()
        let outcome = try place.run("convert", "-", "--to", "tidy", input: text)
        #expect(outcome.status == 0 && outcome.text.split(separator: "\n").count == 71, "\(outcome.messages)")
    }
}
