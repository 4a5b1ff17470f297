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

    /// Standings under which a party is seated.
    func held(by party: Int) -> [Int] {
        sessions[party] == 0
            ? [] : (table.standingStart[party]..<table.standingStart[party + 1]).filter { slotOf[$0] >= 0 }
    }

    /// Whether a party may have a session in a slot about a topic, seats in it aside.
    func mayAttend(_ standing: Int, in slot: Int) -> Bool {
        let party = table.party[standing]
        guard table.canCome(party, to: slot) else { return false }
        if sessions[party] == 0 { return true }
        if table.isSingle[party] || slotOf[standing] >= 0 { return false }
        // Sums of minutes are rounded: a hair above is not too long.
        if minutes[party] + table.slots[slot].minutes > table.mostMinutes[party] * (1 + 1e-12) { return false }
        return held(by: party).allSatisfy { !table.excludes(slot, slotOf[$0]) }
    }

    /// Whether somebody in a slot is never to meet somebody of a party.
    func hasSomebodyApart(from party: Int, in slot: Int) -> Bool {
        !table.apartSets[party].isEmpty && seated[slot].contains { table.areApart(table.party[$0], party) }
    }

    /// Whether a party may take seats in a slot as things are.
    func maySit(_ standing: Int, in slot: Int) -> Bool {
        let party = table.party[standing]
        return table.size(party) <= left[slot] && mayAttend(standing, in: slot)
            && !hasSomebodyApart(from: party, in: slot)
    }

    /// Seats a party that may sit there.
    mutating func sit(_ standing: Int, in slot: Int) {
        let party = table.party[standing]
        slotOf[standing] = slot
        seated[slot].append(standing)
        left[slot] -= table.size(party)
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
        left[slot] += table.size(party)
        sessions[party] -= 1
        minutes[party] = sessions[party] == 0 ? 0 : minutes[party] - table.slots[slot].minutes
    }
}
