public import Syncopate

/// Mastery as the grade book part of a OneRoster 1.1 CSV exchange (1EdTech, "OneRoster CSV Tables"): a line item for
/// each section and skill, a result for each learner on it.
///
/// Identities are digests of what they stand for, so that next week's export replaces this one's results. Bulk files
/// have neither status nor date of change. Classes, people and grading periods are the receiving system's own: a
/// section is taken for the class's `sourcedId`, and the grading period is left blank.
public struct OneRosterExport {
    static let lineItemHeader = [
        "sourcedId", "status", "dateLastModified", "title", "description", "assignDate", "dueDate", "classSourcedId",
        "categorySourcedId", "gradingPeriodSourcedId", "resultValueMin", "resultValueMax",
    ]
    static let resultHeader = [
        "sourcedId", "status", "dateLastModified", "lineItemSourcedId", "studentSourcedId", "scoreStatus", "score",
        "scoreDate", "comment",
    ]
    /// Files of an exchange; those that are not here are absent.
    static let known = [
        "academicSessions", "categories", "classes", "classResources", "courses", "courseResources", "demographics",
        "enrollments", "lineItems", "orgs", "resources", "results", "users",
    ]

    private let answers: [(advice: ClassAdvice, gradebook: Gradebook)]
    private let accounts: [String: CanvasAccount]
    private let date: String

    /// - Parameters:
    ///   - accounts: what a school's systems know learners by, by their ids.
    ///   - moment: when the advice is for; `nil` is returned where it has no date.
    public init?(
        _ answers: [(advice: ClassAdvice, gradebook: Gradebook)], accounts: [String: CanvasAccount], moment: Double
    ) {
        guard let date = CalendarDate.date(moment) else { return nil }
        self.answers = answers
        self.accounts = accounts
        self.date = date
    }

    /// The files, to be put into one folder.
    public var files: [ArchiveMember] {
        var items = Self.lineItemHeader.joined(separator: ",") + "\r\n"
        var results = Self.resultHeader.joined(separator: ",") + "\r\n"
        for answer in answers { write(answer, &items, &results) }
        let categories = "sourcedId,status,dateLastModified,title\r\nsyncopate,,,Syncopate\r\n"
        return [
            ("manifest.csv", manifest), ("categories.csv", categories), ("lineItems.csv", items),
            ("results.csv", results),
        ].map { ArchiveMember(name: $0.0, bytes: Array($0.1.utf8)) }
    }

    /// What somebody who hands it on must know.
    public var remarks: [String] {
        var remarks = [
            "these are estimates of mastery and no grades; fill in gradingPeriodSourcedId where the receiving "
                + "system asks for it"
        ]
        let homeless = answers.reduce(0) { sum, answer in sum + answer.gradebook.learners.count { $0.section.isEmpty } }
        if homeless > 0 { remarks.append("\(homeless) learners have no section, so classSourcedId is blank for them") }
        return remarks
    }

    private var manifest: String {
        let present: Set = ["categories", "lineItems", "results"]
        let rows =
            [("propertyName", "value"), ("manifest.version", "1.0"), ("oneroster.version", "1.1")]
            + Self.known.map { ("file.\($0)", present.contains($0) ? "bulk" : "absent") }
            + [("source.systemName", "Syncopate"), ("source.systemCode", "syncopate")]
        return rows.map { "\($0.0),\($0.1)\r\n" }.joined()
    }

    private func write(
        _ answer: (advice: ClassAdvice, gradebook: Gradebook), _ items: inout String, _ results: inout String
    ) {
        let (advice, gradebook) = answer
        // Without topics each column is a skill of its own: the whole says more.
        let topics = advice.hasSkillMap ? Array(advice.skills.indices) : []
        // An item that no skill is named for may be called as a skill is.
        var named: [String: Int] = [:]
        let numbers = topics.map { topic in
            let number = named[advice.skills[topic].title, default: 0] + 1
            named[advice.skills[topic].title] = number
            return number == 1 ? "" : String(number)
        }
        var written: Set<String> = []
        for learner in advice.learners {
            guard let whole = learner.masteryPercent else { continue }
            let person = gradebook.learners[learner.learner]
            let account = accounts[person.id]
            let student = account?.sisID.nonEmpty ?? person.id
            let values =
                [("Syncopate mastery", "", whole)]
                + topics.compactMap { topic in
                    guard learner.masteries.indices.contains(topic) else { return nil }
                    let title = "Syncopate mastery: \(advice.skills[topic].title)"
                    return (title, numbers[topic], Rounding.decimals(100 * learner.masteries[topic].success, 1))
                }
            for (title, number, value) in values {
                let item = Self.identity([advice.course, person.section, title] + (number.isEmpty ? [] : [number]))
                if written.insert(item).inserted {
                    let cells = [
                        item, "", "", AdviceCSV.cell(title), "Estimated chance of success on a typical task in percent",
                        date, date, Self.quoted(person.section), "syncopate", "", "0.0", "100.0",
                    ]
                    items += cells.joined(separator: ",") + "\r\n"
                }
                let cells = [
                    Self.identity([item, student]), "", "", item, Self.quoted(student), "fully graded",
                    AdviceCSV.number(value), date, "an estimate and no grade",
                ]
                results += cells.joined(separator: ",") + "\r\n"
            }
        }
    }

    /// The same for the same parts, of letters that any system takes.
    private static func identity(_ parts: [String]) -> String {
        let digest = SHA256.digest(Array(parts.map { "\($0.utf8.count):\($0)" }.joined().utf8))
        let digits = Array("0123456789abcdef")
        return "syncopate-" + String(digest.prefix(12).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }

    /// Verbatim: another system finds people and classes by it.
    private static func quoted(_ text: String) -> String {
        guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return text }
        return QuotedText.quoted(text)
    }
}
