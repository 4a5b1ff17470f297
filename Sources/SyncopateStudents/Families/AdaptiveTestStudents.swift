import RealModule
import Syncopate

/// Takers of an adaptive test of twenty items from a bank of a thousand, judged by the error of the ability.
///
/// Two-parameter logistic items, the same for everybody, with slope a = exp(N(0,.25)) and difficulty b = N(0,1); ability is
/// N(0,1). The bank is in the brief. Items come once to a taker, and takers share exposures, so they come in order.
public struct AdaptiveTestStudents: StudentFamily {
    public let name = "adaptive test"
    private let difficulties: [Double]
    private let discriminations: [Double]

    /// - Parameters:
    ///   - itemCount: 20 or more.
    ///   - seed: of the bank.
    public init(itemCount: Int = 1_000, seed: UInt64 = 1) {
        var generator = SeededGenerator(seed: seed)
        let count = max(itemCount, 20)
        discriminations = (0..<count).map { _ in Double.exp(0.25 * generator.normal()) }
        difficulties = (0..<count).map { _ in generator.normal() }
    }

    public var figures: [TutoringFigure] {
        [
            TutoringFigure("error after 20", higherIsBetter: false, isSquared: true),
            TutoringFigure("error after 10", higherIsBetter: false, isSquared: true),
        ]
    }

    public var sharesExposures: Bool { true }

    public func student(seed: UInt64) -> (student: TestTaker, brief: TutoringBrief) {
        let brief = TutoringBrief(
            purpose: .measure, skillOfItem: [Int](repeating: 0, count: difficulties.count), prerequisites: [[]],
            difficulties: difficulties, discriminations: discriminations,
            nominal: KnowledgeTracingParameters(prior: 0.5, learn: 0, guess: 0, slip: 0), secondsBetween: 60, cap: 20,
            allowsRepeats: false)
        let taker = TestTaker(seed: seed, difficulties: difficulties, discriminations: discriminations)
        return (taker, brief)
    }

    public func judge(_ session: inout TutoringSession<TestTaker>) -> [Double] {
        var early = 0.0
        for place in 0..<session.brief.cap {
            session.step(at: Double(place) * session.brief.secondsBetween)
            if place == 9 { early = Self.squaredError(session) }
        }
        return [Self.squaredError(session), early]
    }

    private static func squaredError(_ session: TutoringSession<TestTaker>) -> Double {
        let error = (session.policy.ability ?? 0) - session.student.ability
        return error * error
    }
}
