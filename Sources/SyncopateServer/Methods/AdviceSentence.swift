internal import JSONText

/// Advice on the wire as a sentence for a teacher.
enum AdviceSentence {
    /// - Parameter object: an object with the members of ``AdviceWriter/advice``.
    static func words(_ object: Int, _ tape: JSONTape) -> String {
        func text(_ object: Int, _ name: StaticString) -> String {
            tape.member(object, name).map { tape.string($0) } ?? ""
        }
        let learner = text(object, "learner")
        let isSkill = tape.member(object, "items") == nil
        guard let list = tape.member(object, isSkill ? "skills" : "items"), let first = tape.elements(list).first else {
            let isCut = tape.member(object, isSkill ? "skills_more" : "items_more") != nil
            return isCut ? "\(learner): no room to say what is next." : "\(learner): nothing may be given now."
        }
        let why = tape.member(first, "reasons").flatMap { tape.elements($0).first }.map { text($0, "text") } ?? ""
        let way =
            switch text(first, "mode") {
            case "async_solo", "async_social": "apart"
            case "live_peer", "live_teacher": "together"
            case "either": "together or apart, no matter"
            default: "together and apart"
            }
        return "\(learner): next \(text(first, "title")) (\(text(first, "action"))), \(way)"
            + (why.isEmpty ? "." : "; \(why).")
    }

    /// A list of advice: whoever comes first, and how many more.
    static func words(_ tape: JSONTape, list name: StaticString) -> String {
        guard let list = tape.member(0, name) else { return "" }
        let all = tape.elements(list)
        guard let first = all.first else { return "Nobody to advise." }
        return words(first, tape) + (all.count > 1 ? " And \(all.count - 1) more learners." : "")
    }
}
