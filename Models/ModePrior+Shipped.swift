import Syncopate

extension ModePrior {
    /// The shipped prior of the modes; `README.md` beside this file says where each number comes from.
    ///
    /// Weights are of the constant, need, edge, independence, peer, wheel-spin, complexity and group size.
    public static let shipped = ModePrior(
        asyncSolo: [1.00, 0.00, 0.20, 0.30, 0.00, 0.00, 0.00, 0.00],
        asyncSocial: [1.05, 0.00, 0.30, 0.20, 0.30, 0.00, 0.00, 0.00],
        livePeer: [1.15, 0.00, 0.50, 0.05, 0.60, 0.00, 0.20, 0.00],
        liveTeacher: [1.25, 0.45, 0.20, -0.05, 0.00, 0.00, 0.00, 0.00],
        deviations: [0.30, 0.30, 0.30, 0.20, 0.30, 0.30, 0.25, 0.15], learnerDeviation: 0.25, noiseDeviation: 1,
        gainPerHalfHour: 0.5, doubt: 0.5)
}
