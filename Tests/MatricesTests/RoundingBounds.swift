import Matrices

extension MatrixScalar {
    /// What n roundings in a row can amount to, relatively: gamma(n) = n u / (1 - n u), u half the machine epsilon
    /// (Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., 2002, lemma 3.1).
    static func gamma(_ roundings: Int) -> Double {
        let unit = Double(Self.ulpOfOne) / 2
        let sum = Double(roundings) * unit
        return sum / (1 - sum)
    }

    /// The bound for a sum of n products computed twice: by the code under test in this type and by the oracle in
    /// Double, each in its own order. Four more roundings are for alpha, beta, their product and the last addition.
    static func productBound(_ terms: Int) -> Double { gamma(terms + 4) + Double.gamma(terms + 4) }
}

/// The sizes every operation is tried with, in every combination.
let smallSizes = [0, 1, 2, 3, 5, 8, 17]
/// Factors: what BLAS treats apart (0, 1), and others.
let factors = [0.0, 1, -0.75]
/// Sets BLAS to one thread, once; every suite begins with it.
let oneThread: Void = BLASThreads.use(1)
