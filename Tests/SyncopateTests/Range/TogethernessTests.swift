import TestSupport
import Testing

@testable import Syncopate

struct TogethernessTests {
    private func share(_ topic: Int, _ minutes: Double) -> Togetherness.Share {
        Togetherness.Share(topic: topic, minutes: minutes)
    }

    /// Two on the same topic all the time, one on another: by hand.
    @Test func thoseOnTheSameTopicAreTogether() {
        #expect(Togetherness.inRoom([[share(1, 20)], [share(1, 40)], [share(2, 10)]]) == [1, 1, 0])
        #expect(Togetherness.inRoom([[share(1, 20)]]) == [0])
        #expect(Togetherness.inRoom([[], [share(1, 20)]]) == [0, 0])
    }

    /// Half one's time on a topic with one who is on it a quarter of theirs: together an eighth of one's minutes.
    @Test func portionsMultiply() {
        let rooms = Togetherness.inRoom([[share(1, 10), share(2, 10)], [share(1, 5), share(3, 15)]])
        #expect(abs(rooms[0] - 0.5 * 0.25) < 1e-12 && abs(rooms[1] - 0.25 * 0.5) < 1e-12)
    }

    /// Against a plain loop over everybody.
    @Test(arguments: 0..<20 as Range<UInt64>)
    func agreesWithThePlainLoop(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let rooms = (0..<12).map { _ in
            (0..<Int(generator.next() % 4)).map { _ in
                share(Int(generator.next() % 5), Double(generator.next() % 3) * 10)
            }
        }
        func portion(_ learner: Int, _ topic: Int) -> Double {
            let total = rooms[learner].reduce(0) { $0 + $1.minutes }
            guard total > 0 else { return 0 }
            return rooms[learner].filter { $0.topic == topic }.reduce(0) { $0 + $1.minutes } / total
        }
        let expected = rooms.indices.map { learner in
            (0..<5).reduce(0.0) { sum, topic in
                let nobody = rooms.indices.filter { $0 != learner }.reduce(1.0) { $0 * (1 - portion($1, topic)) }
                return sum + portion(learner, topic) * (1 - nobody)
            }
        }
        for (found, wanted) in zip(Togetherness.inRoom(rooms), expected) { #expect(abs(found - wanted) < 1e-9) }
    }
}
