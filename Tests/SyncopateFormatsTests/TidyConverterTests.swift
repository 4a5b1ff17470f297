import Syncopate
import SyncopateFormats
import TestSupport
import Testing

/// Logs converted as they come are the same evidence when read back as the logs themselves.
struct TidyConverterTests {
    /// Converts a text that comes in parts of a few bytes.
    private func convert(
        _ text: String, to form: TidyForm, parts: Int, options: ReadOptions = ReadOptions()
    ) throws -> (bytes: [UInt8], rejects: String, summary: TidyConverter.Summary) {
        let bytes = Array(text.utf8)
        let first = bytes.firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
        let head = SourceFile(name: "log.csv", bytes: Array(bytes[..<first]))
        let format = try #require(TidyConverter.format(of: head, options: options)).format
        var position = first
        var written: [UInt8] = []
        var rejects: [UInt8] = []
        let summary = try TidyConverter.convert(head, format, options: options, to: form) { (room) throws(ReadError) in
            let count = min(parts, room.count, bytes.count - position)
            room.copyBytes(from: bytes[position..<(position + count)])
            position += count
            return count
        } write: { (bytes) throws(ReadError) in
            written += bytes
        } reject: { (bytes) throws(ReadError) in
            rejects += bytes
        }
        return (written, String(decoding: rejects, as: UTF8.self), summary)
    }

    /// Learners, items and events by what they are, in the order of the file.
    private func evidence(_ log: EvidenceLog) -> [String] {
        log.events.map { event in
            let (learner, item) = (log.learners[Int(event.learner)], log.items[Int(event.item)])
            let skills = event.skillSet >= 0 ? log.skillSets[Int(event.skillSet)] : item.skills
            var parts = [learner.id, learner.name, learner.section, item.id, item.title, item.kind.rawValue]
            parts += [event.status.word, "\(event.score)", "\(event.at)", "\(event.attempt)", "\(event.hints)"]
            parts += ["\(event.seconds)", event.mode?.rawValue ?? ""]
            parts += skills.map { "\($0.skill):\($0.weight)" }
            return parts.joined(separator: "|")
        }
    }

    private func invented(_ random: inout SeededGenerator, rows: Int) -> String {
        var text = "section,learner,order,item,score,max,at,attempt,skills,status,hints,seconds,mode,event_id,title\n"
        for row in 0..<rows {
            let points = Int.random(in: 0...8, using: &random)
            // A sign makes the number one that is not read at once.
            let score = ["\(points)", "+\(points)", "\(points).5", "\"\(points)\"", "\(points * 10)%", ""]
            let at = ["", "2026-09-0\(Int.random(in: 1...9, using: &random))T08:30:00Z", "1788244200.25", "1788244200"]
            let status = ["", "", "", "", "excused", "missing", "scored"].randomElement(using: &random) ?? ""
            let value = status == "scored" ? "\(points)" : score.randomElement(using: &random) ?? ""
            func one(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }
            var cells = [one(["", "A", "B"])]
            cells.append("l\(Int.random(in: 0..<9, using: &random))" + one(["", "é"]))
            cells.append(one(["", "\(Int.random(in: 0..<5, using: &random))"]))
            cells.append(one(["x", "\"y, z\"", "\"w \"\"q\""]))
            cells += [value, "10", one(at), one(["", "1", "2"]), one(["", "add", "add;carry:0.5"]), status]
            cells += [one(["", "0", "3"]), one(["", "12.5"]), one(["", "sync", "parallel"])]
            cells += [one(["", "e\(row)"]), ""]
            text += cells.joined(separator: ",") + (row.isMultiple(of: 3) ? "\r\n" : "\n")
        }
        return text
    }

    @Test(arguments: [TidyForm.csv, .jsonLines]) func andBack(_ form: TidyForm) throws {
        var random = SeededGenerator(seed: 8)
        for round in 0..<60 {
            let text = invented(&random, rows: 40)
            let direct = try read(text)
            let converted = try convert(text, to: form, parts: 1 + round)
            let again = try EvidenceReader.read(SourceFile(name: "again", bytes: converted.bytes))
            #expect(evidence(again.log) == evidence(direct.log))
            #expect(again.rejects.isEmpty && converted.summary.counts.rejectedRows == direct.rejects.count)
        }
    }

    @Test(arguments: [TidyForm.csv, .jsonLines]) func sharesKeepWhatTheyAreOutOf(_ form: TidyForm) throws {
        // The one point of b is out of 5 because a's row and c's say so, not a share.
        let text = "learner,item,score,max\na,x,true,5\nb,x,1,\nc,x,80%,5\nd,y,70%,\ne,z,,5\nf,z,1,\n"
        let converted = try convert(text, to: form, parts: 3)
        for file in [text, String(decoding: converted.bytes, as: UTF8.self)] {
            #expect(try read(file).log.events.map(\.score).filter { !$0.isNaN } == [1, 0.2, 0.8, 0.7, 0.2])
        }
    }

    @Test func rowsWithAFaultGoApart() throws {
        let text = "learner,item,score,at\na,x,1,\nb,x,much,\nc,x,0.5,yesterday\n"
        let converted = try convert(text, to: .csv, parts: 7)
        #expect(converted.rejects == "learner,item,score,at\nb,x,much,\n")
        #expect(converted.summary.findings.map { "\($0.line ?? 0):\($0.column ?? 0)" } == ["3:3", "4:4"])
        #expect(converted.summary.counts.scored == 2 && converted.summary.counts.rejectedRows == 1)
    }

    /// The last moment that can be written as a date is no number of seconds that would be read back.
    @Test(arguments: [TidyForm.csv, .jsonLines]) func theEndOfTime(_ form: TidyForm) throws {
        let converted = try convert("learner,item,score,at\na,x,1,9999-12-31T23:59:59Z\n", to: form, parts: 7)
        let again = try EvidenceReader.read(SourceFile(name: "again", bytes: converted.bytes))
        #expect(again.log.events.map(\.at) == [253_402_300_799] && !again.hasErrors)
        let written = form == .csv ? TidyWriter.csv(again.log) : TidyWriter.jsonLines(again.log)
        #expect(String(decoding: written, as: UTF8.self).contains("9999-12-31T23:59:59Z"))
    }

    @Test func bytesThatAreNoTextEndIt() {
        let text = "learner,item,score\na,x,1\n"
        let head = SourceFile(name: "log.csv", bytes: Array(text.utf8))
        var hasCome = false
        #expect {
            try TidyConverter.convert(head, .tidyCSV, options: ReadOptions(), to: .csv) { (room) throws(ReadError) in
                if hasCome { return 0 }
                hasCome = true
                room.copyBytes(from: [0x62, 0x2C, 0xFF, 0x2C, 0x31, 0x0A])
                return 6
            } write: { (_) throws(ReadError) in
            } reject: { (_) throws(ReadError) in
            }
        } throws: { error in
            let finding = (error as? ReadError)?.finding
            return finding?.rule == .notUTF8 && finding?.line == 3
        }
    }

    @Test func otherFormatsAreNotConvertedSo() {
        let canvas = SourceFile(name: "g.csv", bytes: Array("Student,ID,SIS Login ID,Section,Quiz (1)\n".utf8))
        #expect(TidyConverter.format(of: canvas, options: ReadOptions()) == nil)
        let tidy = SourceFile(name: "t.csv", bytes: Array("learner,item,score\n".utf8))
        #expect(TidyConverter.format(of: tidy, options: ReadOptions())?.format == .tidyCSV)
        #expect(TidyConverter.format(of: tidy, options: ReadOptions(strict: true)) == nil)
    }
}
