/// Where a Student Analysis says who made an attempt, when, and which it was.
///
/// The columns stand in one order (student_analysis.rb): name, id, sis_id, root_account, section, section_id,
/// section_sis_id, submitted, attempt, of which some may be missing. Canvas translates most of their headers
/// (`statistics.csv_columns`), so that what no English word says is known by where it stands and by what is in it.
struct CanvasQuizColumns {
    /// Columns with ids, the best first; empty where the quiz was anonymous.
    private(set) var ids: [Int] = []
    private(set) var name: Int?
    private(set) var canvasID: Int?
    private(set) var sisID: Int?
    private(set) var section: Int?
    private(set) var submitted: Int?
    private(set) var attempt: Int?

    /// - Parameter first: position of the first question.
    init(_ sheet: ScoreSheet, first: Int) {
        func named(_ names: String...) -> Int? { sheet.column(names).flatMap { $0 < first ? $0 : nil } }
        submitted = named("submitted")
        attempt = named("attempt")
        if submitted == nil {
            submitted = [first - 1, first - 2].first { position in
                position >= 2 && Self.shows(sheet, position) { LocalTime($0) != nil }
            }
        }
        if attempt == nil, let submitted, submitted + 2 == first,
            Self.shows(sheet, submitted + 1, { Int32($0).map { $0 >= 1 } ?? false })
        {
            attempt = submitted + 1
        }
        // Who it was stands first; an anonymous quiz has three columns at most before the time.
        let next = named("section", "section_id", "section_sis_id") ?? .max
        let hasIdentity = next >= 2 && submitted.map { $0 >= 4 } ?? (first >= 6)
        canvasID = named("id")
        sisID = named("sis_id")
        if canvasID == nil, sisID == nil, hasIdentity { canvasID = 1 }
        name = named("name") ?? (canvasID == 1 ? 0 : nil)
        guard canvasID != nil || sisID != nil else { return }
        let between = submitted.map { $0 - 2 }
        if sisID == nil, canvasID == 1, between == 4 || between == 5 { sisID = 2 }
        ids = [canvasID, sisID].compactMap { $0 }
        section = named("section") ?? section(sheet, first, between)
    }

    /// Where the name of the section is: before its id, or as many columns as there are say it.
    ///
    /// - Parameter between: how many columns stand between the id and the time.
    private func section(_ sheet: ScoreSheet, _ first: Int, _ between: Int?) -> Int? {
        if let id = sheet.lower.prefix(first).firstIndex(of: "section_id"), id >= 2 { return id - 1 }
        guard canvasID == 1 else { return nil }
        switch between {
        case 2: return 2
        case 4: return 3
        case 5: return 4
        default: return nil
        }
    }

    /// Whether the first cell of a column that is not blank is of some kind.
    private static func shows(_ sheet: ScoreSheet, _ column: Int, _ isOfKind: (String) -> Bool) -> Bool {
        sheet.rows.lazy.map { sheet.text($0, column) }.first { !$0.isEmpty }.map(isOfKind) ?? false
    }
}
