internal import RealModule

/// Powers without a system's library.
enum Power {
    static func of(_ base: Double, _ exponent: Double) -> Double { Double.pow(base, exponent) }
}
