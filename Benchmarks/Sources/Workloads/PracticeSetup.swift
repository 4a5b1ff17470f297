import InventedCourses
import Syncopate
import SyncopateStudents

/// The course that workloads on practice share, and events on it.
struct PracticeSetup {
    let course: InventedCourse
    let keeper: RecordKeeper
    private var draw = Draws(seed: 4)
    private var number: UInt64 = 0

    static let learners = 100

    init() throws {
        course = try Self.course()
        keeper = RecordKeeper(Recommender(catalogue: course.catalogue))
    }

    static func course() throws -> InventedCourse {
        try InventedCourse(skills: 60, items: 1_000, sets: 200, seed: 1)
    }

    /// An answer on any item, with an identity of its own, some seconds after the one before.
    mutating func event() -> PracticeEvent {
        number += 1
        return PracticeEvent(
            id: EventID(fingerprint: number &* 0x9E37_79B9_7F4A_7C15), at: 1_760_000_000 + 20 * Double(number),
            score: draw.below(3) > 0 ? 1 : 0, subject: EvidenceSubject(item: draw.below(course.catalogue.items.count)))
    }

    /// Events of all learners, a learner's one after the other.
    mutating func events(each count: Int) -> [PracticeEvent] {
        (0..<Self.learners * count).map { _ in event() }
    }

    /// Learners who gave so many answers.
    mutating func records(answers count: Int) -> [LearnerRecord] {
        (0..<Self.learners).map { learner in
            var record = keeper.newRecord(of: "learner-\(learner)")
            for _ in 0..<count { keeper.apply(event(), to: &record) }
            return record
        }
    }
}
