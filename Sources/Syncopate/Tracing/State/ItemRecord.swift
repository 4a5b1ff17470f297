/// What a learner's state keeps of one item.
struct ItemRecord: Sendable, Hashable {
    var item: Int32
    var attempts: Int32 = 0
    var outcomes = OutcomeBits()
    /// The learner's response count when it was last met.
    var lastPosition: Int32 = 0
    /// Whole seconds since 1970 when it was last met; `Int64.min` where unknown.
    var lastSecond = Int64.min

    mutating func append(isRight: Bool, position: Int32, second: Int64) {
        attempts = attempts == .max ? .max : attempts + 1
        outcomes.append(isRight)
        lastPosition = position
        lastSecond = second
    }
}
