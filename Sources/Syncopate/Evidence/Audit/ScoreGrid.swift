import RealModule

/// The steps a column's scores come in, and how probable each step is if scores spread smoothly over them.
struct ScoreGrid: Sendable {
    /// Steps from nothing to the maximum.
    let steps: Int
    /// The step each score stands on.
    let places: [Int]
    /// Log-probability of each step that occurs.
    let logProbability: [Int: Double]

    /// Most steps that are told apart.
    static let limit = 1_000

    /// - Parameters:
    ///   - scores: shares of the maximum, held to 0...1.
    ///   - maximum: points possible; 100 where unknown.
    init(_ scores: [Double], maximum: Double?) {
        let points = max(maximum ?? 100, 1e-6)
        let inside = Set(scores.filter { $0 > 0 && $0 < 1 }).sorted()
        let steps = Self.steps(inside, points: points)
        self.steps = steps
        places = scores.map { Int((min(max($0, 0), 1) * Double(steps)).rounded()) }
        logProbability = Self.smooth(places, steps: steps)
    }

    /// The fewest equal steps that all scores stand on, as far as rounding of the file lets tell: hundredths of a point,
    /// or, where a percentage is of few questions or sessions, whatever the file rounds to.
    private static func steps(_ inside: [Double], points: Double) -> Int {
        guard !inside.isEmpty else { return 1 }
        let tolerance = 0.0051 / points
        var fine = min(max(Int((points * 100).rounded()), 1), limit)
        for steps in 2...limit {
            guard tolerance * Double(steps) <= 0.2 else { break }
            if inside.allSatisfy({
                let exact = $0 * Double(steps)
                return abs(exact - exact.rounded()) <= tolerance * Double(steps) + 1e-9
            }) {
                fine = steps
                break
            }
        }
        guard inside.count >= 3 else { return fine }
        let unit = [1, 0.1].first { unit in
            inside.allSatisfy { abs($0 * points / unit - ($0 * points / unit).rounded()) < 1e-6 / unit }
        }
        guard let unit, fine > 2 else { return fine }
        for steps in 2..<fine {
            // Scores of any kind fall on that many parts by chance; beyond this it is no sign of them.
            let chance = Double.pow(min(1, Double(steps) * unit / points), Double(inside.count))
            guard Double(steps) * chance <= 0.02 else { break }
            if inside.allSatisfy({
                let part = ($0 * Double(steps)).rounded() / Double(steps)
                return abs((part * points / unit).rounded() * unit - $0 * points) < 1e-6
            }) {
                return steps
            }
        }
        return fine
    }

    /// Shares of nothing and of everything as they are; between them a normal kernel as wide as Silverman's rule (1986)
    /// says for as many scores as differ, with a twentieth spread evenly.
    private static func smooth(_ places: [Int], steps: Int) -> [Int: Double] {
        var counts: [Int: Int] = [:]
        for place in places { counts[place, default: 0] += 1 }
        let count = Double(places.count)
        let none = (Double(counts[0] ?? 0) + 0.2) / (count + 0.6)
        let full = (Double(steps > 0 ? counts[steps] ?? 0 : 0) + 0.2) / (count + 0.6)
        let between = max(1 - none - full, 0.05)
        let total = none + full + between
        let inside = counts.filter { $0.key > 0 && $0.key < steps }.sorted { $0.key < $1.key }
        var result: [Int: Double] = [:]
        if !inside.isEmpty {
            let size = inside.reduce(0.0) { $0 + Double($1.value) }
            let mean = inside.reduce(0.0) { $0 + Double($1.value) * Double($1.key) } / size
            let variance =
                inside.reduce(0.0) { $0 + Double($1.value) * (Double($1.key) - mean) * (Double($1.key) - mean) } / size
            let deviation = max(variance.squareRoot(), 0.03 * Double(steps))
            let width = max(1.06 * deviation * Double.pow(Double(max(inside.count, 2)), -0.2), 0.5)
            var density = [Double](repeating: 0, count: steps - 1)
            for (place, weight) in inside {
                for step in density.indices {
                    let distance = (Double(step + 1 - place)) / width
                    density[step] += Double(weight) * Double.exp(-0.5 * distance * distance)
                }
            }
            let mass = density.reduce(0, +)
            for (place, _) in inside {
                let share = 0.95 * density[place - 1] / mass + 0.05 / Double(steps - 1)
                result[place] = Double.log(between / total * share)
            }
        }
        if counts[0] != nil { result[0] = Double.log(none / total) }
        if steps > 0, counts[steps] != nil { result[steps] = Double.log(full / total) }
        return result
    }
}
