import SyncopateModels
import SyncopateStudents
import TestSupport
import Testing

@testable import Syncopate

struct CohortWeekTests {
    private func advise(_ kind: Setting.Kind, learners: Int = 24, live: LiveTime = .usual) -> ClassAdvice {
        Engine(priors: .shipped).recommend(
            SampleClass(learners: learners, seed: 3).gradebook(mapped: true),
            settings: RecommendSettings(goal: 0.8, setting: Setting(kind), live: live))
    }

    @Test func minutesAddUpAndTheBlendIsTheirShare() {
        for kind in Setting.Kind.allCases {
            for learner in advise(kind).learners {
                let mode = learner.mode
                let work = learner.recommendations.reduce(0) { $0 + $1.minutes }
                let isInLesson = kind == .lecture || mode.seat?.isSeated == true
                let minutes = mode.sequence.reduce(0) { $0 + $1.minutes }
                #expect(abs(minutes - work - (isInLesson ? 30 : 0)) < 1e-9)
                let live = mode.sequence.filter { [.livePeer, .liveTeacher].contains($0.mode) }
                    .reduce(0) { $0 + $1.minutes }
                #expect((0...1).contains(mode.blend))
                switch kind {
                case .masteryRoom: #expect(mode.blend >= live / minutes - 1e-9)
                case .ownTime, .alone: #expect(mode.blend == 0)
                case .classroom, .lecture: #expect(abs(mode.blend - live / minutes) < 1e-9)
                }
            }
        }
    }

    @Test func theUsualModeIsEverybodys() {
        #expect(advise(.lecture).learners.allSatisfy { $0.mode.mode == .liveTeacher && $0.mode.seat == nil })
        #expect(advise(.masteryRoom).learners.allSatisfy { [.parallel, .liveTeacher].contains($0.mode.mode) })
        #expect(advise(.masteryRoom, live: .none).learners.allSatisfy { $0.mode.mode == .parallel })
        #expect(advise(.ownTime).learners.allSatisfy { $0.mode.mode.courseMode == "asynchronous" })
        #expect(advise(.alone).learners.allSatisfy { $0.mode.mode == .asyncSolo && !$0.mode.isCollective })
    }

    @Test func aLessonComesFirstAndASmallGroupLast() throws {
        for learner in advise(.lecture).learners {
            let first = try #require(learner.mode.sequence.first)
            #expect(first.mode == .liveTeacher && first.topic == learner.mode.topic)
        }
        let seated = advise(.classroom).learners.filter { $0.mode.seat?.isSeated == true }
        #expect(!seated.isEmpty)
        #expect(seated.allSatisfy { $0.mode.sequence.last?.mode == .liveTeacher && $0.mode.sequence.count > 1 })
    }

    @Test func chancesOfTheModesOnOfferAddUp() {
        for kind in Setting.Kind.allCases {
            for learner in advise(kind).learners {
                let options = learner.mode.options
                #expect(abs(options.reduce(0) { $0 + $1.best } - 1) < 1e-9)
                #expect(zip(options, options.dropFirst()).allSatisfy { $0.gain >= $1.gain })
                #expect(options.allSatisfy { $0.gainDeviation >= 0 && $0.gain.isFinite })
                #expect(options.allSatisfy { !$0.strengths.isEmpty || !$0.risks.isEmpty })
                #expect(learner.mode.alternatives.count == options.count - (learner.mode.mode == .either ? 0 : 1))
            }
        }
    }
}
