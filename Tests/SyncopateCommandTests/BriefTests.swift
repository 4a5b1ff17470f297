import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// `syncopate brief`: what a teacher prints on Monday morning.
struct BriefTests {
    static let start = ["brief", Sample.gradebook, "--quiet"]
    static let mapped = start + ["--skills", Sample.skills]

    /// Names that break markup, steer a terminal, run from right to left, or are long.
    static let names = [
        "<script>alert(\"1\")</script>", "O'Brien & Sons, \"Al\"", "محمد, علي", "\u{202E}gnorw, Txet",
        "Schwarzenberger-Leutheusser von und zu Weit, Friederike-Anneliese-Wilhelmine", "\u{1B}[31mRed, Ed", "王, 小明",
    ]

    private static func odd() throws -> String {
        try Sample.gradebook(learners: 14) { place, cells in
            var cells = cells
            cells[0] = names[place % names.count] + (place < names.count ? "" : " \(place)")
            return cells
        }
    }

    // MARK: HTML

    /// What an XML parser finds.
    private final class Reader: NSObject, XMLParserDelegate {
        var elements: [String] = []
        var text = ""
        var rows: [[String]] = []
        var ids: [String] = []
        var isHeading = false

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            elements.append(name)
            if name == "th" { #expect(["col", "row"].contains(attributes["scope"])) }
            if let id = attributes["id"] { ids.append(id) }
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
    }

    private func parsed(_ outcome: Outcome) throws -> Reader {
        let reader = Reader()
        let parser = XMLParser(data: Data(outcome.bytes))
        parser.delegate = reader
        #expect(parser.parse(), "\(parser.parserError.map(String.init(describing:)) ?? "")")
        return reader
    }

    @Test func htmlIsWellFormedAndComplete() throws {
        let outcome = try Workplace().run(Self.mapped + ["--output", "html"])
        #expect(outcome.status == 0)
        let reader = try parsed(outcome)
        #expect(reader.elements.first == "html")
        #expect(reader.elements.count { $0 == "article" } == 1)
        // Headings in order, no level left out.
        let levels = reader.elements.filter { ["h1", "h2", "h3", "h4"].contains($0) }.compactMap { Int($0.dropFirst()) }
        #expect(levels.first == 1)
        #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
        #expect(!reader.elements.contains { ["script", "img", "link", "iframe", "svg"].contains($0) })
        let text = outcome.text
        for word in ["http:", "https:", "url(", "@import", "src=", "onload"] {
            #expect(!text.replacingOccurrences(of: "http://www.w3.org/1999/xhtml", with: "").contains(word))
        }
        #expect(text.contains("lang=\"en\"") && text.contains("@media print") && text.contains("@page"))
    }

    @Test func htmlEscapesWhatTheFileSays() throws {
        let workplace = try Workplace()
        try workplace.write("odd.csv", try Self.odd())
        let outcome = try workplace.run("brief", "odd.csv", "--output", "html", "--quiet")
        #expect(outcome.status == 0)
        let reader = try parsed(outcome)
        #expect(reader.text.contains("<script>alert(\"1\")</script>"))
        #expect(reader.text.contains("O'Brien & Sons, \"Al\""))
        #expect(outcome.text.contains("<bdi>محمد, علي</bdi>"))
        #expect(!outcome.text.contains("<script"))
        #expect(!outcome.text.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{2068}" || $0 == "\u{1B}" })
    }

    @Test func aSheetPerSection() throws {
        let workplace = try Workplace()
        let half = try Sample.gradebook(learners: 20) { place, cells in
            var cells = cells
            cells[3] = place % 2 == 0 ? "7A" : "7B <b>"
            return cells
        }
        try workplace.write("two.csv", half)
        let reader = try parsed(try workplace.run("brief", "two.csv", "--output", "html", "--quiet"))
        #expect(reader.elements.count { $0 == "article" } == 2)
        #expect(reader.elements.count { $0 == "h1" } == 2)
        #expect(Set(reader.ids).count == reader.ids.count)
        let text = try workplace.run("brief", "two.csv", "--quiet").text
        #expect(text.split(separator: "\u{C}").count == 2)
        #expect(try workplace.run("brief", "two.csv", "--output", "json", "--quiet").objects().count == 2)
    }

