import Glibc

/// Standard input and output as a wire for lines, which nothing else can write to.
final class Wire {
    /// How waiting for input ended.
    enum Input {
        case bytes(Int)
        case end
        case interrupted
        case failed
    }

    /// What becomes of output.
    enum Delivery {
        case sent
        /// Nobody reads any more.
        case closed
        case failed
    }

    private let output: Int32
    private let interruption: Int32
    private(set) var buffer: UnsafeMutableBufferPointer<UInt8>

    /// Bytes that are read at once.
    private static let readAhead = 1 << 18
    /// A pipe takes so many bytes without waiting once it says that it takes any (PIPE_BUF).
    private static let leastRoom = 4_096
    /// Milliseconds that what is answered may take to be read after a signal.
    private static let patience: Int32 = 800

    /// Takes standard output for the wire, and lets whatever prints to it write to standard error.
    ///
    /// Descriptors that were closed are opened on nothing first, so that no file takes their place.
    init() {
        for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) < 0 { _ = open("/dev/null", O_RDWR) }
        output = fcntl(1, F_DUPFD_CLOEXEC, 3)
        dup2(2, 1)
        interruption = Interruption.listen()
        buffer = .allocate(capacity: Self.readAhead)
    }

    deinit { buffer.deallocate() }

    /// Waits for bytes; they stand in ``buffer``.
    func read() -> Input {
        while true {
            if Interruption.signal != nil { return .interrupted }
            var wait = [
                pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
                pollfd(fd: interruption, events: Int16(POLLIN), revents: 0),
            ]
            if poll(&wait, 2, -1) < 0 {
                if errno == EINTR { continue }
                return .failed
            }
            if wait[1].revents != 0 { return .interrupted }
            let count = Glibc.read(0, buffer.baseAddress, buffer.count)
            if count > 0 { return .bytes(count) }
            if count == 0 { return .end }
            guard errno == EINTR || errno == EAGAIN else { return .failed }
        }
    }

    /// Writes everything, waiting until it is taken; after a signal not for long.
    func write(_ bytes: [UInt8]) -> Delivery {
        bytes.withUnsafeBufferPointer { all in
            var start = 0
            while start < all.count {
                var count = all.count - start
                if Interruption.signal != nil {
                    var wait = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
                    let ready = poll(&wait, 1, Self.patience)
                    if ready < 0, errno == EINTR { continue }
                    guard ready > 0, wait.revents & Int16(POLLOUT) != 0 else { return .failed }
                    count = min(count, Self.leastRoom)
                }
                let written = Glibc.write(output, all.baseAddress.map { $0 + start }, count)
                if written >= 0 {
                    start += written
                } else if errno == EPIPE {
                    return .closed
                } else if errno == EAGAIN {
                    var wait = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
                    _ = poll(&wait, 1, -1)
                } else if errno != EINTR {
                    return .failed
                }
            }
            return .sent
        }
    }
}
