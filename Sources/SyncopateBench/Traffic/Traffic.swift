internal import JSONText
internal import RealModule
public import Syncopate
internal import SyncopateStudents

/// Requests of many learners, drawn by a seed: some learners ask often, and some items are asked for often.
///
/// The same catalogue and shape always give the same requests.
public struct Traffic {
    public let shape: TrafficShape
    private let items: [String]
    /// Sums of the weights of the items, in the order of ``items``.
    private let sums: [Double]
    private var draw: Draws
    /// Moment of the last event, in seconds since 1970.
    private var time = 1_760_000_000
    private var number = 0

    /// Draws are of so many parts.
    private static let parts = 1 << 53

    public init(_ catalogue: Catalogue, _ shape: TrafficShape) {
        self.shape = shape
        draw = Draws(seed: shape.seed)
        var items = catalogue.items.map(\.id)
        // Which items are the popular ones is drawn too: files often begin with the easy ones.
        for place in items.indices.dropFirst() { items.swapAt(place, draw.below(place + 1)) }
        self.items = items
        var sum = 0.0
        sums = items.indices.map { rank in
            sum += Double.pow(Double(rank + 1), -shape.skew)
            return sum
        }
    }

    /// Requests of `observe` that make every learner known, with so many answers on average, in no order of learners.
    ///
    /// - Parameter size: events of a request.
    public mutating func introductions(size: Int = 100) -> [[UInt8]] {
        let count = shape.events
        return stride(from: 0, to: count, by: size).map { first in
            request("observe") { traffic, json in
                json.key("events")
                json.beginArray()
                for event in first..<min(first + size, count) {
                    // Everybody has one answer before anybody has two.
                    let learner = event < traffic.shape.learners ? event : traffic.draw.below(traffic.shape.learners)
                    json.beginObject()
                    traffic.event(of: learner, to: &json)
                    json.endObject()
                }
                json.endArray()
            }
        }
    }

    /// Requests of `step`: an answer, and what to do next.
    public mutating func steps(_ count: Int) -> [[UInt8]] {
        (0..<count).map { _ in
            request("step") { traffic, json in
                traffic.event(of: traffic.someone(), to: &json)
                json.key("limit")
                json.integer(traffic.shape.limit)
            }
        }
    }

    /// Requests of `recommend` for one learner each.
    public mutating func recommendations(_ count: Int) -> [[UInt8]] {
        (0..<count).map { _ in
            request("recommend") { traffic, json in
                json.key("learners")
                json.beginArray()
                json.string("learner-\(traffic.someone())")
                json.endArray()
                json.key("limit")
                json.integer(traffic.shape.limit)
            }
        }
    }

    private mutating func request(
        _ method: String, _ params: (inout Traffic, inout JSONWriter) -> Void
    ) -> [UInt8] {
        number += 1
        var json = JSONWriter()
        json.beginObject()
        json.key("jsonrpc")
        json.string("2.0")
        json.key("id")
        json.integer(number)
        json.key("method")
        json.string(method)
        json.key("params")
        json.beginObject()
        params(&self, &json)
        json.endObject()
        json.endObject()
        json.newline()
        return json.bytes
    }

    private mutating func event(of learner: Int, to json: inout JSONWriter) {
        time += 1
        json.key("event_id")
        json.string("event-\(time)")
        json.key("learner")
        json.string("learner-\(learner)")
        json.key("item")
        json.string(item())
        json.key("score")
        json.integer(draw.below(100) < 65 ? 1 : 0)
        json.key("at")
        json.integer(time)
    }

    private mutating func someone() -> Int {
        let hot = min(max(Int(Double(shape.learners) * shape.hot), 1), shape.learners)
        guard hot < shape.learners, uniform() >= TrafficShape.hotRequests else { return draw.below(hot) }
        return hot + draw.below(shape.learners - hot)
    }

    private mutating func item() -> String {
        guard let total = sums.last else { return "" }
        let target = uniform() * total
        var (low, high) = (0, sums.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] > target { high = middle } else { low = middle + 1 }
        }
        return items[low]
    }

    private mutating func uniform() -> Double { Double(draw.below(Self.parts)) / Double(Self.parts) }
}
