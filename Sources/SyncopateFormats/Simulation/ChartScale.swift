/// An axis with round numbers.
struct ChartScale: Sendable {
    /// Round numbers in order, the first and last the ends of the axis.
    let ticks: [Double]
    /// Decimals that tell the ticks apart.
    let places: Int

    /// An axis that holds all finite values, with about five steps of 1, 2 or 5 times a power of ten.
    init(holding values: [Double]) {
        let finite = values.filter { $0.isFinite && abs($0) < 1e9 }
        let low = finite.min() ?? 0
        var high = finite.max() ?? 1
        if high - low < 1e-6 { high = low + 1e-6 }
        var step = 1.0
        var places = 0
        while step * 10 < (high - low) / 5 { step *= 10 }
        while step > (high - low) / 5 {
            step /= 10
            places += 1
        }
        // A power of ten that gives five steps or more; 2, 5 or 10 of it give six at most.
        for factor in [1.0, 2, 5, 10] where (high - low) / (step * factor) <= 6 || factor == 10 {
            step *= factor
            if factor == 10 { places = max(places - 1, 0) }
            break
        }
        self.places = places
        let first = (low / step).rounded(.down)
        let last = max((high / step).rounded(.up), first + 1)
        ticks = (0...Int(last - first)).map { (first + Double($0)) * step }
    }

    /// Where a value stands, 0 at the first tick and 1 at the last; values outside stand at the ends.
    func position(_ value: Double) -> Double {
        guard let first = ticks.first, let last = ticks.last, last > first, value.isFinite else { return 0 }
        return min(max((value - first) / (last - first), 0), 1)
    }
}
