/// Why a column has its topic, or none.
public enum TopicReason: Sendable, Hashable {
    /// The title carries the code of a standard.
    case standard(code: String, system: StandardCode.System)
    /// The title shares rare words with those of the topic.
    case words([String])
    /// The title names the same place in the course as those of the topic.
    case unit(CourseUnit)
    /// The title names a place in the course at which the others have this topic.
    case sameUnit(CourseUnit)
    /// Scores go with those of the topic beyond the general ability.
    case scores
    /// Scores go with another topic than the title says.
    case moved(from: String)
    /// The user's own skill map says so.
    case given
    /// The title shares nothing with others, and scores were not asked or do not tell.
    case nothingShared
    /// The title's place in the course holds several topics.
    case unitHoldsSeveral(CourseUnit)
    /// There are too few learners for scores to tell.
    case tooFewToTell
    /// Scores go with no other column's beyond the general ability.
    case apart

    /// Stable word for files.
    public var code: String {
        switch self {
        case .standard: "standard"
        case .words: "words"
        case .unit: "unit"
        case .sameUnit: "same_unit"
        case .scores: "scores"
        case .moved: "moved_by_scores"
        case .given: "given"
        case .nothingShared: "nothing_shared"
        case .unitHoldsSeveral: "unit_holds_several"
        case .tooFewToTell: "too_few_to_tell"
        case .apart: "apart"
        }
    }

    /// What people read.
    public var sentence: String {
        switch self {
        case .standard(let code, let system): "the title has the \(Self.name(system)) \(code)"
        case .words(let words): "titles share \(words.map { "“\($0)”" }.joined(separator: ", "))"
        case .unit(let unit): "titles name \(unit.title.lowercased())"
        case .sameUnit(let unit): "\(unit.title.lowercased()), which has this topic"
        case .scores: "scores go with this topic's beyond general ability"
        case .moved(let topic): "the title says \(topic), but scores clearly go otherwise"
        case .given: "your skill map says so"
        case .nothingShared: "the title shares nothing with others"
        case .unitHoldsSeveral(let unit): "\(unit.title.lowercased()) holds several topics"
        case .tooFewToTell: "too few learners to tell by scores"
        case .apart: "scores go with no other column's in particular"
        }
    }

    private static func name(_ system: StandardCode.System) -> String {
        switch system {
        case .commonCore: "Common Core code"
        case .nextGenerationScience: "NGSS code"
        case .texas: "TEKS code"
        case .unitedKingdom, .german: "curriculum code"
        case .given: "outcome"
        }
    }
}
