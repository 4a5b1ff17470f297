import Syncopate
import SyncopateFormats
import Testing

/// Events that several logs tell.
struct CourseOverlapTests {
    private func course(repeated: Int, corrected: Int) -> Course {
        var course = Course(name: "Algebra", files: [], log: EvidenceLog())
        course.repeatedEvents = repeated
        course.correctedEvents = corrected
        return course
    }

    @Test func nothing() { #expect(CourseOverlap.findings(course(repeated: 0, corrected: 0)).isEmpty) }

    @Test func oneAndSeveral() {
        let one = CourseOverlap.findings(course(repeated: 1, corrected: 1))
        #expect(one.map(\.rule) == [.duplicateEvent, .supersededEvent] && one.map(\.severity) == [.note, .warning])
        #expect(one.map(\.file) == ["course Algebra", "course Algebra"])
        #expect(one[0].message == "1 event stands in several files and is read once")
        #expect(one[1].message == "1 event has another score in a later file, which counts")
        let several = CourseOverlap.findings(course(repeated: 2, corrected: 3)).map(\.message)
        #expect(several[0] == "2 events stand in several files and are read once")
        #expect(several[1] == "3 events have another score in a later file, which counts")
    }
}
