extension LearnerHistory {
    /// Writes the counters; items and sets that only the vocabulary knows, and not the model, by their ids.
    func write(to out: inout StateBytes, _ vocabulary: Vocabulary) {
        out.put(responses)
        out.put(successes)
        out.put(UInt64(outcomes.bits))
        out.put(recency)
        out.put(slowRecency)
        out.put(slowestRecency)
        out.put(itemRun)
        out.put(setRun)
        out.put(lastAt)
        let lastSecond = Self.second(lastAt)
        out.put(UInt64(sets.count))
        var before: Int64 = 0
        // By id, so that most ids are one byte from the one before.
        for place in setIDs.indices.sorted(by: { setIDs[$0] < setIDs[$1] }) {
            let (record, set) = (sets[place], setIDs[place])
            if Int(set) < vocabulary.knownSets {
                out.put(signed: Int64(set) + 1 - before)
                before = Int64(set) + 1
            } else {
                // Minus the number before makes the sum 0, which no known set has.
                out.put(signed: -before)
                before = 0
                let members = vocabulary.sets[Int(set)]
                out.put(UInt64(members.skills.count))
                for (skill, weight) in zip(members.skills, members.weights) {
                    out.put(vocabulary.skills[Int(skill)])
                    out.put(weight)
                }
            }
            out.put(UInt64(UInt32(bitPattern: record.attempts)))
            out.put(UInt64(UInt32(bitPattern: record.successes)))
            out.put(UInt64(record.outcomes.bits) << 4 | UInt64(UInt8(bitPattern: record.streak + 3)))
            out.bytes.append(record.recency)
            out.put(signed: Int64(responses) - Int64(record.lastPosition))
            Self.put(record.lastSecond, from: lastSecond, to: &out)
        }
        writeItems(to: &out, vocabulary)
        let previousPlace = items.records.firstIndex { $0.item == previousItem }
        out.put(UInt64((previousPlace ?? -1) + 1))
        out.put(UInt64((setIDs.sorted().firstIndex(of: previousSet) ?? -1) + 1))
    }

    /// Writes the window of items met last.
    func writeItems(to out: inout StateBytes, _ vocabulary: Vocabulary) {
        let lastSecond = Self.second(lastAt)
        out.put(UInt64(items.records.count))
        for record in items.records {
            out.put(vocabulary.knownItems > Int(record.item) ? UInt64(record.item) + 1 : 0)
            if Int(record.item) >= vocabulary.knownItems { out.put(vocabulary.items[Int(record.item)]) }
            out.put(UInt64(UInt32(bitPattern: record.attempts)))
            out.put(UInt64(record.outcomes.bits))
            out.put(signed: Int64(responses) - Int64(record.lastPosition))
            Self.put(record.lastSecond, from: lastSecond, to: &out)
        }
    }

    /// Reads what ``write(to:_:)`` wrote.
    init(from bytes: inout StateBytes, _ vocabulary: inout Vocabulary) throws {
        self.init()
        let responses = try bytes.int32()
        let successes = try bytes.int32()
        guard responses >= 0, (0...responses).contains(successes) else { throw StateBytes.Malformed() }
        let outcomes = OutcomeBits(bits: UInt8(truncatingIfNeeded: try bytes.unsigned()))
        let averages = [try bytes.float(), try bytes.float(), try bytes.float()]
        guard averages.allSatisfy({ $0 >= 0 && $0 <= 1 }) else { throw StateBytes.Malformed() }
        let runs = [try bytes.int32(), try bytes.int32()]
        let lastAt = try bytes.double()
        let lastSecond = Self.second(lastAt)
        var sets: [(Int32, SkillSetRecord)] = []
        var before: Int64 = 0
        let setCount = try bytes.count()
        sets.reserveCapacity(setCount)
        for _ in 0..<setCount {
            let (number, overflow) = before.addingReportingOverflow(try bytes.signed())
            guard !overflow, number >= 0, number <= Int64(vocabulary.knownSets) else { throw StateBytes.Malformed() }
            before = number
            var set = Int32(number) - 1
            if number == 0 {
                var members: [(skill: String, weight: Double)] = []
                for _ in 0..<(try bytes.count()) { members.append((try bytes.text(), try bytes.double())) }
                guard members.allSatisfy({ $0.weight > 0 && $0.weight <= 1 }) else { throw StateBytes.Malformed() }
                set = vocabulary.position(ofSet: members)
            }
            var record = SkillSetRecord()
            record.attempts = Int32(clamping: try bytes.unsigned())
            record.successes = min(Int32(clamping: try bytes.unsigned()), record.attempts)
            let packed = try bytes.unsigned()
            record.outcomes = OutcomeBits(bits: UInt8(truncatingIfNeeded: packed >> 4))
            record.streak = Int8(min(packed & 0xF, 8)) - 3
            record.recency = try bytes.byte()
            record.lastPosition = Int32(clamping: Int64(responses).subtractingReportingOverflow(try bytes.signed()).0)
            record.lastSecond = try Self.second(from: lastSecond, &bytes)
            sets.append((set, record))
        }
        var records: [ItemRecord] = []
        let recordCount = try bytes.count()
        records.reserveCapacity(min(recordCount, ItemWindow.capacity))
        for _ in 0..<recordCount {
            let number = try bytes.unsigned()
            guard number <= UInt64(vocabulary.knownItems) else { throw StateBytes.Malformed() }
            var record = ItemRecord(
                item: number == 0 ? vocabulary.position(ofItem: try bytes.text()) : Int32(number) - 1)
            record.attempts = Int32(clamping: try bytes.unsigned())
            record.outcomes = OutcomeBits(bits: UInt8(truncatingIfNeeded: try bytes.unsigned()))
            record.lastPosition = Int32(clamping: Int64(responses).subtractingReportingOverflow(try bytes.signed()).0)
            record.lastSecond = try Self.second(from: lastSecond, &bytes)
            records.append(record)
        }
        let previousItem = try bytes.unsigned()
        let previousSet = try bytes.unsigned()
        guard previousItem <= UInt64(records.count), previousSet <= UInt64(sets.count) else {
            throw StateBytes.Malformed()
        }
        restore(
            counts: (responses, successes), outcomes: outcomes, averages: averages, runs: runs, lastAt: lastAt,
            sets: sets, items: ItemWindow(records: records),
            previous: (
                previousItem == 0 ? -1 : records[Int(previousItem) - 1].item,
                previousSet == 0 ? -1 : sets[Int(previousSet) - 1].0
            ))
        // A set that stood there twice has one place.
        guard self.sets.count == sets.count else { throw StateBytes.Malformed() }
    }

    /// Unknown as 0, else the seconds before the last response, plus one, away from zero.
    private static func put(_ second: Int64, from last: Int64, to out: inout StateBytes) {
        guard second != .min else { return out.put(UInt64(0)) }
        let base = last == .min ? 0 : last
        let difference = base - second
        out.put(UInt64(bitPattern: (difference << 1) ^ (difference >> 63)) &+ 1)
    }

    private static func second(from last: Int64, _ bytes: inout StateBytes) throws -> Int64 {
        let number = try bytes.unsigned()
        guard number > 0 else { return .min }
        let folded = number - 1
        let difference = Int64(bitPattern: folded >> 1) ^ -Int64(bitPattern: folded & 1)
        let (second, overflow) = (last == .min ? 0 : last).subtractingReportingOverflow(difference)
        guard !overflow, abs(second) < 1 << 62 else { throw StateBytes.Malformed() }
        return second
    }
}
