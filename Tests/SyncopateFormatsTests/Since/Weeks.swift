import Syncopate
import SyncopateFormats
import SyncopateModels
import SyncopateStudents

/// The sample class week by week: the same class, of which a column more is done every week.
enum Weeks {
    static let count = 3

    static func sample(_ week: Int, seed: UInt64 = 21) -> SampleClass {
        SampleClass(upcoming: count - week, seed: seed)
    }

    /// The evidence of a week, 1 to 3.
    static func log(_ week: Int, seed: UInt64 = 21, mapped: Bool = true) throws -> EvidenceLog {
        let sample = sample(week, seed: seed)
        var log = try read(sample.canvasGradebook()).log
        if mapped {
            try SkillMap.read(SourceFile(name: "map.csv", bytes: Array(sample.skillMap().utf8))).apply(to: &log)
        }
        return log
    }

    /// Advice for a week, with the gradebook it is about.
    static func advise(
        _ week: Int, since plan: AdvicePlan? = nil, seed: UInt64 = 21, mapped: Bool = true
    ) throws -> (advice: ClassAdvice, gradebook: Gradebook) {
        let whole = Gradebook(try log(week, seed: seed, mapped: mapped))
        let gradebook = plan?.leavingOut(of: whole) ?? whole
        let advice = Engine(priors: .shipped).recommend(
            gradebook,
            settings: RecommendSettings(
                limit: 3, live: LiveTime(sessions: 2, minutes: 30, seats: 6), movedTopics: plan?.movedTopics ?? [:]),
            since: plan, makesPlan: true)
        return (advice, gradebook)
    }

    /// The CSV of a week as rows by header.
    static func table(_ week: Int, since plan: AdvicePlan? = nil, mapped: Bool = true) throws -> PlanTable {
        let (advice, gradebook) = try advise(week, since: plan, mapped: mapped)
        return PlanTable(String(decoding: AdviceCSV.write(advice, gradebook: gradebook), as: UTF8.self))
    }
}

/// A plan as a spreadsheet has it.
struct PlanTable {
    var header: [String]
    var rows: [[String: String]]

    init(_ text: String) {
        // Cells of plans have no line ends in them.
        let lines = text.split(separator: "\r\n").map { Self.cells(String($0)) }
        header = lines.first ?? []
        let names = header
        rows = lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }
    }

    private static func cells(_ line: String) -> [String] {
        var (cells, cell, isQuoted) = ([String](), "", false)
        for letter in line {
            if letter == "\"" {
                isQuoted.toggle()
            } else if letter == ",", !isQuoted {
                cells.append(cell)
                cell = ""
            } else {
                cell.append(letter)
            }
        }
        return cells + [cell]
    }

    /// Rows of a type.
    func rows(_ type: String) -> [[String: String]] { rows.filter { $0["type"] == type } }

    /// The file, as a spreadsheet saves it.
    func text(
        delimiter: String = ",", end: String = "\r\n", _ change: (_ header: String, _ cell: String) -> String = { $1 }
    ) -> String {
        func line(_ cells: [String]) -> String {
            cells.map {
                $0.contains(delimiter) || $0.contains("\"") ? "\"" + $0.replacing("\"", with: "\"\"") + "\"" : $0
            }
            .joined(separator: delimiter) + end
        }
        return line(header) + rows.map { row in line(header.map { change($0, row[$0] ?? "") }) }.joined()
    }

    func file() throws -> AdvicePlanFile { try Self.file(text()) }

    static func file(_ text: String, learners: Set<String> = []) throws -> AdvicePlanFile {
        try AdvicePlanFile.read(SourceFile(name: "plan.csv", bytes: Array(text.utf8)), learners: learners)
    }
}
