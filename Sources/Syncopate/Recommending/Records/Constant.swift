/// A large value that never changes, shared by all copies of what holds it.
///
/// To copy a recommender is to count a reference to each of its tables; whoever is used for every single event holds it by this.
final class Constant<Value: Sendable>: Sendable {
    let value: Value
    /// A second copy at a fixed address, for looks that must not count references; valid as long as this is held.
    nonisolated(unsafe) let pointer: UnsafePointer<Value>

    init(_ value: Value) {
        self.value = value
        let place = UnsafeMutablePointer<Value>.allocate(capacity: 1)
        place.initialize(to: value)
        pointer = UnsafePointer(place)
    }

    deinit {
        let place = UnsafeMutablePointer(mutating: pointer)
        place.deinitialize(count: 1)
        place.deallocate()
    }
}
