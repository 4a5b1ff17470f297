public import Syncopate

/// A plan of meetings written earlier as JSON lines, to plan again from.
public struct EarlierPlanFile: Sendable {
    private struct Meeting: Sendable {
        var slot: String
        var groups: [Group]
        var line: Int
    }
    private struct Group: Sendable {
        var topic: String
        /// Ids.
        var members: [(id: String, role: MeetingGroup.Role)]
    }

    private var meetings: [Meeting] = []
    /// What was noticed while reading.
    public private(set) var noticed: FindingCollector

    /// Reads a plan. Lines with a fault are left out and noted; those of learners are passed over.
    ///
    /// - Throws: ``ReadError`` if nothing of it is a plan of meetings.
    public static func read(_ file: SourceFile) throws(ReadError) -> EarlierPlanFile {
        let text = try TextDecoder.decode(file)
        var plan = EarlierPlanFile(noticed: FindingCollector(file: file.name))
        var lines = 0
        for (number, line) in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            if line.allSatisfy(\.isBlankByte) { continue }
            let range = line.startIndex..<line.endIndex
            do throws(JSONParser.Fault) {
                if plan.add(try JSONParser.parse(text, range), line: number + 1) { lines += 1 }
            } catch {
                plan.noticed.add(
                    .brokenJSON, line: number + 1, column: error.offset - range.lowerBound + 1, error.message,
                    remedy: "give the file as it was written")
            }
        }
        guard lines > 0 else {
            throw plan.noticed.refusal(
                .wrongKindOfFile, "no line of it is a meeting or a learner of a plan",
                remedy: "give a file that was written with convene --output jsonl")
        }
        return plan
    }

    private init(noticed: FindingCollector) { self.noticed = noticed }

    /// Takes a line over; whether it is part of a plan.
    private mutating func add(_ value: JSONValue, line: Int) -> Bool {
        guard case .object(let members) = value, case .string(let type)? = members.value("type"),
            ["meeting", "learner"].contains(type)
        else {
            noticed.add(
                .brokenJSON, .warning, line: line, "this is neither a meeting nor a learner of a plan, so not read",
                remedy: "give the file as it was written")
            return false
        }
        guard type == "meeting" else { return true }
        guard case .string(let slot)? = members.value("slot"), case .array(let groups)? = members.value("groups") else {
            noticed.add(
                .brokenJSON, line: line, "the meeting has no slot or no groups",
                remedy: "give the file as it was written")
            return true
        }
        let read = groups.compactMap { Self.group($0) }
        if read.count < groups.count {
            noticed.add(
                .brokenJSON, line: line, "a group has no topic, or a member no learner and role",
                remedy: "give the file as it was written")
        }
        meetings.append(Meeting(slot: slot, groups: read, line: line))
        return true
    }

    private static func group(_ value: JSONValue) -> Group? {
        guard case .object(let fields) = value, case .string(let topic)? = fields.value("topic"),
            case .array(let list)? = fields.value("members")
        else { return nil }
        var members: [(id: String, role: MeetingGroup.Role)] = []
        for entry in list {
            guard case .object(let fields) = entry, case .string(let id)? = fields.value("learner"),
                case .string(let word)? = fields.value("role"), let role = MeetingGroup.Role(code: word)
            else { return nil }
            members.append((id, role))
        }
        return Group(topic: topic, members: members)
    }

    /// The plan with positions of slots and learners.
    ///
    /// - Parameter learners: ids of everybody who takes part; members who are none of them have left, and are noted.
    public func meetings(slots: [LiveSlot], learners: [Learner]) -> (
        meetings: [EarlierMeeting], noticed: FindingCollector
    ) {
        var noticed = FindingCollector(file: noticed.file)
        let places = Dictionary(learners.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let finder = SlotFinder(slots)
        var found: [EarlierMeeting] = []
        var seen: Set<Int> = []
        for meeting in meetings {
            guard let slot = finder.position(of: meeting.slot, line: meeting.line, column: nil, &noticed)
            else { continue }
            guard seen.insert(slot).inserted else {
                noticed.add(
                    .duplicateSlot, .warning, line: meeting.line,
                    "a meeting at this slot stands further up, and this one is left out",
                    remedy: "give the file as it was written")
                continue
            }
            let isTaught = slots[slot].lead == .teacher
            if isTaught, meeting.groups.count > 1 {
                noticed.add(
                    .duplicateSlot, .warning, line: meeting.line,
                    "a teacher leads one group at a time, so only the first of \(meeting.groups.count) is read",
                    remedy: "write peers for the slot's lead, if classmates are to work among themselves")
            }
            found.append(
                EarlierMeeting(
                    slot: slot,
                    groups: meeting.groups.prefix(isTaught ? 1 : .max).map { group in
                        let members = group.members.compactMap { member in places[member.id].map { ($0, member.role) } }
                        if members.count < group.members.count {
                            noticed.add(
                                .unknownLearner, .warning, line: meeting.line,
                                "\(group.members.count - members.count) of a group take no part any more",
                                remedy: "nothing to do, if they have left")
                        }
                        return EarlierMeeting.Group(
                            topic: group.topic, members: members.map(\.0), roles: members.map(\.1))
                    }))
        }
        return (found, noticed)
    }
}

extension [JSONValue.Member] {
    /// The value of a name, or `nil`.
    fileprivate func value(_ name: String) -> JSONValue? { first { $0.name == name }?.value }
}
