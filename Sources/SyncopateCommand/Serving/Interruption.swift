import Glibc
import Synchronization

/// Whether the program was asked to end, by SIGTERM or SIGINT.
enum Interruption {
    /// The signal; 0: none yet.
    private static let received = Atomic<Int32>(0)
    /// Written to by the handler, so that waiting for input ends.
    private static let wakeUp = Atomic<Int32>(-1)

    /// Hears the signals from now on, and lets writing to nobody fail instead of ending the program.
    ///
    /// - Returns: a descriptor that can be read from once a signal came; -1 if there is none to be had.
    static func listen() -> Int32 {
        var ends: [Int32] = [-1, -1]
        if pipe(&ends) == 0 {
            for end in ends {
                _ = fcntl(end, F_SETFD, FD_CLOEXEC)
                _ = fcntl(end, F_SETFL, O_NONBLOCK)
            }
            wakeUp.store(ends[1], ordering: .relaxed)
        }
        Glibc.signal(SIGPIPE, SIG_IGN)
        for number in [SIGTERM, SIGINT] {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { number in
                Interruption.received.store(number, ordering: .relaxed)
                var byte: UInt8 = 1
                _ = write(Interruption.wakeUp.load(ordering: .relaxed), &byte, 1)
            }
            sigaction(number, &action, nil)
        }
        return ends[0]
    }

    /// The signal that came; `nil`: none.
    static var signal: Int32? {
        let number = received.load(ordering: .relaxed)
        return number == 0 ? nil : number
    }
}
