extension FormatDetector {
    /// The formats that are read.
    static let readFormats: [Entry] = [
        entry(
            .canvasGradebook, "a Canvas gradebook", "Canvas gradebook export: a learner a row, an assignment a column",
            example: "Student,ID,SIS Login ID,Section,Quiz 1 (101)",
            quirks: [
                "EX is excused, N/A not assigned, - and blank say nothing.",
                "The row Points Possible may stand anywhere; totals are not read.",
                "No skills and no times.",
            ]
        ) { $0.canvas },
        entry(
            .moodleGradebook, "a Moodle gradebook", "Moodle grade export: a learner a row, an activity a column",
            example: "First name,Last name,ID number,Email address,Quiz: Week 1 (Percentage)",
            quirks: [
                "Of an activity with several displays the percentages are read.",
                "Points possible are nowhere in it: of points alone nothing is known without --max.",
                "No skills and no times; - says nothing.",
            ]
        ) {
            let isMoodle =
                $0.mentions("(real)") || $0.mentions("(percentage)") || $0.mentions("(letter)")
                || $0.has("last downloaded from this course")
            let hasProfile = $0.has("email address") && ($0.has("surname") || $0.has("last name"))
            return isMoodle ? 0.9 : hasProfile ? 0.6 : 0
        },
        entry(
            .brightspaceGradebook, "a Brightspace gradebook", "Brightspace (D2L) grade export: a learner a row",
            example:
                "OrgDefinedId,Last Name,First Name,Essay Points Grade <Numeric MaxPoints:10>,End-of-Line Indicator",
            quirks: [
                "The # before ids is taken off; calculated grades are not read.",
                "Without <...> in a header its points possible are not known: use --max.",
                "No skills and no times; blank says nothing.",
            ]
        ) { $0.has("end-of-line indicator") || $0.has("orgdefinedid") ? 1 : 0 },
        entry(
            .blackboardGradebook, "a Blackboard gradebook", "Blackboard grade centre export: a learner a row",
            example: "Last Name\tFirst Name\tUsername\tQuiz 3 [Total Pts: 10] |664617",
            quirks: [
                "Tabs or commas, UTF-8 or UTF-16, often named .xls.",
                "Needs Grading and In Progress are kept apart from blanks; calculated columns (up to) are not read.",
                "No skills and no times.",
            ]
        ) {
            $0.mentions("[total pts:") || ($0.hasAll("last name", "first name", "username") && $0.mentions("|"))
                ? 0.95 : 0
        },
        entry(
            .sakaiGradebook, "a Sakai gradebook", "Sakai grade export: a learner a row",
            example: "Student ID,Student Name,Essay [10.0],* Essay",
            quirks: ["Comments (*) are not read.", "null and blank say nothing.", "No skills and no times."]
        ) {
            $0.has("student id") && $0.header.contains { $0.hasSuffix("]") && $0.contains("[") } ? 0.9 : 0
        },
        entry(
            .dataShop, "a DataShop export", "DataShop transactions or student-steps, tab delimited",
            example: "Anon Student Id\tTime\tProblem Name\tStep Name\tAttempt At Step\tOutcome\tKC (Default)",
            quirks: [
                "An item is a step of a problem; skills are those of the first KC model.",
                "Of transactions right and wrong are answers and hints are none; a student-step that began with a hint is wrong.",
                "Times without a zone are read as UTC.",
            ]
        ) { $0.has("anon student id") ? 1 : 0 },
        entry(
            .tidyCSV, "a tidy CSV", "table of events with the columns learner, item and score",
            example: "learner,item,score,max,skills,at",
            quirks: ["Columns in any order; skills joined by ;.", "A score without max is a share, from 0 to 1."]
        ) { preview in
            let hasScore = preview.has("score") || preview.has("correct")
            return preview.hasAll("learner", "item") && hasScore && !preview.isPlan ? 1 : 0
        },
        entry(
            .tidyJSONLines, "JSON lines", "one JSON object a line with learner, item and score",
            example: "{\"learner\":\"a\",\"item\":\"q1\",\"score\":1}", quirks: ["The names of the tidy CSV."]
        ) { preview in
            guard preview.isJSON else { return 0 }
            return preview.head.contains("\"learner\"") && preview.head.contains("\"item\"") ? 1 : 0
        },
    ]

