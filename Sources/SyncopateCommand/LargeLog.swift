import Glibc
import SyncopateFormats

/// A log of our own that is too large to hold: converted or checked row by row, in memory that does not grow with the
/// file.
struct LargeLog {
    /// Bytes from which a file is large.
    static let size = 64 << 20
    /// Bytes looked at to see what a file is.
    private static let headSize = 4 << 20

    /// What it is called in messages.
    let name: String
    private let descriptor: Int32
    private let head: SourceFile
    /// What was read so far, the head and more.
    private let bytes: [UInt8]
    /// What it is, and how sure that is.
    let format: DetectedFormat

    /// Opens a file; `nil` where it is not large, or of another format, and has to be read as a whole.
    init?(_ path: String, options: ReadOptions) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > Self.size else {
            return nil
        }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        guard let bytes = try? Descriptor.part(descriptor, Self.headSize, path),
            let log = LargeLog(path, descriptor, bytes: bytes, options: options)
        else {
            close(descriptor)
            return nil
        }
        self = log
    }

    /// Takes on what is open already; `nil` where it is of another format.
    ///
    /// - Parameter bytes: what was read of it.
    init?(_ name: String, _ descriptor: Int32, bytes: [UInt8], options: ReadOptions) {
        let beginning = bytes.prefix(Self.headSize)
        let end = beginning.lastIndex(of: 0x0A).map { $0 + 1 } ?? beginning.count
        let head = SourceFile(name: name, bytes: Array(bytes[..<end]))
        guard let format = TidyConverter.format(of: head, options: options) else { return nil }
        self.name = name
        self.descriptor = descriptor
        self.head = head
        self.bytes = bytes
        self.format = format
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
        let (descriptor, name, bytes) = (descriptor, name, bytes)
        var start = head.bytes.count
        return { (room) throws(ReadError) in
            if start < bytes.count {
                let count = min(bytes.count - start, room.count)
                room.copyBytes(from: bytes[start..<(start + count)])
                start += count
                return count
            }
            while true {
                let count = Glibc.read(descriptor, room.baseAddress, room.count)
                if count >= 0 { return count }
                if errno != EINTR { throw Self.failure("cannot be read on", name) }
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
