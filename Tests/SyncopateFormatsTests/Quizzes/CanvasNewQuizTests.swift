import Syncopate
import SyncopateFormats
import TestSupport
import Testing

/// Student Analyses of New Quizzes, made up after descriptions of their columns.
struct CanvasNewQuizTests {
    private func text(_ rows: [String], count: String = "") -> String {
        let again = count.isEmpty ? "" : ".1"
        let header =
            "Name,ID,SISID,SectionIDs,SectionNames,SectionSISIDs,Submitted,ElapsedTime,Attempt,ItemID,ItemType,"
            + "<p>What is 2+2?</p>,EarnedPoints,Status,ItemID\(again),ItemType\(again),Why?,EarnedPoints\(again),"
            + "Status\(again),NumberOfCorrect,NumberOfIncorrect,NoResponse,PointsPossible,OverallScore"
        return ([header] + rows).joined(separator: "\n") + "\n"
    }

    private func row(
        _ learner: Int, _ first: String, _ second: String, possible: String = "6.0", attempt: Int = 1
    ) -> String {
        "L\(learner),\(learner),S\(learner),12,Blue,X,2026-02-03 10:00:00 UTC,25:01:00,\(attempt),501,\(first),502,\(second),"
            + "1,1,0,\(possible),3.0"
    }

    /// What is called correct has all points.
    @Test(arguments: ["", ".1"]) func correctAnswers(_ count: String) throws {
        let read = try read(
            text(
                [
                    row(1, "choice,4,2.0,correct", "essay,so,1.0,incorrect"),
                    row(2, "choice,5,0.0,incorrect", "essay,so,4.0,Correct", attempt: 2),
                    row(3, "choice,,0.0,no response", "essay,so,,graded"),
                    row(4, "choice,4,2,correct", "essay,so,0,needs grading"),
                    row(5, "choice,,,", "essay,,,No Response"),
                ], count: count))
        #expect(read.format == .canvasNewQuiz && !read.hasErrors && read.itemIDs == ["501", "502"])
        #expect(read.log.items.map(\.title) == ["What is 2+2?", "Why?"] && read.log.items.map(\.maximum) == [2, 4])
        #expect(read.score("1", "501") == 1 && read.score("1", "502") == 0.25 && read.score("2", "502") == 1)
        #expect(read.score("2", "501") == 0 && read.score("3", "501") == 0)
        #expect(read.status("3", "502") == .notYetGraded && read.status("4", "502") == .notYetGraded)
        #expect(read.status("5", "501") == .notAssigned && read.status("5", "502") == .missing)
        #expect(read.event("2", "501")?.attempt == 2 && read.event("1", "501")?.at == 1_770_112_800)
        #expect(read.log.learners[0].name == "L1" && read.log.learners[0].section == "Blue")
        #expect(read.accounts[0] == CanvasAccount(canvasID: "1", sisID: "S1"))
    }

    /// Where nothing is called correct: the best of each, if they make up the points possible.
    @Test func theSum() throws {
        let read = try read(
            text([row(1, "choice,4,2.0,Graded", "essay,so,3,Graded"), row(2, "choice,5,0,Graded", "essay,so,4,Graded")])
        )
        #expect(read.log.items.map(\.maximum) == [2, 4] && read.score("1", "502") == 0.75)
    }

    /// The rest of the sum is that of the only one of which nothing is known.
    @Test func theRest() throws {
        let read = try read(text([row(1, "choice,4,2.0,correct", "essay,so,3,Graded")]))
        #expect(read.log.items.map(\.maximum) == [2, 4] && read.score("1", "502") == 0.75)
    }

    /// A choice has all points or none; of an essay nothing is known.
    @Test func choices() throws {
        let rows = [
            row(1, "choice,4,2.0,Graded", "essay,so,3,Graded"), row(2, "choice,5,0,Graded", "essay,so,1,Graded"),
        ]
        let found = try read(text(rows))
        #expect(found.score("1", "501") == 1 && found.score("2", "501") == 0)
        #expect(found.status("1", "502") == .hidden && found.places(.maximumMissing) == ["2:18"])
        let stated = try read(text(rows), ReadOptions(maximum: 4))
        #expect(stated.score("1", "502") == 0.75 && stated.score("1", "501") == 1)
    }