    /// The formats that are only recognised.
    static let knownFormats: [Entry] = [
        entry(
            nil, "a Canvas learning outcomes import file", "outcomes and their ratings, no grades",
            remedy: "export the gradebook instead: Grades, Export in Canvas"
        ) { $0.hasAll("vendor_guid", "object_type") ? 1 : 0 },
        entry(
            nil, "a skill map", "which items exercise which skills",
            remedy: "pass it with --skills, beside the gradebook"
        ) { $0.hasAll("item", "skill") && !$0.has("learner") ? 0.9 : 0 },
        entry(
            nil, "an item file", "what is known about items", remedy: "pass it with --items, beside the gradebook"
        ) { preview in
            guard preview.has("item"), !preview.has("learner"), !preview.has("score") else { return 0 }
            return ["minutes", "difficulty", "kind", "due", "assigned"].contains { preview.has($0) } ? 0.8 : 0
        },
        entry(
            nil, "a plan of recommend", "advice as CSV, with what happened",
            remedy: "pass it with --since, beside the new export"
        ) { $0.isPlan ? 1 : 0 },
        // All its columns: one that lacks some is told what it lacks, not what it looks like.
        entry(
            nil, "a file of decisions", "logged decisions with propensities",
            remedy: "pass it to evaluate with --policy"
        ) { $0.hasAll("decision", "learner", "action", "propensity", "reward", "target") ? 0.9 : 0 },
        entry(
            nil, "a file of groups for Canvas", "group import",
            remedy: "export the gradebook instead: Grades, Export in Canvas"
        ) { $0.has("canvas_group_id") ? 0.9 : 0 },
        entry(nil, "a Canvas quiz's Student Analysis", "answers to a quiz") {
            $0.hasAll("n correct", "n incorrect") ? 1 : 0
        },
        entry(nil, "a Gradescope export", "Gradescope scores") {
            $0.hasAll("submission id", "total score") || $0.hasAll("sid", "email") || $0.mentions("lateness (h:m:s)")
                ? 0.9 : 0
        },
        entry(nil, "a Moodle quiz report", "Moodle quiz attempts") {
            $0.mentions("grade/") && ($0.has("started on") || $0.has("state")) || $0.has("quizattempt") ? 0.9 : 0
        },
        entry(nil, "an ASSISTments log", "ASSISTments problem log") {
            $0.has("assistment_id") || $0.hasAll("order_id", "skill_name") ? 1 : 0
        },
        entry(nil, "a OneRoster file", "OneRoster CSV") {
            $0.has("sourcedid") || $0.hasAll("propertyname", "value") ? 0.9 : 0
        },
        entry(nil, "an nbgrader export", "nbgrader grades") { $0.hasAll("student_id", "max_score") ? 0.9 : 0 },
        entry(nil, "a Google Forms result", "Google Forms answers") {
            $0.header.first == "timestamp" && $0.has("score") && !$0.has("learner") ? 0.8 : 0
        },
        entry(nil, "xAPI statements", "xAPI (Experience API) JSON") {
            guard $0.isJSON else { return 0 }
            return $0.head.contains("\"actor\"") && $0.head.contains("\"verb\"") ? 0.9 : 0
        },
        entry(nil, "Caliper events", "IMS Caliper JSON") {
            $0.isJSON && $0.head.contains("purl.imsglobal.org/ctx/caliper") ? 0.95 : 0
        },
        entry(nil, "an Open edX tracking log", "Open edX events") {
            if $0.head.contains("[tracking]") { return 0.95 }
            guard $0.isJSON else { return 0 }
            return $0.head.contains("\"event_source\"") || $0.head.contains("\"event_type\"")
                || ($0.head.contains("\"context\"") && $0.head.contains("\"course_id\"")) ? 0.85 : 0
        },
    ]
}

extension FilePreview {
    /// Whether the header is that of advice, whose column of scores says what advice is worth and not what anybody got.
    fileprivate var isPlan: Bool { hasAll("learner", "item", "happened", "type", "plan") }
}
