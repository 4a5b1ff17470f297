import Glibc

/// Shows on standard error how far a long computation is, from its second second on.
final class Progress {
    private let isQuiet: Bool
    private let start: Double
    private var last = -1
    private var isShown = false
    private let activity: String

    /// - Parameter activity: what is being done, as a word.
    init(isQuiet: Bool, activity: String = "estimating") {
        self.isQuiet = isQuiet
        self.activity = activity
        start = Self.now
    }

    /// Seconds on a clock that only goes forward.
    static var now: Double { Double(nanoseconds) / 1e9 }

    /// Nanoseconds on that clock.
    static var nanoseconds: UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(truncatingIfNeeded: time.tv_sec) &* 1_000_000_000 &+ UInt64(truncatingIfNeeded: time.tv_nsec)
    }

    /// Tells that `share` of the work is done.
    func update(_ share: Double) {
        let elapsed = Self.now - start
        let tenth = Int(share * 10)
        guard !isQuiet, elapsed > 1, share < 1, tenth > last else { return }
        last = tenth
        let left = share > 0 ? max(0, elapsed / share - elapsed) : 0
        let text = "\(activity): \(tenth * 10) %, about \(Int(left.rounded(.up))) s left"
        if Terminal.isMessages {
            try? Descriptor.write(Array("\r\u{1B}[K\(text)".utf8), to: 2, name: "standard error")
            isShown = true
        } else {
            Terminal.say(text)
        }
    }

    /// Takes the line away again.
    func finish() {
        guard isShown else { return }
        try? Descriptor.write(Array("\r\u{1B}[K".utf8), to: 2, name: "standard error")
    }
}
