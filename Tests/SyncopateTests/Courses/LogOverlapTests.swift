import Syncopate
import Testing

/// Logs that tell the same events are read once.
struct LogOverlapTests {
    /// An event: learner, item, score, time, attempt, id.
    private typealias Told = (learner: String, item: String, score: Double, at: Double, attempt: Int32, id: UInt64)

    private func file(_ name: String, _ told: [Told]) -> CourseFile {
        var log = EvidenceLog()
        for one in told {
            let learner = log.intern(Learner(id: one.learner))
            let item = log.intern(Item(id: one.item, title: one.item))
            log.append(
                Event(
                    learner: learner, item: item, status: one.score.isNaN ? .unknownBlank : .scored, score: one.score,
                    at: one.at, attempt: one.attempt))
        }
        return CourseFile(name: name, log: log, isSnapshot: false, eventIDs: told.map(\.id))
    }

    private func course(_ files: [[Told]], _ rule: CourseRule = .one) throws -> Course {
        try #require(CourseSorter.courses(of: files.map { file("log", $0) }, rule: rule).first)
    }

    @Test func byTheirIDs() throws {
        let first: [Told] = [("u", "q1", 0, .nan, 0, 1), ("u", "q2", 1, .nan, 0, 2)]
        let course = try course([first, first + [("u", "q1", 1, .nan, 0, 3), ("v", "q1", 1, .nan, 0, 1)]])
        #expect(course.log.events.map(\.score) == [0, 1, 1, 1])
        #expect(course.repeatedEvents == 2 && course.correctedEvents == 0)
    }

    @Test func aChangedScoreCounts() throws {
        for (attempt, id) in [(1, 0), (0, 7), (1, 7)] as [(Int32, UInt64)] {
            let course = try course([[("u", "q", 0, .nan, attempt, id)], [("u", "q", 1, .nan, attempt, id)]])
            #expect(course.log.events.map(\.score) == [1] && course.correctedEvents == 1 && course.repeatedEvents == 0)
        }
    }

    /// What says nothing takes no score away, and a score takes its place.
    @Test func blanks() throws {
        let (score, blank): (Told, Told) = (("u", "q", 1, .nan, 1, 0), ("u", "q", .nan, .nan, 1, 0))
        let later = try course([[score], [blank]])
        #expect(later.log.events.map(\.score) == [1] && later.repeatedEvents == 1 && later.correctedEvents == 0)
        let earlier = try course([[blank], [score]])
        #expect(earlier.log.events.map(\.score) == [1] && earlier.correctedEvents == 1)
    }

    @Test func byTheirTimes() throws {
        let first: [Told] = [("u", "q", 0, 100, 0, 0), ("u", "q", 1, 100, 0, 0), ("v", "q", 1, 100, 0, 0)]
        let course = try course([first, first + [("u", "q", 1, 200, 0, 0)]])
        #expect(course.log.events.map(\.score) == [0, 1, 1, 1] && course.repeatedEvents == 3)
        // Another score at the same moment is another try.
        #expect(try self.course([[("u", "q", 0, 100, 0, 0)], [("u", "q", 1, 100, 0, 0)]]).log.events.count == 2)
    }

    /// As many as the later log has more are new.
    @Test func tellingsAreCounted() throws {
        let one: Told = ("u", "q", 1, 100, 0, 0)
        #expect(try course([[one], [one, one]]).log.events.count == 2)
        #expect(try course([[one, one], [one]]).log.events.count == 2)
        #expect(try course([[one], [one], [one]]).log.events.count == 1)
    }

    /// Ids that differ tell events apart, and one without an id may be any.
    @Test func idsAgainstTimes() throws {
        func count(_ first: UInt64, _ second: UInt64, _ attempt: Int32) throws -> Int {
            try course([[("u", "q", 1, 100, attempt, first)], [("u", "q", 1, 100, attempt, second)]]).log.events.count
        }
        for attempt in [0, 1] as [Int32] {
            #expect(try count(1, 2, attempt) == 2 && count(1, 0, attempt) == 1 && count(0, 2, attempt) == 1)
        }
    }

    /// What says neither when nor which try may be a new one.
    @Test func withoutAnIdentity() throws {
        let course = try course([[("u", "q", 1, .nan, 0, 0)], [("u", "q", 1, .nan, 0, 0)]])
        #expect(course.log.events.count == 2 && course.repeatedEvents == 0)
    }

    @Test func ofOneCourseFoundByItself() throws {
        let one: [Told] = [("u", "q", 1, 100, 0, 0), ("v", "q", 0, 100, 0, 0)]
        #expect(try course([one, one], .auto).log.events.count == 2)
    }
}
