import Glibc

extension Descriptor {
    /// Writes a file some at a time, beside its place, where it is moved when all is written; a device or a pipe is written
    /// to as it comes. What there was stays where the body throws.
    static func replace<Result>(_ path: String, _ body: (Int32) throws -> Result) throws -> Result {
        var status = stat()
        let isFile = stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
        let target = isFile ? "\(path).partial-\(getpid())" : path
        let descriptor = open(target, isFile ? O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC : O_WRONLY | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw Failure(what: path, number: errno) }
        let result: Result
        do {
            result = try body(descriptor)
        } catch {
            close(descriptor)
            if isFile { unlink(target) }
            throw error
        }
        close(descriptor)
        if isFile, rename(target, path) != 0 {
            let number = errno
            unlink(target)
            throw Failure(what: path, number: number)
        }
        return result
    }
}
