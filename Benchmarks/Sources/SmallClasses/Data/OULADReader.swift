import Foundation
import RealData

/// Reads the Open University Learning Analytics Dataset (Kuzilek, Hlosta & Zdrahal 2017, "Open University Learning
/// Analytics dataset", Scientific Data 4:170171; CC BY 4.0).
///
/// Exams are left out, and so are banked scores, which learners bring along from an earlier presentation.
struct OULADReader {
    private let folder: URL

    init(folder: URL) { self.folder = folder }

    /// All presentations in order of their names.
    ///
    /// - Throws: ``BenchmarkError`` if a file cannot be read or lacks a column.
    func presentations() throws -> [Presentation] {
        let (names, columns) = try assessments()
        var places: [Int: (presentation: String, column: Int)] = [:]
        for (name, list) in columns {
            for (position, column) in list.enumerated() { places[column.id] = (name, position) }
        }
        var scores: [String: [Int: [(column: Int, score: Double)]]] = [:]
        try CompressedTable.rows(
            of: folder.appendingPathComponent(DataFolder.files[1]),
            ["id_assessment", "id_student", "is_banked", "score"]
        ) { row in
            guard row[2] == "False", let id = Int(row[0]), let learner = Int(row[1]), let points = Double(row[3]),
                let place = places[id]
            else { return }
            scores[place.presentation, default: [:]][learner, default: []]
                .append((place.column, min(max(points / 100, 0), 1)))
        }
        return names.map { name in
            let learners = (scores[name] ?? [:]).filter { $0.value.count >= Presentation.leastScores }
                .map { Presentation.Learner(id: $0.key, scores: $0.value.sorted { $0.column < $1.column }) }
                .sorted { $0.id < $1.id }
            let year = name.split(separator: " ").last.flatMap { Int($0.prefix(4)) } ?? 0
            return Presentation(name: name, year: year, columns: columns[name] ?? [], learners: learners)
        }
    }

    /// Names of presentations, sorted, and the columns of each in order of due date.
    private func assessments() throws -> ([String], [String: [Presentation.Column]]) {
        var columns: [String: [Presentation.Column]] = [:]
        let header = ["code_module", "code_presentation", "id_assessment", "assessment_type", "date"]
        try CompressedTable.rows(of: folder.appendingPathComponent(DataFolder.files[0]), header) { row in
            guard row[3] != "Exam", let id = Int(row[2]) else { return }
            columns["\(row[0]) \(row[1])", default: []]
                .append(Presentation.Column(id: id, type: String(row[3]), day: Double(row[4]) ?? .infinity))
        }
        return (columns.keys.sorted(), columns.mapValues { $0.sorted { ($0.day, $0.id) < ($1.day, $1.id) } })
    }
}
