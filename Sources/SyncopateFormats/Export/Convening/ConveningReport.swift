public import Syncopate

/// Who meets when, as it is written.
public struct ConveningReport: Sendable {
    public let advice: ConveningAdvice
    /// As the advice's learners.
    let learners: [Learner]
    /// As the advice's slots, when each begins on the input's clock.
    let starts: [SlotStart?]
    /// What Canvas knows learners by, as ``learners``.
    let accounts: [CanvasAccount]
    /// Gains of working together or apart that were logged here.
    let modeGains: Int

    /// - Parameters:
    ///   - learners: whom the advice is for, in its order.
    ///   - starts: when its slots begin on the input's clock; those beyond the end: by ``LiveSlot/start``, in UTC.
    ///   - accounts: what Canvas knows the learners by; those beyond the end: by nothing.
    ///   - modeGains: how many gains of working together or apart were logged here and looked at.
    public init(
        _ advice: ConveningAdvice, learners: [Learner], starts: [SlotStart?] = [], accounts: [CanvasAccount] = [],
        modeGains: Int = 0
    ) {
        self.advice = advice
        self.modeGains = modeGains
        self.learners = learners
        self.starts = advice.slots.indices.map { slot in
            starts.indices.contains(slot) ? starts[slot] : advice.slots[slot].start.map { SlotStart(seconds: $0) }
        }
        self.accounts = learners.indices.map { accounts.indices.contains($0) ? accounts[$0] : CanvasAccount() }
    }

    /// Name, or id where there is none.
    func label(_ learner: Int) -> String {
        let person = learners[learner]
        return TextWidth.clean(person.name.isEmpty ? person.id : person.name)
    }

    /// Groups at a slot are told apart by numbers where there may be several: "mon-1" or "mon-1 group 2".
    func groupName(_ meeting: Int, _ group: Int) -> String {
        let slot = advice.slots[advice.plan.meetings[meeting].slot]
        return slot.lead == .teacher ? slot.id : "\(slot.id) group \(group + 1)"
    }

    /// "Mon 2026-09-07 10:15", or the slot's name where it has no time.
    func when(_ slot: Int) -> String { starts[slot]?.words ?? TextWidth.clean(advice.slots[slot].id) }

    /// "Fractions".
    func title(_ topic: Int) -> String {
        advice.topics.indices.contains(topic) ? TextWidth.clean(advice.topics[topic].title) : ""
    }

    /// What a teacher reads first: how many meet, and what that rests on.
    public var summary: [String] {
        let seated = advice.learners.count { !$0.seats.isEmpty }
        let sessions = advice.plan.meetings.count
        let seats = advice.slots.reduce(0) { $0 + min($1.capacity, 1_000_000) }
        var lines = [
            "\(seated) of \(Self.count(learners.count, "learner")) \(seated == 1 ? "meets" : "meet") in "
                + "\(Self.count(sessions, "session")); \(Self.count(seats, "seat")) in "
                + "\(Self.count(advice.slots.count, "slot"))."
        ]
        lines.append(
            "Seats go to those expected to gain most from them over own time; that rests on studies and on this class's "
                + "evidence, and "
                + (modeGains == 0
                    ? "nothing is known yet of what meeting did here."
                    : "on \(Self.count(modeGains, "logged gain")) of working together or apart here."))
        if let map = advice.topicMap, let line = TopicWords.source(map) { lines.append(line) }
        if let line = DoubtfulWords.line(advice.doubtful) { lines.append(line) }
        if advice.plan.isOptimal, sessions > 0 { lines.append("No other use of these seats is worth more.") }
        return lines
    }

    static func count(_ number: Int, _ one: String) -> String { "\(number) \(one)\(number == 1 ? "" : "s")" }
}
