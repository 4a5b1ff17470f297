/// How far a place's clocks are from UTC, and when: what a time without a zone is read by.
public struct TimeZoneRules: Sendable, Hashable {
    /// Seconds east of UTC before the first change.
    private let first: Int
    /// When the clocks were changed, the earliest first.
    private let changes: [ClockChange]
    /// What goes on every year after the last change; `nil` where nothing more is known and clocks stay as they are.
    private let yearly: YearlyClockRule?

    /// Clocks that are always as far from UTC.
    ///
    /// - Parameter offset: seconds east; parts of a second do not count.
    public init(offset: Double) {
        first = Int(exactly: offset.rounded()) ?? 0
        changes = []
        yearly = nil
    }

    /// Reads a time zone information file (TZif, RFC 9636, versions 1 to 4), as tzdata installs it.
    ///
    /// - Throws: where the bytes are no such file, are damaged, or count leap seconds, which no other clock does.
    public init(tzif bytes: [UInt8]) throws(TimeZoneFileError) {
        let file = try TimeZoneFile(bytes)
        first = file.first
        yearly = file.yearly
        // Years near ours are worked out once: times to read are many.
        let known = file.changes.last?.moment ?? Self.start
        // A file may say that nothing changed for longer than the universe has been there.
        let more = file.yearly?.changes(from: max(known, Self.start), through: max(known, Self.end)) ?? []
        changes = file.changes + more.filter { $0.moment > known || file.changes.isEmpty }
    }

    /// 1900 and 2100.
    private static let (start, end) = (-2_208_988_800, 4_102_444_800)

    /// Greenwich.
    public static let utc = TimeZoneRules(offset: 0)

    /// Seconds since 1970 of a clock's reading.
    ///
    /// - Parameter local: the reading, as seconds since 1970 if the clock showed UTC.
    public func seconds(local: Double) -> Double { reading(local: local).seconds }

    /// Seconds east of UTC at a moment.
    ///
    /// - Parameter moment: seconds since 1970.
    public func offset(at moment: Int) -> Int {
        guard let moment = Self.bounded(Double(moment)) else { return first }
        return offsetWithinBounds(at: moment)
    }

    /// What a clock's reading means, and whether it came twice or never.
    ///
    /// As java.time and others do: of a reading that comes twice, when clocks are put back, the earlier moment counts; one
    /// that never comes, when they are put forward, is read as if they had not been yet, which is later by the gap.
    ///
    /// - Parameter local: the reading, as seconds since 1970 if the clock showed UTC.
    public func reading(local: Double) -> ClockReading {
        guard !changes.isEmpty || yearly != nil, let whole = Self.bounded(local) else {
            return ClockReading(seconds: local - Double(first), occurrence: .once)
        }
        // No clock is further from UTC than this, so no other change matters.
        let near = nearChanges(from: whole - Self.reach, through: whole + Self.reach)
        var before = offsetWithinBounds(at: whole - Self.reach - 1)
        var moments: [Int] = []
        var skipping: Int?
        var start = Int.min
        for change in near {
            if start <= whole - before, whole - before < change.moment { moments.append(whole - before) }
            let ahead = change.moment + change.offset
            if change.moment + before <= whole, whole < ahead { skipping = skipping ?? before }
            before = change.offset
            start = change.moment
        }
        if whole - before >= start { moments.append(whole - before) }
        let part = local - Double(whole)
        if let moment = moments.first {
            return ClockReading(
                seconds: Double(moment) + part, occurrence: moments.count == 1 ? .once : .twice)
        }
        return ClockReading(seconds: Double(whole - (skipping ?? before)) + part, occurrence: .never)
    }

    /// Seconds that a clock may be from UTC, and a bit.
    private static let reach = 26 * 3600

    /// Whole seconds that leave room to reckon with: some 300,000 years either way. `nil` beyond.
    private static func bounded(_ seconds: Double) -> Int? {
        guard seconds.magnitude < 1e13 else { return nil }
        return Int(exactly: seconds.rounded(.down))
    }

    private func offsetWithinBounds(at moment: Int) -> Int {
        guard let yearly, moment >= changes.last?.moment ?? .min else {
            let place = Self.place(of: moment, in: changes)
            return place == 0 ? first : changes[place - 1].offset
        }
        return yearly.offset(at: moment)
    }

    /// Changes within a stretch of time, the earliest first.
    private func nearChanges(from start: Int, through end: Int) -> [ClockChange] {
        let place = Self.place(of: start - 1, in: changes)
        var near = Array(changes[place...].prefix { $0.moment <= end })
        guard let yearly else { return near }
        let last = changes.last?.moment ?? .min
        if last <= end { near += yearly.changes(from: start, through: end).filter { $0.moment > last } }
        return near
    }

    /// How many changes are at a moment or before it.
    private static func place(of moment: Int, in changes: [ClockChange]) -> Int {
        var (low, high) = (0, changes.count)
        while low < high {
            let middle = (low + high) / 2
            if changes[middle].moment <= moment { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
