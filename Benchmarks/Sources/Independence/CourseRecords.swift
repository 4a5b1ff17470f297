import Foundation
import RealData
import Syncopate

/// The Open University Learning Analytics Dataset (Kuzilek, Hlosta & Zdrahal 2017, CC BY 4.0) as traces.
///
/// An event is a learner and an assessment with a date, no exam, while the learner is registered; banked scores are left
/// out. The place of a submission is that among those handed in on time, so that nothing later than the due date is used.
struct CourseRecords {
    /// A learner's run of a course.
    struct Run: Hashable {
        var module: Substring
        var presentation: Substring
        var learner: Substring
    }

    /// An assessment other than an exam.
    struct Assessment {
        var id: Int
        var module: Substring
        var presentation: Substring
        var type: Substring
        var day: Double
        var weight: Double
    }

    /// What is told of a learner beside the traces, for the report alone.
    struct Person {
        var groups: [String]
        var hasPassed: Bool
    }

    private(set) var assessments: [Assessment] = []
    private(set) var people: [Run: Person] = [:]
    private(set) var registrations: [Run: (from: Double, until: Double)] = [:]
    /// Day and score by assessment and learner.
    private(set) var submissions: [Int: [Substring: (day: Double, score: Double)]] = [:]
    private var banked: [Int: Set<Substring>] = [:]

    static let files = ["assessment", "student_assessment", "student_registration", "student"].map { $0 + ".csv.gz" }
    static let groupNames = ["gender", "disability", "age_band", "imd_band"]
    /// Days from the start of 2013 to the start of each presentation.
    static let starts: [Substring: Double] = ["2013B": 31, "2013J": 273, "2014B": 396, "2014J": 638]

    /// - Throws: ``BenchmarkError`` if a file cannot be read or lacks a column.
    init(folder: URL) throws {
        let paths = Self.files.map { folder.appendingPathComponent($0) }
        var (assessments, people) = ([Assessment](), [Run: Person]())
        try CompressedTable.rows(
            of: paths[0], ["id_assessment", "code_module", "code_presentation", "assessment_type", "date", "weight"]
        ) { row in
            guard row[3] != "Exam", let id = Int(row[0]), let day = Double(row[4]) else { return }
            assessments.append(
                Assessment(
                    id: id, module: row[1], presentation: row[2], type: row[3], day: day, weight: Double(row[5]) ?? 0))
        }
        self.assessments = assessments.sorted {
            let (a, b) = (Self.starts[$0.presentation] ?? 0, Self.starts[$1.presentation] ?? 0)
            return (a + $0.day, $0.id) < (b + $1.day, $1.id)
        }
        var (submissions, banked) = ([Int: [Substring: (day: Double, score: Double)]](), [Int: Set<Substring>]())
        try CompressedTable.rows(
            of: paths[1], ["id_assessment", "id_student", "date_submitted", "is_banked", "score"]
        ) { row in
            guard let id = Int(row[0]) else { return }
            if row[3] == "True" {
                banked[id, default: []].insert(row[1])
            } else if let day = Double(row[2]) {
                submissions[id, default: [:]][row[1]] = (day, Double(row[4]) ?? .nan)
            }
        }
        self.submissions = submissions
        self.banked = banked
        var registrations: [Run: (from: Double, until: Double)] = [:]
        try CompressedTable.rows(
            of: paths[2],
            ["code_module", "code_presentation", "id_student", "date_registration", "date_unregistration"]
        ) { row in
            registrations[Run(module: row[0], presentation: row[1], learner: row[2])] =
                (Double(row[3]) ?? -.infinity, Double(row[4]) ?? .infinity)
        }
        self.registrations = registrations
        try CompressedTable.rows(
            of: paths[3], ["code_module", "code_presentation", "id_student", "final_result"] + Self.groupNames
        ) { row in
            people[Run(module: row[0], presentation: row[1], learner: row[2])] = Person(
                groups: zip(Self.groupNames, row[4...]).map { "\($0) \($1.isEmpty ? "not known" : String($1))" },
                hasPassed: row[3] == "Pass" || row[3] == "Distinction")
        }
        self.people = people
    }

    /// Days after the due date on which it is known whether work came at all.
    static let grace = 14.0

    /// The traces: on the due date whether work came, and how early; a fortnight later whether it has come at all.
    ///
    /// - Parameter isStrict: whether assessments due on one day are one moment, in which none foretells another.
    /// - Returns: the log, and of each of its events the run and the day of the course.
    func log(isStrict: Bool) -> (log: TraceLog, runs: [Run], days: [Double]) {
        var byCourse: [Substring: [Run]] = [:]
        for run in registrations.keys.sorted(by: { $0.learner < $1.learner }) {
            byCourse[run.module + run.presentation, default: []].append(run)
        }
        var (log, runs, onDays) = (TraceLog(), [Run](), [Double]())
        for (position, assessment) in assessments.enumerated() {
            let came = submissions[assessment.id] ?? [:]
            let course = assessment.module + assessment.presentation
            let registered = (byCourse[course] ?? []).filter { run in
                guard let span = registrations[run] else { return false }
                return span.from <= assessment.day && span.until > assessment.day
                    && banked[assessment.id]?.contains(run.learner) != true
            }
            let days = registered.map { came[$0.learner]?.day ?? .infinity }
            let early = days.indices.filter { days[$0] <= assessment.day }
            let quantiles = CohortPlaces.quantiles(early.map { -days[$0] }) ?? []
            let places = Dictionary(uniqueKeysWithValues: zip(early, quantiles))
            for wait in [0, Self.grace] {
                let day = assessment.day + wait
                let time = ((Self.starts[assessment.presentation] ?? 0) + day) * 86_400
                for (index, run) in registered.enumerated() {
                    var traces: [TraceLog.Trace] = []
                    if wait > 0 {
                        traces.append(.init(.attempted, days[index] <= day ? 1 : 0))
                    } else {
                        traces.append(.init(.onTime, days[index] <= day ? 1 : 0))
                        if let place = places[index] { traces.append(.init(.rank, place)) }
                    }
                    log.append(
                        learner: String(run.learner), course: String(course),
                        group: String(assessment.module + " " + assessment.type),
                        time: time + (isStrict ? 0 : Double(position)), traces: traces)
                    runs.append(run)
                    onDays.append(day)
                }
            }
        }
        return (log, runs, onDays)
    }
}
