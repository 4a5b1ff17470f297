import ArgumentParser
import Syncopate
import SyncopateFormats

/// What the files and options about meeting come to for the learners of an input.
struct ConveningInput {
    /// One learner who takes part.
    struct Member {
        /// Position in the input; `nil` for whoever only the roster has.
        var place: Int?
        /// With the names and sections of the roster.
        var learner: Learner
        var account: CanvasAccount
        var mostMinutes: Double?
    }

    /// In the order of the input, then of the roster.
    let members: [Member]
    /// Its learners are positions among ``members``.
    let request: ConveningRequest
    /// When the slots begin on their file's clock.
    let starts: [SlotStart?]

    var learners: [Learner] { members.map(\.learner) }

    /// Reads all of it; what looks wrong is said.
    ///
    /// - Parameter everybody: learners of the input.
    init(_ options: ConveningOptions, everybody: [Learner], seed: UInt64, _ reader: inout InputReader) throws {
        let (entries, file) = try Self.slots(options, &reader)
        let slots = entries.map(\.slot)
        starts = entries.map(\.start)
        let (all, members, finder) = try Self.members(options, everybody, &reader)
        self.members = members.map { all[$0] }
        if let file { try reader.take(file.check(sections: self.members.map(\.learner.section))) }
        // Whoever has left is known by name still, and what is said of them is passed over.
        let position = Dictionary(members.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        func taking(_ sets: [[Int]]) -> [[Int]] { sets.map { $0.compactMap { position[$0] } }.filter { $0.count > 1 } }

        var available = [[Bool]](repeating: [], count: all.count)
        if let path = options.availability {
            let file = try reader.beside(path, AvailabilityFile.read) { $0.noticed }
            let applied = file.apply(finder, count: all.count, slots: slots)
            try reader.take(applied.noticed)
            available = applied.available
        }
        for (slot, entry) in entries.enumerated() where !entry.section.isEmpty {
            for place in all.indices where !SlotFile.isSame(all[place].learner.section, entry.section) {
                if available[place].isEmpty { available[place] = slots.map { _ in true } }
                available[place][slot] = false
            }
        }
        var together = try options.together.map { try Self.places($0, "--together", finder, least: 2) }
        var apart = try options.apart.map { (try Self.places($0, "--apart", finder, least: 2), source: "--apart") }
        if let path = options.pairs {
            let file = try reader.beside(path, PairFile.read) { $0.noticed }
            let applied = file.apply(finder)
            try reader.take(applied.noticed)
            together += applied.rules.filter { $0.rule == .together }.map(\.learners)
            apart += applied.rules.filter { $0.rule == .apart }.map { ($0.learners, "\(file.name):\($0.line)") }
        }
        let absent = try options.absent.flatMap { try Self.places($0, "--absent", finder, least: 1) }
        var earlier: [EarlierMeeting]?
        if let path = options.plan {
            let file = try reader.beside(path, EarlierPlanFile.read) { $0.noticed }
            let found = file.meetings(slots: slots, learners: self.members.map(\.learner))
            try reader.take(found.noticed)
            earlier = found.meetings
        }
        let kept = apart.map { (taking([$0.0]), $0.source) }.filter { !$0.0.isEmpty }
        request = ConveningRequest(
            slots: slots, available: members.map { available[$0] },
            mostMinutes: self.members.map { $0.mostMinutes ?? options.mostLiveMinutes }, together: taking(together),
            apart: kept.flatMap(\.0), groupSizes: options.sizes ?? ConveningRequest.usualGroupSizes,
            absent: absent.compactMap { position[$0] },
            earlier: earlier, seed: seed)
        for number in request.contradictions(learners: self.members.count) {
            reader.warn(
                "\(kept[number].1): two who are to be together are to be apart here, so nobody who is to be with them can meet "
                    + "(leave out one of the rules)")
        }
    }

    /// The slots, and the file where they stand in one.
    private static func slots(
        _ options: ConveningOptions, _ reader: inout InputReader
    ) throws -> (entries: [SlotFile.Entry], file: SlotFile?) {
        guard let path = options.slots else {
            let live = options.liveTime ?? .usual
            let entries = (0..<max(live.sessions, 0)).map { number in
                SlotFile.Entry(
                    slot: LiveSlot(id: "live-\(number + 1)", minutes: Double(live.minutes), capacity: live.seats))
            }
            return (entries, nil)
        }
        let file = try reader.beside(path, SlotFile.read) { $0.noticed }
        guard !file.entries.isEmpty else {
            Terminal.say("error: \(path == "-" ? StandardInput.name : path): no slot in it; write a row for each")
            throw ProgramExit.data
        }
        return (file.entries, file)
    }

    /// Everybody known, which of them take part, and the way to them by name.
    private static func members(
        _ options: ConveningOptions, _ everybody: [Learner], _ reader: inout InputReader
    ) throws -> (all: [Member], members: [Int], finder: LearnerFinder) {
        var all = everybody.enumerated().map { place, learner in
            Member(place: place, learner: learner, account: reader.accounts[learner.id] ?? CanvasAccount())
        }
        guard let path = options.roster else { return (all, Array(all.indices), LearnerFinder(everybody)) }
        let roster = try reader.beside(path, RosterFile.read) { $0.noticed }
        let match = roster.match(LearnerFinder(everybody))
        try reader.take(match.noticed)
        var members: [Int] = []
        for (number, entry) in roster.entries.enumerated() where !match.isRepeated[number] {
            let place = match.places[number] ?? all.count
            if place == all.count {
                guard !entry.isWithdrawn else { continue }
                all.append(Member(learner: Learner(id: entry.learner), account: CanvasAccount()))
            }
            if !entry.name.isEmpty { all[place].learner.name = entry.name }
            if !entry.section.isEmpty { all[place].learner.section = entry.section }
            all[place].mostMinutes = entry.mostMinutes
            var account = entry.account
            account.fillIn(from: all[place].account)
            all[place].account = account
            if !entry.isWithdrawn { members.append(place) }
        }
        let named = Set(match.places.compactMap { $0 })
        let others = everybody.indices.count { !named.contains($0) }
        if others > 0 {
            reader.warn(
                "\(others) of the \(everybody.count) learners of the input \(others == 1 ? "is" : "are") not on the roster and "
                    + "left out")
        }
        return (all, members.sorted(), LearnerFinder(all.map(\.learner)))
    }

    /// Positions of the learners that an option names. Messages say which name it is, and quote none.
    private static func places(_ text: String, _ option: String, _ finder: LearnerFinder, least: Int) throws -> [Int] {
        let (places, faults) = finder.list(text)
        if let fault = faults.first {
            let why =
                fault.found == .several
                ? "is the name of several learners: use the id" : "is no id or name of a learner of the input"
            Terminal.say("error: \(option): name \(fault.number) \(why)")
            throw ExitCode.validationFailure
        }
        guard places.count >= least else {
            let who = least == 1 ? "one learner" : "two learners"
            Terminal.say("error: \(option) takes \(who) or more with commas between them")
            throw ExitCode.validationFailure
        }
        return places
    }
}
