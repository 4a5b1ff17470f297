internal import Syncopate

/// The values of one tidy event, from a row of a table or a line of JSON, and what is wrong with them.
struct TidyValues {
    /// A fault in one field: which rule, and what to say.
    struct Fault: Error {
        var rule: FindingRule
        var field: TidyField
        var message: String
        var remedy: String
        /// What stands there, where only who reads it knows.
        var found = ""
    }

    /// What is to be said of how a score and a status were joined.
    struct Doubts {
        /// The status says that there is no score, and there is one.
        var conflict = false
        /// The score is a grade in words.
        var isHiddenLetter = false
        /// The status is a word that is not known here, and was not needed.
        var isForeignStatus = false
    }

    /// Joins what the score and the status say.
    ///
    /// A status other than "scored" wins over a score, and `doubts` tell; a blank score without a status is
    /// ``Status/unknownBlank``; a status "scored" needs a score. A status in words of others counts where there is no
    /// score.
    static func combine(
        _ score: ScoreCell, status word: String, mark: DecimalMark?, isStated: Bool, maximum: Double,
        into event: inout TidyEvent, doubts: inout Doubts
    ) throws(Fault) {
        var status: Status?
        switch StatusWord(word) {
        case .none: break
        case .known(let known): status = known
        case .weak(let blank): if case .status(.unknownBlank) = score { status = blank }
        case .foreign:
            guard case .number = score else {
                throw Fault(
                    rule: .unknownStatus, field: .status, message: "no such status",
                    remedy: "one of " + Status.allCases.map(\.word).joined(separator: ", "))
            }
            doubts.isForeignStatus = true
        }
        if let status, status != .scored {
            if case .number = score { doubts.conflict = true }
            event.status = status
            return
        }
        switch score {
        case .number(let number):
            guard let points = number.value(mark: mark, isStated: isStated, maximum: maximum.isNaN ? nil : maximum)
            else {
                throw Fault(
                    rule: .ambiguousDecimal, field: .score,
                    message: "this may be a decimal number or thousands, and the column does not tell which",
                    remedy: "write it without the comma, or state the decimal mark with --decimal")
            }
            guard points >= 0 else {
                throw Fault(
                    rule: .negativeScore, field: .score, message: "a score cannot be below zero",
                    remedy: "correct it, or leave it blank")
            }
            event.status = .scored
            event.points = number.isPercent ? points / 100 : points
            event.isShare = number.isPercent
        case .status(let blank):
            guard status == nil || blank != .unknownBlank else {
                throw Fault(
                    rule: .statusAgainstScore, field: .score, message: "the status says scored and there is no score",
                    remedy: "give the score, or another status")
            }
            event.status = blank
        case .letter:
            event.status = .hidden
            doubts.isHiddenLetter = true
        case .notFinite:
            throw Fault(
                rule: .notFinite, field: .score, message: "this is no finite number",
                remedy: "write the score, or nothing")
        case .text:
            throw Fault(
                rule: .notANumber, field: .score, message: "this is no score",
                remedy: "write a number, or leave it blank and give a status")
        }
    }

    /// The points of a score that says itself what it is out of, which the event then has.
    static func take(
        _ fraction: ScoreFraction, mark: DecimalMark?, isStated: Bool, into event: inout TidyEvent
    ) throws(Fault) -> ScoreCell {
        guard let maximum = fraction.maximum.value(mark: mark, isStated: isStated, maximum: nil), maximum > 0,
            maximum.isFinite
        else {
            throw Fault(
                rule: .badMaximum, field: .score, message: "what the score is out of is a number above zero",
                remedy: "write it like 8/10")
        }
        guard event.maximum.isNaN || event.maximum == maximum else {
            throw Fault(
                rule: .badMaximum, field: .score, message: "the score says what it is out of, and max says otherwise",
                remedy: "correct one of them")
        }
        event.maximum = maximum
        return fraction.points
    }

    /// A learner's id, as far as a spreadsheet has left it whole.
    static func learner(_ id: String) throws(Fault) -> String {
        guard !id.isEmpty else {
            throw Fault(rule: .blankID, field: .learner, message: "there is no learner", remedy: "fill in the id")
        }
        try checkID(id, .learner)
        return DamagedID.repaired(id)
    }

    /// An item's id, as far as a spreadsheet has left it whole.
    static func item(_ id: String) throws(Fault) -> String {
        guard !id.isEmpty else {
            throw Fault(rule: .unnamedItem, field: .item, message: "there is no item", remedy: "fill it in")
        }
        try checkID(id, .item)
        return id
    }