    // MARK: Text

    @Test(arguments: [60, 72, 80, 100, 120]) func textKeepsToItsWidth(_ columns: Int) throws {
        let workplace = try Workplace()
        try workplace.write("odd.csv", try Self.odd())
        for arguments in [Self.start, Self.mapped, ["brief", "odd.csv", "--quiet"]] {
            let outcome = try workplace.run(arguments, environment: ["COLUMNS": String(columns)])
            #expect(outcome.status == 0)
            for line in outcome.text.split(separator: "\n") {
                #expect(Self.width(String(line)) <= columns, "\(line)")
            }
            #expect(!outcome.text.contains("\u{1B}"))
        }
    }

    /// Columns that a terminal needs: two for what is wide.
    private static func width(_ line: String) -> Int {
        line.unicodeScalars.reduce(0) { $0 + ((0x2E80...0xD7A3).contains($1.value) ? 2 : $1.value == 0xC ? 0 : 1) }
    }

    @Test func aPageIsAPage() throws {
        for live in ["1x30x6", "6x30x12", "0"] {
            let outcome = try Workplace().run(Self.start + ["--live", live])
            #expect(outcome.text.count { $0 == "\n" } <= 66, "\(live)")
        }
    }

    // MARK: What is on it

    @Test func idsInsteadOfNames() throws {
        for form in ["text", "html", "json"] {
            let outcome = try Workplace().run(Self.mapped + ["--ids", "--output", form])
            #expect(!outcome.text.contains("Haddad") && outcome.text.contains("7008"), "\(form)")
            let named = try Workplace().run(Self.mapped + ["--output", form])
            #expect(named.text.contains("Haddad, Hugo"), "\(form)")
        }
    }

    /// Counted from the file here.
    @Test func figuresAreThoseOfTheFile() throws {
        let section = try #require(
            try Workplace().run(Self.mapped + ["--output", "json"]).objects().first)
        let scores = try Sample.scores()
        let topics = ["reteach", "discuss", "undecided", "had"].flatMap { section.list($0) }
        let fractions = try #require(topics.first { $0.string("topic") == "Fractions" })
        let columns = Set(["40002", "40003", "40004", "40005"])
        let own = scores.values.flatMap { $0.filter { columns.contains($0.key) }.map(\.value) }
        #expect(fractions.number("scores") == Double(own.count))
        #expect(fractions.number("scores_at_goal") == Double(own.count { $0 >= 0.7 - 1e-12 }))
        let group = try #require(section.list("groups").first)
        for member in group.list("members") {
            let learner = try #require(member.string("learner"))
            let marks = scores[learner, default: [:]].filter { columns.contains($0.key) }.map(\.value)
            #expect(member.number("scores") == Double(marks.count))
            let mean = marks.reduce(0, +) / Double(marks.count)
            #expect(abs((member.number("mean_score") ?? -1) - mean) < 1e-4)
        }
    }

