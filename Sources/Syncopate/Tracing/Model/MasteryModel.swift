/// A fitted model of mastery: what everybody has in common, from which each learner's own belief starts.
///
/// The log-odds of a response are mastery of the skills it needs, form, and a sum of terms (``ContextTerm``), each a
/// coefficient shrunk by how little was seen. Items and skills are known by their ids; ones the model never saw get a
/// typical skill and an item of unknown easiness.
public struct MasteryModel: Sendable, Equatable {
    /// Ids of the items, skills and sets of skills (by positions of skills) that coefficients are for.
    public let items: [String]
    public let skills: [String]
    package let skillSets: [ResponseLog.SkillSet]
    public let settings: TracingSettings
    package let structure: SkillStructure
    package let terms: [FittedTerm]
    /// Variance of the easiness of an item that was never seen.
    package let itemVariance: Double
    /// What the model was fitted on and how well it did.
    public let provenance: Provenance
    /// The terms laid out for adding up, and the words, once for all learners.
    let sum: TermSum
    package let vocabulary: Vocabulary

    /// A term with its coefficients and the variance they were shrunk with.
    package struct FittedTerm: Sendable, Equatable {
        package let term: ContextTerm
        package let variance: Double
        package let table: ContextTable

        package init(term: ContextTerm, variance: Double, table: ContextTable) {
            self.term = term
            self.variance = variance
            self.table = table
        }
    }

    /// Where a model comes from, in numbers.
    public struct Provenance: Sendable, Equatable {
        public var learners = 0
        public var responses = 0
        /// Learners left out to choose settings, and how well their responses were predicted.
        public var heldOutLearners = 0
        public var heldOutResponses = 0
        public var heldOutLogLoss = Double.nan
        /// Log loss on the same responses when each item's mean is the prediction.
        public var heldOutItemMeanLogLoss = Double.nan
        public var seed: UInt64 = 0
        /// A hash of what was fitted on.
        public var fingerprint: UInt64 = 0

        public init() {}

        public static func == (left: Provenance, right: Provenance) -> Bool {
            left.learners == right.learners && left.responses == right.responses
                && left.heldOutLearners == right.heldOutLearners && left.heldOutResponses == right.heldOutResponses
                && left.heldOutLogLoss.bitPattern == right.heldOutLogLoss.bitPattern
                && left.heldOutItemMeanLogLoss.bitPattern == right.heldOutItemMeanLogLoss.bitPattern
                && left.seed == right.seed && left.fingerprint == right.fingerprint
        }
    }

    package init(
        items: [String], skills: [String], skillSets: [ResponseLog.SkillSet], settings: TracingSettings,
        structure: SkillStructure, terms: [FittedTerm], itemVariance: Double, provenance: Provenance
    ) {
        self.items = items
        self.skills = skills
        self.skillSets = skillSets
        self.settings = settings
        self.structure = structure
        self.terms = terms
        self.itemVariance = itemVariance
        self.provenance = provenance
        sum = TermSum(terms, items: items.count, skills: skills.count, sets: skillSets.count)
        vocabulary = Vocabulary(items: items, skills: skills, sets: skillSets)
    }

    /// Equal in everything that is stored.
    public static func == (left: MasteryModel, right: MasteryModel) -> Bool {
        left.items == right.items && left.skills == right.skills && left.skillSets == right.skillSets
            && left.settings == right.settings && left.structure == right.structure && left.terms == right.terms
            && left.itemVariance == right.itemVariance && left.provenance == right.provenance
    }

    /// A model that knows no item and no skill, with everything else of this one: what is left of it on another course.
    public func transferable() -> MasteryModel {
        MasteryModel(
            items: [], skills: [], skillSets: [], settings: settings,
            structure: SkillStructure(typical: structure),
            terms: terms.filter { $0.term.entity == .all && $0.term.context != .previousSkills },
            itemVariance: itemVariance, provenance: provenance)
    }
}
