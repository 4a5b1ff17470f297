/// How a learner's state is written as bytes: little endian, and of skills and items only those that were touched.
///
/// What takes most room, the cases of growth, the scales of memory and the covariance of abilities, is in single
/// precision, which is far finer than what is known; everything else is as it is.
enum PracticeStateCode {
    /// First byte of every state; another one whenever the layout, or what the figures mean, changes.
    static let version = 1

    /// What is written of a skill, as bits of a byte.
    struct Parts: OptionSet {
        let rawValue: UInt8
        static let knowledge = Parts(rawValue: 1)
        static let growth = Parts(rawValue: 2)
        static let memory = Parts(rawValue: 4)
        static let lessons = Parts(rawValue: 8)
        static let all: Parts = [.knowledge, .growth, .memory, .lessons]
    }

    /// What is written of the whole, as bits of a byte.
    struct Flags: OptionSet {
        let rawValue: UInt8
        static let ability = Flags(rawValue: 1)
        static let scales = Flags(rawValue: 2)
        static let begun = Flags(rawValue: 4)
        static let attempted = Flags(rawValue: 8)
    }

    /// Moments and counts far beyond any that are real.
    static let moments = -1e300...1e300
    static let counts = 0...1e12

    /// A number as it is after a stay in single precision.
    static func single(_ value: Double) -> Double { Double(Float(value)) }
}
