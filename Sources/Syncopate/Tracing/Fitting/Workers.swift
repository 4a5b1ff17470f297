/// How work that falls into independent pieces is run: one after the other, or by whatever the caller has.
///
/// The pieces are the same however many workers there are, and what they give is put together in their order, so that
/// results do not depend on the number of workers.
public struct Workers: Sendable {
    private let run: @Sendable (_ pieces: Int, _ body: @Sendable (Int) -> Void) -> Void

    /// - Parameter run: calls `body` once for each number below `pieces`, in any order, and returns when all are done.
    public init(_ run: @escaping @Sendable (_ pieces: Int, _ body: @Sendable (Int) -> Void) -> Void) { self.run = run }

    /// One piece after the other.
    public static let one = Workers { pieces, body in
        for piece in 0..<pieces { body(piece) }
    }

    /// Runs `body` once for each number below `pieces`.
    package func forEach(_ pieces: Int, _ body: @Sendable (Int) -> Void) { run(pieces, body) }
}

/// A buffer that pieces of work write to at places of their own.
///
/// The compiler cannot see that the places are disjoint; whoever makes one promises it.
struct Shared<Element>: @unchecked Sendable {
    let buffer: UnsafeMutableBufferPointer<Element>

    init(_ buffer: UnsafeMutableBufferPointer<Element>) { self.buffer = buffer }

    subscript(index: Int) -> Element {
        get { buffer[index] }
        nonmutating set { buffer[index] = newValue }
    }
}
