/// What a value on the wire may be. The decoder, the schemas and the documentation all come from these.
indirect enum Shape: Sendable {
    /// A text of so many bytes in UTF-8.
    case text(ClosedRange<Int>)
    /// One of these texts.
    case word([String])
    /// A number in this range, both ends included unless ``Bounds/isOpenBelow``.
    case number(Bounds)
    /// A whole number.
    case integer(ClosedRange<Int>)
    case boolean
    /// A moment: Unix seconds, or a text in the form of RFC 3339 with a zone.
    case time
    /// A list of so many of the same shape.
    case list(Shape, ClosedRange<Int>)
    case object(ObjectShape)
    /// An object that is checked by whoever reads it, so that one faulty one of a list does not spoil the others.
    case readLater(ObjectShape)
    /// A text where the short form does, else an object.
    case textOrObject(ClosedRange<Int>, ObjectShape)
    /// Any object with values of one shape.
    case table(Shape)
    /// Anything: checked by whoever reads it.
    case anything
    /// This, or `null`.
    case optional(Shape)

    /// Whether `null` is a value rather than nothing.
    var takesNull: Bool {
        switch self {
        case .anything, .optional: true
        default: false
        }
    }

    /// Range of a number.
    struct Bounds: Sendable {
        var low: Double?
        var high: Double?
        /// Whether the lower end itself is out.
        var isOpenBelow = false

        static let any = Bounds()
        static let share = Bounds(low: 0, high: 1)
        static let positive = Bounds(low: 0, isOpenBelow: true)
        static let notNegative = Bounds(low: 0)

        func contains(_ value: Double) -> Bool {
            guard value.isFinite else { return false }
            if let low, isOpenBelow ? value <= low : value < low { return false }
            if let high, value > high { return false }
            return true
        }
    }

    /// Identity of a learner, an item, a skill, an event.
    static let id = Shape.text(1...200)
}
