/// Everything a model keeps of one learner, as bytes: to be stored anywhere and gone on from later.
///
/// A precision and a location per set of skills, the counters beside them, form, and the items met last (at most 64).
/// About twenty bytes per set of skills. Forecasts after a restore are those before it to about 1e-5, since the joint
/// belief is rebuilt from its parts.
public struct LearnerState: Sendable, Hashable {
    public let bytes: [UInt8]

    /// The version that this program writes and reads.
    public static let version: UInt64 = 1

    public init(bytes: [UInt8]) { self.bytes = bytes }

    /// Why a state cannot be gone on from.
    public enum Fault: String, Error, Sendable, Hashable {
        /// The bytes are no state, or damaged.
        case malformed
        /// The state was written by a version that is not read.
        case otherVersion
        /// The state belongs to another model.
        case otherModel
    }
}

extension ModelFollower {
    /// The state of the learner followed, in the words of `vocabulary`.
    package func state(_ vocabulary: Vocabulary) -> LearnerState {
        var out = StateBytes()
        out.put(LearnerState.version)
        out.put(model.provenance.fingerprint)
        history.write(to: &out, vocabulary)
        out.put(tracker.formMean)
        out.put(tracker.formVariance)
        // In the order in which the history writes its sets.
        let sites = Dictionary(tracker.sites.map { ($0.set, $0.site) }, uniquingKeysWith: { first, _ in first })
        for set in history.setIDs.sorted() {
            let site = sites[set] ?? EvidenceSite()
            out.put(site.precision)
            out.put(site.location)
        }
        return LearnerState(bytes: out.bytes)
    }

    /// Goes on with a learner from a state. Words that the vocabulary lacks are added to it.
    package init(_ model: MasteryModel, state: LearnerState, vocabulary: inout Vocabulary) throws(LearnerState.Fault) {
        do {
            var bytes = StateBytes(state.bytes)
            guard try bytes.unsigned() == LearnerState.version else { throw LearnerState.Fault.otherVersion }
            guard try bytes.unsigned() == model.provenance.fingerprint else { throw LearnerState.Fault.otherModel }
            let history = try LearnerHistory(from: &bytes, &vocabulary)
            let formMean = try bytes.double()
            let formVariance = try bytes.double()
            var sites: [(set: Int32, skillSet: ResponseLog.SkillSet, site: EvidenceSite)] = []
            for set in history.setIDs {
                let precision = try bytes.float()
                let location = try bytes.float()
                sites.append(
                    (
                        set, vocabulary.sets[Int(set)],
                        EvidenceSite(precision: Double(precision), location: Double(location))
                    ))
            }
            guard bytes.isAtEnd else { throw LearnerState.Fault.malformed }
            self.init(
                model, history: history,
                tracker: BeliefTracker(
                    structure: model.structure, settings: model.settings, sites: sites, formMean: formMean,
                    formVariance: formVariance))
        } catch {
            throw (error as? LearnerState.Fault) ?? .malformed
        }
    }
}
