import Syncopate
import SyncopateFormats
import Testing

/// Files of what a teacher has planned: what is read, and every fault of a row.
struct TeacherPlanFileTests {
    private static let names = [
        TopicNames(
            topics: [("Fractions", "Fractions"), ("Ratios", "Ratios")], items: [("1", "Quiz"), ("2", "Quiz")])
    ]

    private func read(_ text: String) throws -> TeacherPlanFile {
        try TeacherPlanFile.read(SourceFile(name: "plan.csv", bytes: Array(text.utf8)))
    }

    private func findings(_ text: String) throws -> [String] {
        let file = try read(text)
        let found = file.check(Self.names, sections: ["7B"]).noticed
        return (file.noticed.findings + found.findings).map(\.description)
    }

    @Test func everyColumnIsTaken() throws {
        let file = try read(
            "topic,mode,section,day,minutes\nFractions,Whole  Class,7b,Mon,45\n1,homework,,,\nratios,live_peer,,2026-09-02,20\n"
        )
        let (known, noticed) = file.check(Self.names, sections: ["7B"])
        #expect(known == [0, 1, 2] && noticed.findings.isEmpty && file.noticed.findings.isEmpty)
        #expect(
            file.entries == [
                TeacherPlan.Entry(topic: "Fractions", way: .wholeClass, section: "7b", day: "Mon", minutes: 45),
                TeacherPlan.Entry(topic: "1", way: .ownTime),
                TeacherPlan.Entry(topic: "ratios", way: .groups, day: "2026-09-02", minutes: 20),
            ])
    }

    @Test(arguments: [
        ("whole class", TeacherPlanWay.wholeClass), ("lecture", .wholeClass), ("pairs", .groups), ("Groups", .groups),
        ("group with the teacher", .teacherGroup), ("live_teacher", .teacherGroup), ("forum", .inWriting),
        ("own pace", .ownPace), ("parallel", .ownPace), ("own time", .ownTime), ("async_solo", .ownTime),
    ]) func usualWordsAreUnderstood(_ word: String, _ way: TeacherPlanWay) throws {
        #expect(try read("topic,mode\nFractions,\(word)\n").entries.map(\.way) == [way])
    }

    @Test func theWordsThatArePrintedAreUnderstood() throws {
        for way in TeacherPlanWay.allCases {
            #expect(try read("topic,mode\nFractions,\(way.words)\n").entries.map(\.way) == [way])
            #expect(try read("topic,mode\nFractions,\(way.rawValue)\n").entries.map(\.way) == [way])
        }
    }

    @Test(arguments: [
        ("topic,mode\n,groups\n", "plan.csv:2:1: blank-id"), ("topic,mode\nFractions,\n", "plan.csv:2:2: bad-value"),
        ("topic,mode\nFractions,somehow\n", "plan.csv:2:2: bad-value"),
        ("topic,mode,minutes\nFractions,groups,0\n", "plan.csv:2:3: bad-value"),
        ("topic,mode,minutes\nFractions,groups,long\n", "plan.csv:2:3: bad-value"),
        ("topic,mode\nAlgebra,groups\n", "plan.csv:2:1: unknown-item"),
        ("topic,mode\nQuiz,groups\n", "plan.csv:2:1: unknown-item"),
        ("topic,mode,section\nFractions,groups,8A\n", "plan.csv:2:3: unknown-section"),
        ("topic,mode\nFractions,groups,more,cells\n", "plan.csv:2: ragged-row"),
        ("topic,mode,room\nFractions,groups,12\n", "plan.csv:1:3: ignored-column"),
    ]) func eachFaultIsNamed(_ text: String, _ start: String) throws {
        let found = try findings(text)
        #expect(found.count == 1 && found[0].contains(start), "\(found)")
    }

    @Test func goodRowsAreKept() throws {
        let file = try read("topic,mode\nFractions,somehow\nRatios,groups\nAlgebra,groups\n")
        #expect(file.check(Self.names, sections: []).known.map { file.entries[$0].topic } == ["Ratios"])
    }

    @Test func aFileThatIsNoneIsRefused() {
        #expect(throws: ReadError.self) { try read("topic,when\nFractions,Mon\n") }
        #expect(throws: ReadError.self) { try read("") }
        let long = "topic,mode\n" + String(repeating: "Fractions,groups\n", count: 1_001)
        #expect(throws: ReadError.self) { try read(long) }
    }
}
