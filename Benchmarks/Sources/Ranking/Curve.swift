import Charts
import Foundation

/// Cost against size, on logarithmic axes.
struct Curve {
    let name: String
    /// What grows, from 0 on: curves of the same have the same colour.
    let subject: Int
    let threads: Int
    private(set) var points: [(size: Double, cost: Double)] = []

    init(name: String, subject: Int, threads: Int) {
        self.name = name
        self.subject = subject
        self.threads = threads
    }

    mutating func add(_ size: Int, _ cost: Double) { points.append((Double(size), cost)) }

    /// Slope of the straight line through the logarithms, by least squares; NaN for fewer than two sizes.
    var slope: Double {
        let x = points.map { log($0.size) }
        let y = points.map { log($0.cost) }
        let (mx, my) = (x.reduce(0, +) / Double(x.count), y.reduce(0, +) / Double(y.count))
        return zip(x, y).reduce(0) { $0 + ($1.0 - mx) * ($1.1 - my) } / x.reduce(0) { $0 + ($1 - mx) * ($1 - mx) }
    }

    /// What it is a curve of, with the threads and the slope.
    var label: String { "\(name), \(threads) thread\(threads == 1 ? "" : "s"): slope \(String(format: "%.2f", slope))" }

    var text: String {
        let rows = points.map { String(format: "  %9.0f  %12.6f s", $0.size, $0.cost) }
        return ([label] + rows).joined(separator: "\n")
    }

    /// The curve to be drawn.
    var series: LineChart.Series {
        LineChart.Series(
            label: label, points: points.map { (x: $0.size, y: $0.cost) }, colour: subject, isDashed: threads > 1)
    }
}
