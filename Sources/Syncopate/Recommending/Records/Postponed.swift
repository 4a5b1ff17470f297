internal import Synchronization

/// A value that is worked out when it is first asked for, and once.
final class Postponed<Value: Sendable>: Sendable {
    private let known = Mutex<Value?>(nil)
    private let work: @Sendable () -> Value

    /// - Parameter work: comes to the same whenever it is done.
    init(_ work: @escaping @Sendable () -> Value) { self.work = work }

    var value: Value {
        known.withLock { known in
            if let known { return known }
            let value = work()
            known = value
            return value
        }
    }
}
