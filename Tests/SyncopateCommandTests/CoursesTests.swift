import TestSupport
import Testing

/// Several files at once: exports of a term, sections, courses.
struct CoursesTests {
    /// The sample class with its columns changed: `isKept` by place among the columns of work and attendance, the
    /// others left out or blank.
    private static func gradebook(
        blank: Bool, section: String? = nil, learners: Range<Int> = 0..<30, _ isKept: (Int) -> Bool
    ) throws -> String {
        let rows = CSV.rows(try Sample.text(Sample.gradebook))
        return rows.enumerated().filter { $0.offset < 2 || learners.contains($0.offset - 2) }.map { place, row in
            var cells: [String] = []
            for (column, cell) in row.enumerated() {
                if (4..<24).contains(column), !isKept(column - 4) {
                    if !blank { continue }
                    cells.append(place < 2 ? cell : "")
                } else if column == 3, place >= 2, let section {
                    cells.append(section)
                } else {
                    cells.append(cell)
                }
            }
            return CSV.line(cells)
        }.joined(separator: "\n") + "\n"
    }

    @Test func aTermOfExports() throws {
        let workplace = try Workplace()
        try workplace.write("w1.csv", Self.gradebook(blank: true) { $0 < 8 })
        try workplace.write("w2.csv", Self.gradebook(blank: true, learners: 0..<29) { _ in true })
        try workplace.write("last.csv", Self.gradebook(blank: true, learners: 0..<29) { _ in true })
        let alone = try workplace.run("recommend", "last.csv")
        let both = try workplace.run("recommend", "w1.csv", "w2.csv")
        #expect(both.status == 0)
        #expect(both.bytes == alone.bytes)
        #expect(both.messages.contains("2 exports of one course, in the order given: the last brings"))
        #expect(both.messages.contains("1 learner has left"), "\(both.messages)")
        let reversed = try workplace.run("recommend", "w2.csv", "w1.csv")
        #expect(reversed.messages.contains("are the exports given oldest first?"))
    }

    @Test func twoCoursesOfTheSameLearners() throws {
        let workplace = try Workplace()
        try workplace.write("mathematics.csv", Self.gradebook(blank: false, section: "Mathematics 7B") { $0 < 10 })
        try workplace.write("science.csv", Self.gradebook(blank: false, section: "Science 7B") { $0 >= 10 })
        let outcome = try workplace.run("recommend", "mathematics.csv", "science.csv")
        #expect(outcome.status == 0)
        let objects = try outcome.objects()
        #expect(objects.count == 60)
        #expect(objects.prefix(30).allSatisfy { $0.string("course") == "mathematics" })
        #expect(objects.suffix(30).allSatisfy { $0.string("course") == "science" })
        #expect(objects.suffix(30).allSatisfy { $0.string("section") == "Science 7B" })
        #expect(outcome.messages.contains("30 of the learners are in other courses too"))
        let table = try workplace.run("recommend", "mathematics.csv", "science.csv", "--output", "table")
        let text = String(decoding: table.bytes, as: UTF8.self)
        #expect(text.contains("Mathematics 7B · 30 learners") && text.contains("Science 7B · 30 learners"))
        let csv = try workplace.run("recommend", "mathematics.csv", "science.csv", "--output", "csv")
        let rows = CSV.rows(String(decoding: csv.bytes, as: UTF8.self))
        #expect(rows[0].filter { $0 == "learner" }.count == 1)
        let column = try #require(rows[0].firstIndex(of: "course"))
        #expect(Set(rows.dropFirst().map { $0[column] }) == ["mathematics", "science"])
        // As one course, as it was asked.
        let one = try workplace.run("recommend", "mathematics.csv", "science.csv", "--courses", "one")
        #expect(try one.objects().count == 30)
        #expect(try one.objects().allSatisfy { $0.string("course") == nil })
    }

    /// A skill map for one of the courses is no mistake in the other.
    @Test func aSkillMapOfOneCourse() throws {
        let workplace = try Workplace()
        try workplace.write("mathematics.csv", Self.gradebook(blank: false, section: "M") { $0 < 10 })
        try workplace.write("science.csv", Self.gradebook(blank: false, section: "S") { $0 >= 10 })
        try workplace.write("map.csv", "item,skill\n40002,Fractions\n40003,Fractions\nnowhere,Nothing\n")
        let outcome = try workplace.run("recommend", "mathematics.csv", "science.csv", "--skills", "map.csv")
        #expect(outcome.status == 0)
        #expect(outcome.messages.contains("map.csv:4:1: unknown-item"))
        #expect(!outcome.messages.contains("map.csv:2"), "\(outcome.messages)")
    }
}
