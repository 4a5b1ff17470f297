import Foundation
import FoundationXML
import TestSupport
import Testing

/// Advice as other systems and learners take it.
struct ExportTests {
    static let start = ["recommend", Sample.gradebook, "--skills", Sample.skills, "--output"]

    @Test func canvasTakesTheColumn() throws {
        let outcome = try Workplace().run(Self.start + ["canvas-grades"])
        #expect(outcome.status == 0)
        #expect(outcome.messages.contains("take it out of the final grade"))
        let rows = CSV.rows(outcome.text)
        #expect(rows[0] == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Syncopate mastery"])
        #expect(rows[1] == ["    Points Possible", "", "", "", "", "100"])
        #expect(rows[2].prefix(5) == ["Abara, Ada", "7001", "", "learner1", "Mathematics 7B"])
        #expect(rows.count == 32)
        for row in rows.dropFirst(2) { #expect((0...100).contains(Double(row[5]) ?? -1)) }
    }

    @Test func ourselvesAreACanvasGradebookToo() throws {
        let place = try Workplace()
        try place.write("out.csv", try place.run(Self.start + ["canvas-grades"]).bytes)
        let check = try place.run("check", "out.csv", "--output", "json")
        let file = try #require(try check.objects().first?.list("files").first)
        #expect(file.string("format") == "canvas-gradebook" && file.number("errors") == 0)
    }

    @Test func namesThatAreFormulasAreGuardedAsCanvasDoes() throws {
        let place = try Workplace()
        try place.write(
            "g.csv",
            try Sample.gradebook(learners: 3) { number, row in
                number == 0 ? ["=cmd()"] + row.dropFirst() : number == 1 ? ["O\"Neill"] + row.dropFirst() : row
            })
        let outcome = try place.run("recommend", "g.csv", "--output", "canvas-grades")
        #expect(outcome.text.contains("\"=\"\"=cmd()\"\"\",7001,") && outcome.text.contains("\"O\"\"Neill\",7002,"))
    }

    @Test func whomCanvasDoesNotKnowIsSaid() throws {
        let place = try Workplace()
        try place.write("t.csv", "learner,item,score\n01,x,1\n01,y,0.5\n02,x,0\n02,y,1\n03,x,\n")
        let outcome = try place.run("recommend", "t.csv", "--output", "canvas-grades")
        #expect(outcome.messages.contains("of 3 the input does not say what Canvas knows them by"))
        #expect(outcome.messages.contains("of 1 there are no scores"))
        #expect(CSV.rows(outcome.text)[2].prefix(4) == ["", "", "01", ""])
        #expect(CSV.rows(outcome.text)[4].last == "")
    }

    @Test func aGradebookOfCanvasIsOneCourse() throws {
        let place = try Workplace()
        try place.write("b.csv", "Student,ID,Section,Essay (9)\n    Points Possible,,,10\nAnn,1,A,5\nBob,2,A,6\n")
        let outcome = try place.run("recommend", Sample.gradebook, "b.csv", "--output", "canvas-grades")
        #expect(outcome.status == 65 && outcome.messages.contains("the files are 2 courses"), "\(outcome.messages)")
    }

    @Test func aFolderForAnInformationSystem() throws {
        let place = try Workplace()
        let options = ["oneroster", "--out", "exchange", "--at", "2026-09-01"]
        let outcome = try place.run(Self.start + options)
        #expect(outcome.status == 0 && outcome.bytes.isEmpty, "\(outcome.messages)")
        let folder = place.folder.appendingPathComponent("exchange")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(names == ["categories.csv", "lineItems.csv", "manifest.csv", "results.csv"])
        let items = CSV.rows(place.text("exchange/lineItems.csv") ?? "")
        let results = CSV.rows(place.text("exchange/results.csv") ?? "")
        // The whole and six skills, of one section.
        #expect(items.count == 8 && results.count == 1 + 30 * 7)
        #expect(Set(results.dropFirst().map { $0[3] }) == Set(items.dropFirst().map { $0[0] }))
        #expect(Set(results.dropFirst().map { $0[0] }).count == 210)
        for row in items.dropFirst() {
            #expect(row.count == 12 && row[5] == "2026-09-01" && row[7] == "Mathematics 7B")
        }
        for row in results.dropFirst() { #expect(row.count == 9 && row[5] == "fully graded") }
        let manifest = CSV.rows(place.text("exchange/manifest.csv") ?? "")
        #expect(manifest.contains(["oneroster.version", "1.1"]) && manifest.contains(["file.results", "bulk"]))
        #expect(manifest.filter { $0[0].hasPrefix("file.") }.count == 13)
        // The same again replaces it.
        #expect(try place.run(Self.start + options).status == 0)
        #expect(CSV.rows(place.text("exchange/results.csv") ?? "") == results)
    }

    @Test func whatAFolderNeeds() throws {
        let place = try Workplace()
        #expect(try place.run(Self.start + ["oneroster"]).status == 64)
        let undated = try place.run(Self.start + ["oneroster", "--out", "x"])
        #expect(undated.status == 65 && undated.messages.contains("give the moment with --at"))
        try place.write("x", "a file")
        #expect(try place.run(Self.start + ["oneroster", "--out", "x", "--at", "2026-09-01"]).status == 73)
    }

    @Test func aPageForEachLearner() throws {
        let outcome = try Workplace().run(Self.start + ["pages", "--at", "2026-09-01"])
        #expect(outcome.status == 0)
        #expect(outcome.text.components(separatedBy: "<article ").count == 31)
        #expect(outcome.text.contains("break-after: page"))
        for word in ["<script", "http://", "https://", "src=", "url(", "@import"] {
            let rest = outcome.text.replacing("http://www.w3.org/1999/xhtml", with: "")
            #expect(!rest.contains(word), "\(word)")
        }
        // Well formed: no parser complains.
        let parser = XMLParser(data: Data(outcome.bytes))
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
    }

    @Test func aPageEscapesEverything() throws {
        let place = try Workplace()
        let text = try Sample.gradebook(learners: 3) {
            ["<b>\"&'</b>\u{202E}"] + $1.dropFirst(1).prefix(2) + ["<i>&"] + $1.dropFirst(4)
        }
        .replacing("Quiz: Fractions (40004)", with: "<script>alert(1)</script> (40004)")
        try place.write("g.csv", text)
        let outcome = try place.run("recommend", "g.csv", "--output", "pages")
        #expect(outcome.status == 0 && !outcome.text.contains("<script") && !outcome.text.contains("<b>"))
        #expect(!outcome.text.contains("\u{202E}"))
        #expect(XMLParser(data: Data(outcome.bytes)).parse())
    }

    @Test func aPageIsAboutOneLearner() throws {
        let outcome = try Workplace().run(Self.start + ["pages"])
        let pages = outcome.text.components(separatedBy: "<article ").dropFirst()
        let names = pages.compactMap { $0.components(separatedBy: "<h1").last?.components(separatedBy: "</bdi>").first }
            .compactMap { $0.components(separatedBy: "<bdi>").last }
        for (number, page) in pages.enumerated() {
            for (other, name) in names.enumerated() where other != number { #expect(!page.contains(name)) }
        }
    }

    @Test func aPlanForASpreadsheetIsReadBack() throws {
        let place = try Workplace()
        let plain = try place.run(Self.start + ["csv", "--out", "plain.csv", "--quiet"])
        let form = try place.run(
            Self.start + ["csv", "--out", "sheet.csv", "--bom", "--delimiter", "semicolon", "--quiet"])
        #expect(plain.status == 0 && form.status == 0)
        #expect(place.text("sheet.csv")?.contains("learner;name;section;") == true)
        let since = ["csv", "--quiet", "--since"]
        let one = try place.run(Self.start + since + ["plain.csv"])
        let other = try place.run(Self.start + since + ["sheet.csv"])
        #expect(one.status == 0 && one.text == other.text)
    }

    @Test(arguments: [
        (["--output", "jsonl", "--bom"], "--bom goes with --output csv."),
        (["--output", "pages", "--catalogue", "c.json"], "--output pages goes without --catalogue."),
    ])
    func wrongOption(_ arguments: [String], _ message: String) throws {
        let outcome = try Workplace().run(["recommend", "a.csv"] + arguments)
        #expect(outcome.status == 64 && outcome.messages.contains(message), "\(outcome.messages)")
    }
}
