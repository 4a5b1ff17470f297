import Foundation
import Syncopate

/// Passing foretold on a day from the score so far, and from that and independence, by logistic regression.
struct Passing {
    /// One learner's run of a course.
    struct Row {
        var presentation: Substring
        var score: Double
        var trait: Double
        var hasPassed: Bool
    }

    static let day = 100.0

    /// Those registered on the day who have a score by then; the score is the mean by weight.
    static func rows(_ records: CourseRecords, traits: [CourseRecords.Run: Double]) -> [Row] {
        var sums: [CourseRecords.Run: (score: Double, weight: Double)] = [:]
        for assessment in records.assessments {
            for (learner, came) in records.submissions[assessment.id] ?? [:]
            where came.day <= day && came.score.isFinite {
                let run = CourseRecords.Run(
                    module: assessment.module, presentation: assessment.presentation, learner: learner)
                // Assessments without weight count where there are no others.
                let weight = max(assessment.weight, 0.01)
                let sum = sums[run] ?? (0, 0)
                sums[run] = (sum.score + weight * came.score / 100, sum.weight + weight)
            }
        }
        return records.people.keys.sorted {
            ($0.module, $0.presentation, $0.learner) < ($1.module, $1.presentation, $1.learner)
        }
        .compactMap { run in
            guard let sum = sums[run], let trait = traits[run], let person = records.people[run],
                let span = records.registrations[run], span.until > day
            else { return nil }
            return Row(
                presentation: run.presentation, score: sum.score / sum.weight, trait: trait,
                hasPassed: person.hasPassed)
        }
    }

    /// Area under the curve on rows of a year of a regression fitted to those of 2013.
    static func auc(_ rows: [Row], _ year: String, _ features: (Row) -> [Double]) -> Double {
        let training = rows.filter { $0.presentation.hasPrefix("2013") }
        let test = rows.filter { $0.presentation == Substring(year) }
        let weights = fit(training.map(features), training.map { $0.hasPassed ? 1 : 0 })
        return area(test.map { zip(weights, [1] + features($0)).reduce(0) { $0 + $1.0 * $1.1 } }, test.map(\.hasPassed))
    }

    /// The chance that a success has the higher value, ties counting half.
    static func area(_ values: [Double], _ outcomes: [Bool]) -> Double {
        let order = values.indices.sorted { values[$0] < values[$1] }
        var (sum, start) = (0.0, 0)
        while start < order.count {
            var end = start
            while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
            let rank = Double(start + end + 1) / 2
            sum += rank * Double(order[start..<end].count { outcomes[$0] })
            start = end
        }
        let ones = Double(outcomes.count { $0 })
        return (sum - ones * (ones + 1) / 2) / (ones * (Double(outcomes.count) - ones))
    }

    /// Newton's steps for at most a few features.
    private static func fit(_ features: [[Double]], _ outcomes: [Double]) -> [Double] {
        let width = (features.first?.count ?? 0) + 1
        var weights = [Double](repeating: 0, count: width)
        for _ in 0..<30 {
            var table = [[Double]](repeating: [Double](repeating: 0, count: width + 1), count: width)
            for (row, outcome) in zip(features, outcomes) {
                let x = [1] + row
                let p = 1 / (1 + exp(-zip(weights, x).reduce(0) { $0 + $1.0 * $1.1 }))
                for i in 0..<width {
                    for j in 0..<width { table[i][j] += x[i] * x[j] * p * (1 - p) }
                    table[i][width] += x[i] * (outcome - p)
                }
            }
            for i in 0..<width {
                table[i][i] += 1e-9
                for k in 0..<width where k != i {
                    let factor = table[k][i] / table[i][i]
                    for j in 0...width { table[k][j] -= factor * table[i][j] }
                }
            }
            for i in 0..<width { weights[i] += table[i][width] / table[i][i] }
        }
        return weights
    }
}
