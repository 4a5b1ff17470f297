import InventedCourses

/// Requests of many learners, drawn by a seed.
struct Traffic {
    let course: InventedCourse
    let learners: Int
    private var draw: Draws
    private var time = 1_760_000_000
    private var event = 0

    init(_ course: InventedCourse, learners: Int, seed: UInt64) {
        self.course = course
        self.learners = learners
        draw = Draws(seed: seed)
    }

    private mutating func members() -> String {
        event += 1
        time += 1
        let item = draw.below(course.catalogue.items.count)
        return
            "\"event_id\":\"event-\(event)\",\"learner\":\"learner-\(draw.below(learners))\",\"item\":\"item-\(item)\","
            + "\"score\":\(draw.below(2)),\"at\":\(time)"
    }

    /// A request of `step` with the five best items.
    mutating func step() -> [UInt8] {
        let members = members()
        return Array(
            "{\"jsonrpc\":\"2.0\",\"id\":\(event),\"method\":\"step\",\"params\":{\(members),\"limit\":5}}\n".utf8)
    }

    /// A request of `observe` with some events.
    mutating func observe(_ count: Int) -> [UInt8] {
        let events = (0..<count).map { _ in "{\(members())}" }.joined(separator: ",")
        return Array(
            "{\"jsonrpc\":\"2.0\",\"id\":\(event),\"method\":\"observe\",\"params\":{\"events\":[\(events)]}}\n".utf8)
    }
}
