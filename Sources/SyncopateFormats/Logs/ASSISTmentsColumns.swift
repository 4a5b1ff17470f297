/// Where a problem log of ASSISTments has what; names differ from year to year.
struct ASSISTmentsColumns {
    let headers: [String]
    let order: Int
    let learner: Int
    /// The problem; where a year does not name it, the set it was in.
    let item: Int
    let correct: Int
    let skill: Int?
    let hints: Int?
    /// How long it took, and how many of its units make a second.
    let duration: Int?
    let durationUnits: Double
    let started: Int?
    /// Where rows are actions, whether the action was a request for a hint; `nil` where each row is an answer.
    let hint: Int?

    /// `nil` where the header is not that of a problem log.
    init?(_ headers: [String]) {
        self.headers = headers
        let lower = headers.map { $0.lowercased() }
        func position(_ names: String...) -> Int? { names.lazy.compactMap { lower.firstIndex(of: $0) }.first }
        guard let order = position("order_id", "problem_log_id", "log_id", "action_num"),
            let learner = position("user_id", "studentid"),
            let item = position("problem_id", "sequence_id", "problemid"), let correct = position("correct")
        else { return nil }
        self.order = order
        self.learner = learner
        self.item = item
        self.correct = correct
        skill = position("skill_name", "skill", "skill_id")
        hints = position("hint_count", "hintcount")
        let milliseconds = position("ms_first_response", "ms_first_response_time")
        duration = milliseconds ?? position("timetaken")
        durationUnits = milliseconds == nil ? 1 : 1000
        started = position("start_time", "starttime", "timestamp")
        hint = lower[order] == "action_num" ? position("hint") : nil
    }

    /// Headers of columns that are not read and that no published log has.
    var unread: [String] {
        // That of 2017 has some eighty columns of an action each.
        guard hint == nil else { return [] }
        let read = [order, learner, item, correct] + [skill, hints, duration, started].compactMap { $0 }
        return headers.enumerated().filter { position, header in
            !header.isEmpty && !read.contains(position) && !Self.published.contains(header.lowercased())
        }.map(\.element)
    }

    /// Columns of the published logs of 2009, 2012 and 2015 that say nothing we read.
    private static let published: Set<String> = [
        "assignment_id", "assistment_id", "original", "attempt_count", "tutor_mode", "answer_type", "sequence_id",
        "student_class_id", "position", "problem_set_type", "type", "base_sequence_id", "skill_id", "list_skill_ids",
        "teacher_id", "school_id", "overlap_time", "template_id", "answer_id", "answer_text", "first_action",
        "bottom_hint", "opportunity", "opportunity_original", "problem_type", "end_time", "problem_log_id", "log_id",
        "problem_id", "skill", "hint_total", "original_order",
    ]

    /// Position of the last column without which a row cannot be read.
    var lastNeeded: Int { max(order, learner, item, correct) }

    func position(_ field: TidyField) -> Int? {
        switch field {
        case .learner: learner
        case .item: item
        case .score: correct
        case .order: order
        case .hints: hints
        default: nil
        }
    }
}
