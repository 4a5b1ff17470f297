import Syncopate

extension ModePrior {
    /// The shipped prior of the modes; `README.md` beside this file says where each number comes from.
    public static let shipped = ModePrior(
        asyncSolo: [1.00, 0.00, 0.20, 0.30], asyncSocial: [1.05, 0.00, 0.30, 0.20],
        liveTeacher: [1.25, 0.45, 0.20, -0.05], deviations: [0.30, 0.30, 0.30, 0.20], learnerDeviation: 0.25,
        gainPerHalfHour: 0.5)
}
