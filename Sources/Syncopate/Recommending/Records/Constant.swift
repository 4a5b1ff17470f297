/// A large value that never changes, shared by all copies of what holds it.
///
/// To copy a recommender is to count a reference to each of its tables; whoever is used for every single event holds it by this.
final class Constant<Value: Sendable>: Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
}
