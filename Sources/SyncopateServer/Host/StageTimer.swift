/// Where a server's time goes, by a clock that is given to it; without one nothing is timed.
///
/// Always in one stage while a line is answered: entering a stage ends the one before. A look at the clock costs some 25 ns,
/// and a line takes four to six.
public struct StageTimer {
    /// A stage of one line: from when to when, in nanoseconds.
    public struct Span: Sendable, Hashable {
        public let stage: Stage
        public let start: UInt64
        public let end: UInt64
    }

    private let clock: (@Sendable () -> UInt64)?
    /// Nanoseconds spent in each stage.
    private var totals = [UInt64](repeating: 0, count: Stage.allCases.count)
    private var stage: Stage?
    private var since: UInt64 = 0
    /// Spans that were noted, if they are to be.
    private var spans: [Span] = []
    private var limit = 0
    private var methods: [ObjectIdentifier: MethodTime] = [:]

    /// What answering one method took.
    struct MethodTime {
        var count = 0
        var nanoseconds: UInt64 = 0
        var slowest: UInt64 = 0
    }

    init(_ clock: (@Sendable () -> UInt64)?) { self.clock = clock }

    /// Whether there is a clock.
    var isOn: Bool { clock != nil }

    /// Nanoseconds by the clock; 0 without one.
    var now: UInt64 { clock?() ?? 0 }

    /// Seconds spent in a stage so far.
    public func seconds(_ stage: Stage) -> Double { Double(totals[stage.rawValue]) / 1e9 }

    /// Begins a stage, and ends the one before.
    @inline(__always)
    mutating func enter(_ next: Stage) {
        guard let clock else { return }
        change(to: next, at: clock())
    }

    /// Ends the stage there is.
    @inline(__always)
    mutating func leave() {
        guard let clock else { return }
        change(to: nil, at: clock())
    }

    private mutating func change(to next: Stage?, at now: UInt64) {
        if let stage, now > since {
            totals[stage.rawValue] &+= now - since
            if spans.count < limit { spans.append(Span(stage: stage, start: since, end: now)) }
        }
        stage = next
        since = now
    }

    /// Adds an answer, or an error, to what its method took.
    ///
    /// - Parameter start: when it began, by ``now``.
    mutating func note(_ method: any Method.Type, since start: UInt64) {
        guard isOn else { return }
        let taken = max(now, start) - start
        var time = methods[ObjectIdentifier(method)] ?? MethodTime()
        time.count += 1
        time.nanoseconds &+= taken
        time.slowest = max(time.slowest, taken)
        methods[ObjectIdentifier(method)] = time
    }

    /// What answering a method took so far; `nil` where it was never asked.
    func time(of method: any Method.Type) -> MethodTime? { methods[ObjectIdentifier(method)] }

    /// Notes spans from now on, up to so many; those there are are forgotten.
    public mutating func noteSpans(_ limit: Int) {
        spans = []
        spans.reserveCapacity(limit)
        self.limit = limit
    }

    /// The spans that were noted, in their order.
    public mutating func takeSpans() -> [Span] {
        defer { spans = [] }
        return spans
    }
}
