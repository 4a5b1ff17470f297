import Foundation
import Syncopate
import SyncopateModels
import SyncopateStudents
import Testing

@testable import SyncopateFormats

/// Three weeks in a row, of which only the last plan is ever kept.
struct SinceChainTests {
    /// A plan filled in: live seats met; of the rest half worked alone and half not at all.
    private func fill(_ table: PlanTable, correct: Bool = false) -> PlanTable {
        var table = table
        for place in table.rows.indices {
            let learner = Int(table.rows[place]["learner"] ?? "") ?? 0
            switch table.rows[place]["type"] {
            case "seat": table.rows[place]["happened"] = "yes"
            case "advice": table.rows[place]["happened"] = learner % 2 == 0 ? "alone" : "no"
            default: break
            }
            guard correct, table.rows[place]["type"] == "advice", table.rows[place]["rank"] == "1" else { continue }
            switch learner {
            case 7_003: table.rows[place]["correction"] = "not my student"
            case 7_004: table.rows[place]["correction"] = "zero was real"
            default: break
            }
        }
        if correct, let place = table.rows.firstIndex(where: { $0["type"] == "column" && $0["item"] == "40010" }) {
            table.rows[place]["correction"] = "topic moved"
            table.rows[place]["note"] = "ratios"
        }
        return table
    }

    @Test func whatIsLearntAndCorrectedIsCarriedOn() throws {
        let first = try fill(Weeks.table(1), correct: true).file()
        #expect(first.noticed.findings.isEmpty && first.plan.corrections.count == 3)
        let (second, gradebook) = try Weeks.advise(2, since: first.plan)
        let since = try #require(second.since)
        #expect(since.plan == 1 && since.corrections == first.plan.corrections)
        #expect(gradebook.learners.count == 29 && second.learners.count == 29)
        // One of the three columns of Equations is one of Ratios now.
        let plain = try Weeks.advise(2).advice
        func scores(_ advice: ClassAdvice, _ topic: String) -> Int {
            advice.cohorts[0].topics.first { $0.title == topic }?.scores ?? 0
        }
        #expect(scores(second, "Ratios") > scores(plain, "Ratios"))
        #expect(scores(second, "Equations") < scores(plain, "Equations"))
        #expect(!gradebook.learners.contains { $0.id == "7003" })
        // The new column's scores were all forecast.
        let scored = second.profiles[18].scored
        #expect(since.checks.count == scored && scored > 20 && since.checks.allSatisfy { $0.item == 18 })
        #expect(since.learners.reduce(0) { $0 + $1.newScores } == scored)
        let again = try fill(PlanTable(String(decoding: AdviceCSV.write(second, gradebook: gradebook), as: UTF8.self)))
            .file()
        #expect(again.noticed.findings.isEmpty && again.plan.number == 2)
        #expect(again.plan.corrections == first.plan.corrections)
        #expect(again.plan.gains.count == since.gains.count)
        let (third, last) = try Weeks.advise(3, since: again.plan)
        let report = try #require(third.since)
        #expect(report.corrections.count == 3 && last.learners.count == 29 && report.plan == 2)
        #expect(report.gains.count == again.plan.gains.count + report.newGains && third.modeGains == report.gains.count)
        #expect(report.gains.count > 0, "nothing was learnt in three weeks")
        // And once more, to be sure of what the last plan has.
        let end = try PlanTable(String(decoding: AdviceCSV.write(third, gradebook: last), as: UTF8.self)).file()
        #expect(end.plan.gains.count == report.gains.count && end.plan.number == 3 && end.plan.corrections.count == 3)
        for (a, b) in zip(
            end.plan.gains.map(\.observation.gain).sorted(), report.gains.map(\.observation.gain).sorted())
        {
            #expect(abs(a - b) < 0.006)
        }
    }

    @Test func withoutWordsNothingIsLearnt() throws {
        let plan = try Weeks.table(1).file().plan
        let since = try #require(try Weeks.advise(2, since: plan).advice.since)
        #expect(since.gains.isEmpty && since.waiting.isEmpty && since.told.said == 0 && since.checks.count > 20)
    }

    @Test func theOrderOfRowsChangesNoByte() throws {
        let table = try fill(Weeks.table(1), correct: true)
        var other = table
        other.rows = table.rows.enumerated().sorted { ($0.offset * 7) % 181 < ($1.offset * 7) % 181 }.map(\.element)
        #expect(other.rows != table.rows)
        let bytes = try [table, other].map { table in
            let (advice, gradebook) = try Weeks.advise(2, since: table.file().plan)
            return AdviceCSV.write(advice, gradebook: gradebook)
                + AdviceJSONLines.write(advice, gradebook: gradebook, seed: 0)
                + AdviceTable(advice: advice, gradebook: gradebook, live: .usual, width: 80, isStyled: false).write()
        }
        #expect(bytes[0] == bytes[1])
    }

    /// The engine's own spread, over classes that no constant was chosen on.
    @Test func forecastsHoldWhatTheySay() throws {
        var checks: [CheckedForecast] = []
        for seed in UInt64(31)...34 {
            let plan = try #require(try Weeks.advise(1, seed: seed).advice.plan)
            let since = try #require(try Weeks.advise(2, since: plan, seed: seed).advice.since)
            checks += since.checks
        }
        let check = ForecastCheck(checks)
        #expect(check.count > 90)
        let coverage = try #require(check.coverage)
        #expect(coverage > 0.6 && coverage < 0.95, "\(coverage)")
        let (error, rival) = (try #require(check.error), try #require(check.columnMeanError))
        #expect(error < rival, "\(error) \(rival)")
    }
}
