extension FormatDetector {
    /// The formats that are read, the commonest first.
    static let readFormats: [FormatEntry] = [
        CanvasGradebook.entry, MoodleGradebook.entry, BrightspaceGradebook.entry, BlackboardGradebook.entry,
        SakaiGradebook.entry, CanvasQuizReader.entry, CanvasNewQuizReader.entry, MoodleQuizReader.entry,
        GradescopeReader.entry, GoogleFormsReader.entry, NbgraderReader.entry, GoogleClassroomGradebook.entry,
        PowerSchoolReader.entry,
        CanvasSubmissionsReader.entry, CanvasMasteryReader.entry, OneRosterReader.entry,
        DataShopReader.entry, ASSISTmentsReader.entry, XAPIReader.entry, OpenEdXReader.entry, CaliperReader.entry,
        QTIReader.entry,
        AnkiReader.entry, TidyCSVReader.entry, TidyJSONReader.entry,
    ]

    /// The formats that are only recognised.
    static let knownFormats: [FormatEntry] = [
        FormatEntry(
            known: "a Canvas learning outcomes import file", "outcomes and their ratings, no grades",
            remedy: "export the gradebook instead: Grades, Export in Canvas"
        ) { $0.hasAll("vendor_guid", "object_type") ? 1 : 0 },
        FormatEntry(
            known: "a Canvas quiz's Item Analysis", "what a quiz's questions are like, nobody's answers",
            remedy: "download the quiz's Student Analysis instead"
        ) { $0.hasAll("question id", "question title", "answered student count") ? 1 : 0 },
        FormatEntry(
            known: "quiz submissions of Canvas's API", "scores of a whole quiz, by quiz and not by assignment",
            remedy: "ask for the submissions of the quiz's assignment, or download its Student Analysis"
        ) { $0.isJSON && ($0.hasNames("quiz_submissions") || $0.hasNames("quiz_id", "kept_score")) ? 0.95 : 0 },
        FormatEntry(
            known: "assignments of Canvas's API", "assignments, with one submission of each at most",
            remedy: "ask for the course's submissions: students/submissions?student_ids[]=all&include[]=assignment"
        ) { $0.isJSON && $0.hasNames("grading_type", "points_possible") && !$0.hasNames("user_id") ? 0.95 : 0 },
        FormatEntry(
            known: "a skill map", "which items exercise which skills",
            remedy: "pass it with --skills, beside the gradebook"
        ) { preview in
            preview.hasAll("item", "skill") && !preview.saysHowWell && !preview.saysWho ? 0.9 : 0
        },
        FormatEntry(
            known: "an item file", "what is known about items", remedy: "pass it with --items, beside the gradebook"
        ) { preview in
            guard preview.has("item"), !preview.saysWho, !preview.saysHowWell else { return 0 }
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
        FormatEntry(
            known: "the evaluations of a Gradescope question",
            "what was marked in one question, without its points possible",
            remedy: "download the scores instead: Review Grades, Download Grades in the assignment"
        ) { $0.hasAll("question submission id", "score") ? 0.97 : 0 },
        FormatEntry(
            known: "a Gradescope roster", "names of a course, no scores",
            remedy: "download the grades instead: Assignments, Download Grades, or an assignment's Review Grades"
        ) { preview in
            let hasScores = preview.has("total score") || preview.mentions(" - max points")
            return preview.hasAll("sid", "email") && !hasScores && !preview.has("score") ? 0.95 : 0
        },
        FormatEntry(
            known: "answers for Moodle's plugin that simulates attempts", "answers without points",
            remedy: "download the quiz's own report: Results, Grades"
        ) { $0.has("quizattempt") ? 0.95 : 0 },
        FormatEntry(
            known: "a log of actions of ASSISTments that names no learner",
            "actions as the EDM Cup of 2023 had them: the learner stands in another table",
            remedy: "join it with the table of assignments, and give it as a CSV with the header learner,item,score"
        ) { $0.hasAll("assignment_log_id", "problem_id", "action") ? 0.9 : 0 },
        FormatEntry(
            known: "a problem log of ASSISTments with discrete_score", "a newer shape than those that are read",
            remedy: "rename user_xid to learner, problem_id to item, discrete_score to score and start_time to at"
        ) { $0.hasAll("problem_log_id", "user_xid", "discrete_score") ? 0.9 : 0 },
        FormatEntry(
            known: "a folder or an archive of tables", "several tables that are no OneRoster set",
            remedy: "give its tables one by one"
        ) { $0.members.isEmpty ? 0 : 0.5 },
        FormatEntry(known: "XML", "XML that is no result in QTI") { $0.isXML ? 0.4 : 0 },
        FormatEntry(
            known: "a part of an xAPI statement", "an actor, a verb, an activity, a context or a result by itself",
            remedy: "export whole statements: each has an actor, a verb and an object"
        ) { preview in
            guard preview.isJSON, !preview.hasNames("actor"), !preview.hasNames("verb"),
                !TidyAliases(preview.names).found.contains(.item)
            else { return 0 }
            let isPart =
                ["mbox", "mbox_sha1sum", "account", "contextactivities", "registration"].contains {
                    preview.hasNames($0)
                }
                || preview.hasNames("objecttype") || preview.hasNames("display")
                || preview.hasNames("score", "success") || preview.hasNames("score", "completion")
            return isPart ? 0.6 : 0
        },
    ]
}

extension FilePreview {
    /// Whether the header is that of advice, whose column of scores says what advice is worth and not what anybody got.
    var isPlan: Bool { hasAll("learner", "item", "happened", "type", "plan") }

    /// Whether a column has learners, under whatever name.
    var saysWho: Bool {
        let aliases = TidyAliases(header)
        return aliases.found.contains(.learner) || aliases.undecided.contains { $0.field == .learner }
    }

    /// Whether a column has scores, under whatever name.
    var saysHowWell: Bool { TidyAliases(header).found.contains(.score) }
}
