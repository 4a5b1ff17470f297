/// Gathers from the cells of a column what they give away about its decimal mark.
struct DecimalChoice {
    private(set) var points = 0
    private(set) var commas = 0

    /// Takes one cell into account.
    ///
    /// - Parameter thousands: what is known of the marks of whoever wrote it; 1,234 tells of its mark only then.
    mutating func observe(_ cell: NumericCell, thousands: ThousandsMarks = .possible) {
        switch (cell.shape, thousands) {
        case (.point, _), (.pointOrThousands, .never), (.commaOrThousands, .always): points += 1
        case (.comma, _), (.commaOrThousands, .never), (.pointOrThousands, .always): commas += 1
        case (.whole, _), (.pointOrThousands, .possible), (.commaOrThousands, .possible): break
        }
    }

    mutating func add(_ other: DecimalChoice) {
        points += other.points
        commas += other.commas
    }

    /// Whether cells contradict each other.
    var isMixed: Bool { points > 0 && commas > 0 }

    /// The mark the cells agree on; `nil` if they say nothing or disagree.
    var mark: DecimalMark? {
        if isMixed { return nil }
        return points > 0 ? .point : commas > 0 ? .comma : nil
    }
}

extension NumericCell {
    /// Whether a comma in it may be either mark.
    var isCommaOrThousands: Bool { if case .commaOrThousands = shape { true } else { false } }

    /// Whether its marks can be read one way only.
    var isUnambiguous: Bool {
        switch shape {
        case .whole, .point, .comma: true
        case .pointOrThousands, .commaOrThousands: false
        }
    }

    /// The value, where the column's mark is known, or the cell needs none; `nil` if it could be two numbers.
    ///
    /// A lone point with three digits after it counts as a decimal point unless commas are known to be the marks, or nothing is
    /// known and the thousands would fit `maximum` as well.
    /// Where the mark comes from other cells and the thousands it makes overshoot `maximum`, although the other
    /// reading would fit, nothing is certain.
    func value(mark: DecimalMark?, isStated: Bool, maximum: Double?) -> Double? {
        switch shape {
        case .whole, .point, .comma: return withPoint
        case .pointOrThousands where mark == nil:
            guard let maximum, !isPercent, withComma <= maximum else { return withPoint }
            return nil
        case .commaOrThousands where mark == nil: return nil
        case .pointOrThousands, .commaOrThousands:
            guard let mark else { return nil }
            let chosen = value(mark)
            if !isStated, let maximum, chosen > maximum * 2, value(mark.other) <= maximum { return nil }
            return chosen
        }
    }
}
