import Syncopate
import SyncopateModels
import TestSupport
import Testing

@testable import SyncopateFormats

/// Exports of `recommend` that a reader here reads, read back.
struct ExportRoundTripTests {
    /// Advice on evidence with everything in it, and the accounts of every second learner.
    private func advise(_ seed: UInt64, makesPlan: Bool = false) -> (
        advice: ClassAdvice, gradebook: Gradebook, accounts: [String: CanvasAccount]
    ) {
        // Ids that are told apart by blanks alone are not carried, nor what spreadsheets have rounded, nor Canvas's own rows.
        let odd = ["7.0", "1.2E+11", "Points Possible"]
        var nasty = NastyEvidence(seed: seed) { text in
            !text.unicodeScalars.contains("\0") && !odd.contains(text) && !CarriedTable.trimmed(text).isEmpty
                && (CarriedTable.trimmed(text) == text || text == "trail ") && !text.utf8.starts(with: "=\"".utf8)
        }
        let gradebook = Gradebook(nasty.log { !$0.unicodeScalars.contains(";") })
        let advice = Engine(priors: .shipped).recommend(
            gradebook, settings: RecommendSettings(limit: 2), makesPlan: makesPlan)
        var accounts: [String: CanvasAccount] = [:]
        for (number, learner) in gradebook.learners.enumerated() where number % 2 == 0 {
            accounts[learner.id] = CanvasAccount(canvasID: "\(100 + number)", sisID: learner.id, login: "l,\(number)")
        }
        return (advice, gradebook, accounts)
    }

    @Test func canvasGrades() throws {
        let table = try CarriedTable()
        for seed in 0..<12 as Range<UInt64> {
            let (advice, gradebook, accounts) = advise(seed)
            let file = CanvasGradesCSV([(advice, gradebook)], accounts: accounts).write()
            let read = try EvidenceReader.read(SourceFile(name: "mastery.csv", bytes: file))
            try #require(
                read.format == .canvasGradebook && read.rejects.isEmpty, "\(seed): \(read.findings.map(\.description))")
            #expect(read.log.items.map(\.title) == [CanvasGradesCSV.title] && read.log.items.map(\.maximum) == [100])
            try #require(read.log.learners.count == advice.learners.count, "\(seed)")
            for (number, (learner, back)) in zip(advice.learners, read.log.learners).enumerated() {
                let person = gradebook.learners[learner.learner]
                let id = accounts[person.id]?.canvasID ?? table.text(person.id, "ids of learners", "canvas-grades")
                #expect(back.id == id, "\(seed)")
                #expect(back.name == table.text(person.name, "names of learners", "canvas-grades"), "\(seed)")
                #expect(back.section == table.text(person.section, "sections", "canvas-grades"), "\(seed)")
                if let account = accounts[person.id] {
                    var trimmed = account
                    trimmed.sisID = CarriedTable.trimmed(account.sisID)
                    #expect(read.accounts[number] == trimmed, "\(seed)")
                }
                let score = read.score(back.id, CanvasGradesCSV.title)
                if let percent = learner.masteryPercent {
                    #expect(abs(try #require(score) * 100 - percent) < 1e-9, "\(seed)")
                } else {
                    #expect(score.map(\.isNaN) ?? true, "\(seed)")
                }
            }
        }
    }

    /// The plan is read for `--since`: by ids of learners and columns.
    @Test func plans() throws {
        for seed in [2, 3] as [UInt64] {
            let (advice, gradebook, _) = advise(seed, makesPlan: true)
            let table = AdviceCSV.write(advice, gradebook: gradebook)
            let learners = Set(gradebook.learners.map { CarriedTable.trimmed($0.id) })
            let items = Set(gradebook.items.map { CarriedTable.trimmed($0.id) })
            let sheet = SpreadsheetForm(delimiter: .semicolon).write(table, ids: ["learner", "item"])
            for bytes in [table, sheet] {
                let read = try AdvicePlanFile.read(SourceFile(name: "plan.csv", bytes: bytes), learners: learners)
                let plan = read.plan
                #expect(read.noticed.findings.isEmpty, "\(seed): \(read.noticed.findings.map(\.description))")
                #expect(Set(plan.standings.keys) == learners, "\(seed)")
                #expect(Set(plan.tasks.map(\.learner)).isSubset(of: learners) && !plan.tasks.isEmpty, "\(seed)")
                #expect(Set(plan.columns.map(\.item)).isSubset(of: items) && !plan.columns.isEmpty, "\(seed)")
            }
        }
    }

    @Test func oneRoster() throws {
        let table = try CarriedTable()
        for seed in 0..<12 as Range<UInt64> {
            let (advice, gradebook, accounts) = advise(seed)
            let export = try #require(
                OneRosterExport([(advice, gradebook)], accounts: accounts, moment: 1_788_220_800))
            let read = try EvidenceReader.read(SourceFile(name: "exchange", bytes: [], members: export.files))
            try #require(
                read.format == .oneRoster && read.rejects.isEmpty, "\(seed): \(read.findings.map(\.description))")
            let scored = advice.learners.filter { $0.masteryPercent != nil }
            #expect(read.log.learners.count == scored.count, "\(seed)")
            for learner in scored {
                let person = gradebook.learners[learner.learner]
                let id = table.text(person.id, "ids of learners", "oneroster")
                let place = try #require(read.log.position(ofLearner: id), "\(seed): \(id)")
                #expect(read.log.learners[Int(place)].section == table.text(person.section, "sections", "oneroster"))
                let events = read.log.events.filter { $0.learner == place }
                #expect(events.count == (advice.hasSkillMap ? 1 + learner.masteries.count : 1), "\(seed)")
                let whole = try #require(events.first { $0.title(read) == "Syncopate mastery" })
                #expect(abs(whole.score * 100 - (learner.masteryPercent ?? -1)) < 1e-9, "\(seed)")
                #expect(whole.at == 1_788_220_800)
            }
        }
    }
}

extension Event {
    /// The title of its item.
    fileprivate func title(_ read: ImportedEvidence) -> String { read.log.items[Int(item)].title }
}
