import SyncopateModels
import TestSupport
import Testing

@testable import Syncopate

/// What is believed of learners among others, from what was seen and from logged gains.
struct InterdependenceEstimateTests {
    private static let nothingLogged = ModeEvidence(prior: .shipped)

    private func estimate(_ log: ExchangeLog, _ evidence: ModeEvidence = nothingLogged) -> [String: Interdependence] {
        Interdependence.estimate(log, evidence: evidence, model: .shipped)
    }

    private func invented(seed: UInt64, shuffled: Bool = false) -> ExchangeLog {
        var generator = SeededGenerator(seed: seed)
        var rows: [(String, String, ExchangeKind, Double)] = []
        for learner in 0..<12 {
            let trait = generator.normal()
            for kind in ExchangeKind.allCases {
                for piece in 0..<3 where generator.uniform() < 0.7 {
                    let value =
                        kind.isRelative
                        ? generator.normal() : generator.uniform() < Logistic.probability(trait) ? 1.0 : 0
                    rows.append(("L\(learner)", "type \(piece % 2)", kind, value))
                }
            }
        }
        if shuffled { rows.shuffle(using: &generator) }
        var log = ExchangeLog()
        for row in rows { log.append(learner: row.0, group: row.1, kind: row.2, value: row.3) }
        return log
    }

    @Test(arguments: 2..<6 as Range<UInt64>) func orderSaysNothing(seed: UInt64) {
        let (one, other) = (estimate(invented(seed: seed)), estimate(invented(seed: seed, shuffled: true)))
        #expect(Set(one.keys) == Set(other.keys))
        for (learner, belief) in one {
            let same = other[learner] ?? .prior
            #expect(belief.counts == same.counts)
            for facet in InterdependenceFacet.allCases {
                #expect(abs(belief[facet].mean - same[facet].mean) < 1e-9)
                #expect(abs(belief[facet].deviation - same[facet].deviation) < 1e-9)
            }
        }
    }

    @Test(arguments: 2..<6 as Range<UInt64>) func leavingAKindOutNeverNarrows(seed: UInt64) {
        let log = invented(seed: seed)
        let all = estimate(log)
        for kind in ExchangeKind.allCases {
            for (learner, fewer) in estimate(log.dropping([kind])) {
                for facet in InterdependenceFacet.allCases {
                    #expect(fewer[facet].deviation >= (all[learner] ?? .prior)[facet].deviation - 1e-12)
                    #expect(fewer[facet].deviation <= 1 + 1e-12)
                }
                #expect(fewer.counts[kind] == nil)
            }
        }
        #expect(estimate(log.dropping(Set(ExchangeKind.allCases))).isEmpty)
    }

    /// The same as a model that does not read the kind: nothing stands in its stead.
    @Test func aMissingKindIsNoTerm() {
        let log = invented(seed: 3)
        var without = InterdependenceModel.shipped
        without.terms[.helpGiven] = nil
        let unread = Interdependence.estimate(log, evidence: Self.nothingLogged, model: without)
        #expect(unread == estimate(log.dropping([.helpGiven])))
    }

    @Test func whatHappensToEverybodySaysNothingOfAnyone() throws {
        var log = ExchangeLog()
        for learner in 0..<200 { log.append(learner: "L\(learner)", kind: .helpPaidOff, value: 1) }
        let one = try #require(estimate(log)["L7"])
        #expect(abs(one.gains.mean) < 0.02)
    }

    @Test func eachKindSpeaksOfItsSide() throws {
        for kind in ExchangeKind.allCases {
            var log = ExchangeLog()
            for learner in 0..<4 {
                log.append(
                    learner: "\(learner)", kind: kind,
                    value: kind.isRelative ? (learner == 0 ? 1 : -0.5) : (learner == 0 ? 1 : 0))
            }
            let one = try #require(estimate(log)["0"])
            switch kind.facet {
            case .gains: #expect(one.gains.mean > one.gives.mean && one.gives.mean > 0)
            case .gives: #expect(one.gives.mean > one.gains.mean && one.gains.mean > 0)
            case nil: #expect(abs(one.gains.mean - one.gives.mean) < 1e-9 && one.gains.mean > 0)
            }
        }
    }

    @Test func whatCannotBeIsLeftAside() {
        var log = ExchangeLog()
        for value in [Double.nan, .infinity, -0.1, 1.1] { log.append(learner: "a", kind: .explained, value: value) }
        log.append(learner: "a", kind: .groupBesideOwn, value: .infinity)
        #expect(log.exchanges.isEmpty && log.learners == ["a"] && estimate(log).isEmpty)
    }

    // MARK: Logged gains

    /// Weights that are known and no doubt, so that all can be worked out by hand.
    private static let certain: ModePrior = {
        var prior = ModePrior.shipped
        prior.deviations = [Double](repeating: 0, count: 8)
        prior.doubt = 0
        return prior
    }()

    private func logged(_ gains: [(Mode, gain: Double, times: Int)]) -> ModeEvidence {
        ModeEvidence(
            prior: Self.certain,
            observations: gains.flatMap { mode, gain, times in
                (0..<times).map { _ in
                    ModeObservation(mode: mode, situation: ModeSituation(success: 0.5), learner: 0, gain: gain)
                }
            }, learners: ["a"])
    }

