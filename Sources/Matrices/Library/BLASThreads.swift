internal import COpenBLAS

/// How many threads BLAS itself uses, for the whole process.
///
/// Say `BLASThreads.use(1)` once, before any work: left alone, the library takes as many as there are processors.
/// One is right where the program divides its work over tasks: calls from several tasks at once then do not compete,
/// and give the same bits as the same calls one after another (at once only where ``BLASLibrary/runsCallsAtOnce``).
public enum BLASThreads {
    /// Sets the number of threads for all later calls.
    ///
    /// Counts below 1 are taken as 1, counts above what the library was built for as that number. A serial
    /// library keeps to one. Not to be called while other tasks are in BLAS.
    public static func use(_ count: Int) {
        // OpenBLAS would take 0 and less as "all processors".
        setThreads(CInt(clamping: max(1, count)))
    }

    /// The number of threads in use; 1 with a serial library.
    public static var count: Int { Int(calling { openblas_get_num_threads() }) }
}
