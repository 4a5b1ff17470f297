import Syncopate

extension Workers {
    /// What comes of each number below `count`, in their order whoever worked it out.
    package func map<Value: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Value) -> [Value] {
        var values = [Value?](repeating: nil, count: max(count, 0))
        values.withUnsafeMutableBufferPointer { buffer in
            let places = Places(buffer: buffer)
            forEach(max(count, 0)) { places.buffer[$0] = body($0) }
        }
        return values.compactMap { $0 }
    }

    /// Where every piece writes to a place of its own.
    private struct Places<Value>: @unchecked Sendable {
        let buffer: UnsafeMutableBufferPointer<Value?>
    }
}
