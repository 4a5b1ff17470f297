internal import Syncopate

/// How a submission stands, and which of its attempts a score is of.
extension CanvasSubmissionsReader {
    /// Whether the score a state has is that of an attempt before it: the grade does not match what was handed in since.
    ///
    /// Where that is left out, `submitted` says it, since Canvas calls graded what has a grade that matches
    /// (`infer_values`, submission.rb).
    func isOutdated(_ state: JSONView) -> Bool {
        guard state["score"].exists else { return false }
        return state["grade_matches_current_submission"].flag.map { !$0 }
            ?? (state["workflow_state"].string == "submitted")
    }

    /// The score of an earlier attempt that a submission carries on, where no history says it; `nil` where there is none.
    ///
    /// - Parameter last: the newest attempt, which waits for its grade.
    mutating func outdatedScore(
        _ submission: JSONView, _ last: TidyEvent, _ record: JSONRecord
    ) throws(TidyValues.Fault) -> TidyEvent? {
        guard last.status == .notYetGraded, isOutdated(submission),
            submission["workflow_state"].string != "pending_review",
            let score = try submission["score"].finite(.score)
        else { return nil }
        var event = TidyEvent(learner: 0, item: 0, row: record.number, status: .scored, line: record.line)
        event.points = score
        event.maximum = last.maximum
        event.isPoints = true
        // Of three or more it may be any.
        if last.attempt == 2 { event.attempt = 1 }
        event.at = try clock.seconds(
            submission["graded_at"].string, line: record.line, header: "graded_at", &assembler.findings)
        return event
    }

    /// Reads how the work stands; `false` where there is no such work.
    mutating func readStatus(
        _ state: JSONView, _ assignment: JSONView, _ record: JSONRecord, into event: inout TidyEvent
    ) throws(TidyValues.Fault) -> Bool {
        let workflow = state["workflow_state"].string ?? ""
        let score = try state["score"].finite(.score)
        if let score, score < 0 {
            throw TidyValues.Fault(
                rule: .negativeScore, field: .score, message: "a score cannot be below zero",
                remedy: "correct it, or leave it blank", found: score.shortText)
        }
        if workflow == "deleted" { return false }
        if state["excused"].flag == true {
            event.status = .excused
        } else if state["assignment_visible"].flag == false || assignment["assignment_visible"].flag == false {
            event.status = .notAssigned
        } else if workflow == "pending_review" {
            event.status = .notYetGraded
        } else if isMissing(state), score ?? 0 == 0 || (!state["submitted_at"].exists && !isGradedByHand(state)) {
            // A policy may give points for what nobody handed in (late_policy.rb).
            event.status = .missing
        } else if isOutdated(state) {
            event.status = .notYetGraded
        } else if let score {
            event.status = .scored
            event.points = score
            event.isPoints = true
        } else {
            switch workflow {
            case "submitted": event.status = .notYetGraded
            case "unsubmitted":
                // A quiz that was begun has an attempt and nothing handed in.
                let isBegun = (state["attempt"].number ?? 0) > 0 || state["started_at"].exists
                event.status = isBegun && !state["submitted_at"].exists ? .inProgress : .unknownBlank
            case "graded": readGrade(state, into: &event)
            case "":
                event.status = state["submitted_at"].exists ? .notYetGraded : .unknownBlank
            default:
                throw TidyValues.Fault(
                    rule: .unknownStatus, field: .status, message: "no such state of a submission",
                    remedy: "unsubmitted, submitted, pending_review or graded")
            }
        }
        return true
    }

    /// Whether a person gave the grade; Canvas has numbers below zero for tools and none for a policy.
    private func isGradedByHand(_ state: JSONView) -> Bool {
        guard let grader = try? state["grader_id"].finite(.score) else { return false }
        return grader > 0
    }

    private func isMissing(_ state: JSONView) -> Bool {
        state["missing"].flag == true || state["late_policy_status"].string == "missing"
    }

    /// Reads a grade that comes without a score: in words, or not posted yet.
    private mutating func readGrade(_ state: JSONView, into event: inout TidyEvent) {
        guard let grade = state.text("grade", "entered_grade") else {
            event.status = state["posted_at"].exists ? .unknownBlank : .hidden
            return
        }
        guard let share = options.scale?.share(grade), share >= 0, share.isFinite else {
            letters += 1
            event.status = .hidden
            return
        }
        event.status = .scored
        event.points = share
        event.isShare = true
    }
}
