import Syncopate

extension IndependenceModel {
    /// How traces speak where nothing else is known; `README.md` beside this file says where each number comes from.
    public static let shipped = IndependenceModel(terms: [
        .onTime: Term(loading: 3, intercept: 2.5, rate: 0.8), .rank: Term(loading: 0.3, noise: 0.91),
        .attempted: Term(loading: 1, intercept: 2, rate: 0.85), .activeWeeks: Term(loading: 0.3, noise: 0.91),
        .gap: Term(loading: 0.3, noise: 0.91), .persisted: Term(loading: 1), .help: Term(loading: 1),
        .unhurried: Term(loading: 1, intercept: 2, rate: 0.85),
        .calibration: Term(loading: 1, intercept: 1, rate: 0.75),
        .voluntary: Term(loading: 1, intercept: -1, rate: 0.3),
    ])
}