    /// What contradicts itself is withheld.
    @Test(arguments: [
        // Correct answers with different points, and others with more.
        (["choice,4,2.0,correct", "choice,4,1.0,correct"], "30"),
        (["choice,4,2.0,correct", "choice,4,3.0,graded"], "30"),
        // More than is possible for all.
        (["choice,4,2.0,correct", "choice,4,2.0,correct"], "1"),
        // Points of a choice that do not make up the sum with what is sure.
        (["choice,4,2.0,graded", "choice,4,2.0,graded"], "5"),
    ]) func contradictions(_ answers: [String], _ possible: String) throws {
        let read = try read(
            text([
                row(1, answers[0], "essay,so,1.0,correct", possible: possible),
                row(2, answers[1], "essay,so,1.0,correct", possible: possible),
            ]))
        // Of the last the essay tells how much is left over.
        let isLeftOver = possible == "5"
        #expect(read.status("1", "501") == (isLeftOver ? .scored : .hidden))
        #expect(isLeftOver ? read.score("1", "501") == 0.5 : (read.findingTotals[.maximumMissing] ?? 0) > 0)
    }

    /// Questions drawn for each learner stand in one column: each is known by its id.
    @Test func drawnQuestions() throws {
        let read = try read(
            text([
                row(1, "choice,4,2.0,correct", "essay,so,1.0,correct"),
                row(2, "choice,4,0,incorrect", "essay,so,3.0,correct").replacing(",502,", with: ",503,"),
            ]))
        #expect(
            read.log.items.map(\.title) == ["What is 2+2?", "502", "503"] && read.log.items.map(\.maximum) == [2, 1, 3])
        #expect(read.score("2", "503") == 1 && read.event("2", "502") == nil)
    }

    @Test func faults() throws {
        let read = try read(
            text([
                row(1, "choice,4,2.0,correct", "essay,so,4.0,correct"),
                row(2, "choice,4,2.0,odd", "essay,so,4.0,correct"),
                row(3, "choice,4,much,correct", "essay,so,4.0,correct"),
                row(4, "choice,4,2,correct", "essay,so,-1,graded"),
                row(5, "choice,4,2,correct", "essay,so,1,graded", attempt: 0),
                row(6, "choice,4,2,correct", "essay,so,1,graded").replacing("2026-02-03 10:00:00 UTC", with: "soon"),
            ]))
        #expect(read.places(.unknownStatus) == ["3:14"] && read.places(.notANumber) == ["4:13"])
        #expect(read.places(.negativeScore) == ["5:18"] && read.places(.badAttempt) == ["6:9"])
        #expect(read.places(.badTime) == ["7:7"] && read.rejects.map(\.line) == [3, 4, 5, 6])
        // What cannot be read of a time costs the time alone.
        #expect(read.learnerIDs == ["1", "6"] && read.log.events.filter { $0.at.isNaN }.count == 2)
    }

    /// Stated as the other report, it is refused: what somebody took is no question.
    @Test func theOtherReport() {
        let rows = (1...3).map {
            row($0, "choice,4,2.0,correct", "essay,so,4.0,correct").replacing("25:01:00", with: "0:01:00")
        }
        let error = refusal(text(rows), ReadOptions(format: .canvasQuiz))
        #expect(error?.finding.rule == .notAKnownFormat && error?.finding.line == 1)
    }

    @Test func anonymous() {
        let error = refusal(
            "Submitted,Attempt,ItemID,ItemType,Q,EarnedPoints,Status\n2026-02-03 10:00:00 UTC,1,5,choice,x,1,correct\n")
        #expect(error?.finding.rule == .idColumnMissing && error?.finding.line == 1)
    }

    /// Other reports and answers of Canvas are called what they are.
    @Test(arguments: [
        ("Question Id,Question Title,Answered Student Count,Top Student Count\n1,Q,10,3\n", "Item Analysis"),
        (
            #"{"quiz_submissions":[{"id":1,"quiz_id":2,"user_id":3,"attempt":1,"score":3,"kept_score":5}]}"#,
            "quiz submissions"
        ),
        (
            #"[{"id":2,"name":"Essay","points_possible":10,"grading_type":"points","submission":{"user_id":3,"score":8}}]"#,
            "assignments"
        ),
    ]) func otherFiles(_ text: String, _ name: String) {
        let error = refusal(text)
        #expect(error?.finding.rule == .wrongKindOfFile && error?.finding.message.contains(name) == true)
        #expect(error?.finding.remedy.isEmpty == false)
    }
}