    /// Ten gains of 1.2 logits are 2.4 units where 1.15 + .5 x .5 = 1.4 were expected: one above, of variance 4 each. Without
    /// the prior that says 1 ± sqrt(.4). With half of .25² for what is the mode's own, and the whole of it for own time,
    /// of which nothing is known, the noise is .49375; the slope is sqrt(.5) x .25.
    @Test func loggedGainsAreOneNormalTerm() throws {
        let evidence = logged([(.livePeer, 1.2, 10)])
        let term = try #require(evidence.gainsFromOthers(of: "a", share: 0.5))
        #expect(abs(term.value - 1) < 1e-6 && abs(term.noise - 0.49375) < 1e-6 && term.count == 10)
        #expect(abs(term.slope - 0.1767767) < 1e-6)
        let one = try #require(estimate(ExchangeLog(), evidence)["a"])
        #expect(abs(one.gains.mean - 0.336718) < 1e-4 && abs(one.gains.deviation - 0.969789) < 1e-5)
        #expect(abs(one.gives.mean - one.gains.mean / 2) < 1e-6 && one.logged == 10 && !one.isKnown)
        #expect(one.reasons.map(\.code) == ["interdependence_unknown"])
    }

    /// Whoever learns as much more alone gains nothing from others that they do not have alone.
    @Test func ownTimeIsTakenOff() throws {
        let among = try #require(logged([(.livePeer, 1.2, 400)]).gainsFromOthers(of: "a", share: 0.5))
        let both = try #require(
            logged([(.livePeer, 1.2, 400), (.asyncSolo, 1.05, 400)]).gainsFromOthers(of: "a", share: 0.5))
        // Own time: 1 + .2 x .5 = 1.1 expected, 2.1 seen: one above too.
        #expect(abs(among.value - 1) < 1e-4 && both.value < 0.2 && both.noise < among.noise)
        #expect(logged([(.asyncSolo, 1.05, 400)]).gainsFromOthers(of: "a", share: 0.5) == nil)
        #expect(logged([(.livePeer, 1.2, 3)]).gainsFromOthers(of: "b", share: 0.5) == nil)
    }

    // MARK: Words

    @Test func unknownSidesAreTold() {
        func sentence(_ one: Interdependence) -> [String] { one.reasons.map(\.sentence) }
        #expect(
            sentence(.prior) == ["nothing tells what this learner gains from others or gives to them"])
        let half = Interdependence(gains: .init(mean: 1.2, deviation: 0.5), counts: [.helpPaidOff: 9])
        #expect(half.isKnown && half.gains.isHigh && !half.gives.isKnown)
        #expect(
            sentence(half) == [
                "gains from others at +1.2 (sd 0.5) where most are within 1 of 0, from 9 things seen of this learner among others",
                "too little tells what this learner gives to others",
            ])
    }

    @Test func factsFollowWhatIsKnown() {
        func facts(_ mode: Mode, _ among: Interdependence, success: Double = 0.5) -> [ModeFact] {
            let standing = ModeStanding(
                success: success, goal: 0.8, share: 0.5, independence: .prior, interdependence: among, cohort: 10)
            let (strengths, risks) = ModeFact.about(mode, standing)
            return strengths + risks
        }
        let high = Interdependence(gains: .init(mean: 1, deviation: 0.5), gives: .init(mean: 1, deviation: 0.5))
        let low = Interdependence(gains: .init(mean: -1, deviation: 0.5), gives: .init(mean: -1, deviation: 0.5))
        for mode in [Mode.asyncSocial, .livePeer, .blended] {
            #expect(facts(mode, high).contains(.gainsFromOthers) && facts(mode, high).contains(.givesToOthers))
            #expect(facts(mode, low).contains(.gainsLessFromOthers) && !facts(mode, low).contains(.givesToOthers))
            #expect(facts(mode, .prior) == facts(mode, Interdependence(gains: .init(mean: 2, deviation: 0.9))))
            #expect(facts(mode, .prior, success: 0.9).contains(.couldExplain(lacking: 0.5)))
            #expect(!facts(mode, .prior, success: 0.7).contains(.couldExplain(lacking: 0.5)))
        }
        #expect(facts(.asyncSolo, high) == facts(.asyncSolo, low))
    }

    // MARK: Who explains

    @Test func equalsAreSettledByWhatOthersGain() {
        let unsure = Interdependence.Side(mean: 0.5, deviation: 0.9)
        #expect(MeetingGroup.roles(known: [0.8, 0.8, 0.1]) == [.explain, .summarise, .learn])
        #expect(
            MeetingGroup.roles(known: [0.8, 0.8, 0.1], gives: [.init(), unsure, .init()]) == [
                .summarise, .explain, .learn,
            ])
        // Without evidence it settles nothing but equals.
        #expect(
            MeetingGroup.roles(known: [0.81, 0.8, 0.1], gives: [.init(), unsure, .init()]) == [
                .explain, .summarise, .learn,
            ])
    }

    @Test func evidenceWeighsAmongThoseWhoHaveIt() {
        let good = Interdependence.Side(mean: 1, deviation: 0.5)
        #expect(
            MeetingGroup.roles(known: [0.9, 0.8, 0.1], gives: [.init(), good, .init()]) == [
                .summarise, .explain, .learn,
            ])
        // Whoever does not likely have it explains it to nobody.
        #expect(
            MeetingGroup.roles(known: [0.9, 0.55, 0.1], gives: [.init(), good, .init()]) == [
                .explain, .summarise, .learn,
            ])
        // Twice the logistic of 1 / sqrt(1 + pi .25 / 8) = .95435.
        #expect(abs(MeetingGroup.weight(good) - 1.44397) < 1e-4)
        #expect(MeetingGroup.weight(.init(mean: 3, deviation: 0.81)) == 1)
    }
}
