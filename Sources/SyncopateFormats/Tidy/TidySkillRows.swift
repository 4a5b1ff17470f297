internal import Syncopate

/// Sets of skills that further rows of an event name, where a log has a row for each skill of an answer.
struct TidySkillRows {
    /// By the event's position, numbers of sets in the order of the rows.
    private var numbers: [Int: [Int32]] = [:]
    private var seen: Set<Pair> = []

    private struct Pair: Hashable {
        var event: Int
        var number: Int32
    }

    /// Remembers that a further row of an event names a set; `false` if an earlier one did.
    mutating func add(_ number: Int32, to event: Int) -> Bool {
        guard seen.insert(Pair(event: event, number: number)).inserted else { return false }
        numbers[event, default: []].append(number)
        return true
    }

    /// Gives each event the skills of all of its rows.
    func join(_ events: inout [TidyEvent], _ sets: inout TidySkillSets) {
        for (event, further) in numbers.sorted(by: { $0.key < $1.key }) where events.indices.contains(event) {
            var skills = sets.list(Int(events[event].skillSet))
            var names = Set(skills.map(\.skill))
            for number in further {
                for skill in sets.list(Int(number)) where names.insert(skill.skill).inserted { skills.append(skill) }
            }
            events[event].skillSet = sets.number(skills)
        }
    }
}
