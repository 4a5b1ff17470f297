import Syncopate
import SyncopateFormats
import TestSupport
import Testing

/// Files of statements nobody here wrote, counted with another program's reader of JSON.
@Suite(.enabled(if: SharedFolder.has("fixtures/xapi")))
struct StatementFixtureTests {
    private func read(_ path: String) throws -> ImportedEvidence {
        try EvidenceReader.read(SourceFile(name: path, bytes: try SharedFolder.bytes("fixtures/" + path)))
    }

    /// Of each file the scores of its answers.
    @Test(
        arguments: [
            ("openedx-complete_video.json", []), ("openedx-edx.course.grade.now_passed.json", [1]),
            ("openedx-edx.grades.course.grade_calculated_letter_grade.json", [1]),
            ("openedx-edx.grades.problem.submitted.json", [0]),
            ("openedx-edx.grades.subsection.grade_calculated.json", [1]),
            ("openedx-edx.problem.completed(proposed).json", []),
            ("openedx-problem_check(browser).ccx.json", []),
            ("openedx-problem_check(server).json", [0]),
            ("openedx-problem_check(server,multiple_questions,correct).json", [1, 1, 1]),
            ("openedx-problem_check(server,multiple_questions,partial_correct).json", [1, 1, 0]),
            ("openedx-problem_check(server,unsupported_responsetype).json", [0]),
        ] as [(String, [Double])]) func xapi(_ name: String, _ scores: [Double]) throws
    {
        let read = try read("xapi/" + name)
        #expect(read.format == .xapi && read.log.events.map(\.score) == scores && !read.hasErrors)
        #expect(read.counts.learners == (scores.isEmpty ? 0 : 1))
    }

    @Test func xapiWithoutPoints() throws {
        let read = try read("xapi/openedx-problem_check(server).max_grade_0.json")
        #expect(read.log.events.map(\.status) == [.hidden] && read.log.events.map(\.attempt) == [10])
    }

    /// The activity has no id.
    @Test func xapiWithoutAnItem() throws {
        let read = try read("xapi/openedx-problem_check(browser).required.only.data.json")
        #expect(read.places(.unnamedItem) == ["1:0"] && read.rejects.count == 1 && read.log.events.isEmpty)
    }

    /// One has a line break in a text, the other is about a group.
    @Test func xapiThatIsRefused() throws {
        #expect(try read("xapi/xapi-spec-appendixA-1.json").places(.brokenJSON).count == 1)
        let meeting = try read("xapi/xapi-spec-appendixA-3.json")
        #expect(meeting.log.events.isEmpty && meeting.findingTotals[.notAnAnswer] == 1)
    }

    /// Parts of statements are refused, or have nothing to count.
    @Test(arguments: [
        "activities_choice", "activities_no_definition", "activities_no_id", "agents_account_no_homepage",
        "agents_default",
        "agents_mbox_sha1sum", "contexts_category", "contexts_no_extensions", "contexts_parent", "results_default",
        "verbs_default", "verbs_no_id",
    ]) func fragments(_ name: String) {
        let error = #expect(throws: ReadError.self) { try read("xapi/lrs-templates/\(name).json") }
        #expect(error?.finding.message.contains("part of an xAPI statement") == true)
    }

    @Test(arguments: [
        ("statements_actor", FindingRule.blankID), ("statements_no_actor", .blankID), ("statements_no_verb", .badValue),
        ("statements_verb", .badValue), ("statements_default", .notAnAnswer), ("statements_object_actor", .notAnAnswer),
        ("statements_object_substatement_default", .notAnAnswer),
        ("statements_object_statementref_no_id", .notAnAnswer),
    ]) func wholeTemplates(_ name: String, _ rule: FindingRule) throws {
        let read = try read("xapi/lrs-templates/\(name).json")
        #expect(read.log.events.isEmpty && read.findingTotals[rule] == 1 && read.findingTotals[.noLearners] == 1)
    }

    /// Twelve lines: two are broken, and of one click five events tell.
    @Test func trackingLog() throws {
        let read = try read("edx-tracking/tracking.log")
        #expect(read.format == .openEdX)
        #expect(read.rejects.map(\.line) == [3, 11] && read.findingTotals[.brokenJSON] == 2)
        #expect(read.counts.learners == 1 && read.counts.items == 1 && read.log.events.map(\.score) == [1])
        #expect(read.log.events[0].attempt == 3 && read.learnerIDs == ["6"])
    }

    @Test(
        arguments: [
            ("complete_video", []), ("edx.course.grade.now_failed", []),
            ("edx.grades.problem.submitted.weighted_possible_0", [.hidden]),
            ("edx.problem.completed(proposed)", [.scored]), ("problem_check(browser).ccx", []),
            ("problem_check(server)", [.scored]), ("problem_check(server).max_grade_0", [.hidden]),
            ("problem_check(server,multiple_questions,correct)", [.scored, .scored, .scored]),
            ("problem_check(server,multiple_questions,partial_correct)", [.scored, .scored, .scored]),
            ("problem_check(server,unsupported_responsetype)", [.scored]),
            ("edx.grades.subsection.grade_calculated", []), ("edx.special_exam.timed.attempt.created", []),
        ] as [(String, [Status])]) func tracking(_ name: String, _ statuses: [Status]) throws
    {
        let read = try read("edx-tracking/\(name).json")
        #expect(read.format == .openEdX && read.log.events.map(\.status) == statuses && !read.hasErrors)
    }

    /// None of these says how an answer went.
    @Test(arguments: [
        "complete_video", "edx.course.grade.passed.first_time", "edx.problem.completed(proposed)",
        "edx.ui.lms.link_clicked.required.only.data", "problem_check(browser)", "problem_check(browser)legacy",
        "showanswer",
    ]) func caliper(_ name: String) throws {
        let read = try read("caliper/openedx-\(name).json")
        #expect(read.format == .caliper && read.log.events.isEmpty && !read.hasErrors)
        #expect(read.findingTotals == [.notAnAnswer: 1, .noLearners: 1])
    }
}
