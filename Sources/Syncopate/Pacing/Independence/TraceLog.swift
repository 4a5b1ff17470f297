/// Traces of independence in the order of time.
///
/// An event is what was seen of one learner at one moment; it may hold several traces. Places in the lists of names stand
/// for learners, courses and groups.
public struct TraceLog: Sendable, Hashable {
    /// One thing that was seen.
    public struct Trace: Sendable, Hashable {
        /// What kind of thing.
        public var kind: TraceKind
        /// The outcome in 0...1, or the normal quantile where the kind is a place among the cohort.
        public var value: Double

        public init(_ kind: TraceKind, _ value: Double) {
            self.kind = kind
            self.value = value
        }
    }

    /// What was seen of one learner at one moment.
    public struct Event: Sendable, Hashable {
        /// Position in ``TraceLog/learners``.
        public var learner: Int
        /// Position in ``TraceLog/courses``.
        public var course: Int
        /// Position in ``TraceLog/groups``.
        public var group: Int
        /// Seconds since 1970, or any number that grows; NaN where unknown: then the order of the events is that of time.
        public var time: Double
        /// What was seen. Values that are not finite, and outcomes outside 0...1, are left aside.
        public var traces: [Trace]

        public init(learner: Int, course: Int, group: Int, time: Double, traces: [Trace]) {
            self.learner = learner
            self.course = course
            self.group = group
            self.time = time
            self.traces = traces
        }
    }

    /// Everybody seen.
    public private(set) var learners: [String] = []
    /// Runs of courses; "" where there is none.
    public private(set) var courses: [String] = []
    /// Kinds of assessment, each with intercepts of its own; "" where there is none.
    public private(set) var groups: [String] = []
    /// In the order they were added.
    public private(set) var events: [Event] = []

    private var positions = [[String: Int]](repeating: [:], count: 3)

    public init() {}

    /// Adds what was seen of a learner at a moment.
    ///
    /// - Parameters:
    ///   - course: the run of the course; a learner who goes on to another one carries half of the trait along.
    ///   - group: kind of assessment, such as essay or quiz.
    ///   - time: seconds since 1970; NaN where unknown.
    ///   - traces: may be empty: the learner is then listed and nothing is known.
    public mutating func append(
        learner: String, course: String = "", group: String = "", time: Double, traces: [Trace]
    ) {
        events.append(
            Event(
                learner: Self.position(learner, &learners, &positions[0]),
                course: Self.position(course, &courses, &positions[1]),
                group: Self.position(group, &groups, &positions[2]), time: time, traces: traces))
    }

    /// The same people and moments without some kinds of trace.
    public func dropping(_ kinds: Set<TraceKind>) -> TraceLog {
        var log = self
        for index in log.events.indices { log.events[index].traces.removeAll { kinds.contains($0.kind) } }
        return log
    }

    /// Positions of the events, moment by moment: all of one time are one moment. Events without a time stand, each a
    /// moment by itself, where they stand among their neighbours.
    public var moments: [[Int]] {
        var times = [Double](repeating: 0, count: events.count)
        var last = -Double.infinity
        for (index, event) in events.enumerated() {
            if event.time.isFinite { last = event.time }
            times[index] = last
        }
        let order = events.indices.sorted { times[$0] != times[$1] ? times[$0] < times[$1] : $0 < $1 }
        var moments: [[Int]] = []
        for index in order {
            if let previous = moments.last?.last, events[index].time.isFinite,
                events[previous].time == events[index].time
            {
                moments[moments.count - 1].append(index)
            } else {
                moments.append([index])
            }
        }
        return moments
    }

    private static func position(_ name: String, _ list: inout [String], _ positions: inout [String: Int]) -> Int {
        if let known = positions[name] { return known }
        positions[name] = list.count
        list.append(name)
        return list.count - 1
    }
}
