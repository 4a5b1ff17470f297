import Foundation
import TestSupport
import Testing

/// `syncopate formats` and the page about files.
struct FormatsTests {
    /// The page has the list as the program prints it.
    @Test func thePageHasTheList() throws {
        let outcome = try Workplace().run("formats")
        #expect(outcome.status == 0)
        let page = try String(
            contentsOf: SharedFolder.packageRoot.appendingPathComponent("Sources/Syncopate/Syncopate.docc/Formats.md"),
            encoding: .utf8)
        #expect(page.contains("```text\n\(outcome.text)```"))
    }
}
