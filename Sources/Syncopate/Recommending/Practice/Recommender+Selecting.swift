extension Recommender {
    /// The best of what one learner may be given, before lots are drawn.
    struct Selection {
        /// What a teacher put first, and everything else; of each the best first.
        var pinned: TopItems
        var open: TopItems
        /// Whether all that may be given would be withheld if there were anything else.
        var isSecond = false
        var withheld = WithheldCounts()
    }

    /// What deciding asks of every group, for one learner.
    private struct GroupStanding {
        /// What an item of the group is worth, for as long as items usually take.
        var worth: Double
        var flags: SkillFlags
    }

    /// The best items of one learner: those that ``PracticeConstraints/reason(_:minutes:in:)`` lets through, by index.
    ///
    /// Going through all items finds the same (``standing(of:_:seed:)``, and a test holds the two together).
    ///
    /// - Parameters:
    ///   - limit: most items of each kind.
    ///   - only: what may be given this time.
    ///   - leavingOut: items that are not on offer.
    func selection(
        _ situation: PracticeSituation, limit: Int, only: PracticeFilter = PracticeFilter(), leavingOut: Set<Int> = []
    ) -> Selection {
        let standings = groupStandings(situation)
        var selection = Selection(pinned: TopItems(limit: limit), open: TopItems(limit: limit))
        let isOneByOne =
            settings.mostInARow != nil || situation.targets.measured > 0 || only.items != nil
            || leavingOut.contains { !groups.apart.contains($0) }
        var second = TopItems(limit: limit)
        if isOneByOne {
            selectOneByOne(situation, standings, only, leavingOut, &selection, &second)
        } else {
            selectByGroup(situation, standings, only, leavingOut, &selection, &second)
        }
        // Where all that is open is mastered or stuck, having another look at either is due.
        if selection.open.items.isEmpty, selection.pinned.items.isEmpty {
            selection.isSecond = true
            selection.open = second
            selection.withheld[.mastered] = 0
            selection.withheld[.stuck] = 0
        }
        return selection
    }

    private func groupStandings(_ situation: PracticeSituation) -> [GroupStanding] {
        [GroupStanding](unsafeUninitializedCapacity: groups.count) { standings, count in
            situation.totals.withUnsafeBufferPointer { totals in
                situation.limits.flags.withUnsafeBufferPointer { flags in
                    groups.skills.withBuffers { starts, edges in
                        for group in 0..<standings.count {
                            var standing = GroupStanding(worth: 0, flags: [])
                            for place in starts[group]..<starts[group + 1] {
                                let edge = edges[place]
                                standing.worth += edge.weight * totals[edge.skill]
                                standing.flags.formUnion(flags[edge.skill])
                            }
                            standings.initializeElement(at: group, to: standing)
                        }
                    }
                }
            }
            count = groups.count
        }
    }

    // MARK: By group

    private func selectByGroup(
        _ situation: PracticeSituation, _ standings: [GroupStanding], _ only: PracticeFilter, _ leavingOut: Set<Int>,
        _ selection: inout Selection, _ second: inout TopItems
    ) {
        let most = only.longest
        if most < .infinity {
            for item in catalogue.items.indices where minutes[item] <= most {
                if let reason = constraints.always(item) { selection.withheld.add(reason) }
            }
        } else {
            for (reason, count) in groups.never { selection.withheld.add(reason, count) }
        }
        for item in groups.apart where minutes[item] <= most && !leavingOut.contains(item) {
            let reason = constraints.reason(item, minutes: minutes[item], in: situation.limits)
            let worth = standings[groups.groupOfItem[item]].worth
            offer(item, reason, worth, situation, &selection, &second)
        }
        selectGroups(situation, standings, most, &selection)
        let isEmpty = selection.open.items.isEmpty && selection.pinned.items.isEmpty
        offerRepeated(situation, standings, most, isSecond: false, &selection.open)
        guard isEmpty, selection.open.items.isEmpty else { return }
        for group in 0..<groups.count {
            guard let reason = standings[group].flags.withheld, reason != .noGoal else { continue }
            let places = groups.prefix(of: groups.places(group)) {
                minutes[$0] <= most && constraints.fits(minutes[$0], in: situation.limits)
            }
            offer(places, standings[group].worth, situation, &second)
        }
        offerRepeated(situation, standings, most, isSecond: true, &second)
    }

    /// Counts what is withheld of every group, and offers the rest.
    private func selectGroups(
        _ situation: PracticeSituation, _ standings: [GroupStanding], _ most: Double, _ selection: inout Selection
    ) {
        let hasLimit = settings.minutesADay != nil
        var (noGoal, mastered, stuck, minutesUp) = (0, 0, 0, 0)
        standings.withUnsafeBufferPointer { standings in
            for group in 0..<standings.count {
                var places = groups.places(group)
                if most < .infinity { places = groups.prefix(of: places) { minutes[$0] <= most } }
                let standing = standings[group]
                let reason = standing.flags.withheld
                if reason == .noGoal {
                    noGoal += places.count
                    continue
                }
                if hasLimit {
                    let fitting = groups.prefix(of: places) { constraints.fits(minutes[$0], in: situation.limits) }
                    minutesUp += places.count - fitting.count
                    places = fitting
                }
                switch reason {
                case .mastered: mastered += places.count
                case .stuck: stuck += places.count
                default: offer(places, standing.worth, situation, &selection.open)
                }
            }
        }
        selection.withheld.add(.noGoal, noGoal)
        selection.withheld.add(.mastered, mastered)
        selection.withheld.add(.stuck, stuck)
        selection.withheld.add(.minutes, minutesUp)
    }

    /// Offers the items of one group that did not come lately, as far as they can still be among the best.
    @inline(__always)
    private func offer(
        _ places: Range<Int>, _ worth: Double, _ situation: PracticeSituation, _ top: inout TopItems
    ) {
        guard !places.isEmpty else { return }
        // What takes least has most of what is good, and least of what is bad.
        let best = worth * groups.paces[worth >= 0 ? places.lowerBound : places.upperBound - 1]
        if best >= top.least - 1e-9 { offerEach(places, worth, situation, &top) }
    }

    private func offerEach(
        _ places: Range<Int>, _ worth: Double, _ situation: PracticeSituation, _ top: inout TopItems
    ) {
        for place in places {
            let score = Self.rounded(worth * groups.paces[place])
            if score < top.least {
                // Below zero the better ones come later.
                if worth >= 0 { return }
                continue
            }
            let item = groups.items[place]
            if situation.repeated.share(of: item) == 0 { top.offer(item, score) }
        }
    }

    /// Offers the items that came lately, each by itself; they are counted with their groups.
    private func offerRepeated(
        _ situation: PracticeSituation, _ standings: [GroupStanding], _ most: Double, isSecond: Bool,
        _ top: inout TopItems
    ) {
        for (item, share) in situation.repeated.items {
            guard !constraints.standsApart(item) else { continue }
            let standing = standings[groups.groupOfItem[item]]
            let reason = standing.flags.withheld
            guard isSecond ? reason == .mastered || reason == .stuck : reason == nil, minutes[item] <= most,
                constraints.fits(minutes[item], in: situation.limits)
            else { continue }
            top.offer(item, Self.rounded(standing.worth * pace[item] * (1 - share)))
        }
    }

    // MARK: One by one

    private func selectOneByOne(
        _ situation: PracticeSituation, _ standings: [GroupStanding], _ only: PracticeFilter, _ leavingOut: Set<Int>,
        _ selection: inout Selection, _ second: inout TopItems
    ) {
        let most = only.longest
        if let items = only.items {
            for item in items.sorted() where catalogue.items.indices.contains(item) && minutes[item] <= most {
                offer(item, situation, standings, leavingOut, &selection, &second)
            }
        } else {
            for item in catalogue.items.indices where minutes[item] <= most {
                offer(item, situation, standings, leavingOut, &selection, &second)
            }
        }
    }

    private func offer(
        _ item: Int, _ situation: PracticeSituation, _ standings: [GroupStanding], _ leavingOut: Set<Int>,
        _ selection: inout Selection, _ second: inout TopItems
    ) {
        if !leavingOut.isEmpty, leavingOut.contains(item) { return }
        let standing = standings[groups.groupOfItem[item]]
        let reason =
            constraints.standsApart(item)
            ? constraints.reason(item, minutes: minutes[item], in: situation.limits)
            : constraints.reason(item, minutes: minutes[item], standing.flags, in: situation.limits)
        offer(item, reason, standing.worth, situation, &selection, &second)
    }

    private func offer(
        _ item: Int, _ reason: Withheld?, _ worth: Double, _ situation: PracticeSituation, _ selection: inout Selection,
        _ second: inout TopItems
    ) {
        if let reason {
            selection.withheld.add(reason)
            guard reason == .mastered || reason == .stuck else { return }
        }
        let score = score(item, worth: worth, situation)
        if reason != nil {
            second.offer(item, score)
        } else if constraints.isPinned[item] {
            selection.pinned.offer(item, score)
        } else {
            selection.open.offer(item, score)
        }
    }

    // MARK: The index

    /// The index of an item, to nine decimals: in what order a product is summed must not decide between equals.
    func score(_ item: Int, worth: Double, _ situation: PracticeSituation) -> Double {
        var value = worth
        if !situation.information.isEmpty { value += situation.information[item] }
        return Self.rounded(value * pace[item] * (1 - situation.repeated.share(of: item)))
    }

    private static func rounded(_ score: Double) -> Double { Rounding.decimals(score, 9) }
}
