internal import JSONText
internal import Syncopate

extension EngineHost {
    /// Advises one learner by themselves, writes it as members of the object that is open, and notes the decision.
    ///
    /// - Parameters:
    ///   - record: what is held of the learner; the decision is added to it.
    ///   - room: bytes beyond which the list of items is cut.
    ///   - settled: modes by item where they were settled among classmates; `nil`: the learner's own outlook.
    func advise(
        _ record: inout LearnerRecord, _ asked: Asked, settled: ModeAdvice? = nil, room: Int = .max,
        to json: inout JSONWriter
    ) throws(WireFault) {
        let course = try course()
        var writer = AdviceWriter(course)
        let decision = DecisionID(
            learner: record.learner, revision: record.revision, at: asked.at.isFinite ? asked.at : record.clock,
            seed: UInt64(asked.seed), asked: asked.form)
        var noted: RecordedDecision?
        func head(_ propensity: Double, _ mode: Mode, _ isCollective: Bool) {
            json.key("decision")
            json.string(decision.description)
            json.key("propensity")
            json.number(Rounding.decimals(propensity, 6))
            json.key("seed")
            json.integer(asked.seed)
            json.key("mode")
            json.string(mode.rawValue)
            json.key("collective")
            json.boolean(isCollective)
        }
        json.key("learner")
        json.string(record.learner)
        json.key("revision")
        json.integer(Int(clamping: record.revision))
        switch asked.unit {
        case .item:
            stages.enter(.advice)
            let advice = course.recommender.advise(
                record.state, learner: record.learner, at: asked.at, limit: asked.limit, only: asked.only,
                seed: UInt64(asked.seed))
            let modes = advice.choices.map { choice in
                self.mode(
                    of: record.learner, course.recommender.catalogue.mainSkill(ofItem: choice.item), advice.known, asked
                )
            }
            func best(_ place: Int) -> Mode {
                guard let settled else { return modes[place].mode }
                let mode = settled.mode(ofItem: advice.choices[place].item, in: course.recommender.catalogue)
                let isPossible = mode == .either || asked.modes?.contains(mode) ?? true
                return isPossible ? mode : modes[place].mode
            }
            stages.enter(.answering)
            head(
                advice.choices.first?.propensity ?? 1, advice.choices.isEmpty ? .asyncSolo : best(0),
                settled?.isCollective ?? modes.first?.isCollective ?? false)
            let cut = CutList.write("items", count: advice.choices.count, room: room, to: &json) {
                writer.write(advice.choices[$0], mode: best($0), to: &$1)
            }
            CutList.write(more: "items_more", cut, to: &json)
            if let first = advice.choices.first {
                noted = RecordedDecision(
                    id: decision, subject: .item(first.item), mode: best(0), propensity: first.propensity)
            }
        case .skill:
            stages.enter(.advice)
            let choices = course.adviser.advise(
                record.state, learner: record.learner, at: asked.at, limit: asked.limit, seed: UInt64(asked.seed))
            let modes = choices.map { self.mode(of: record.learner, known: $0.known, asked) }
            stages.enter(.answering)
            head(choices.first?.propensity ?? 1, modes.first?.mode ?? .asyncSolo, modes.first?.isCollective ?? false)
            let cut = CutList.write("skills", count: choices.count, room: room, to: &json) {
                writer.write(choices[$0], mode: modes[$0].mode, to: &$1)
            }
            CutList.write(more: "skills_more", cut, to: &json)
            if let first = choices.first {
                noted = RecordedDecision(
                    id: decision, subject: .skill(first.skill), mode: modes.first?.mode ?? .asyncSolo,
                    propensity: first.propensity)
            }
        }
        if let noted { course.keeper.pointee.note(noted, in: &record) }
    }

    private func mode(
        of learner: String, _ skill: Int?, _ known: [Double], _ asked: Asked
    ) -> (mode: Mode, isCollective: Bool) {
        mode(of: learner, known: skill.map { known[$0] } ?? 0.5, asked)
    }

    private func mode(of learner: String, known: Double, _ asked: Asked) -> (mode: Mode, isCollective: Bool) {
        let (outlook, isCollective) = outlook(of: learner, known: known, modes: asked.modes)
        return (outlook.mode, isCollective)
    }
}
