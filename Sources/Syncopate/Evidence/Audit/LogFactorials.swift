import RealModule

/// Logarithms of factorials, as far as they are asked for.
struct LogFactorials: Sendable {
    private let table: [Double]

    init(through limit: Int) {
        var table = [0.0]
        for number in 1...max(limit, 1) { table.append(table[number - 1] + Double.log(Double(number))) }
        self.table = table
    }

    /// log n!; `n` must be within the limit.
    subscript(_ number: Int) -> Double { table[number] }

    /// log of the ways to choose `part` of `whole`.
    func choose(_ whole: Int, _ part: Int) -> Double { table[whole] - table[part] - table[whole - part] }

    /// log of the sum of what the logarithms stand for.
    static func sum(_ logs: [Double]) -> Double {
        let peak = logs.max() ?? -.infinity
        guard peak > -.infinity else { return peak }
        return peak + Double.log(logs.reduce(0) { $0 + Double.exp($1 - peak) })
    }
}
