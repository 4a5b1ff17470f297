import Charts
import RankedCourses
import Syncopate
import Timing

/// What ranking costs with more learners, more items and more skills, on one thread and on two.
struct ScalingCurves {
    /// Those of learners, items and skills, each on one thread and on two.
    private(set) var all: [Curve] = []

    /// Measures them; this takes minutes.
    ///
    /// - Parameters:
    ///   - skills: in all curves but that of skills; likewise `items` and `sets`.
    ///   - repeats: of each figure, at least; the least of them counts.
    init(skills: Int, items: Int, sets: Int, isPlain: Bool, repeats: Int, settings: RankingSettings) throws {
        let few = 1_000
        func measured(_ name: String, _ subject: Int, _ sizes: [Int], _ work: (Int) throws -> Work) throws -> [Curve] {
            var curves = [1, 2].map { Curve(name: name, subject: subject, threads: $0) }
            for size in sizes {
                let work = try work(size)
                // By turns, so that whatever else the machine does meets both; what is short is measured more often.
                var least = curves.map { _ in Double.infinity }
                var (turns, spent) = (0, 0.0)
                while turns < max(repeats, 1) || (spent < 2 && turns < 20 * max(repeats, 1)) {
                    for place in curves.indices {
                        let time = WallTime.of {
                            _ = work.ranker.rank(work.states, workers: .threads(curves[place].threads))
                        }
                        least[place] = min(least[place], time)
                        spent += time
                    }
                    turns += 1
                }
                for place in curves.indices { curves[place].add(size, least[place]) }
            }
            return curves
        }
        func work(_ course: RankedCourse, _ states: [LearnerState]) -> Work {
            Work(ranker: ItemRanker(course.bank, settings: settings), states: states)
        }
        let usual = try RankedCourse(skills: skills, items: items, sets: sets, isPlain: isPlain)
        let some = usual.states(few)
        all = try measured("learners, \(items) items", 0, [1_000, 10_000, 100_000, 1_000_000]) {
            work(usual, some.copies($0))
        }
        all += try measured("items, \(few) learners", 1, [100, 1_000, 10_000, 100_000]) {
            let course = try RankedCourse(skills: skills, items: $0, sets: min(sets, $0), isPlain: isPlain)
            return work(course, course.states(few))
        }
        all += try measured("skills in four sets each", 2, [10, 100, 500, 2_000]) {
            let course = try RankedCourse(skills: $0, items: items, sets: min(4 * $0, items), isPlain: isPlain)
            return work(course, course.states(few))
        }
    }

    private struct Work {
        let ranker: ItemRanker
        let states: [LearnerState]
    }

    /// All of them in one drawing.
    var chart: LineChart {
        LineChart(
            title: "What ranking items costs", axes: (x: "how many", y: "seconds"), series: all.map(\.series))
    }
}
