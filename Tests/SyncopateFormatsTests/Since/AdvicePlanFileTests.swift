import Syncopate
import TestSupport
import Testing

@testable import SyncopateFormats

/// Plans as they are written, filled in, re-saved and read.
struct AdvicePlanFileTests {
    private static let header =
        "learner,item,rank,mode,minutes,success,success_sd,topic,happened,correction,note,plan,type\n"

    private func read(_ rows: String...) throws -> AdvicePlanFile {
        try PlanTable.file(Self.header + rows.map { $0 + "\n" }.joined())
    }

    @Test(arguments: [true, false]) func whatIsWrittenIsRead(_ mapped: Bool) throws {
        let (advice, gradebook) = try Weeks.advise(1, mapped: mapped)
        let written = try #require(advice.plan)
        let file = try PlanTable.file(String(decoding: AdviceCSV.write(advice, gradebook: gradebook), as: UTF8.self))
        #expect(file.noticed.findings.isEmpty, "\(file.noticed.findings)")
        let plan = file.plan
        #expect(plan.number == 1 && plan.columns.count == written.columns.count)
        #expect(Set(plan.columns) == Set(written.columns) && plan.learners == written.learners)
        #expect(plan.tasks.count == written.tasks.count && plan.forecasts.count == written.forecasts.count)
        func near(_ a: Double?, _ b: Double?, _ within: Double = 6e-5) -> Bool {
            a == nil && b == nil || abs((a ?? .nan) - (b ?? .nan)) <= within
        }
        let tasks = Dictionary(grouping: written.tasks) { [$0.learner, String($0.rank)] }
        for task in plan.tasks {
            let other = try #require(tasks[[task.learner, String(task.rank)]]?.first)
            #expect(task.item == other.item && task.topic == other.topic && task.mode == other.mode)
            #expect(near(task.minutes, other.minutes, 0.005) && near(task.had, other.had, 0.005))
            #expect(
                near(task.expected?.success, other.expected?.success)
                    && near(task.before?.success, other.before?.success))
            #expect(near(task.expected?.deviation, other.expected?.deviation))
            #expect(near(task.before?.deviation, other.before?.deviation) && near(task.columnMean, other.columnMean))
            #expect(near(task.peerReach, other.peerReach) && task.people == other.people && task.happened == nil)
        }
        for (id, standing) in written.standings {
            let other = try #require(plan.standings[id])
            #expect(other.scores == standing.scores && near(other.independence, standing.independence, 0.005))
            #expect(Set(other.masteries.keys) == Set(standing.masteries.keys))
            for (topic, chance) in standing.masteries {
                #expect(near(other.masteries[topic]?.success, chance.success))
                #expect(near(other.masteries[topic]?.deviation, chance.deviation))
            }
        }
    }

    @Test(
        arguments: [
            ("done", Happened.done(nil)), ("Yes", .done(nil)), ("y", .done(nil)), ("x", .done(nil)), ("X", .done(nil)),
            (" ok. ", .done(nil)), ("TRUE", .done(nil)), ("1", .done(nil)), ("✓", .done(nil)), ("ja", .done(nil)),
            ("oui", .done(nil)), ("sí", .done(nil)), ("WAHR", .done(nil)), ("no", .notDone), ("N", .notDone),
            ("not done", .notDone), ("Skipped", .notDone), ("absent", .notDone), ("FALSE", .notDone), ("0", .notDone),
            ("✗", .notDone), ("nein", .notDone), ("not yet", .notDone), ("partly", .partly), ("half", .partly),
            ("started", .partly), ("apart", .done(.asyncSolo)), ("alone", .done(.asyncSolo)),
            ("at home", .done(.asyncSolo)),
            ("asynchronous", .done(.asyncSolo)), ("online", .done(.asyncSocial)), ("in writing", .done(.asyncSocial)),
            ("in class", .done(.parallel)), ("Together", .done(.livePeer)), ("in pairs", .done(.livePeer)),
            ("with peers", .done(.livePeer)), ("live", .done(.liveTeacher)), ("with me", .done(.liveTeacher)),
            ("teacher", .done(.liveTeacher)), ("both", .done(.blended)), ("async_solo", .done(.asyncSolo)),
            ("live_teacher", .done(.liveTeacher)), ("done together", .done(.livePeer)),
            ("yes, alone", .done(.asyncSolo)),
        ] as [(String, Happened)]) func wordsForWhatHappened(_ word: String, _ happened: Happened)
    {
        #expect(HappenedWords.read(word, planned: .either) == .said(happened))
    }

    @Test func togetherInALiveGroupIsThatGroup() {
        #expect(HappenedWords.read("together", planned: .liveTeacher) == .said(.done(.liveTeacher)))
        #expect(HappenedWords.read("live", planned: .livePeer) == .said(.done(.livePeer)))
        for word in ["", "-", "?", "n/a", "  "] { #expect(HappenedWords.read(word, planned: .either) == .nothing) }
        for word in ["perhaps", "doneish", "either", "done perhaps", "2"] {
            #expect(HappenedWords.read(word, planned: .either) == .unknown)
        }
        // What a plan carries on is read as it was meant.
        for happened in [Happened.done(nil), .notDone, .partly]
            + Mode.allCases.filter({ $0 != .either }).map({ Happened.done($0) })
        {
            #expect(HappenedWords.read(HappenedWords.word(happened), planned: .either) == .said(happened))
        }
    }

    @Test(
        arguments: [
            ("topic moved: Ratios", "", CorrectionWords.Reading.topicMoved("Ratios")),
            ("Topic moved", " Ratios  and rates ", .topicMoved("Ratios and rates")),
            ("topic moved to Data", "x", .topicMoved("Data")),
            ("moved to Data", "", .topicMoved("Data")), ("wrong topic: Data", "", .topicMoved("Data")),
            ("topic = Data", "", .topicMoved("Data")), ("topic moved", "", .topicMoved("")),
            ("not my student", "", .notMyStudent),
            ("Not  mine.", "", .notMyStudent), ("transferred", "", .notMyStudent), ("zero was real", "", .zeroWasReal),
            ("Real zero", "", .zeroWasReal), ("0 is real", "", .zeroWasReal), ("", "Ratios", .nothing),
            ("-", "", .nothing),
            ("topical", "", .unknown), ("wrong", "", .unknown),
        ] as [(String, String, CorrectionWords.Reading)]) func wordsForCorrections(
            _ word: String, _ note: String, _ reading: CorrectionWords.Reading
        )
    {
        #expect(CorrectionWords.read(word, note: note) == reading)
    }

    @Test func correctionsAreTakenFromAnyRow() throws {
        let plan = try read(
            "a,i,1,either,20,0.5,0.1,Data,,topic moved: Chance,,1,advice", "b,,,,,,,,,not my student,,1,seat",
            "c,j,,,,0.5,0.1,,,zero was real,,1,forecast", ",k,,,,,,,,topic moved,Data,1,column",
            // A row of the teacher's own.
            "d,k,,,,,,,,zero was real,,,"
        ).plan
        #expect(
            plan.corrections == [
                .notMyStudent(learner: "b"), .topicMoved(item: "i", topic: "Chance"),
                .topicMoved(item: "k", topic: "Data"),
                .zeroWasReal(learner: "c", item: "j"), .zeroWasReal(learner: "d", item: "k"),
            ])
    }

    @Test func whatIsWrittenNowStandsBeforeWhatWasCarriedOn() throws {
        let advice = "a,i,1,either,20,0.5,0.1,Data,,"
        let now = try read("\(advice)topic moved: Chance,,2,advice", ",i,,,,,,,,topic moved,Data,2,correction")
        #expect(now.plan.corrections == [.topicMoved(item: "i", topic: "Chance")] && now.noticed.findings.isEmpty)
        let torn = try read("\(advice)topic moved: Chance,,1,advice", "b,i,1,,,,,,,topic moved: Data,,1,advice")
        #expect(torn.plan.corrections.isEmpty && torn.noticed.findings.map(\.line) == [3])
    }

    @Test(arguments: [
        ("a,i,1,either,20,0.5,0.1,Data,perhaps,,,1,advice", "happened", 9),
        ("a,i,1,either,20,high,0.1,Data,,,,1,advice", "success", 6),
        ("a,i,1,either,20,1.5,0.1,Data,,,,1,advice", "success", 6),
        ("a,i,1,either,-2,0.5,0.1,Data,,,,1,advice", "minutes", 5),
        ("a,i,1,either,20,0.5,0.1,Data,,wrong,,1,advice", "correction", 10),
        ("a,i,1,either,20,0.5,0.1,Data,,topic moved,,1,advice", "correction", 10),
        ("a,,1,either,20,,,Data,,zero was real,,1,advice", "correction", 10),
        (",i,1,either,20,0.5,0.1,Data,,,,1,advice", "learner", 1),
        (",i,,,,0.5,0.1,,,,,1,forecast", "learner", 1), ("a,,,,,0.5,0.1,,,,,1,forecast", "item", 2),
        (",,,,,,,,,,,1,column", "item", 2), ("a,i,1,either,20,0.5,0.1,Data,,,,1,advise", "type", 13),
        ("a,,,sometimes,20,,,Data,,,,1,learned", "mode", 4),
        ("a,1.2E+11,1,either,20,0.5,0.1,Data,,,,1,advice", "item", 2),
        (",,,,,,,,,not my student,,1,correction", "correction", 10),
    ]) func faultsAreNamedAndTheRestIsKept(_ row: String, _ column: String, _ place: Int) throws {
        let file = try read(
            "z,i,1,either,20,0.5,0.1,Data,done,,,1,advice", row, "y,i,1,either,20,0.5,0.1,Data,no,,,1,advice")
        let finding = try #require(file.noticed.findings.first)
        #expect(finding.line == 3 && finding.column == place && finding.columnHeader == column, "\(finding)")
        // Nobody is named, and nothing is quoted that could be a name.
        #expect(file.noticed.findings.count == 1 && finding.excerpt.isEmpty && finding.severity == .error)
        #expect(file.plan.tasks.filter { $0.happened != nil }.map(\.learner) == ["y", "z"])
    }

    @Test func whatIsNoPlanIsRefused() {
        for (text, rule) in [
            ("learner,mode,gain\na,async_solo,1\n", FindingRule.missingColumn),
            ("learner,item,score\na,b,1\n", .wrongKindOfFile), (Self.header, .wrongKindOfFile), ("", .emptyFile),
            (Self.header + ",i,,,,,,,,,,1,column\n", .wrongKindOfFile),
        ] {
            do throws(ReadError) {
                _ = try AdvicePlanFile.read(SourceFile(name: "plan.csv", bytes: Array(text.utf8)), learners: [])
                Issue.record("\(text) was read")
            } catch {
                #expect(error.finding.rule == rule, "\(error)")
            }
        }
    }

    /// Its scores say what advice is worth.
    @Test func aPlanIsNoGradebook() throws {
        let error = refusal(try Weeks.table(1).text())
        #expect(error?.finding.rule == .wrongKindOfFile && error?.finding.remedy.contains("--since") == true)
    }

    @Test func aPlanOfAnotherClassIsRefused() throws {
        let text = Self.header + "a,i,1,either,20,0.5,0.1,Data,,,,1,advice\n"
        #expect(try PlanTable.file(text, learners: ["a", "b"]).plan.learners == ["a"])
        let error = #expect(throws: ReadError.self) { try PlanTable.file(text, learners: ["b", "c"]) }
        #expect(error?.finding.rule == .unknownLearner && error?.description.contains("another class") == true)
    }

    @Test func rowsThatStandTwiceAndOldRowsAreTold() throws {
        let twice = try read(
            "a,i,1,either,20,0.5,0.1,Data,,,,2,advice", "a,i,1,either,20,0.5,0.1,Data,done,,,2,advice",
            "a,j,1,either,20,0.5,0.1,Data,done,,,1,advice")
        #expect(twice.plan.tasks.map(\.item) == ["i"] && twice.plan.tasks.map(\.happened) == [.done(nil)])
        #expect(twice.noticed.findings.map(\.rule) == [.duplicateEvent, .badValue] && twice.plan.number == 2)
    }

    // MARK: Spreadsheets

    private func filled() throws -> PlanTable {
        var table = try Weeks.table(1)
        for place in table.rows.indices {
            switch table.rows[place]["type"] {
            case "advice": table.rows[place]["happened"] = ["", "done", "alone", "no"][place % 4]
            case "seat": table.rows[place]["happened"] = "yes"
            default: break
            }
        }
        table.rows[0]["correction"] = "topic moved: Data"
        return table
    }

    @Test func spreadsheetsDoNoHarm() throws {
        let table = try filled()
        let plan = try table.file().plan
        #expect(plan.tasks.count { $0.happened != nil } > 60 && plan.corrections.count == 1)
        func isNumber(_ cell: String) -> Bool { cell.contains(".") && Double(cell) != nil }
        let semicolons = table.text(delimiter: ";") { header, cell in
            isNumber(cell) ? cell.replacing(".", with: ",") : cell
        }
        #expect(try PlanTable.file("\u{FEFF}" + semicolons).plan == plan)
        #expect(try PlanTable.file(table.text(delimiter: "\t", end: "\n")).plan == plan)
        #expect(try PlanTable.file("sep=,\r\n" + table.text()).plan == plan)
        var sorted = table
        sorted.rows.reverse()
        sorted.header.reverse()
        #expect(try sorted.file().plan == plan)
        var bare = table
        let blank = bare.header.filter { header in bare.rows.allSatisfy { ($0[header] ?? "").isEmpty } }
        bare.header.removeAll { blank.contains($0) || $0.hasPrefix("why") || $0 == "name" }
        bare.header.append("my own notes")
        let read = try bare.file()
        #expect(read.plan == plan && read.noticed.findings.map(\.rule) == [.ignoredColumn])
        let percent = table.text { header, cell in
            guard ["success", "success_sd"].contains(header), let value = Double(cell) else { return cell }
            return "\(Rounding.decimals(value * 100, 2))%"
        }
        #expect(try PlanTable.file(percent).noticed.findings.isEmpty)
        #expect(try PlanTable.file(percent).plan.tasks.count == plan.tasks.count)
        let ids = table.text { header, cell in header == "item" && !cell.isEmpty ? cell + ".0" : cell }
        #expect(try PlanTable.file(ids).plan == plan)
    }

    @Test func momentsInAnotherFormAreNoFault() throws {
        let (advice, gradebook) = try Weeks.advise(1)
        var dated = advice
        dated.plan?.at = 1_756_715_400
        let text = String(decoding: AdviceCSV.write(dated, gradebook: gradebook), as: UTF8.self)
        #expect(text.contains("2025-09-01T08:30:00Z"))
        #expect(try PlanTable.file(text).plan.at == 1_756_715_400)
        let other = try PlanTable.file(text.replacing("2025-09-01T08:30:00Z", with: "01.09.2025 08:30"))
        #expect(other.plan.at == nil && other.noticed.findings.isEmpty)
    }

    @Test func apostrophesBeforeFormulasMayGo() throws {
        for topic in ["'=Sets", "=Sets", "\"=\"\"=Sets\"\"\""] {
            #expect(try read("'-a,i,1,either,20,0.5,0.1,\(topic),,,,1,advice").plan.tasks.first?.topic == "=Sets")
        }
        #expect(try read("'-a,i,1,either,20,0.5,0.1,'tis,,,,1,advice").plan.tasks.first?.topic == "'tis")
    }

    @Test func brokenPlansAreNoTrap() throws {
        let whole = Array(try filled().text().utf8.prefix(20_000))
        var random = SeededGenerator(seed: 8)
        for _ in 0..<60 {
            var bytes = whole
            for _ in 0..<8 {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes.removeSubrange(place..<min(bytes.count, place + 9))
                case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
                default: bytes.insert(contentsOf: Array("99999999999999999999".utf8), at: place)
                }
            }
            _ = try? AdvicePlanFile.read(SourceFile(name: "plan.csv", bytes: bytes), learners: [])
        }
    }
}