    private static func checkID(_ id: String, _ field: TidyField) throws(Fault) {
        guard !MissingWord.isOne(id) else {
            throw Fault(
                rule: field == .learner ? .blankID : .unnamedItem, field: field,
                message: "there is no \(field.rawValue): this is what programs write where nothing is known",
                remedy: "fill in the id; if it is really called so, write =\"\(id)\"")
        }
        guard !DamagedID.isDamaged(id) else {
            throw Fault(
                rule: .damagedID, field: field, message: DamagedID.message(id), remedy: DamagedID.remedy(id))
        }
    }

    /// A moment.
    ///
    /// - Parameter zone: whose clock a time without a zone was read off; `nil` where that is not known.
    static func moment(_ bytes: [UInt8], _ range: Range<Int>, zone: TimeZoneRules?) throws(Fault) -> ClockReading {
        let reading = bytes.withUnsafeBufferPointer { Timestamp.read(UnsafeBufferPointer(rebasing: $0[range])) }
        if case .seconds(let seconds) = reading { return ClockReading(seconds: seconds, occurrence: .once) }
        let remedy = "write it like 2026-09-01T08:30:00Z, or as seconds since 1970"
        let message: String
        switch reading {
        case .local(let local):
            if let zone { return zone.reading(local: local) }
            throw Fault(
                rule: .badTime, field: .at, message: "a time without a zone may be any of a day's moments",
                remedy: remedy + ", or say where with --timezone")
        case .date: message = "a date without a time of day may be any of its moments"
        case .tooLarge: message = "too large for seconds since 1970; these look like milliseconds"
        case .seconds, .none: message = "this is no time"
        }
        let found = String(decoding: bytes[range], as: UTF8.self)
        throw Fault(rule: .badTime, field: .at, message: message, remedy: remedy, found: found)
    }

    /// The same of a text that stands by itself.
    static func moment(_ text: String, zone: TimeZoneRules?) throws(Fault) -> ClockReading {
        let bytes = Array(text.utf8)
        return try moment(bytes, 0..<bytes.count, zone: zone)
    }

    /// Seconds since 1970 of a moment that has its zone.
    static func time(_ text: String) throws(Fault) -> Double { try moment(text, zone: nil).seconds }

    /// A whole number from 1.
    static func attempt(_ value: Double?) throws(Fault) -> Int32 {
        guard let value, value >= 1, value <= Double(Int32.max), value.rounded() == value else {
            throw Fault(
                rule: .badAttempt, field: .attempt, message: "an attempt is a whole number from 1",
                remedy: "correct it, or leave it blank")
        }
        return Int32(value)
    }

    /// A whole number from 0.
    static func hints(_ value: Double?) throws(Fault) -> Int16 {
        guard let value, value >= 0, value <= Double(Int16.max), value.rounded() == value else {
            throw Fault(
                rule: .badValue, field: .hints, message: "hints are a whole number from 0",
                remedy: "correct it, or leave it blank")
        }
        return Int16(value)
    }

    /// How long it took, from 0.
    static func seconds(_ value: Double?) throws(Fault) -> Float {
        guard let value, value >= 0, value <= 1e9 else {
            throw Fault(
                rule: .badValue, field: .seconds, message: "seconds are a number from 0",
                remedy: "correct it, or leave it blank")
        }
        return Float(value)
    }

    /// A named point on the range between together and apart, or one of the two words for its ends; `nil` for no text.
    static func mode(_ word: String) throws(Fault) -> Mode? {
        guard !word.isEmpty else { return nil }
        switch word.lowercased() {
        case "sync", "synchronous", "together": return .livePeer
        case "async", "asynchronous", "apart": return .asyncSolo
        case let word:
            guard let mode = Mode(rawValue: word) else {
                throw Fault(
                    rule: .badValue, field: .mode, message: "no such mode",
                    remedy: "one of sync, async, " + Mode.allCases.map(\.rawValue).joined(separator: ", "))
            }
            return mode
        }
    }

    /// Points possible, zero included.
    static func maximum(_ value: Double?) throws(Fault) -> Double {
        guard let value, value >= 0, value.isFinite else {
            throw Fault(
                rule: .badMaximum, field: .max, message: "the maximum is a number from zero",
                remedy: "correct it, or leave it blank")
        }
        return value
    }

    /// A finite number.
    static func number(_ value: Double?, _ field: TidyField) throws(Fault) -> Double {
        guard let value, value.isFinite else {
            throw Fault(
                rule: .badValue, field: field, message: "this is no number", remedy: "correct it, or leave it blank")
        }
        return value
    }
}
