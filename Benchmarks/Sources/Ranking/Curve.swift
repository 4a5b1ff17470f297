import Foundation

/// Cost against size, on logarithmic axes.
struct Curve {
    let name: String
    private(set) var points: [(size: Double, cost: Double)] = []

    init(name: String) { self.name = name }

    mutating func add(_ size: Int, _ cost: Double) { points.append((Double(size), cost)) }

    /// Slope of the straight line through the logarithms, by least squares; NaN for fewer than two sizes.
    var slope: Double {
        let x = points.map { log($0.size) }
        let y = points.map { log($0.cost) }
        let (mx, my) = (x.reduce(0, +) / Double(x.count), y.reduce(0, +) / Double(y.count))
        return zip(x, y).reduce(0) { $0 + ($1.0 - mx) * ($1.1 - my) } / x.reduce(0) { $0 + ($1 - mx) * ($1 - mx) }
    }

    var text: String {
        let rows = points.map { String(format: "  %9.0f  %12.6f s", $0.size, $0.cost) }
        return ([name] + rows + [String(format: "  slope %.2f", slope)]).joined(separator: "\n")
    }
}
