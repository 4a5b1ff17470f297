internal import COpenBLAS
internal import Synchronization

// OpenBLAS hands its work buffers to callers from one table, and only a build with its own threads locks it. Two
// tasks in a serial build now and then get the same buffer, and wrong numbers without any sign (with Debian's, up
// to six in a thousand chains of calls; see also OpenBLAS issues 1761 and 2126). The OpenMP build leaves the lock to
// OpenMP, which does not know Swift's tasks. For those builds calls take turns.

/// Whether calls may run at the same time.
let callsMayOverlap = openblas_get_parallel() == OPENBLAS_THREAD

/// The gate through which calls go one by one where they have to, with the number of threads asked for. OpenMP
/// remembers that number separately for every thread that calls it, so that it has to be said again for each call.
private let gate = Mutex<CInt?>(nil)

/// Runs one call to the library, alone if it has to be.
@inline(__always)
func calling<Result>(_ routine: () -> Result) -> Result {
    if callsMayOverlap { return routine() }
    return gate.withLock { threads in
        if let threads { openblas_set_num_threads(threads) }
        return routine()
    }
}

/// Sets the number of threads for this call and all later ones.
func setThreads(_ count: CInt) {
    gate.withLock { threads in
        threads = count
        openblas_set_num_threads(count)
    }
}
