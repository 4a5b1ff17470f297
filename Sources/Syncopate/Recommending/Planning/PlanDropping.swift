/// What to drop first of a goal that does not fit.
///
/// The targets of a goal weigh the same, so each time the one that still takes most minutes goes, what only it needs
/// included, and never one that something kept builds on. How many must go is found by bisection on the same futures.
struct PlanDropping {
    let search: PlanSearch
    /// Of the goal among the learner's.
    let place: Int

    private var follower: PlanFollower { search.follower }
    private var goal: PlanGoal { follower.goals[place] }

    /// Where a target takes no more minutes, at least so many are counted.
    private static let leastMinutes = 1e-9

    /// Steps with the chance after each; empty where nothing can go.
    func drops() -> [PlanDrop] {
        let order = order()
        guard !order.isEmpty else { return [] }
        var chances: [Int: Double] = [:]
        func chance(_ count: Int) -> Double {
            if let known = chances[count] { return known }
            let chance = self.chance(without: Set(order.prefix(count)))
            chances[count] = chance
            return chance
        }
        // The least number that does it, or all that can go.
        var low = 0
        var high = order.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if chance(middle) >= search.settings.chance { high = middle } else { low = middle }
        }
        _ = chance(high)
        var drops: [PlanDrop] = []
        var before = 0
        for count in chances.keys.sorted() where count <= high {
            drops.append(PlanDrop(skills: Array(order[before..<count]), chance: chance(count)))
            before = count
        }
        return drops
    }

    // MARK: The order

    /// Targets in the order in which they go; one at least stays.
    func order() -> [Int] {
        let graph = follower.recommender.catalogue.graph
        let minutes = minutes()
        let others = othersNeed()
        var kept = Set(goal.targets)
        // What each target builds on, and how many of those kept build on each skill.
        var below: [Int: Set<Int>] = [:]
        var uses = [Int](repeating: 0, count: graph.count)
        for target in kept {
            let needed = needed([target], graph)
            below[target] = needed
            for skill in needed { uses[skill] += 1 }
        }
        var order: [Int] = []
        while kept.count > 1 {
            var best: (time: Double, skill: Int)?
            // Nothing kept builds on it, and no other goal wants it anyway.
            for skill in goal.targets where kept.contains(skill) && uses[skill] == 0 && !others.contains(skill) {
                let alone = (below[skill] ?? []).filter {
                    uses[$0] == 1 && !others.contains($0) && !kept.contains($0)
                }
                let time = alone.sorted().reduce(minutes[skill]) { $0 + minutes[$1] }
                guard time > Self.leastMinutes else { continue }
                if best.map({ time > $0.time }) ?? true { best = (time, skill) }
            }
            guard let best else { break }
            order.append(best.skill)
            kept.remove(best.skill)
            for skill in below[best.skill] ?? [] { uses[skill] -= 1 }
        }
        return order
    }

    /// Everything these build on, directly or not.
    private func needed(_ skills: Set<Int>, _ graph: PrerequisiteGraph) -> Set<Int> {
        guard goal.purpose == .master else { return [] }
        var needed: Set<Int> = []
        var open = skills.sorted()
        while let skill = open.popLast() {
            for edge in graph.parents[skill] where needed.insert(edge.skill).inserted { open.append(edge.skill) }
        }
        return needed
    }

    /// What the learner's other goals want, and what that builds on.
    private func othersNeed() -> Set<Int> {
        var skills: Set<Int> = []
        for (other, goal) in follower.goals.enumerated() where other != place && goal.purpose != .measure {
            skills.formUnion(goal.targets)
        }
        return skills.union(needed(skills, follower.recommender.catalogue.graph))
    }

    /// Minutes each skill still takes, K: to be remembered, those of one practice for as much as would be missing on the day.
    private func minutes() -> [Double] {
        let recommender = follower.recommender
        var items = [Double](repeating: 0, count: recommender.catalogue.skills.count)
        var weights = items
        for (item, edges) in recommender.catalogue.itemSkills.enumerated()
        where recommender.constraints.isGivenToAnybody(item) {
            for edge in edges {
                items[edge.skill] += edge.weight * recommender.minutes[item]
                weights[edge.skill] += edge.weight
            }
        }
        var faded = follower.state
        recommender.fade(&faded, until: follower.calendar.start)
        let missing = goal.purpose == .remember ? missing(faded) : []
        return items.indices.map { skill in
            // What nothing exercises takes longest of all.
            guard weights[skill] > 0 else { return faded.knowledge.known(skill) < 0.9 ? 1e6 : 0 }
            let one = items[skill] / weights[skill]
            return one
                * (goal.purpose == .remember ? missing[skill] : recommender.mastering.attempts(skill, faded.knowledge))
        }
    }

    /// Probability of not recalling each skill on the day without any practice, K.
    private func missing(_ state: PracticeState) -> [Double] {
        let scales = MemoryScales(state.memory)
        let memory = follower.recommender.memory
        return (0..<state.knowledge.count).map { skill in
            guard !state.memory.isEmpty(skill) else { return 1 - state.knowledge.known(skill) }
            return 1
                - scales.likely(skill).reduce(0) {
                    $0 + $1.share
                        * memory.recall(
                            state.memory.trace(ofSkill: skill, onScale: $1.place), at: goal.by,
                            scale: MemoryBelief.scales[$1.place])
                }
        }
    }

    // MARK: The chance

    /// Probability of reaching the goal without some of its targets.
    func chance(without dropped: Set<Int>) -> Double {
        let catalogue = follower.recommender.catalogue
        var goals = catalogue.goals
        goals[goal.position].skills = goal.targets.filter { !dropped.contains($0) }.map { catalogue.skills[$0].id }
        goals[goal.position].items = []
        guard let smaller = try? Catalogue(skills: catalogue.skills, items: catalogue.items, goals: goals) else {
            return 0
        }
        let reduced = follower.following(
            Recommender(catalogue: smaller, settings: follower.recommender.settings), watching: place)
        let reached = (0..<search.searched).count { reduced.future($0).results[place].isReached }
        let share = PlanSearch.share(reached, of: search.searched)
        // Searches look at the first futures only; what dropping adds there is added to the chance by all of them.
        let results = search.futures.map { $0.results[place].isReached }
        let before = PlanSearch.share(results.prefix(search.searched).count { $0 }, of: search.searched)
        return min(max(PlanSearch.share(results.count { $0 }, of: results.count) + share - before, 0), 1)
    }
}
