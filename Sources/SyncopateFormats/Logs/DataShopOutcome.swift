/// What the outcome of a row of DataShop says (DataShop, file formats of exports and of imports).
enum DataShopOutcome {
    case right, wrong
    /// A request for help with the step.
    case hint
    /// Something else than an answer, such as a look at the glossary, or what no tutor judged.
    case aside

    /// - Parameters:
    ///   - text: as it stands.
    ///   - columns: of the export; a student-step sums up, and one that began with a hint is wrong.
    /// `nil` for no outcome.
    init?(_ text: String, _ columns: DataShopColumns) {
        switch text.lowercased() {
        case "correct": self = .right
        case "incorrect": self = .wrong
        case "1" where columns.isNumbered: self = .right
        case "0" where columns.isNumbered: self = .wrong
        case "ok" where columns.isTransaction: self = .right
        case "error" where columns.isTransaction, "bug" where columns.isTransaction: self = .wrong
        case "", "unknown", "untutored", "glossary_item", "study": self = .aside
        case "hint" where !columns.isTransaction: self = .wrong
        case "hint", "initial_hint", "next_hint", "last_hint", "hint_request", "hint_level_change": self = .hint
        default: return nil
        }
    }
}
