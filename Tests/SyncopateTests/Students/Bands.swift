import Syncopate
import SyncopateStudents
import Testing

/// Figures of many students beside what was measured elsewhere.
enum Bands {
    /// Runs one cell and checks its headline, or another figure.
    static func expect(
        _ family: any StudentFamily, _ policy: any PolicyFamily, figure: Int = 0, _ range: ClosedRange<Double>,
        students: Int = 60, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let matrix = PolicyMatrix(families: [family], policies: [policy], students: students)
        guard let summary = matrix.cells.first?.summaries[figure] else {
            Issue.record("no cell", sourceLocation: sourceLocation)
            return
        }
        #expect(
            range.contains(summary.mean), "\(policy.name): \(summary.figure.name) \(summary.mean)",
            sourceLocation: sourceLocation)
    }
}
