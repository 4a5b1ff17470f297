import ArgumentParser
import Glibc
import SyncopateBench
import SyncopateFormats
import SyncopateServer

/// A server whose lines are written to a file as they come, to be replayed later; empty ones and those that are too long are
/// left out, which get no answer of their own or none that says more.
final class Recorder: LineServer {
    private let server: JSONRPCServer
    private let descriptor: Int32
    private let path: String
    /// Bytes beyond which a line is not kept: the server skips it too.
    private let limit: Int
    /// The line that is not whole yet.
    private var line: [UInt8] = []
    private var isTooLong = false
    private var first: UInt64?
    private var hasFailed = false
    /// Bytes of whole lines.
    private var written = 0

    /// Makes the file, which nobody but its owner may read: requests name learners. What is there already is left alone.
    init(_ server: JSONRPCServer, path: String) throws {
        self.server = server
        self.path = path
        limit = server.host.settings.lineLimit
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let reason =
                errno == EEXIST
                ? "there is something of that name; move it away, or name another"
                : String(cString: strerror(errno))
            Terminal.say("syncopate: cannot write \(path): \(reason)")
            throw ProgramExit.cannotCreate
        }
    }

    deinit { close(descriptor) }

    func receive(_ bytes: UnsafeBufferPointer<UInt8>) {
        let now = Progress.nanoseconds
        let start = first ?? now
        first = start
        let head = Recording.head((now - start) / 1_000)
        var whole: [UInt8] = []
        var rest = bytes[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            keep(rest[..<end])
            if !isTooLong, !line.isEmpty { whole += head + line + [UInt8(ascii: "\n")] }
            line.removeAll(keepingCapacity: true)
            isTooLong = false
            rest = rest[(end + 1)...]
        }
        keep(rest)
        write(whole)
        server.receive(bytes)
    }

    private func keep(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
        if line.count + bytes.count > limit {
            isTooLong = true
            line.removeAll()
        } else if !isTooLong {
            line += bytes
        }
    }

    private func write(_ bytes: [UInt8]) {
        guard !bytes.isEmpty, !hasFailed else { return }
        do {
            try Descriptor.write(bytes, to: descriptor, name: path)
            written += bytes.count
        } catch {
            // Half a line would be replayed as one.
            ftruncate(descriptor, written)
            // The engine goes on; it is said once.
            Terminal.say("syncopate: cannot write \(error.message); nothing more is recorded")
            hasFailed = true
        }
    }

    func answerNext(isAtEnd: Bool) -> Bool {
        if isAtEnd, !line.isEmpty {
            let last = first.map { (Progress.nanoseconds - $0) / 1_000 } ?? 0
            write(Recording.head(last) + line + [UInt8(ascii: "\n")])
            line.removeAll()
        }
        return server.answerNext(isAtEnd: isAtEnd)
    }

    var output: [UInt8] { server.output }

    func sent() { server.sent() }
}
