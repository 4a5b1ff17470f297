import Syncopate
import Testing

/// What a log of decisions refuses, and what it knows of support.
struct DecisionLogTests {
    static func decision(_ id: String = "d") -> Decision {
        Decision(id: id, learner: 0, action: 0, propensity: 0.5, reward: 1, target: 0.25)
    }

    static func fault(_ change: (inout Decision) -> Void) -> DecisionFault? {
        var decision = decision()
        change(&decision)
        return fault(decision)
    }

    static func fault(_ decision: Decision) -> DecisionFault? {
        var log = DecisionLog(learners: ["l"], actions: ["a", "b"])
        do throws(DecisionFault) {
            try log.append(decision)
        } catch {
            #expect(log.count == 0 && log.candidateStart == [0])
            return error
        }
        #expect(log.count == 1)
        return nil
    }

    static func fault(_ candidates: [CandidateAction]) -> DecisionFault? {
        fault(Decision(id: "d", learner: 0, action: 0, propensity: 0.5, reward: 1, candidates: candidates))
    }

    @Test func aSoundDecisionIsTaken() { #expect(Self.fault { _ in } == nil) }

    @Test func everyFaultIsFound() {
        #expect(Self.fault { $0.learner = 1 } == .unknownLearner)
        #expect(Self.fault { $0.learner = -1 } == .unknownLearner)
        #expect(Self.fault { $0.action = 2 } == .unknownAction)
        for propensity in [0, -0.5, 1.0000001, .nan, .infinity, 1e-60] {
            #expect(Self.fault { $0.propensity = propensity } == .badPropensity, "\(propensity)")
        }
        for reward in [Double.nan, .infinity, -.infinity, 1e51] {
            #expect(Self.fault { $0.reward = reward } == .badReward, "\(reward)")
        }
        for target in [-0.1, 1.1, .nan] { #expect(Self.fault { $0.target = target } == .badTarget, "\(target)") }
        #expect(Self.fault { $0.predicted = 1 } == .halfPrediction)
        #expect(Self.fault { $0.predictedTarget = 1 } == .halfPrediction)
        #expect(
            Self.fault {
                $0.predicted = .infinity
                $0.predictedTarget = 1
            } == .badPrediction)
    }

    @Test func faultsOfCandidates() {
        let (a, b) = (CandidateAction(action: 0, target: 0.25), CandidateAction(action: 1, target: 0.75))
        #expect(Self.fault([a, b]) == nil)
        #expect(Self.fault([b, CandidateAction(action: 1, target: 0.25)]) == .repeatedCandidate)
        #expect(Self.fault([CandidateAction(action: 1, target: 1)]) == .chosenIsNoCandidate)
        #expect(Self.fault([a]) == .targetDoesNotSumToOne)
        #expect(Self.fault([a, CandidateAction(action: 2, target: 0.75)]) == .unknownAction)
        #expect(Self.fault([a, CandidateAction(action: 1, target: -0.75)]) == .badTarget)
        #expect(
            Self.fault([a, CandidateAction(action: 1, target: 0.75, propensity: 2)]) == .badCandidatePropensity)
    }

    @Test func anIdIsTakenOnce() throws {
        var log = DecisionLog(learners: ["l"], actions: ["a"])
        try log.append(Self.decision("d"))
        #expect(throws: DecisionFault.repeatedDecision) { try log.append(Self.decision("d")) }
        try log.append(Self.decision("e"))
        #expect(log.decision == ["d", "e"])
    }

    @Test func everyFaultSaysWhatToDo() {
        let faults: [DecisionFault] = [
            .unknownLearner, .unknownAction, .repeatedDecision, .badPropensity, .badReward, .badTarget,
            .badCandidatePropensity, .badPrediction, .halfPrediction, .chosenIsNoCandidate, .repeatedCandidate,
            .targetDoesNotSumToOne,
        ]
        for fault in faults { #expect(!fault.description.isEmpty && !fault.remedy.isEmpty) }
    }

    /// Decisions without support, and those of which that is not known, by hand.
    @Test func supportIsCounted() throws {
        func counts(_ decision: Decision) throws -> [Int] {
            var log = DecisionLog(learners: ["l"], actions: ["a", "b"])
            try log.append(decision)
            return [log.withoutSupport, log.unknownSupport]
        }
        func candidates(_ other: Double?, _ target: Double) -> Decision {
            Decision(
                id: "d", learner: 0, action: 0, propensity: 0.5, reward: 1,
                candidates: [
                    CandidateAction(action: 0, target: 1 - target),
                    CandidateAction(action: 1, target: target, propensity: other),
                ])
        }
        var certain = Self.decision()
        certain.propensity = 1
        #expect(try counts(Self.decision()) == [0, 1])
        #expect(try counts(certain) == [1, 0])
        #expect(try counts(candidates(0.5, 0.5)) == [0, 0])
        #expect(try counts(candidates(0, 0.5)) == [1, 0])
        #expect(try counts(candidates(0, 0)) == [0, 0])
        #expect(try counts(candidates(nil, 0.5)) == [0, 1])
    }
}
