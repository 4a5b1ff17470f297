import Foundation
import TestSupport

/// The kept course on fractions: its catalogue, and what six learners answered.
enum PracticeSample {
    static let catalogue = path("catalogue.json")
    static let log = path("practice.csv")
    /// The morning after the last answer.
    static let moment = "2026-05-04T08:00:00Z"
    static let files = [log, "--catalogue", catalogue, "--at", moment]

    private static func path(_ name: String) -> String {
        SharedFolder.packageRoot.appendingPathComponent("Tests/Samples/\(name)").path
    }

    /// The catalogue's text with parts of it replaced.
    static func catalogue(_ changes: (String, String)...) throws -> String {
        var text = try Sample.text(catalogue)
        for (old, new) in changes {
            guard text.contains(old) else { throw CocoaError(.fileReadCorruptFile) }
            text = text.replacing(old, with: new)
        }
        return text
    }
}
