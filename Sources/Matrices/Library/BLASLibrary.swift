internal import COpenBLAS

/// The BLAS library loaded into this process, as it describes itself.
///
/// Which kernel runs is decided when the library is loaded, from the processor (or the variable
/// `OPENBLAS_CORETYPE`); results differ between kernels in their last bits.
public struct BLASLibrary: Sendable, Hashable, CustomStringConvertible {
    /// Version and build options, for example `OpenBLAS 0.3.21 NO_LAPACKE DYNAMIC_ARCH NO_AFFINITY SkylakeX MAX_THREADS=64`.
    public let configuration: String
    /// The kind of processor whose kernels run, for example `SkylakeX`.
    public let core: String
    /// How the library was built to use several processors.
    public let flavour: BLASFlavour

    /// Whether calls from several tasks run at the same time.
    ///
    /// With a build that has its own threads they do. With any other they are correct too, but take turns, so that
    /// dividing work over tasks gains nothing: worth a word to whoever chose the library.
    public var runsCallsAtOnce: Bool { flavour == .threads }

    /// The library in use.
    public static var current: BLASLibrary {
        BLASLibrary(
            configuration: text(openblas_get_config()), core: text(openblas_get_corename()),
            flavour: flavour(openblas_get_parallel()))
    }

    /// One line for a log.
    public var description: String { "\(configuration) (\(core), \(flavour))" }

    private static func text(_ pointer: UnsafeMutablePointer<CChar>?) -> String {
        guard let pointer else { return "" }
        var text = String(cString: pointer)
        // The configuration ends in a space.
        while text.last == " " { text.removeLast() }
        return text
    }

    private static func flavour(_ code: CInt) -> BLASFlavour {
        switch code {
        case OPENBLAS_SEQUENTIAL: .serial
        case OPENBLAS_THREAD: .threads
        case OPENBLAS_OPENMP: .openMP
        default: .other(Int(code))
        }
    }
}
