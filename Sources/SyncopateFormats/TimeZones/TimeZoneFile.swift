/// What a time zone information file (TZif, RFC 9636) says, checked.
///
/// Version 1 has times of 32 bits. Later versions have the same again in 64 bits, which alone is read, and a rule for the
/// time after.
struct TimeZoneFile {
    /// Seconds east of UTC before the first change.
    let first: Int
    /// The changes, the earliest first.
    let changes: [ClockChange]
    /// What goes on after the last change.
    let yearly: YearlyClockRule?

    /// How much of each there is in a block.
    private struct Counts {
        /// As they stand in the header.
        let universal, standard, leaps, times, types, characters: Int

        /// Bytes of the block behind the header.
        func size(ofTimes size: Int) -> Int {
            times * (size + 1) + types * 6 + characters + leaps * (size + 4) + standard + universal
        }
    }

    /// - Throws: where the bytes are no such file or are damaged.
    init(_ bytes: [UInt8]) throws(TimeZoneFileError) {
        var position = 0
        var (version, counts) = try Self.header(bytes, &position)
        var timeSize = 4
        if version > 0 {
            position += counts.size(ofTimes: 4)
            counts = try Self.header(bytes, &position).counts
            timeSize = 8
        }
        guard counts.size(ofTimes: timeSize) <= bytes.count - position else { throw Self.cut }
        guard counts.leaps == 0 else {
            throw TimeZoneFileError(message: "it counts leap seconds, which other clocks do not")
        }
        guard counts.types > 0 else { throw Self.damaged("has no offset from UTC") }
        let kinds = position + counts.times * timeSize
        let offsets = try Self.offsets(bytes, kinds + counts.times, counts.types)
        var changes: [ClockChange] = []
        changes.reserveCapacity(counts.times)
        for number in 0..<counts.times {
            let moment = Self.integer(bytes, position + number * timeSize, size: timeSize)
            let kind = Int(bytes[kinds + number])
            guard kind < offsets.count else { throw Self.damaged("names an offset that is not in it") }
            // What stands for the beginning or the end of time leaves no room to reckon with.
            let bounded = min(max(moment, -Self.ages), Self.ages)
            if let last = changes.last, last.moment >= bounded { throw Self.damaged("is not in the order of time") }
            changes.append(ClockChange(moment: bounded, offset: offsets[kind]))
        }
        position += counts.size(ofTimes: timeSize)
        first = offsets[0]
        self.changes = changes
        yearly = version > 0 ? try Self.footer(bytes[position...]) : nil
    }

    /// Seconds to before and after any moment that is asked about.
    private static let ages = 1 << 50

    /// What is allowed of offsets from UTC, in seconds.
    private static let allowed = -89_999...93_599

    private static var cut: TimeZoneFileError { damaged("ends before its end") }

    private static func damaged(_ what: String) -> TimeZoneFileError {
        TimeZoneFileError(message: "the time zone file is damaged: it \(what)")
    }

    /// The version and the counts of a header, and a step past it.
    private static func header(
        _ bytes: [UInt8], _ position: inout Int
    ) throws(TimeZoneFileError) -> (version: UInt8, counts: Counts) {
        let size = 44
        guard position <= bytes.count, bytes[position...].starts(with: "TZif".utf8) else {
            throw position == 0
                ? TimeZoneFileError(message: "this is no time zone file: it does not begin with TZif") : cut
        }
        guard bytes.count - position >= size else { throw cut }
        let start = position
        func count(_ number: Int) -> Int { integer(bytes, start + 20 + number * 4, size: 4) & 0xFFFF_FFFF }
        position += size
        return (
            bytes[start + 4],
            Counts(
                universal: count(0), standard: count(1), leaps: count(2), times: count(3), types: count(4),
                characters: count(5))
        )
    }

    /// A signed number whose first byte is its highest.
    private static func integer(_ bytes: [UInt8], _ position: Int, size: Int) -> Int {
        var value: UInt64 = bytes[position] & 0x80 == 0 ? 0 : .max
        for byte in bytes[position..<position + size] { value = value << 8 | UInt64(byte) }
        return Int(Int64(bitPattern: value))
    }

    /// The offsets from UTC of the kinds of local time.
    private static func offsets(
        _ bytes: [UInt8], _ position: Int, _ count: Int
    ) throws(TimeZoneFileError) -> [Int] {
        var offsets: [Int] = []
        for number in 0..<count {
            let offset = integer(bytes, position + number * 6, size: 4)
            guard allowed.contains(offset) else { throw damaged("has clocks days from UTC") }
            offsets.append(offset)
        }
        return offsets
    }

    /// The rule between the two line ends of the footer; `nil` where there is none.
    private static func footer(_ bytes: ArraySlice<UInt8>) throws(TimeZoneFileError) -> YearlyClockRule? {
        guard bytes.first == 0x0A, let end = bytes.dropFirst().firstIndex(of: 0x0A) else { throw cut }
        let text = bytes[bytes.startIndex + 1..<end]
        guard !text.isEmpty else { return nil }
        guard let rule = YearlyClockRule(text) else { throw damaged("has no usable rule for the time to come") }
        return rule
    }
}
