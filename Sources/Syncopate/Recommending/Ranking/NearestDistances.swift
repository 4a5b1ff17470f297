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
    private var reach = Float.infinity

    /// - Parameters:
    ///   - success: the probability.
    ///   - margin: what a distance may be off by.
    init(limit: Int, from success: Float, margin: Float) {
        self.limit = limit
        self.success = success
        self.margin = margin
        distances.reserveCapacity(limit + 1)
    }

    /// Starts over, with nothing from farther away than `reach`.
    mutating func removeAll(within reach: Float) {
        distances.removeAll(keepingCapacity: true)
        self.reach = .infinity
        bound(reach)
    }

    private var isShort: Bool { distances.count < limit }

    /// The largest that is kept; infinite while there are fewer than asked for.
    var worst: Float { isShort ? .infinity : distances[limit - 1] }

    /// Keeps a distance if it is among the smallest; whether the bounds are others now.
    mutating func insert(_ distance: Float) -> Bool {
        guard distance < worst else { return false }
        var place = distances.count
        while place > 0, distances[place - 1] > distance { place -= 1 }
        distances.insert(distance, at: place)
        if distances.count > limit { distances.removeLast() }
        guard !isShort else { return false }
        bound(worst)
        return true
    }

    private mutating func bound(_ distance: Float) {
        let reach = min(distance + 2 * margin, self.reach)
        self.reach = reach
        logits = (Self.logit(success - reach), Self.logit(success + reach))
    }

    private static func logit(_ p: Float) -> Float {
        p <= 0 ? -.infinity : p >= 1 ? .infinity : Float.log(p / (1 - p))
    }

    /// Between which values an item can still be among the nearest, where its log-odds are the sum of `center` and the
    /// value, divided by `spread`.
    func bounds(center: Float, spread: Float) -> (low: Float, high: Float) {
        // Rounding of the values themselves is less than this for any that matter.
        let slack: Float = 1e-5 * max(1, abs(center))
        return (logits.low * spread - center - slack, logits.high * spread - center + slack)
    }
}
