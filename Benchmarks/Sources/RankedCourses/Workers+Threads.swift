import Dispatch
import Synchronization
public import Syncopate

extension Workers {
    /// So many threads, each of which takes the next piece when it is done with one.
    public static func threads(_ count: Int) -> Workers {
        Workers { pieces, body in
            let next = Atomic(0)
            DispatchQueue.concurrentPerform(iterations: count) { _ in
                while true {
                    let piece = next.add(1, ordering: .relaxed).oldValue
                    guard piece < pieces else { return }
                    body(piece)
                }
            }
        }
    }
}
