import RealModule

/// Places among a cohort as normal quantiles: what a relative trace is made of.
public enum CohortPlaces {
    /// The normal quantile of each value's middle rank, `Q((rank - .5) / n)`; ties share theirs.
    ///
    /// - Returns: above zero for the larger half; `nil` for fewer than two values, or where all are the same.
    public static func quantiles(_ values: [Double]) -> [Double]? {
        let order = values.indices.sorted { values[$0] < values[$1] }
        guard let first = order.first, let last = order.last, values[first] < values[last] else { return nil }
        var places = [Double](repeating: 0, count: values.count)
        var start = 0
        while start < order.count {
            var end = start
            while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
            let share = Double(start + end) / 2 / Double(order.count)
            for index in order[start..<end] { places[index] = quantile(share) }
            start = end
        }
        return places
    }

    /// The value below which a standard normal variable lies with probability `share`, held to .001...999.
    ///
    /// Abramowitz & Stegun 26.2.23, then one step of Newton; off by less than 1e-6.
    public static func quantile(_ share: Double) -> Double {
        let held = min(max(share.isNaN ? 0.5 : share, 0.001), 0.999)
        let tail = min(held, 1 - held)
        let t = (-2 * Double.log(tail)).squareRoot()
        let above = 2.515517 + t * (0.802853 + t * 0.010328)
        let below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
        var z = t - above / below
        let density = Double.exp(-z * z / 2) / (2 * Double.pi).squareRoot()
        z += (Double.erfc(z / 2.0.squareRoot()) / 2 - tail) / density
        return held < 0.5 ? -z : z
    }
}
