/// What practising each skill once is worth to one learner, part by part.
///
/// The parts of a skill add up to its value; an item's value is the weighted mean of its skills', for as many minutes as
/// items usually take.
struct SkillValues: Sendable, Hashable {
    /// The parts, in the order in which they are told.
    static let names: [Term.Name] = [.mastering, .unlocking, .readiness, .keeping, .findingOut]

    /// Number of skills, K.
    let count: Int
    /// K per name, one name after the other.
    private(set) var parts: [Double]

    init(count: Int) {
        self.count = count
        parts = [Double](repeating: 0, count: count * Self.names.count)
    }

    subscript(_ name: Term.Name, _ skill: Int) -> Double {
        get { Self.place(name).map { parts[$0 * count + skill] } ?? 0 }
        set { if let place = Self.place(name) { parts[place * count + skill] = newValue } }
    }

    /// The part of a name's place among ``names``.
    func part(_ place: Int, _ skill: Int) -> Double { parts[place * count + skill] }

    /// Sum of the parts per skill, K.
    var totals: [Double] {
        [Double](unsafeUninitializedCapacity: count) { totals, initialised in
            parts.withUnsafeBufferPointer { parts in
                for skill in 0..<count {
                    var total = 0.0
                    for place in 0..<5 { total += parts[place * count + skill] }
                    totals.initializeElement(at: skill, to: total)
                }
            }
            initialised = count
        }
    }

    /// Opens the parts by address, for going through all skills.
    mutating func withParts(_ body: (UnsafeMutableBufferPointer<Double>) -> Void) {
        parts.withUnsafeMutableBufferPointer { body($0) }
    }

    private static func place(_ name: Term.Name) -> Int? {
        switch name {
        case .mastering: 0
        case .unlocking: 1
        case .readiness: 2
        case .keeping: 3
        case .findingOut: 4
        default: nil
        }
    }
}
