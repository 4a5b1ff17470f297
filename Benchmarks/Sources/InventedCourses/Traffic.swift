public import SyncopateStudents

/// Requests of many learners, drawn by a seed.
public struct Traffic {
    public let course: InventedCourse
    public let learners: Int
    private var draw: Draws
    private var time = 1_760_000_000
    private var event = 0

    public init(_ course: InventedCourse, learners: Int, seed: UInt64) {
        self.course = course
        self.learners = learners
        draw = Draws(seed: seed)
    }

    /// Parameters of `step` with the five best items, as a row of `pipe`.
    public mutating func row() -> [UInt8] { Array("{\(members()),\"limit\":5}\n".utf8) }

    private mutating func members() -> String {
        event += 1
        time += 1
        let item = draw.below(course.catalogue.items.count)
        return
            "\"event_id\":\"event-\(event)\",\"learner\":\"learner-\(draw.below(learners))\",\"item\":\"item-\(item)\","
            + "\"score\":\(draw.below(2)),\"at\":\(time)"
    }

    /// A request of `step` with the five best items.
    public mutating func step() -> [UInt8] {
        let members = members()
        return Array(
            "{\"jsonrpc\":\"2.0\",\"id\":\(event),\"method\":\"step\",\"params\":{\(members),\"limit\":5}}\n".utf8)
    }

    /// A request of `observe` with some events.
    public mutating func observe(_ count: Int) -> [UInt8] {
        let events = (0..<count).map { _ in "{\(members())}" }.joined(separator: ",")
        return Array(
            "{\"jsonrpc\":\"2.0\",\"id\":\(event),\"method\":\"observe\",\"params\":{\"events\":[\(events)]}}\n".utf8)
    }
}
