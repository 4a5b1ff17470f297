import Syncopate

extension InterdependenceModel {
    /// How what is seen among others speaks where nothing else is known; `README.md` beside this file says where each
    /// number comes from.
    public static let shipped = InterdependenceModel(terms: [
        .helpPaidOff: Term(loading: 1), .helpGiven: Term(loading: 1), .explained: Term(loading: 1),
        .groupBesideOwn: Term(loading: 0.3, noise: 0.91),
    ])
}
