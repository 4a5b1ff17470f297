import Syncopate
import SyncopateFormats
import Testing

/// One item in several files.
struct MaximumComparisonTests {
    private func item(_ id: String, _ maximum: Double?) -> Item { Item(id: id, title: id, maximum: maximum) }

    @Test func whatDiffers() {
        var maxima = MaximumComparison()
        #expect(maxima.add([item("Unit", 4), item("Essay", nil), item("Lab", 5)], file: "Unit (1).csv").isEmpty)
        let findings = maxima.add([item("Unit", 8), item("Essay", 3), item("Lab", 5)], file: "Unit (2).csv")
        #expect(findings.map(\.rule) == [.mixedUnits] && findings.map(\.severity) == [.warning])
        #expect(
            findings[0].file == "Unit (2).csv" && findings[0].message.contains("out of 8 here and of 4 in Unit (1).csv")
        )
        // What was said first stands.
        #expect(maxima.add([item("Unit", 4), item("Essay", 2)], file: "c").count == 1)
    }
}
