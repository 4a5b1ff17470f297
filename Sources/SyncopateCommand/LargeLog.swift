import Glibc
import SyncopateFormats

/// A log of our own that is too large to hold: converted or checked row by row, in memory that does not grow with the
/// file.
struct LargeLog {
    /// Bytes from which a file is large.
    static let size = 64 << 20
    /// Bytes looked at to see what a file is.
    private static let headSize = 4 << 20

    private let path: String
    private let descriptor: Int32
    private let head: SourceFile
    private let rest: [UInt8]
    /// What it is, and how sure that is.
    let format: DetectedFormat

    /// Opens a file; `nil` where it is not large, or of another format, and has to be read as a whole.
    init?(_ path: String, options: ReadOptions) {
        var status = stat()
        guard path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > Self.size
        else { return nil }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: Self.headSize)
        let count = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
        bytes.removeLast(bytes.count - max(count, 0))
        let end = bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
        let head = SourceFile(name: path, bytes: Array(bytes[..<end]))
        guard let format = TidyConverter.format(of: head, options: options) else {
            close(descriptor)
            return nil
        }
        self.path = path
        self.descriptor = descriptor
        self.head = head
        self.format = format
        rest = Array(bytes[end...])
    }

    /// Writes it in one of our forms.
    ///
    /// - Parameters:
    ///   - out: an open descriptor.
    ///   - rejects: where rows that cannot be read go, if there are any.
    func convert(
        options: ReadOptions, to form: TidyForm, out: Int32, rejects: String
    ) throws(ReadError) -> TidyConverter.Summary {
        defer { close(descriptor) }
        var rejected: Int32 = -1
        defer { if rejected >= 0 { close(rejected) } }
        return try TidyConverter.convert(
            head, format.format, options: options, to: form, fill: fill()
        ) { (bytes) throws(ReadError) in
            do throws(Descriptor.Failure) { try Descriptor.write(bytes, to: out, name: "output") } catch {
                throw Self.failure("cannot be written: \(error.message)", "output")
            }
        } reject: { (bytes) throws(ReadError) in
            if rejected < 0 { rejected = open(rejects, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666) }
            guard rejected >= 0 else { throw Self.failure("cannot be made for rejected rows", rejects) }
            do throws(Descriptor.Failure) { try Descriptor.write(bytes, to: rejected, name: rejects) } catch {
                throw Self.failure("cannot be written: \(error.message)", rejects)
            }
        }
    }

    /// Reads it for what is wrong with it, and writes nothing.
    func check(options: ReadOptions) throws(ReadError) -> TidyConverter.Summary {
        defer { close(descriptor) }
        return try TidyConverter.check(head, format.format, options: options, fill: fill())
    }

    /// What comes after the head.
    private func fill() -> TextSource.Fill {
        let (descriptor, path) = (descriptor, path)
        var rest = rest
        return { (room) throws(ReadError) in
            if !rest.isEmpty {
                let count = min(rest.count, room.count)
                room.copyBytes(from: rest[..<count])
                rest.removeFirst(count)
                return count
            }
            while true {
                let count = Glibc.read(descriptor, room.baseAddress, room.count)
                if count >= 0 { return count }
                if errno != EINTR { throw Self.failure("cannot be read on", path) }
            }
        }
    }

    private static func failure(_ message: String, _ file: String) -> ReadError {
        ReadError(
            Finding(
                rule: .unreadable, file: file, message: "it \(message)",
                remedy: "check the disk, and that nothing of that name is in the way"))
    }
}
