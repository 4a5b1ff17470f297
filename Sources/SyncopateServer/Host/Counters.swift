/// What was asked and what went wrong since the program started.
struct Counters {
    var requests = 0
    var notifications = 0
    /// Answers that were errors, by kind.
    private(set) var faults: [ErrorKind: Int] = [:]
    /// Notifications that failed, which nobody was told.
    private(set) var failedNotifications = 0
    var applied = 0
    var duplicates = 0
    var rejected = 0
    var noted = 0
    /// Echoed decisions by what became of them.
    var accepted = 0
    var skipped = 0
    var overridden = 0

    /// A tool that failed: its request was answered all the same.
    mutating func note(toolFault fault: WireFault) { faults[fault.kind, default: 0] += 1 }

    mutating func note(_ fault: WireFault?, isNotification: Bool) {
        if isNotification { notifications += 1 } else { requests += 1 }
        guard let fault else { return }
        if isNotification { failedNotifications += 1 }
        faults[fault.kind, default: 0] += 1
    }
}
