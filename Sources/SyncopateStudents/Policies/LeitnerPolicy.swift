import Syncopate

/// Leitner's boxes (1972) as a network of queues (Reddy, Labutov, Banerjee & Joachims 2016): right moves an item one box up,
/// wrong one down.
///
/// With probability `arrival` a new item comes, if there is one; else box k = 1, 2, ... is drawn with weight 1/sqrt(k) among those
/// that are not empty, and its oldest item comes. There is no top box.
public struct LeitnerPolicy: PolicyFamily {
    public var name: String { "Leitner, \(arrival) new" }
    /// Probability that a new item comes, while there are some.
    public let arrival: Double

    /// - Parameter arrival: above 0, below 1.
    public init(arrival: Double = 0.1) { self.arrival = min(max(arrival, 0.001), 0.999) }

    public func suits(_ brief: TutoringBrief) -> Bool {
        switch brief.purpose {
        case .remember, .rememberUntil: true
        case .master, .measure: false
        }
    }

    public func policy(for brief: TutoringBrief, seed: UInt64, exposures: ItemExposures) -> any TutoringPolicy {
        Chooser(arrival: arrival, boxes: [Array(0..<brief.itemCount)], generator: SeededGenerator(seed: seed))
    }

    private struct Chooser: TutoringPolicy {
        let arrival: Double
        /// New items, then boxes; the first of each comes next.
        var boxes: [[Int]]
        var generator: SeededGenerator

        mutating func next(at time: Double) -> Int {
            var weights = boxes.indices.map { $0 > 0 && !boxes[$0].isEmpty ? 1 / Double($0).squareRoot() : 0 }
            let total = weights.reduce(0, +)
            if !boxes[0].isEmpty { weights[0] = total > 0 ? total * arrival / (1 - arrival) : 1 }
            var luck = generator.uniform() * weights.reduce(0, +)
            var box = 0
            for (place, weight) in weights.enumerated() where weight > 0 {
                box = place
                luck -= weight
                if luck < 0 { break }
            }
            return boxes[box].first ?? 0
        }

        mutating func observe(_ item: Int, score: Double, at time: Double) {
            var box = 0
            for place in boxes.indices {
                guard let position = boxes[place].firstIndex(of: item) else { continue }
                boxes[place].remove(at: position)
                box = place
            }
            let next = max(1, box + (score >= 0.5 ? 1 : -1))
            while boxes.count <= next { boxes.append([]) }
            boxes[next].append(item)
        }
    }
}
