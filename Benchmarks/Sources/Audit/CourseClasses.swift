import Foundation
import RealData
import Syncopate

/// Classes drawn from the Open University Learning Analytics Dataset (Kuzilek, Hlosta & Zdrahal 2017, "Open University
/// Learning Analytics dataset", Scientific Data 4:170171; CC BY 4.0): all of their columns are assessments.
struct CourseClasses {
    private struct Course {
        var titles: [String]
        /// `[learner][column]`, shares of the maximum.
        var scores: [[Double?]]
    }

    private var courses: [(name: String, course: Course)] = []

    static let files = ["assessment.csv.gz", "student_assessment.csv.gz"]

    /// The folder that was named, else `data/oulad` below the folder that `SYNCOPATE_SHARED` names, else below a folder
    /// `shared` beside the checkout; `nil` where the files are not there.
    static func folder(named path: String?) -> URL? {
        let folder: URL
        if let path {
            folder = URL(fileURLWithPath: path, isDirectory: true)
        } else if let variable = ProcessInfo.processInfo.environment["SYNCOPATE_SHARED"], !variable.isEmpty {
            folder = URL(fileURLWithPath: variable, isDirectory: true).appendingPathComponent("data/oulad")
        } else {
            var checkout = URL(fileURLWithPath: #filePath)
            // Benchmarks/Sources/Audit/CourseClasses.swift
            for _ in 0..<4 { checkout.deleteLastPathComponent() }
            folder = checkout.deletingLastPathComponent().appendingPathComponent("shared/data/oulad")
        }
        let isThere = files.allSatisfy {
            FileManager.default.fileExists(atPath: folder.appendingPathComponent($0).path)
        }
        return isThere ? folder : nil
    }

    /// Reads all courses; exams and scores brought along from an earlier run are left out, and so are learners with fewer
    /// than three scores.
    init(folder: URL) throws {
        var columns: [String: [(day: Double, id: Int, type: String)]] = [:]
        let header = ["code_module", "code_presentation", "id_assessment", "assessment_type", "date"]
        try CompressedTable.rows(of: folder.appendingPathComponent(Self.files[0]), header) { row in
            guard row[3] != "Exam", let id = Int(row[2]) else { return }
            columns["\(row[0]) \(row[1])", default: []].append((Double(row[4]) ?? .infinity, id, String(row[3])))
        }
        var places: [Int: (name: String, column: Int)] = [:]
        for name in columns.keys {
            columns[name]?.sort { ($0.day, $0.id) < ($1.day, $1.id) }
            for (place, column) in (columns[name] ?? []).enumerated() { places[column.id] = (name, place) }
        }
        var scores: [String: [Int: [Int: Double]]] = [:]
        try CompressedTable.rows(
            of: folder.appendingPathComponent(Self.files[1]), ["id_assessment", "id_student", "is_banked", "score"]
        ) { row in
            guard row[2] == "False", let id = Int(row[0]), let learner = Int(row[1]), let points = Double(row[3]),
                let place = places[id]
            else { return }
            scores[place.name, default: [:]][learner, default: [:]][place.column] = min(max(points / 100, 0), 1)
        }
        for name in columns.keys.sorted() {
            let width = columns[name]?.count ?? 0
            let rows = (scores[name] ?? [:]).sorted { $0.key < $1.key }.filter { $0.value.count >= 3 }
                .map { row in (0..<width).map { row.value[$0] } }
            courses.append(
                (name, Course(titles: (columns[name] ?? []).map(\.type), scores: rows)))
        }
    }

    /// Calls `use` for classes of a size, so many of each course, with the name of the course.
    func draw(size: Int, each: Int, seed: UInt64, use: (String, Gradebook) -> Void) {
        var generator = SplitMix64(state: seed)
        for (name, course) in courses where course.scores.count >= size {
            for _ in 0..<each {
                let members = course.scores.shuffled(using: &generator).prefix(size)
                var log = EvidenceLog()
                for (place, type) in course.titles.enumerated() {
                    log.intern(Item(id: "\(place + 1)", title: "\(type) \(place + 1)", maximum: 100))
                }
                for (place, row) in members.enumerated() {
                    let learner = log.intern(Learner(id: "\(place + 1)"))
                    for (item, score) in row.enumerated() {
                        guard let score else { continue }
                        log.append(Event(learner: learner, item: Int32(item), status: .scored, score: score))
                    }
                }
                use(name, Gradebook(log))
            }
        }
    }
}

/// SplitMix64 (Steele, Lea & Flood 2014).
private struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
