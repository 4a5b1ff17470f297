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

    @Test func someOfThem() throws {
        let whole = try Workplace().run("formats").text
        let some = try Workplace().run("formats", "qti", "anki")
        #expect(some.status == 0)
        // In the order of the list, whatever was asked first.
        #expect(some.lines.filter { !$0.hasPrefix(" ") } == ["qti", "anki"])
        #expect(whole.contains(some.text))
        #expect(try Workplace().run("formats", "kahoot").status == 64)
    }
}
