/// Takes the text of a ``LocalTime`` apart: first the date, then the time of day and the zone.
struct LocalTimeScanner {
    /// A piece of the text; blanks and commas only separate.
    private enum Piece: Equatable {
        case number(Int, digits: Int)
        /// Lower case, without full stops at its end.
        case word(String)
        case sign(Character)
    }

    /// A date as written.
    struct Date {
        var year: Int
        /// The month; of a numbered date whichever number came first.
        var first: Int
        /// The day; of a numbered date the other number.
        var second: Int
        /// Whether only the order could tell which is the month.
        var isNumbered: Bool
    }

    private var pieces: [Piece] = []
    private var position = 0
    private let text: String

    init(_ text: String) {
        self.text = text
        let characters = Array(text.lowercased())
        var index = 0
        while index < characters.count {
            let character = characters[index]
            if let digit = character.asciiDigit {
                var (value, digits) = (digit, 1)
                while index + 1 < characters.count, let next = characters[index + 1].asciiDigit, digits < 9 {
                    value = value * 10 + next
                    digits += 1
                    index += 1
                }
                pieces.append(.number(value, digits: digits))
            } else if character.isLetter {
                var word = String(character)
                // "p.m." and "p. m." are one word.
                while index + 1 < characters.count, characters[index + 1].isLetter || characters[index + 1] == "." {
                    index += 1
                    if characters[index] != "." { word.append(characters[index]) }
                }
                if word == "m", case .word(let before) = pieces.last, before == "a" || before == "p" {
                    pieces[pieces.count - 1] = .word(before + "m")
                } else {
                    pieces.append(.word(word))
                }
            } else if !character.isWhitespace, !Self.separators.contains(character) {
                pieces.append(.sign(character == "\u{2212}" ? "-" : character))
            }
            index += 1
        }
    }

    /// Commas, the Arabic one and that of full width among them.
    private static let separators: Set<Character> = [",", "،", "，"]

    // MARK: Date

    /// Words that stand in dates and say nothing.
    private static let fillers: Set<String> = [
        "de", "del", "d", "of", "le", "à", "às", "um", "om", "uhr", "at", "kl", "alle",
    ]

    /// The date, which comes first; `nil` if there is none.
    mutating func date() -> Date? {
        skip { LocalTimeWords.weekdays.contains($0) }
        switch next() {
        case .number(let number, let digits): return digits == 4 ? yearFirst(number) : numberFirst(number, digits)
        case .word(let word):
            // June 2, 2021
            guard let month = LocalTimeWords.month(word), case .number(let day, digits: 1...2) = next(),
                case .number(let year, digits: 4) = next()
            else { return nil }
            return Date(year: year, first: month, second: day, isNumbered: false)
        default: return nil
        }
    }

    /// 2021-06-02, 2021/06/02, 2021 June 2, 2021年6月2日.
    private mutating func yearFirst(_ year: Int) -> Date? {
        skipSigns("-/.")
        skip { LocalTimeWords.units.contains($0) }
        let month: Int
        switch next() {
        case .number(let number, digits: 1...2): month = number
        case .word(let word):
            guard let named = LocalTimeWords.month(word) else { return nil }
            month = named
        default: return nil
        }
        skipSigns("-/.")
        skip { LocalTimeWords.units.contains($0) }
        guard case .number(let day, digits: 1...2) = next() else { return nil }
        skip { LocalTimeWords.units.contains($0) }
        return Date(year: year, first: month, second: day, isNumbered: false)
    }

    /// 2 June 2021, 2. Juni 2021, 2 de junio de 2021, 02-Jun-2021, 02.06.2021, 6/2/2021, 6/2/21.
    private mutating func numberFirst(_ first: Int, _ digits: Int) -> Date? {
        guard digits <= 2 else { return nil }
        let sign = peekSign()
        skipSigns("-/.")
        skip { Self.fillers.contains($0) }
        // 2 d'abril.
        skipSigns("'’")
        switch next() {
        case .word(let word):
            guard let month = LocalTimeWords.month(word) else { return nil }
            skipSigns("-/.")
            skip { Self.fillers.contains($0) }
            guard case .number(let year, digits: 4) = next() else { return nil }
            return Date(year: year, first: month, second: first, isNumbered: false)
        case .number(let second, digits: 1...2):
            // 2 6월 2021: the unit says which is the month.
            if case .word(let unit) = peek(), unit == "월" || unit == "月" {
                position += 1
                guard case .number(let year, digits: 4) = next() else { return nil }
                return Date(year: year, first: second, second: first, isNumbered: false)
            }
            guard let sign, peekSign() == sign else { return nil }
            skipSigns("-/.")
            guard case .number(var year, let yearDigits) = next(), yearDigits == 4 || yearDigits == 2 else {
                return nil
            }
            if yearDigits == 2 { year += year < 70 ? 2000 : 1900 }
            // Full stops stand in dates whose day comes first, wherever they are written.
            if sign == "." { return Date(year: year, first: second, second: first, isNumbered: false) }
            return Date(year: year, first: first, second: second, isNumbered: true)
        default: return nil
        }
    }

