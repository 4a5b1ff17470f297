extension FormatDetector {
    /// The formats that are read, the commonest first.
    static let readFormats: [FormatEntry] = [
        CanvasGradebook.entry, MoodleGradebook.entry, BrightspaceGradebook.entry, BlackboardGradebook.entry,
        SakaiGradebook.entry, OneRosterReader.entry, DataShopReader.entry, QTIReader.entry, AnkiReader.entry,
        TidyCSVReader.entry, TidyJSONReader.entry,
    ]

    /// The formats that are only recognised.
    static let knownFormats: [FormatEntry] = [
        FormatEntry(
            known: "a Canvas learning outcomes import file", "outcomes and their ratings, no grades",
            remedy: "export the gradebook instead: Grades, Export in Canvas"
        ) { $0.hasAll("vendor_guid", "object_type") ? 1 : 0 },
        FormatEntry(
            known: "a skill map", "which items exercise which skills",
            remedy: "pass it with --skills, beside the gradebook"
        ) { $0.hasAll("item", "skill") && !$0.has("learner") ? 0.9 : 0 },
        FormatEntry(
            known: "an item file", "what is known about items", remedy: "pass it with --items, beside the gradebook"
        ) { preview in
            guard preview.has("item"), !preview.has("learner"), !preview.has("score") else { return 0 }
            return ["minutes", "difficulty", "kind", "due", "assigned"].contains { preview.has($0) } ? 0.8 : 0
        },
        FormatEntry(
            known: "a plan of recommend", "advice as CSV, with what happened",
            remedy: "pass it with --since, beside the new export"
        ) { $0.isPlan ? 1 : 0 },
        // All its columns: one that lacks some is told what it lacks, not what it looks like.
        FormatEntry(
            known: "a file of decisions", "logged decisions with propensities",
            remedy: "pass it to evaluate with --policy"
        ) { $0.hasAll("decision", "learner", "action", "propensity", "reward", "target") ? 0.9 : 0 },
        FormatEntry(
            known: "a file of groups for Canvas", "group import",
            remedy: "export the gradebook instead: Grades, Export in Canvas"
        ) { $0.has("canvas_group_id") ? 0.9 : 0 },
        FormatEntry(known: "a Canvas quiz's Student Analysis", "answers to a quiz") {
            $0.hasAll("n correct", "n incorrect") ? 1 : 0
        },
        FormatEntry(known: "a Gradescope export", "Gradescope scores") {
            $0.hasAll("submission id", "total score") || $0.hasAll("sid", "email") || $0.mentions("lateness (h:m:s)")
                ? 0.9 : 0
        },
        FormatEntry(known: "a Moodle quiz report", "Moodle quiz attempts") {
            $0.mentions("grade/") && ($0.has("started on") || $0.has("state")) || $0.has("quizattempt") ? 0.9 : 0
        },
        FormatEntry(known: "an ASSISTments log", "ASSISTments problem log") {
            $0.has("assistment_id") || $0.hasAll("order_id", "skill_name") ? 1 : 0
        },
        FormatEntry(known: "an nbgrader export", "nbgrader grades") { $0.hasAll("student_id", "max_score") ? 0.9 : 0 },
        FormatEntry(known: "a Google Forms result", "Google Forms answers") {
            $0.header.first == "timestamp" && $0.has("score") && !$0.has("learner") ? 0.8 : 0
        },
        FormatEntry(
            known: "a folder or an archive of tables", "several tables that are no OneRoster set",
            remedy: "give its tables one by one"
        ) { $0.members.isEmpty ? 0 : 0.5 },
        FormatEntry(known: "XML", "XML that is no result in QTI") { $0.isXML ? 0.4 : 0 },
        FormatEntry(known: "xAPI statements", "xAPI (Experience API) JSON") {
            guard $0.isJSON else { return 0 }
            return $0.head.contains("\"actor\"") && $0.head.contains("\"verb\"") ? 0.9 : 0
        },
        FormatEntry(known: "Caliper events", "IMS Caliper JSON") {
            $0.isJSON && $0.head.contains("purl.imsglobal.org/ctx/caliper") ? 0.95 : 0
        },
        FormatEntry(known: "an Open edX tracking log", "Open edX events") {
            if $0.head.contains("[tracking]") { return 0.95 }
            guard $0.isJSON else { return 0 }
            return $0.head.contains("\"event_source\"") || $0.head.contains("\"event_type\"")
                || ($0.head.contains("\"context\"") && $0.head.contains("\"course_id\"")) ? 0.85 : 0
        },
    ]
}

extension FilePreview {
    /// Whether the header is that of advice, whose column of scores says what advice is worth and not what anybody got.
    var isPlan: Bool { hasAll("learner", "item", "happened", "type", "plan") }
}
