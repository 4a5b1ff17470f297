/// Why a set of skills cannot be what an answer was on.
public enum SubjectFault: Error, Sendable, Hashable, CustomStringConvertible {
    case noSkill
    case tooManySkills
    case unknownSkill(String)
    case weightOutOfRange(skill: String)
    /// As many distinct sets as there is room for were told already.
    case tableFull

    /// What is wrong, as a sentence without its full stop.
    public var description: String {
        switch self {
        case .noSkill: "the answer names no skill"
        case .tooManySkills: "the answer names more than \(EvidenceSubjects.mostSkills) skills"
        case .unknownSkill(let skill): "\"\(skill)\" is no skill of the catalogue"
        case .weightOutOfRange(let skill): "the weight of \"\(skill)\" is no number from 0.000001 to 1000000"
        case .tableFull: "more than \(EvidenceSubjects.limit) different sets of skills were told"
        }
    }

    /// What to do about it.
    public var remedy: String {
        switch self {
        case .noSkill: "name a skill, an item of the catalogue, or one that it is a variant of"
        case .tooManySkills: "name those that matter most"
        case .unknownSkill: "name a skill of the catalogue, or add it there"
        case .weightOutOfRange: "give a weight above zero, or leave it out"
        case .tableFull: "use fewer different weights, or items of the catalogue with variant_of; or start anew"
        }
    }
}