    // MARK: Time of day

    /// Seconds since midnight and the zone; midnight without a zone where the text ends with the date.
    ///
    /// `nil` if what follows the date is no time.
    mutating func clock() -> (seconds: Double, zone: LocalTime.Zone)? {
        skip { Self.fillers.contains($0) || $0 == "t" }
        guard position < pieces.count else { return (0, .none) }
        guard case .number(var hour, digits: 1...2) = next() else { return nil }
        // Italian, Danish and Finnish clocks have full stops.
        let mark: Character = peekSign() == "." ? "." : ":"
        guard takeSign(mark), let minute = twoDigits(below: 60) else { return nil }
        var second = 0.0
        if takeSign(mark) {
            guard let whole = twoDigits(below: 61) else { return nil }
            second = Double(whole)
            // DataShop has a colon before the milliseconds in some exports.
            if takeSign(".") || takeSign(":") {
                guard case .number(let part, let digits) = next() else { return nil }
                second += Double(part) / DecimalText.powersOfTen[min(digits, 9)]
                if case .number = peek() { position += 1 }
            }
        }
        skip { $0 == "uhr" }
        if case .word(let word) = peek(), let isAfternoon = LocalTimeWords.halves[word] {
            position += 1
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + (isAfternoon ? 12 : 0)
        }
        guard hour < 24 else { return nil }
        let seconds = Double(hour * 3600 + minute * 60) + second
        guard position < pieces.count else { return (seconds, .none) }
        let start = position
        if let offset = zone(), position == pieces.count { return (seconds, .offset(offset)) }
        position = start
        return isZoneWord() ? (seconds, .unknown) : nil
    }

    /// Whether what is left is a word of capitals, such as IST, which stands for one zone in India and for another in
    /// Israel.
    private mutating func isZoneWord() -> Bool {
        skipSigns("(")
        guard case .word(let word) = next(), (2...5).contains(word.utf8.count),
            text.holds(bytesOf: word.uppercased())
        else { return false }
        skipSigns(")")
        return position == pieces.count
    }

    /// UTC, Z, EST, GMT+5:30, -0500, +02:00.
    private mutating func zone() -> Int? {
        skipSigns("(")
        var base = 0
        var isNamed = false
        if case .word(let word) = peek() {
            guard let named = LocalTimeWords.zones[word] else { return nil }
            base = named
            isNamed = true
            position += 1
        }
        defer { skipSigns(")") }
        guard let sign = peekSign(), sign == "+" || sign == "-" else { return isNamed ? base : nil }
        position += 1
        guard base == 0, case .number(let number, let digits) = next() else { return nil }
        var (hours, minutes) = (number, 0)
        if digits == 4 {
            (hours, minutes) = (number / 100, number % 100)
        } else if digits > 2 {
            return nil
        } else if takeSign(":") {
            guard let value = twoDigits(below: 60) else { return nil }
            minutes = value
        }
        guard hours <= 14, minutes < 60 else { return nil }
        return (hours * 3600 + minutes * 60) * (sign == "-" ? -1 : 1)
    }

    // MARK: Pieces

    private func peek() -> Piece? { position < pieces.count ? pieces[position] : nil }

    private mutating func next() -> Piece? {
        guard let piece = peek() else { return nil }
        position += 1
        return piece
    }

    private func peekSign() -> Character? {
        if case .sign(let sign) = peek() { sign } else { nil }
    }

    private mutating func takeSign(_ sign: Character) -> Bool {
        guard peekSign() == sign else { return false }
        position += 1
        return true
    }

    private mutating func skipSigns(_ signs: String) {
        if let sign = peekSign(), signs.contains(sign) { position += 1 }
    }

    private mutating func skip(_ isFiller: (String) -> Bool) {
        while case .word(let word) = peek(), isFiller(word) { position += 1 }
    }

    private mutating func twoDigits(below limit: Int) -> Int? {
        guard case .number(let number, digits: 2) = next(), number < limit else { return nil }
        return number
    }
}

extension Character {
    /// The value of 0 to 9.
    fileprivate var asciiDigit: Int? {
        guard let byte = asciiValue, byte.isDigit else { return nil }
        return Int(byte - 0x30)
    }
}
