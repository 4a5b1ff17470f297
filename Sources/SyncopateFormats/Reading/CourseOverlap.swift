public import Syncopate

/// What is to be said of events that several logs of one course tell.
public enum CourseOverlap {
    /// How many stand in several files, and how many have another score in a later one; empty where none do.
    public static func findings(_ course: Course) -> [Finding] {
        var collector = FindingCollector(file: "course \(course.name)")
        if let repeated = events(course.repeatedEvents, "stands", "stand") {
            collector.add(
                .duplicateEvent, .note,
                "\(repeated) in several files and \(course.repeatedEvents == 1 ? "is" : "are") read once",
                remedy: "nothing to do")
        }
        if let corrected = events(course.correctedEvents, "has", "have") {
            collector.add(
                .supersededEvent, .warning, "\(corrected) another score in a later file, which counts",
                remedy: "give the files in the order they were made")
        }
        return collector.findings
    }

    private static func events(_ count: Int, _ one: String, _ several: String) -> String? {
        count == 0 ? nil : count == 1 ? "1 event \(one)" : "\(count) events \(several)"
    }
}
