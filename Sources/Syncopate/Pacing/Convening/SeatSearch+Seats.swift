extension SeatSearch {
    /// Branches on one seat: somebody sits in a slot, or does not.
    mutating func branchOnSeats(_ choices: SeatRelaxation.Choices, _ answer: SeatRelaxation.Answer, _ prices: [Double])
    {
        // Who is seated for sure rules others out; what is left of the seats goes down the list for a plan to beat.
        var choices = choices
        var book = SeatBook(table)
        for (place, list) in choices.seated.enumerated() {
            for standing in list {
                guard book.maySit(standing, in: slots[place]) else { return }
                book.sit(standing, in: slots[place])
            }
        }
        var open: [(standing: Int, place: Int)] = []
        for place in slots.indices {
            guard let topic = choices.topics[place].first else { continue }
            for standing in table.byTopic[topic].prefix(table.gaining[topic]) {
                let cell = standing * slots.count + place
                guard !choices.isOut[cell], !choices.seated[place].contains(standing) else { continue }
                if book.maySit(standing, in: slots[place]) {
                    open.append((standing, place))
                } else {
                    choices.isOut[cell] = true
                }
            }
        }
        let wanted = Set(answer.chosen.enumerated().flatMap { place, list in list.map { $0 * slots.count + place } })
        func worth(_ pair: (standing: Int, place: Int)) -> Double {
            table.value[pair.standing] / Double(table.size(pair.standing))
        }
        // Whom the relaxation seats goes first, so that its answer is the plan where it is one.
        open.sort {
            let (one, two) = ($0.standing * slots.count + $0.place, $1.standing * slots.count + $1.place)
            if wanted.contains(one) != wanted.contains(two) { return wanted.contains(one) }
            return (worth($1), one) < (worth($0), two)
        }
        var refused: (standing: Int, place: Int)?
        for pair in open {
            if book.maySit(pair.standing, in: slots[pair.place]) {
                book.sit(pair.standing, in: slots[pair.place])
            } else if refused == nil, wanted.contains(pair.standing * slots.count + pair.place) {
                refused = pair
            }
        }
        keep(book.slotOf)
        // The seat that the relaxation gives and the constraints refuse, or else any that is not settled.
        guard let pair = refused ?? open.first else { return }
        var with = choices
        with.seated[pair.place].append(pair.standing)
        branch(with, prices: prices, rounds: 30)
        choices.isOut[pair.standing * slots.count + pair.place] = true
        branch(choices, prices: prices, rounds: 30)
    }
}
