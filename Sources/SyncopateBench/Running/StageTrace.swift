internal import JSONText
internal import SyncopateServer

/// Where the time of single requests went, for a viewer of flame charts (the Trace Event Format of Chrome, as Perfetto and
/// speedscope read it).
public struct StageTrace: Sendable {
    private struct Event: Sendable {
        var name: String
        var start: UInt64
        var end: UInt64
    }

    private var events: [Event] = []
    /// Events beyond which no more are taken.
    private static let limit = 200_000

    public init() {}

    var hasRoom: Bool { events.count < Self.limit }

    /// Adds what lasted from one moment to another, in nanoseconds.
    mutating func add(_ name: String, from start: UInt64, to end: UInt64) {
        guard hasRoom else { return }
        events.append(Event(name: name, start: start, end: max(start, end)))
    }

    /// Adds the stages of a request.
    mutating func add(_ spans: [StageTimer.Span]) {
        for span in spans { add(span.stage.word, from: span.start, to: span.end) }
    }

    /// JSON: complete events, in microseconds since the first.
    public func write() -> [UInt8] {
        let origin = events.map(\.start).min() ?? 0
        var json = JSONWriter()
        json.beginObject()
        json.key("displayTimeUnit")
        json.string("ns")
        json.key("traceEvents")
        json.beginArray()
        for event in events.sorted(by: { ($0.start, $1.end) < ($1.start, $0.end) }) {
            json.beginObject()
            json.key("name")
            json.string(event.name)
            json.key("ph")
            json.string("X")
            json.key("pid")
            json.integer(1)
            json.key("tid")
            json.integer(1)
            json.key("ts")
            json.number(Double(event.start - origin) / 1e3)
            json.key("dur")
            json.number(Double(event.end - event.start) / 1e3)
            json.endObject()
        }
        json.endArray()
        json.endObject()
        json.newline()
        return json.bytes
    }
}
