/// How an answer in New Quizzes stands, as the column `Status` of its report says it.
enum CanvasNewQuizStanding {
    /// It has its points.
    case graded
    /// It has all points there are.
    case correct
    /// Somebody has to grade it.
    case waiting
    /// There is no answer.
    case unanswered

    /// - Parameter word: as the report has it, in any case and with any blanks; `nil` for a word not known.
    init?(word: String) {
        switch String(word.lowercased().filter(\.isLetter)) {
        case "correct", "fullcredit": self = .correct
        case "graded", "autograded", "incorrect", "wrong", "partial", "partiallycorrect", "partialcredit":
            self = .graded
        case "notgraded", "ungraded", "needsgrading", "needsgrade", "needsreview", "needsmanualgrading",
            "manualgrading",
            "pending", "pendingreview", "pendinggrading", "waiting", "waitingforgrading", "awaitinggrading",
            "submitted",
            "inprogress":
            self = .waiting
        case "noresponse", "noanswer", "unanswered", "notanswered", "skipped", "notattempted", "unattempted", "blank":
            self = .unanswered
        default: return nil
        }
    }
}
