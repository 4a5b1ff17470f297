/// What reports of quizzes in Canvas have in common.
extension ScoreSheet {
    /// - Throws: where nobody was logged in: Canvas leaves the name and every id blank.
    func checkIsLoggedIn(_ row: CSVRow, name: Int?, ids: [Int]) throws(Fault) {
        guard let name, text(row, name).isEmpty, ids.allSatisfy({ text(row, $0).isEmpty }) else { return }
        throw Fault(
            rule: .notAnAnswer, message: "an attempt of somebody who was not logged in is left out",
            remedy: "nothing to do")
    }

    /// Which attempt a row is, from 1.
    func attempt(_ row: CSVRow, _ column: Int) throws(Fault) -> Int32 {
        guard let number = Int32(DamagedID.repaired(text(row, column))), number >= 1 else {
            throw Fault(
                rule: .badAttempt, column: column, message: "an attempt is a whole number from 1", remedy: "correct it")
        }
        return number
    }
}
