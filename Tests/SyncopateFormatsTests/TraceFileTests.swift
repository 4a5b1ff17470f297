import Syncopate
import SyncopateFormats
import SyncopateModels
import Testing

/// Files of traces: what becomes of their columns, and what is said of those with faults.
struct TraceFileTests {
    static func read(_ text: String, strict: Bool = false) throws -> ImportedTraces {
        try TraceFile.read(SourceFile(name: "t.csv", bytes: Array(text.utf8)), strict: strict)
    }

    static func refusal(_ text: String, strict: Bool = false) -> String? {
        do throws(ReadError) {
            _ = try TraceFile.read(SourceFile(name: "t.csv", bytes: Array(text.utf8)), strict: strict)
            return nil
        } catch {
            return error.finding.description
        }
    }

    /// Traces of each event as words, in the order of the file.
    private func traces(_ text: String) throws -> [[TraceKind: Double]] {
        try Self.read(text).log.events.map { event in
            Dictionary(event.traces.map { ($0.kind, $0.value) }, uniquingKeysWith: { first, _ in first })
        }
    }

    // MARK: Columns

    @Test func everyColumnIsATrace() throws {
        let found = try traces(
            "learner,course,item,type,at,on_time,rank,attempted,persisted,help_asked,help_needed,rapid_wrong,confidence,"
                + "correct,voluntary\n"
                + "a,c,i,essay,2026-09-01,yes,0.25,0.5,no,yes,yes,yes,0.8,1,no\n"
                + "b,c,i,essay,2026-09-01,no,,no,y,0,1,n,0.5,no,1\n")
        let first = try #require(found.first)
        #expect(first[.onTime] == 1 && first[.attempted] == 0.5 && first[.persisted] == 0 && first[.help] == 1)
        #expect(first[.unhurried] == 0 && first[.voluntary] == 0)
        #expect(abs((first[.calibration] ?? 0) - 0.96) < 1e-12)
        // A quarter handed in before: earlier than most, so above zero (scipy 1.17.1: norm.ppf(.75)).
        #expect(abs((first[.rank] ?? 0) - 0.6744897502) < 1e-6)
        #expect(
            found[1] == [
                .onTime: 0, .attempted: 0, .persisted: 1, .help: 0, .unhurried: 1, .calibration: 0.75, .voluntary: 1,
            ])
        let log = try Self.read("learner,course,type,at,on_time\na,c,essay,2026-09-01T08:00:00Z,1\n").log
        #expect(log.learners == ["a"] && log.courses == ["c"] && log.groups == ["essay"])
        #expect(log.events[0].time == 1_788_249_600)
    }

    @Test func dueAndSubmittedBecomeOnTimeAndPlaces() throws {
        let found = try traces(
            "learner,item,due,submitted\n" + "a,i,2026-09-02,2026-09-01\n" + "b,i,2026-09-02,2026-09-02\n"
                + "c,i,2026-09-02,2026-09-03\n" + "d,i,2026-09-02,\n" + "e,j,2026-09-30,\n")
        #expect(found.map { $0[.onTime] } == [1, 1, 0, 0, nil])
        // Places among those on time: .25 and .75.
        #expect(abs((found[0][.rank] ?? 0) - 0.6744897502) < 1e-6)
        #expect(abs((found[1][.rank] ?? 0) + 0.6744897502) < 1e-6)
        #expect(found[2][.rank] == nil && found[3][.rank] == nil)
        #expect(found[4].isEmpty, "not due yet by the latest that was seen")
    }

    @Test func aStatedTraceStandsBeforeOneThatIsMade() throws {
        let found = try traces(
            "learner,item,due,submitted,on_time,rank\na,i,2026-09-02,2026-09-01,no,0.5\nb,i,2026-09-02,2026-09-03,,\n")
        #expect(found[0][.onTime] == 0 && abs(found[0][.rank] ?? 1) < 1e-6)
        #expect(found[1][.onTime] == 0)
    }

    @Test func amountsAreComparedWithClassmates() throws {
        let found = try traces(
            "learner,course,at,active_weeks,gap_days\na,c,1,8,2\nb,c,1,4,9\nc,c,1,,30\nd,other,1,3,5\n")
        #expect((found[0][.activeWeeks] ?? 0) > 0 && (found[1][.activeWeeks] ?? 0) < 0)
        #expect((found[0][.gap] ?? 0) > 0 && abs(found[1][.gap] ?? 1) < 1e-6 && (found[2][.gap] ?? 0) < 0)
        #expect(found[2][.activeWeeks] == nil && found[3].isEmpty, "nobody to compare with")
    }

    @Test func oneOfAPairDoesNotSpeak() throws {
        let found = try traces("learner,help_asked,help_needed,confidence,correct\na,yes,,0.5,\nb,,yes,,1\n")
        #expect(found == [[:], [:]])
    }

    @Test func aBlankIsNoTrace() throws {
        let wide = try Self.read("learner,at,on_time,attempted,voluntary\na,1,,0.5,\n").log
        let narrow = try Self.read("learner,at,attempted\na,1,0.5\n").log
        #expect(wide == narrow)
    }

    @Test func aLongFileSaysTheSame() throws {
        let long = try Self.read(
            "learner,item,at,trace,value\na,i,1,on_time,yes\na,i,1,persisted,no\nb,i,2,confidence,0.8\nb,i,2,correct,1\n"
        )
        let wide = try Self.read(
            "learner,item,at,on_time,persisted,confidence,correct\na,i,1,yes,no,,\nb,i,2,,,0.8,1\n")
        #expect(long.log == wide.log && long.findings.isEmpty)
    }

    // MARK: What is never read

    @Test func attendanceIsNeverRead() throws {
        let with = try Self.read("learner,at,on_time,attended,attendance\na,1,yes,no,0\nb,1,no,yes,1\n")
        let without = try Self.read("learner,at,on_time\na,1,yes\nb,1,no\n")
        #expect(with.log == without.log && !with.hasErrors)
        #expect(with.findings.map(\.rule) == [.ignoredColumn, .ignoredColumn])
        #expect(with.findings[0].description.contains("attendance at live sessions is no evidence of independence"))
        let long = try Self.read("learner,trace,value\na,attended,yes\na,on_time,yes\n")
        #expect(long.log.events.flatMap(\.traces) == [.init(.onTime, 1)])
        #expect(long.findings.map(\.rule) == [.ignoredColumn] && long.findings[0].line == 2)
    }

    @Test func attributesOfLearnersAreNeverRead() throws {
        let with = try Self.read("learner,gender,imd_band,age,at,on_time\na,f,10%,19,1,yes\nb,m,90%,55,1,no\n")
        let without = try Self.read("learner,at,on_time\na,1,yes\nb,1,no\n")
        #expect(with.log == without.log)
        #expect(with.independence(.shipped) == without.independence(.shipped))
        #expect(with.findings.map(\.rule) == [.ignoredColumn, .ignoredColumn, .ignoredColumn])
        #expect(with.findings.map(\.column) == [2, 3, 4])
    }

    // MARK: Files that are refused

    @Test(arguments: [
        ("", "t.csv: empty-file: "),
        ("item,on_time\ni,yes\n", "t.csv:1: missing-column: a traces file needs the column learner"),
        ("learner,item\na,i\n", "t.csv:1: missing-column: a traces file needs at least one column of traces"),
        (
            "learner,trace\na,on_time\n",
            "t.csv:1: missing-column: a long traces file needs both the columns trace and value"
        ),
        ("learner,value\na,1\n", "t.csv:1: missing-column: a long traces file needs both the columns trace and value"),
        ("learner,on_time,On_Time\na,1,1\n", "t.csv:1:3: duplicate-column: "),
        ("Student,ID,Section,Essay (1001)\nA,1,S,1\n", "t.csv:1: "),
    ]) func filesThatCannotBeUsed(_ text: String, _ start: String) {
        #expect(Self.refusal(text)?.hasPrefix(start) == true, "\(Self.refusal(text) ?? "read")")
    }

    // MARK: Rows and cells with faults

    /// A fault below a sound row, where it is, and that what is sound beside it is kept.
    static let faults: [(header: String, row: String, start: String)] = [
        ("learner,on_time", ",yes", "t.csv:3:1: blank-id: "),
        ("learner,on_time", "b,perhaps", "t.csv:3:2: bad-value: "),
        ("learner,on_time,persisted", "b,yes,2", "t.csv:3:3: bad-value: "),
        ("learner,on_time,attempted", "b,yes,1.5", "t.csv:3:3: bad-value: "),
        ("learner,on_time,attempted", "b,yes,most", "t.csv:3:3: bad-value: "),
        ("learner,on_time,rank", "b,yes,-0.1", "t.csv:3:3: bad-value: "),
        ("learner,on_time,rank", "b,yes,nan", "t.csv:3:3: bad-value: "),
        ("learner,on_time,active_weeks", "b,yes,-3", "t.csv:3:3: bad-value: "),
        ("learner,on_time,gap_days", "b,yes,-1e9", "t.csv:3:3: bad-value: "),
        ("learner,on_time,gap_days", "b,yes,inf", "t.csv:3:3: bad-value: "),
        ("learner,on_time,confidence", "b,yes,80", "t.csv:3:3: bad-value: "),
        ("learner,on_time,at", "b,yes,soon", "t.csv:3:3: bad-time: "),
        ("learner,on_time,due", "b,yes,31.31.2026", "t.csv:3:3: bad-time: "),
        ("learner,on_time,submitted", "b,yes,later", "t.csv:3:3: bad-time: "),
    ]

    @Test(arguments: faults) func faultsAreNamedByLineAndColumn(_ fault: (header: String, row: String, start: String))
        throws
    {
        let width = fault.header.split(separator: ",").count
        let sound = "a,yes" + String(repeating: ",", count: width - 2)
        let text = "\(fault.header)\n\(sound)\n\(fault.row)\n"
        let imported = try Self.read(text)
        #expect(imported.hasErrors && imported.findings.count == 1)
        let said = imported.findings.first?.description ?? ""
        #expect(said.hasPrefix(fault.start), "\(said)")
        #expect(said.hasSuffix(")"), "it says how to mend it: \(said)")
        #expect(imported.log.events[0].traces == [.init(.onTime, 1)])
        #expect(Self.refusal(text, strict: true)?.hasPrefix(fault.start) == true)
    }

    @Test func whatIsSoundInARowWithAFaultIsKept() throws {
        let log = try Self.read("learner,on_time,attempted,rank\na,yes,much,0.5\n").log
        #expect(log.events[0].traces.map(\.kind) == [.onTime, .rank])
    }

    /// Whether it came on time is not known where the time cannot be read; it is not that nothing came.
    @Test func aTimeThatCannotBeReadIsNotMissingWork() throws {
        let found = try traces("learner,item,due,submitted\na,i,2026-09-02,2026-09-01\nb,i,2026-09-02,yesterday\n")
        #expect(found[0][.onTime] == 1 && found[1].isEmpty)
    }

    @Test func rowsOfALongFileWithFaults() throws {
        let imported = try Self.read(
            "learner,trace,value\na,on_time,yes\na,mood,1\na,on_time,perhaps\na,rank,7\nb,,\n")
        #expect(imported.findings.map { "\($0.line ?? 0):\($0.column ?? 0)" } == ["3:2", "4:3", "5:3"])
        #expect(imported.findings.allSatisfy { $0.rule == .badValue })
        #expect(imported.log.learners == ["a", "b"])
        #expect(imported.log.events.flatMap(\.traces) == [.init(.onTime, 1)])
    }

    @Test func rowsThatAreTooLongAreLeftOut() throws {
        let imported = try Self.read("learner,on_time\na,yes,no\nb,yes\n")
        #expect(imported.findings.map(\.rule) == [.raggedRow] && imported.findings.first?.line == 2)
        #expect(imported.log.learners == ["b"])
    }

    @Test func thousandsOfFaultsAreCountedNotKept() throws {
        let rows = (0..<5_000).map { "l\($0),perhaps\n" }.joined()
        let imported = try Self.read("learner,on_time\n" + rows)
        #expect(imported.findingTotals[.badValue] == 5_000)
        #expect(imported.findings.count < 5_000)
        #expect(imported.log.learners.count == 5_000)
    }
}
