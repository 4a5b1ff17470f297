import Glibc

/// Whole files and streams by their descriptors, with plain errors.
enum Descriptor {
    /// A failed call: what was tried and the system's words for why it failed.
    struct Failure: Error {
        var what: String
        var number: Int32
        var message: String { "\(what): \(String(cString: strerror(number)))" }
    }

    /// Reads a file to its end; `-` is standard input.
    static func read(path: String) throws(Failure) -> [UInt8] {
        guard path != "-" else { return try readAll(0, name: StandardInput.name) }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure(what: path, number: errno) }
        defer { close(descriptor) }
        return try readAll(descriptor, name: path)
    }

    private static func readAll(_ descriptor: Int32, name: String) throws(Failure) -> [UInt8] {
        var status = stat()
        var room = 1 << 18
        if fstat(descriptor, &status) == 0, status.st_size > 0 { room = Int(status.st_size) + 1 }
        var bytes = try part(descriptor, room, name)
        // What says nothing of its length, and files that grow, come in more than one part.
        while bytes.count >= room {
            let more = try part(descriptor, 1 << 18, name)
            guard !more.isEmpty else { break }
            bytes += more
        }
        return bytes
    }

    /// Reads as many bytes as are asked for, fewer only at the end.
    static func part(_ descriptor: Int32, _ room: Int, _ name: String) throws(Failure) -> [UInt8] {
        var failure: Int32?
        let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
            while filled < room {
                let count = Glibc.read(descriptor, buffer.baseAddress.map { $0 + filled }, room - filled)
                if count < 0, errno == EINTR { continue }
                if count < 0 { failure = errno }
                guard count > 0 else { return }
                filled += count
            }
        }
        if let failure { throw Failure(what: name, number: failure) }
        return bytes
    }

    /// Writes everything to an open descriptor.
    static func write(_ bytes: [UInt8], to descriptor: Int32, name: String) throws(Failure) {
        var start = 0
        while start < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                buffer.baseAddress.map { Glibc.write(descriptor, $0 + start, buffer.count - start) } ?? 0
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw Failure(what: name, number: errno)
            }
            start += count
        }
    }

    /// Writes a file as a whole: beside its place first, then moved there, so that no half-written file is left.
    ///
    /// - Parameter isPrivate: whether only the owner may read it, and it has to be on the disk before it takes the other's place.
    static func write(_ bytes: [UInt8], path: String, isPrivate: Bool = false) throws(Failure) {
        // A device or a pipe is written to, not replaced.
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            let descriptor = open(path, O_WRONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw Failure(what: path, number: errno) }
            defer { close(descriptor) }
            return try write(bytes, to: descriptor, name: path)
        }
        let temporary = "\(path).partial-\(getpid())"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, isPrivate ? 0o600 : 0o666)
        guard descriptor >= 0 else { throw Failure(what: path, number: errno) }
        do throws(Failure) {
            try write(bytes, to: descriptor, name: path)
            if isPrivate, fsync(descriptor) != 0 { throw Failure(what: path, number: errno) }
        } catch {
            close(descriptor)
            unlink(temporary)
            throw error
        }
        close(descriptor)
        guard rename(temporary, path) == 0 else {
            let number = errno
            unlink(temporary)
            throw Failure(what: path, number: number)
        }
    }

    /// Makes a folder; one that is there already will do.
    static func makeFolder(_ path: String) throws(Failure) {
        guard mkdir(path, 0o777) != 0 else { return }
        let number = errno
        var status = stat()
        guard number == EEXIST, stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw Failure(what: path, number: number)
        }
    }

    /// Whether a path names something.
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Whether a path names a file that can be read to an end.
    static func isFile(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// Whether a file may be written to, or files be made in a folder.
    static func isWritable(_ path: String) -> Bool { access(path, W_OK) == 0 }
}
