import SyncopateModels
import SyncopateStudents
import TestSupport
import Testing

@testable import Syncopate

/// Where classmates on different routes next meet.
struct RouteMeetingTests {
    private func stop(_ topic: Int, _ minutes: Double) -> RouteStop {
        RouteStop(topic: topic, title: "T\(topic)", minutes: minutes)
    }

    /// By hand: the first is on topic 2 after 20 minutes, the second after 40; the third never comes by.
    @Test func theFirstTopicBothComeTo() throws {
        let points = RouteMeeting.points([
            [stop(1, 20), stop(2, 10)], [stop(3, 25), stop(4, 15), stop(2, 10)], [stop(5, 10)],
        ]) { _, _ in 0.1 }
        let first = try #require(points[0])
        #expect(first.topic == "T2" && first.steps == 1 && first.minutes == 20 && !first.isMixed)
        #expect(first.companions == [MeetingPoint.Companion(learner: 1, steps: 2, minutes: 40, has: false)])
        #expect(points[1]?.companions.map(\.learner) == [0])
        #expect(points[2] == nil)
    }

    @Test func whoComesTooLateIsNotMet() {
        let routes = [[stop(1, 31), stop(2, 10)], [stop(2, 5)]]
        #expect(RouteMeeting.points(routes) { _, _ in 0.1 } == [nil, nil])
        // At the edge they do.
        let near = [[stop(1, 30), stop(2, 10)], [stop(2, 5)]]
        #expect(RouteMeeting.points(near) { _, _ in 0.1 }.allSatisfy { $0 != nil })
    }

    @Test func whereSomeHaveItAndSomeDoNotComesFirst() {
        let routes = [[stop(1, 10), stop(2, 10)], [stop(1, 10), stop(3, 10)], [stop(4, 5), stop(2, 10)]]
        let known: [[Int: Double]] = [[2: 0.2], [:], [2: 0.9]]
        let points = RouteMeeting.points(routes) { known[$0][$1] ?? 0.1 }
        #expect(points[0]?.topic == "T2" && points[0]?.isMixed == true && points[0]?.reason.code == "meets_mixed")
        #expect(points[1]?.topic == "T1" && points[1]?.reason.code == "meets")
        #expect(points[2]?.topic == "T2")
    }

    @Test func ofManyTheNearestAndOneWhoHasIt() {
        var routes = (0..<8).map { [stop(9, Double($0)), stop(1, 10)] }
        routes[7] = [stop(9, 20), stop(1, 10)]
        let points = RouteMeeting.points(routes) { learner, topic in topic == 1 && learner == 7 ? 0.9 : 0.1 }
        // On topic 9 everybody is at once and nobody has it; on topic 1 the eighth does.
        #expect(points[0]?.topic == "T1")
        #expect(points[0]?.companions.map(\.learner) == [1, 2, 7])
    }

    @Test func whatHasNoTopicTakesTimeAndNobodyIsMetThere() {
        let routes = [[stop(-1, 40), stop(2, 10)], [stop(-1, 10), stop(2, 10)]]
        #expect(RouteMeeting.points(routes) { _, _ in 0.1 }.map { $0?.minutes } == [40, 10])
        #expect(RouteMeeting.points([[stop(-1, 10)], [stop(-1, 10)]]) { _, _ in 0.1 } == [nil, nil])
    }

    @Test(arguments: 2..<8 as Range<UInt64>) func companionsComeByInTime(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let routes = (0..<40).map { _ in
            (0..<4).map { _ in stop(Int(generator.uniform() * 9) - 1, 40 * generator.uniform()) }
        }
        let known = routes.map { _ in (0..<9).map { _ in generator.uniform() } }
        let points = RouteMeeting.points(routes) { known[$0][$1] }
        for (learner, point) in points.enumerated() {
            guard let point else { continue }
            #expect(!point.companions.isEmpty && point.companions.count <= RouteMeeting.mostCompanions)
            for other in point.companions {
                #expect(other.learner != learner && abs(other.minutes - point.minutes) <= RouteMeeting.window)
                #expect(routes[other.learner].contains { "T\($0.topic)" == point.topic })
            }
        }
        // The order in which learners stand changes who is called what, and not where they meet.
        let turned = RouteMeeting.points(Array(routes.reversed())) { known[known.count - 1 - $0][$1] }
        #expect(points.map { $0 == nil } == turned.reversed().map { $0 == nil })
    }

    @Test func companionsAreClassmatesOfTheSection() throws {
        let gradebook = SampleClass(learners: 20, seed: 3).gradebook(mapped: true)
        let advice = Engine(priors: .shipped).recommend(gradebook, settings: RecommendSettings(goal: 0.9))
        #expect(advice.learners.contains { $0.mode.meetingPoint != nil })
        for cohort in advice.cohorts {
            for place in cohort.learners {
                for other in advice.learners[place].mode.meetingPoint?.companions ?? [] {
                    #expect(cohort.learners.contains(other.learner) && other.learner != place)
                }
            }
        }
        let alone = Engine(priors: .shipped).recommend(
            gradebook, settings: RecommendSettings(setting: Setting(.alone)))
        #expect(alone.learners.allSatisfy { $0.mode.meetingPoint == nil && $0.mode.interdependence == nil })
    }
}
