/// What a learner who works alone has to be (TeachThought, "The difference between synchronous and asynchronous learning").
public enum IndependenceFacet: String, Sendable, Hashable, CaseIterable {
    /// Starts, and comes back, without being told to.
    case selfMotivated = "self_motivated"
    /// Stays with what is hard instead of guessing.
    case selfReliant = "self_reliant"
    /// Gets help where it is needed and only there.
    case resourceful
    /// Knows what they know.
    case confident

    /// What people read.
    public var name: String {
        switch self {
        case .selfMotivated: "self-motivated"
        case .selfReliant: "self-reliant"
        case .resourceful: "resourceful"
        case .confident: "confident"
        }
    }
}
