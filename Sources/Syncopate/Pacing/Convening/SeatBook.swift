/// Who sits where, and who could still sit down: the one place that knows every constraint.
struct SeatBook: Sendable {
    let table: ConveningTable
    /// Slot of each standing; -1 where there is none.
    private(set) var slotOf: [Int]
    /// Standings seated in each slot, in the order they came.
    private(set) var seated: [[Int]]
    /// Seats left, per slot.
    private(set) var left: [Int]
    /// Sessions of each party.
    private(set) var sessions: [Int]
    private var minutes: [Double]

    init(_ table: ConveningTable) {
        self.table = table
        slotOf = [Int](repeating: -1, count: table.standingCount)
        seated = [[Int]](repeating: [], count: table.slots.count)
        left = table.seats
        sessions = [Int](repeating: 0, count: table.partyCount)
        minutes = [Double](repeating: 0, count: table.partyCount)
    }

    /// Whether a party may have a session in a slot about a topic, seats in it aside.
    func mayAttend(_ standing: Int, in slot: Int) -> Bool {
        let party = table.party[standing]
        guard table.canCome(party, to: slot) else { return false }
        return sessions[party] == 0 || (!table.isSingle[party] && fits(standing, in: slot, without: -1))
    }

    /// Whether it may once it has given up the seats it has under another standing; -1: none.
    func mayAttend(_ standing: Int, in slot: Int, without given: Int) -> Bool {
        let party = table.party[standing]
        guard table.canCome(party, to: slot) else { return false }
        let rest = sessions[party] - (given < 0 ? 0 : 1)
        return rest == 0 || (!table.isSingle[party] && fits(standing, in: slot, without: given))
    }

    private func fits(_ standing: Int, in slot: Int, without given: Int) -> Bool {
        let party = table.party[standing]
        if slotOf[standing] >= 0, standing != given { return false }
        let spent = minutes[party] - (given < 0 ? 0 : table.slots[slotOf[given]].minutes)
        // Sums of minutes are rounded: a hair above is not too long.
        if spent + table.slots[slot].minutes > table.mostMinutes[party] * (1 + 1e-12) { return false }
        for held in table.standingStart[party]..<table.standingStart[party + 1]
        where held != given && slotOf[held] >= 0 && table.excludes(slot, slotOf[held]) {
            return false
        }
        return true
    }

    /// Whether somebody in a slot is never to meet somebody of a party.
    func hasSomebodyApart(from party: Int, in slot: Int) -> Bool {
        table.isChoosy[party] && seated[slot].contains { table.areApart(table.party[$0], party) }
    }

    /// Whether a party may take seats in a slot as things are.
    func maySit(_ standing: Int, in slot: Int) -> Bool {
        table.size(standing) <= left[slot] && mayAttend(standing, in: slot)
            && !hasSomebodyApart(from: table.party[standing], in: slot)
    }

    /// Seats a party that may sit there.
    mutating func sit(_ standing: Int, in slot: Int) {
        let party = table.party[standing]
        slotOf[standing] = slot
        seated[slot].append(standing)
        left[slot] -= table.size(standing)
        sessions[party] += 1
        minutes[party] += table.slots[slot].minutes
    }

    /// Takes a party from its seats.
    mutating func rise(_ standing: Int) {
        let slot = slotOf[standing]
        guard slot >= 0, let place = seated[slot].firstIndex(of: standing) else { return }
        let party = table.party[standing]
        slotOf[standing] = -1
        seated[slot].remove(at: place)
        left[slot] += table.size(standing)
        sessions[party] -= 1
        minutes[party] = sessions[party] == 0 ? 0 : minutes[party] - table.slots[slot].minutes
    }
}
