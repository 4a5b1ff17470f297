extension Catalogue {
    /// Tells catalogues apart by everything that changes beliefs or decisions: identities and their order, skills' and
    /// items' weights and figures, nominal parameters, goals. Titles and due dates do not count.
    ///
    /// FNV-1a of 64 bits (Fowler, Noll & Vo), the same on every machine and in every run. It goes through everything each
    /// time: keep it where it is asked for often.
    public var fingerprint: UInt64 {
        var hash = FNVHash()
        hash.add(skills.count)
        for skill in skills {
            hash.add(skill.id)
            hash.add(skill.requires.count)
            for prerequisite in skill.requires {
                hash.add(prerequisite.skill)
                hash.add(prerequisite.weight)
            }
            let nominal = skill.nominal ?? NominalParameters()
            for value in [nominal.guess, nominal.slip, nominal.learn, nominal.initial] { hash.add(value) }
            hash.add(skill.formerly)
        }
        hash.add(items.count)
        for item in items {
            hash.add(item.id)
            hash.add(item.skills.count)
            for weight in item.skills {
                hash.add(weight.skill)
                hash.add(weight.weight)
            }
            for value in [item.minutes, item.difficulty, item.discrimination] { hash.add(value) }
            hash.add(item.kind.rawValue)
            hash.add(item.group)
            hash.add(item.requires)
            hash.add(item.formerly)
        }
        hash.add(goals.count)
        for goal in goals {
            hash.add(goal.id)
            hash.add(goal.purpose.rawValue)
            hash.add(goal.skills)
            hash.add(goal.items)
            hash.add(goal.weight)
            hash.add(goal.threshold)
            hash.add(goal.by)
            hash.add(goal.learners == nil ? 0 : 1)
            hash.add(goal.learners ?? [])
        }
        return hash.value
    }
}
