import Dispatch
import Syncopate

extension Workers {
    /// Up to `count` threads. The results are the same for any number.
    static func threads(_ count: Int) -> Workers {
        guard count > 1 else { return .one }
        return Workers { pieces, body in
            // As many strands as threads, each taking every count-th piece.
            DispatchQueue.concurrentPerform(iterations: min(count, pieces)) { strand in
                for piece in stride(from: strand, to: pieces, by: min(count, pieces)) { body(piece) }
            }
        }
    }
}
