extension ScoreCell {
    /// The cell by a scale: a grade in words that is on it is a share of the maximum, as a percentage is.
    ///
    /// - Parameter text: what stands in the cell.
    func graded(_ scale: GradeScale?, _ text: @autoclosure () -> String) -> ScoreCell {
        guard let scale else { return self }
        switch self {
        case .letter, .text:
            guard let share = scale.share(text()) else { return self }
            var number = NumericCell(shape: .whole, withPoint: share * 100, withComma: share * 100)
            number.isPercent = true
            return .number(number)
        case .number, .status, .notFinite: return self
        }
    }
}
