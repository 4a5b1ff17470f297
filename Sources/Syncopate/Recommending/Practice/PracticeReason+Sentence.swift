extension PracticeReason {
    /// The fact in words, with the titles of the catalogue it is about. No learner is named.
    public func sentence(_ catalogue: Catalogue) -> String {
        func percent(_ share: Double) -> String { "\(Rounding.percent(share))\u{A0}%" }
        func title(_ skill: Int) -> String {
            catalogue.skills.indices.contains(skill) ? catalogue.skills[skill].title : ""
        }
        switch self {
        case .pinned: return "the teacher put it first"
        case .nothingElse(.stuck): return "all that is left is on skills where practice is not working"
        case .nothingElse: return "all that is left is mastered: another look shows whether it stays"
        case .toLearn(let skill, let known, let attempts):
            return "\(title(skill)): \(percent(known)) likely mastered, \(Self.attempts(attempts)) to go"
        case .toConfirm(let skill, let known):
            return "\(title(skill)): \(percent(known)) likely mastered, to be shown once more"
        case .unlocks(let skills): return "opens the way to " + TitleList.words(skills.count) { title(skills[$0]) }
        case .toKeep(let skill, let recall): return "\(title(skill)): \(percent(recall)) likely recalled today"
        case .toBegin(let skill): return "\(title(skill)): to be remembered, and not practised yet"
        case .missing(let skill, let known):
            return "\(title(skill)), which it builds on, may be missing (\(percent(known)) likely mastered)"
        case .notWorking(let skill):
            return "\(title(skill)): practice alone may not be working, so look how it goes before more of it"
        case .tells: return "the answer tells how far the learner is"
        case .givenLately: return "it was given lately"
        case .length(let times) where times < 1: return "shorter than usual"
        case .length: return "longer than usual"
        }
    }

    /// About how many, in words.
    public static func attempts(_ attempts: Double) -> String {
        guard attempts < 1000 else { return "very many attempts" }
        let whole = max(Int(attempts.rounded()), 1)
        return whole == 1 ? "about 1 attempt" : "about \(whole) attempts"
    }
}
