/// How a BLAS library was built to use several processors.
public enum BLASFlavour: Sendable, Hashable {
    /// One thread, always.
    case serial
    /// Its own threads.
    case threads
    /// OpenMP's threads. They spin while they wait: when several tasks call BLAS at once, or other programs keep
    /// the processors busy, products become many times slower. Worth a warning.
    case openMP
    /// The library names a way that this program does not know.
    case other(Int)
}
