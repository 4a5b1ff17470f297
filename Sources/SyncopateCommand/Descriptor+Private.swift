import Glibc

extension Descriptor {
    /// Why a file that has to be private was not read.
    enum PrivateFault: Error {
        /// It could not be opened or read.
        case failed(Failure)
        /// It is a folder, a device or a pipe.
        case isNoFile
        /// Others than its owner may read or write it.
        case isOpen
    }

    /// Largest secret read.
    private static let secretLimit = 1 << 16

    /// Reads a secret: a plain file that nobody but its owner has any rights to.
    static func readPrivate(path: String) throws(PrivateFault) -> [UInt8] {
        // Without waiting for the other end of a pipe, which is refused below.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .failed(Failure(what: path, number: errno)) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .failed(Failure(what: path, number: errno)) }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_size <= secretLimit else { throw .isNoFile }
        guard status.st_mode & 0o077 == 0 else { throw .isOpen }
        do throws(Failure) {
            return try read(path: path)
        } catch {
            throw .failed(error)
        }
    }

    /// Whether a file may be made in this place or replaced: nothing is there, or a plain file.
    static func isPlainPlace(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
    }
}
