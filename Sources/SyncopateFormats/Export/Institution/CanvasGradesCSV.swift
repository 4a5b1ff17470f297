public import Syncopate

/// Mastery as a gradebook that Canvas imports: who learners are as Canvas's own export says it, and one column.
///
/// Canvas's importer (`lib/gradebook_importer.rb`) wants the columns before the assignments in this order and no
/// others, finds people by `ID`, then `SIS User ID`, `SIS Login ID` and name, and makes an assignment of a column it
/// does not know with the points of the row `Points Possible`. Its exporter (`lib/gradebook_exporter.rb`) guards a name that
/// begins with `=` as `="…"`, and so does this with what a spreadsheet would run. Ids it compares as they stand, so they
/// have no guard.
public struct CanvasGradesCSV {
    static let title = "Syncopate mastery"
    static let header = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", title]

    private let answers: [(advice: ClassAdvice, gradebook: Gradebook)]
    private let accounts: [String: CanvasAccount]

    /// - Parameter accounts: what Canvas knows learners by, by their ids.
    public init(_ answers: [(advice: ClassAdvice, gradebook: Gradebook)], accounts: [String: CanvasAccount]) {
        self.answers = answers
        self.accounts = accounts
    }

    /// The file.
    public func write() -> [UInt8] {
        var text = Self.header.joined(separator: ",") + "\r\n    Points Possible,,,,,100\r\n"
        for answer in answers {
            for learner in answer.advice.learners {
                let person = answer.gradebook.learners[learner.learner]
                let account = accounts[person.id] ?? CanvasAccount()
                // Without anything of Canvas's the id is the best guess: people's ids are mostly those of the school.
                let sis = account.isKnown ? account.sisID : person.id
                let ids = [account.canvasID, sis, account.login].map(TidyText.quoted)
                let cells = [Self.cell(person.name)] + ids + [Self.cell(person.section)]
                text += (cells + [AdviceCSV.number(learner.masteryPercent)]).joined(separator: ",") + "\r\n"
            }
        }
        return Array(text.utf8)
    }

    /// What somebody who imports it must know.
    public var remarks: [String] {
        let learners = answers.flatMap { answer in
            answer.advice.learners.map { ($0, answer.gradebook.learners[$0.learner]) }
        }
        var remarks = [
            "Canvas makes an assignment \"\(Self.title)\" of 100 points of it: it is an estimate, so take it out "
                + "of the final grade "
                + "there"
        ]
        let unknown = learners.count { accounts[$0.1.id]?.isKnown != true }
        if unknown > 0 {
            remarks.append(
                "of \(unknown) the input does not say what Canvas knows them by; their ids stand as SIS User ID "
                    + "(read a gradebook "
                    + "exported by Canvas beside the rest)")
        }
        let silent = learners.count { $0.0.masteryPercent == nil }
        if silent > 0 { remarks.append("of \(silent) there are no scores, so their cells are blank") }
        return remarks
    }

    /// Verbatim, but for what a spreadsheet would run.
    private static func cell(_ text: String) -> String {
        TidyText.quoted(SpreadsheetForm.startsFormula(text) ? CellGuard.guarded(text) : text)
    }
}