    @Test func whoStoppedHandingInIsNamed() throws {
        let workplace = try Workplace()
        let quiet = try Sample.gradebook(learners: 20) { place, cells in
            var cells = cells
            if place == 3 { for column in 16..<24 { cells[column] = "" } }
            if place == 4 { for column in 5..<24 { cells[column] = "" } }
            return cells
        }
        try workplace.write("quiet.csv", quiet)
        let section = try #require(
            try workplace.run("brief", "quiet.csv", "--output", "json", "--quiet").objects().first)
        #expect(section.list("quiet").map { $0.string("learner") } == ["7004"])
        #expect(section.list("nothing_handed_in").map { $0.string("learner") } == ["7005"])
        let text = try workplace.run("brief", "quiet.csv", "--quiet").text
        #expect(text.contains("Nothing handed in at all so far: Eriksen, Ema"))
    }

    /// The plan of an export without the columns on data, against the one that has them.
    @Test func forecastsOfLastWeekAreChecked() throws {
        let workplace = try Workplace()
        let before = try Sample.gradebook(learners: 30) { _, cells in
            cells.enumerated().map { (18..<24).contains($0.offset) ? "" : $0.element }
        }
        try workplace.write("before.csv", before)
        try workplace.write("after.csv", try Sample.gradebook(learners: 30))
        let plan = ["recommend", "before.csv", "--output", "csv", "--out", "plan.csv", "--quiet", "--limit", "20"]
        #expect(try workplace.run(plan).status == 0)
        let start = ["brief", "after.csv", "--since", "plan.csv", "--quiet"]
        let week = try #require(
            try workplace.run(start + ["--output", "json"]).objects().first?.fields("last_week"))
        let forecasts = week.list("forecasts")
        #expect(forecasts.count > 20)
        let scores = try Sample.scores()
        for forecast in forecasts {
            let came = scores[forecast.string("learner") ?? "", default: [:]][forecast.string("item") ?? ""]
            #expect(abs((came ?? -1) - (forecast.number("came") ?? -2)) < 1e-4)
        }
        #expect(try workplace.run(start).text.contains("LAST WEEK'S FORECASTS\n"))
        #expect(!(try Workplace().run(Self.start).text.contains("LAST WEEK")))
    }

    @Test func theDateIsWhatIsSaid() throws {
        let dated = try Workplace().run(Self.start + ["--at", "2026-09-01"])
        #expect(dated.lines.first == "Mathematics 7B · 30 learners · as of 2026-09-01")
        #expect(try Workplace().run(Self.start).lines.first == "Mathematics 7B · 30 learners")
    }

    @Test func sameInputSameBytes() throws {
        for form in ["text", "html", "json"] {
            let first = try Workplace().run(Self.mapped + ["--output", form])
            let again = try Workplace().run(
                Self.mapped + ["--output", form], environment: ["LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Tokyo"])
            #expect(first.bytes == again.bytes)
        }
    }

    @Test func toAFile() throws {
        let workplace = try Workplace()
        let outcome = try workplace.run(Self.start + ["--output", "html", "--out", "brief.html"])
        #expect(outcome.status == 0 && outcome.bytes.isEmpty)
        #expect(workplace.text("brief.html")?.hasPrefix("<!DOCTYPE html>\n") == true)
        let refused = try workplace.run(Self.start + ["--out", "nowhere/brief.html"])
        #expect(refused.status == 73)
    }

    @Test(arguments: [
        ["--live", "lots"], ["--goal", "2"], ["--at", "monday"], ["--output", "pdf"],
    ]) func wrongOptions(_ options: [String]) throws {
        #expect(try Workplace().run(Self.start + options).status == 64)
    }

    // MARK: The unusual

    @Test func fewAndNone() throws {
        let workplace = try Workplace()
        for learners in 0...2 {
            try workplace.write("few.csv", try Sample.gradebook(learners: learners))
            for form in ["text", "html", "json"] {
                let outcome = try workplace.run("brief", "few.csv", "--output", form, "--quiet")
                #expect(outcome.status == 0, "\(learners) \(form): \(outcome.messages)")
                if form == "html" { _ = try parsed(outcome) }
                if form == "json" { #expect(try outcome.objects().count == min(learners, 1)) }
            }
        }
    }

    @Test func nothingScored() throws {
        let workplace = try Workplace()
        let blank = try Sample.gradebook(learners: 9) { _, cells in
            cells.enumerated().map { (4..<28).contains($0.offset) ? "" : $0.element }
        }
        try workplace.write("blank.csv", blank)
        let outcome = try workplace.run("brief", "blank.csv", "--quiet")
        #expect(outcome.status == 0)
        #expect(outcome.text.contains("Nothing has been scored yet"))
    }

    @Test func manySections() throws {
        let workplace = try Workplace()
        var rows: [String] = ["learner,section,item,score"]
        for learner in 0..<600 {
            for item in 0..<6 where (learner * 7 + item * 3) % 11 != 0 {
                rows.append("L\(learner),S\(learner % 60),Work \(item),\(Double((learner * 5 + item * 13) % 17) / 17)")
            }
        }
        try workplace.write("many.csv", rows.joined(separator: "\n") + "\n")
        let outcome = try workplace.run("brief", "many.csv", "--output", "html", "--quiet")
        #expect(outcome.status == 0)
        #expect(try parsed(outcome).elements.count { $0 == "article" } == 60)
    }
}
