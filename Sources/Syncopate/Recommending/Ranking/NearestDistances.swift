import RealModule

/// The smallest few of many distances from a probability.
struct NearestDistances {
    private let limit: Int
    /// Ascending.
    private var distances: [Float] = []
    private let success: Float
    private let margin: Float
    /// Log-odds of the probabilities that are the worst distance and twice the margin away, either way.
    private var logits: (low: Float, high: Float) = (-.infinity, .infinity)

    /// - Parameters:
    ///   - success: the probability.
    ///   - margin: what a distance may be off by.
    init(limit: Int, from success: Float, margin: Float) {
        self.limit = limit
        self.success = success
        self.margin = margin
        distances.reserveCapacity(limit + 1)
    }

    mutating func removeAll() {
        distances.removeAll(keepingCapacity: true)
        logits = (-.infinity, .infinity)
    }

    /// The largest that is kept; infinite until there are as many as asked for.
    var worst: Float { distances.count < limit ? .infinity : distances[limit - 1] }

    /// Keeps a distance if it is among the smallest; whether the bounds are others now.
    mutating func insert(_ distance: Float) -> Bool {
        guard distance < worst else { return false }
        var place = distances.count
        while place > 0, distances[place - 1] > distance { place -= 1 }
        distances.insert(distance, at: place)
        if distances.count > limit { distances.removeLast() }
        guard distances.count == limit else { return false }
        let reach = worst + 2 * margin
        logits = (Self.logit(success - reach), Self.logit(success + reach))
        return true
    }

    private static func logit(_ p: Float) -> Float {
        p <= 0 ? -.infinity : p >= 1 ? .infinity : Float.log(p / (1 - p))
    }

    /// Between which values an item can still be among the nearest, where its log-odds are `scale` times the sum of
    /// `center` and the value.
    func bounds(center: Float, scale: Float) -> (low: Float, high: Float) {
        // Rounding of the values themselves is less than this for any that matter.
        let slack: Float = 1e-5 * max(1, abs(center))
        return (logits.low / scale - center - slack, logits.high / scale - center + slack)
    }
}
