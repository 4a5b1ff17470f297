extension Recommender {
    /// Notes that the learner was taught a skill live, without an answer to learn from.
    ///
    /// Of those who lack it a share has it now, whatever their pace in own time, those on whom practice is lost included:
    /// ``LiveLesson/ready`` of it where nothing it builds on is missing. Where skills grow it counts as the attempts that
    /// would teach as surely. Memory takes no note: only answers say what is recalled. An answer after it speaks as ever.
    ///
    /// - Parameters:
    ///   - skill: position in the catalogue. Out of range: nothing changes.
    ///   - time: seconds since 1970; no number, or one before the last answer: the time of that.
    ///   - lesson: what the session does.
    public func observeLesson(
        skill: Int, at time: Double, _ state: inout PracticeState, lesson: LiveLesson = LiveLesson()
    ) {
        guard catalogue.skills.indices.contains(skill) else { return }
        let now = time.isFinite ? max(time, state.last) : max(state.last, 0)
        fade(around: skill, &state, until: now)
        let chance = lesson.chance(readiness: knowledge.readiness(of: skill, state.knowledge))
        knowledge.teachLive(skill, chance: chance, &state.knowledge)
        if state.growth[skill].isSettled { state.unsettled.append(skill) }
        growth.practise(skill, attempts: equivalentAttempts(skill, lesson.ready), &state.growth)
        state.lessons[skill, default: 0] += 1
        // A new day begins with it, of which no minute is practised yet.
        if day(of: now) != day(of: state.last) { state.minutes = 0 }
        state.last = now
    }
}
