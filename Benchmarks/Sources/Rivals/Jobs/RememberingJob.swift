import Foundation
import InventedCourses
import PythonScripts
import Syncopate
import SyncopateStudents
import Timing

/// Reviews of flash cards: how firmly each is remembered after a review, and in how many days it is due again, beside
/// `Scheduler.review_card` of py-fsrs.
///
/// Both follow the same cards through the same reviews, whole days apart, with the published weights of FSRS-6 and without
/// steps within a day and without fuzz, and have to come to the same stabilities. py-fsrs also makes a new card and an entry of a log each time;
/// its moments are made beforehand. Ours is `MemoryModel`, the interval being what the stability says at a recall of .9.
enum RememberingJob: RivalJob {
    static let name = "fsrs"

    private static let cards = 2_000
    private static let reviews = 20

    private static let script = PythonScript(
        """
        try:
            from datetime import datetime, timedelta, timezone
            from fsrs import Card, Rating, Scheduler
        except ImportError as error:
            missing(error)
        folder, repeats = sys.argv[1], int(sys.argv[2])
        begin = datetime(2026, 1, 1, tzinfo=timezone.utc)
        rows = []
        for line in open(folder + "reviews"):
            fields = list(map(int, line.split(",")))
            rows.append([
                (begin + timedelta(days=day), Rating.Good if good else Rating.Again)
                for day, good in zip(fields[0::2], fields[1::2])])
        scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
        def follow(_):
            last = []
            for row in rows:
                card = Card(card_id=1)
                for moment, rating in row:
                    card, _ = scheduler.review_card(card, rating, moment)
                last.append(card)
            return last
        seconds = best(repeats, follow)
        with open(folder + "stabilities", "w") as out:
            out.writelines("%.17g\\n" % card.stability for card in follow(None))
        with open(folder + "days", "w") as out:
            out.writelines("%d\\n" % (card.due - row[-1][0]).days for card, row in zip(follow(None), rows))
        report(["fsrs"], seconds=seconds)
        """)

    static func compare(_ setting: RivalSetting) throws -> [Comparison] {
        var draw = Draws(seed: 5)
        let rows = (0..<cards).map { _ in
            var day = 0
            return (0..<reviews).map { _ in
                day += draw.below(12)
                return (day: day, isGood: draw.below(100) < 80)
            }
        }
        let model = MemoryModel.published
        var (stabilities, days) = ([Double](), [Double]())
        let seconds = WallTime.best(of: setting.repeats) {
            stabilities.removeAll(keepingCapacity: true)
            days.removeAll(keepingCapacity: true)
            for row in rows {
                var trace: MemoryTrace?
                var due = 0.0
                for review in row {
                    let (time, score) = (Double(review.day) * 86_400, review.isGood ? 1.0 : 0)
                    let next =
                        trace.map { model.practised($0, score: score, at: time) } ?? model.begin(score: score, at: time)
                    due = max(next.stability.rounded(.toNearestOrEven), 1)
                    trace = next
                }
                stabilities.append(trace?.stability ?? .nan)
                days.append(due)
            }
        }
        return try setting.withFolder { folder in
            let text = rows.map { $0.map { "\($0.day),\($0.isGood ? 1 : 0)" }.joined(separator: ",") + "\n" }.joined()
            try text.write(toFile: folder + "reviews", atomically: true, encoding: .utf8)
            let report = try script.run(setting.python, [folder, "\(setting.repeats)"])
            var notes = report.absence
            if report.figures != nil {
                let theirs = try AnswerFile.numbers(in: folder + "stabilities")
                let apart = zip(theirs, stabilities).map { abs($0 - $1) / $0 }.max() ?? .nan
                let equal = zip(try AnswerFile.numbers(in: folder + "days"), days).count { $0 == $1 }
                notes.append("\(theirs.count) stabilities, at most \(apart) of one apart; \(equal) intervals the same")
            }
            let count = cards * reviews
            return [
                Comparison(
                    "review a card", unit: "reviews", one: Double(count) / seconds, rival: report.name("fsrs"),
                    theirs: report.rate(of: count), notes: notes)
            ]
        }
    }
}
