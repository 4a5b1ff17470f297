internal import Syncopate

extension Term.Name {
    /// The key on the wire.
    package var key: StaticString {
        switch self {
        case .earned: "earned"
        case .carries: "carries"
        case .timely: "timely"
        case .together: "together"
        case .cost: "cost"
        case .mastering: "mastering"
        case .unlocking: "unlocking"
        case .keeping: "keeping"
        case .findingOut: "finding_out"
        case .readiness: "readiness"
        case .variety: "variety"
        }
    }
}
