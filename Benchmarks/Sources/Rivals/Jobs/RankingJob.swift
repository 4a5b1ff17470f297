import PythonScripts
import RankedCourses
import Syncopate
import Timing

/// The five of ten thousand items on which each learner's success is nearest to .75, beside numpy, and beside a plain loop.
///
/// numpy multiplies the matrices of a model of mastery, form and easiness, and looks for the nearest five by a partial
/// sort, 256 learners at a time and with one thread or more, whichever is faster; means and variances are given to it for nothing, where ours
/// begins at states in bytes. The plain loop, in Swift, asks the same model about one item after the other in double
/// precision, and has to come to the same items.
enum RankingJob: RivalJob {
    static let name = "numpy"

    private static let itemCount = 10_000
    private static let skillCount = 100
    private static let setCount = 400

    static func compare(_ setting: RivalSetting) throws -> [Comparison] {
        let plain = try RankedCourse(skills: skillCount, items: itemCount, sets: setCount, isPlain: true)
        let learners = 20_000
        let states = plain.states(learners)
        let ranker = ItemRanker(plain.bank)
        let (one, two) = seconds(ranker, states, setting)
        let some = Array(states.prefix(20))
        var slow: [[Int]] = []
        let loop = WallTime.best(of: setting.repeats) {
            slow = some.map { state in
                ((try? ranker.rankOneByOne(state)) ?? []).map { Int($0.item) }
            }
        }
        let ranked = ranker.rank(some)
        let equal = slow.indices.count { slow[$0] == ranked.choices(of: $0).map(\.item) }
        let whole = try RankedCourse(skills: skillCount, items: itemCount, sets: setCount, isPlain: false)
        let (wholeOne, wholeTwo) = seconds(ItemRanker(whole.bank), whole.states(learners), setting)
        let given = 2_048
        let report = try NumpyRival(skills: skillCount, sets: setCount, items: itemCount)
            .report(python: setting.python, learners: given, repeats: setting.repeats)
        let (name, theirs, count) = (report.name("numpy"), report.rate(of: given), Double(learners))
        return [
            Comparison(
                "nearest 5 of 10,000, same model", unit: "learners", one: count / one, two: count / two,
                rival: name, bar: 10, theirs: theirs, notes: report.absence),
            Comparison(
                "nearest 5 of 10,000, all terms", unit: "learners", one: count / wholeOne, two: count / wholeTwo,
                rival: name,
                theirs: theirs),
            Comparison(
                "nearest 5 of 10,000", unit: "learners", one: count / one, two: count / two,
                rival: "plain loop in Swift", theirs: Double(some.count) / loop,
                notes: ["the same items for \(equal) of \(some.count)"]),
        ]
    }

    private static func seconds(
        _ ranker: ItemRanker, _ states: [LearnerState], _ setting: RivalSetting
    ) -> (one: Double, two: Double) {
        (
            WallTime.best(of: setting.repeats) { _ = ranker.rank(states) },
            WallTime.best(of: setting.repeats) { _ = ranker.rank(states, workers: .threads(2)) }
        )
    }
}
