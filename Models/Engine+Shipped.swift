import Syncopate

extension Engine.Priors {
    /// The priors every installation starts from.
    public static let shipped = Engine.Priors(mastery: .shipped, modes: .shipped, independenceLoading: 3)
}
