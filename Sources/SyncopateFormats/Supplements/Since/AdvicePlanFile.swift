public import Syncopate

/// Reads a plan that was written with `recommend --output csv`, as a teacher gives it back: filled in, sorted, and saved by
/// a spreadsheet.
///
/// Columns are found by their headers. What a spreadsheet may do to a file does no harm: semicolons and decimal commas, a
/// byte order mark, apostrophes before formulas that are gone, rows and columns in another order, blank columns dropped,
/// shares written as percentages, a moment in another form.
public struct AdvicePlanFile: Sendable {
    /// What was read.
    public private(set) var plan: AdvicePlan
    /// What was noticed while reading.
    public private(set) var noticed: FindingCollector

    /// Reads one file. A row with a fault is left out, or only the cell, and noted.
    ///
    /// - Parameter learners: ids of those in the new export.
    /// - Throws: ``ReadError`` if the file is no plan, or a plan of none of these learners.
    public static func read(_ file: SourceFile, learners: Set<String>) throws(ReadError) -> AdvicePlanFile {
        var findings = FindingCollector(file: file.name)
        let table = try table(file, &findings)
        var reading = AdvicePlanReading(table: table, findings: findings)
        let rows = table.rows(&reading.findings)
        for row in rows { reading.add(row) }
        let plan = reading.plan()
        var noticed = reading.findings
        let people = plan.learners
        guard !people.isEmpty else {
            throw noticed.refusal(
                .wrongKindOfFile, "no row of it says what was recommended to anybody",
                remedy: "give a plan that was written with recommend --output csv")
        }
        guard learners.isEmpty || !people.isDisjoint(with: learners) else {
            throw noticed.refusal(
                .unknownLearner, "none of the learners of the plan is in the input, so it is the plan of another class",
                remedy: "give the plan of this class; learners are known by their ids")
        }
        noticed.merge()
        return AdvicePlanFile(plan: plan, noticed: noticed)
    }

    /// The table of a plan; what is none is told how to come by one.
    private static func table(_ file: SourceFile, _ findings: inout FindingCollector) throws(ReadError) -> HeaderedTable
    {
        do throws(ReadError) {
            return try HeaderedTable(
                file, required: ["learner", "item", "type"], known: AdviceCSV.header,
                knownPrefixes: AdviceCSV.topicPrefixes, kind: "a plan", &findings)
        } catch {
            guard error.finding.rule == .missingColumn || error.finding.rule == .wrongKindOfFile else { throw error }
            var finding = error.finding
            finding.remedy =
                "give a plan that was written with recommend --output csv; a plan of convene has no forecasts to check"
            throw ReadError(finding)
        }
    }
}
