/// The memory of a ``JSONTape``, which is used again for every text.
@usableFromInline
final class TapeMemory {
    @usableFromInline
    struct State {
        @usableFromInline var nodes: UnsafeMutablePointer<TapeNode>
        /// Number of values and names.
        @usableFromInline var count = 0
        @usableFromInline var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        /// Number of values and names there is room for.
        var capacity: Int
    }

    let state: UnsafeMutablePointer<State>

    init() {
        let capacity = 256
        state = .allocate(capacity: 1)
        state.initialize(to: State(nodes: .allocate(capacity: capacity), capacity: capacity))
    }

    deinit {
        state.pointee.nodes.deallocate()
        state.deallocate()
    }

    /// Makes room for more.
    ///
    /// - Parameter count: values and names that are there and stay.
    func reserve(_ capacity: Int, keeping count: Int) {
        guard capacity > state.pointee.capacity else { return }
        let larger = UnsafeMutablePointer<TapeNode>.allocate(capacity: capacity)
        larger.moveInitialize(from: state.pointee.nodes, count: count)
        state.pointee.nodes.deallocate()
        state.pointee.nodes = larger
        state.pointee.capacity = capacity
    }
}
