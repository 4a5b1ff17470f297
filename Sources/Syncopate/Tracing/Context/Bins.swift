import RealModule

/// How counts and times are cut into cases. The edges are round numbers, not fitted.
enum Bins {
    static let counts = 10
    static let positions = 8
    static let streaks = 9
    static let lags = 10
    static let gaps = 17
    static let fineGaps = 82
    static let middleGaps = 18

    /// 0, 1, 2, 3, 4-5, 6-8, 9-13, 14-24, 25-59, 60+.
    static func count(_ n: Int) -> Int {
        if n < 5 { return min(n, 4) }
        return n < 6 ? 4 : n < 9 ? 5 : n < 14 ? 6 : n < 25 ? 7 : n < 60 ? 8 : 9
    }

    /// 0-4, 5-9, 10-19, 20-39, 40-79, 80-149, 150-299, 300+.
    static func position(_ n: Int) -> Int {
        n < 5 ? 0 : n < 10 ? 1 : n < 20 ? 2 : n < 40 ? 3 : n < 80 ? 4 : n < 150 ? 5 : n < 300 ? 6 : 7
    }

    /// Streaks of -3 or worse to 5 or better.
    static func streak(_ n: Int) -> Int { min(max(n, -3), 5) + 3 }

    /// 0, 1, 2, 3-4, 5-9, 10+.
    static func run(_ n: Int) -> Int { n < 3 ? n : n < 5 ? 3 : n < 10 ? 4 : 5 }

    /// 0 for never, else 1 for "just before" up to 9 for 128 responses ago and more.
    static func lag(_ n: Int) -> Int {
        guard n >= 0 else { return 0 }
        // 0 -> 1, 1 -> 2, 2-3 -> 3, 4-7 -> 4, ...
        return 1 + min(Int.bitWidth - n.leadingZeroBitCount, 8)
    }

    private static let gapEdges: [Double] = [
        1, 5, 10, 20, 40, 90, 180, 600, 1800, 7200, 43_200, 129_600, 345_600, 864_000, 2_592_000,
    ]

    /// 0 for unknown, else 1 for less than a second up to 16 for thirty days and more.
    static func gap(_ seconds: Double) -> Int {
        guard !seconds.isNaN else { return 0 }
        var bin = 1
        for edge in gapEdges where seconds >= edge { bin += 1 }
        return bin
    }

    /// 0 for unknown, else steps of `step` in the logarithm from half a second on, `top` of them.
    static func logarithmicGap(_ logSeconds: Double, step: Double, top: Int) -> Int {
        guard !logSeconds.isNaN else { return 0 }
        return 1 + Int(min(max(((logSeconds + 0.7) / step).rounded(.down), 0), Double(top - 1)))
    }

    /// The logarithm that `logarithmicGap` takes; half a second at least; NaN for unknown.
    static func logarithm(_ seconds: Double) -> Double {
        seconds.isNaN ? .nan : Double.log(max(seconds, 0.5))
    }
}
