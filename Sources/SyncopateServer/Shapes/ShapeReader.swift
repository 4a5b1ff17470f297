internal import JSONText
internal import Syncopate
internal import SyncopateFormats

/// Holds what stands on a tape against shapes: the only decoder of the wire.
struct ShapeReader {
    let tape: JSONTape

    /// Finds the members of an object and checks each against its shape.
    ///
    /// A member that is `null` counts as absent unless its shape takes it.
    ///
    /// - Throws: what is wrong, with its path below the object.
    func members(_ object: Int, _ shape: ObjectShape) throws(WireFault) -> Slots {
        guard tape.kind(object) == .object else { throw wrong(object, "an object") }
        var slots = Slots()
        var place = tape.first(object)
        while place < tape.after(object) {
            let value = place + 1
            if let found = tape.firstIndex(of: place, among: shape.names) {
                if tape.kind(value) != .null {
                    do throws(WireFault) {
                        try check(value, shape.fields[found].shape)
                    } catch {
                        throw error.under("\(shape.fields[found].name)")
                    }
                    slots[found] = value
                } else if shape.fields[found].shape.takesNull {
                    slots[found] = value
                }
            } else if !shape.isOpen, !tape.isEqual(place, "_meta") {
                throw unknown(place, shape)
            }
            place = tape.after(value)
        }
        for needed in shape.required where slots[needed] == nil {
            let field = shape.fields[needed]
            throw WireFault(
                .invalidParams, "\(field.name) is missing", path: "/\(field.name)", hint: "add it: \(field.summary)")
        }
        return slots
    }

    /// Checks one value.
    func check(_ value: Int, _ shape: Shape) throws(WireFault) {
        switch shape {
        case .text(let lengths): try text(value, lengths)
        case .word(let words): try word(value, words)
        case .number(let bounds): try number(value, bounds)
        case .integer(let range): try integer(value, range)
        case .boolean:
            guard tape.kind(value) == .yes || tape.kind(value) == .no else { throw wrong(value, "true or false") }
        case .time: _ = try time(value)
        case .list(let element, let counts): try list(value, element, counts)
        case .object(let object): _ = try members(value, object)
        case .textOrObject(let lengths, let object):
            if tape.kind(value) == .object { _ = try members(value, object) } else { try text(value, lengths) }
        case .table(let element): try table(value, element)
        case .anything, .readLater: break
        case .optional(let other): if tape.kind(value) != .null { try check(value, other) }
        }
    }

    private func text(_ value: Int, _ lengths: ClosedRange<Int>) throws(WireFault) {
        guard tape.kind(value) == .string else { throw wrong(value, "a text in quotes") }
        let count = tape.length(value)
        guard lengths.contains(count) else {
            throw WireFault(
                .invalidParams, "a text of \(count) bytes, where \(lengths.lowerBound) to \(lengths.upperBound) may be",
                hint: count == 0 ? "put something in it, or leave it out" : "shorten it")
        }
    }

    private func word(_ value: Int, _ words: [String]) throws(WireFault) {
        let all = words.joined(separator: ", ")
        guard tape.kind(value) == .string else { throw wrong(value, "one of \(all)") }
        let text = tape.string(value)
        guard !words.contains(text) else { return }
        throw WireFault(
            .invalidParams, "no such word here", hint: Hint.nearest(text, words, else: "write one of \(all)"))
    }

    private func number(_ value: Int, _ bounds: Shape.Bounds) throws(WireFault) {
        guard let number = tape.number(value) else { throw wrong(value, "a number") }
        guard bounds.contains(number) else {
            let low = bounds.low.map { (bounds.isOpenBelow ? "above " : "at least ") + Hint.number($0) }
            let high = bounds.high.map { "at most " + Hint.number($0) }
            let words = [low, high].compactMap { $0 }.joined(separator: " and ")
            throw WireFault(
                .invalidParams, "a number out of range",
                hint: words.isEmpty ? "write one that fits a double" : "it should be \(words)")
        }
    }

    private func integer(_ value: Int, _ range: ClosedRange<Int>) throws(WireFault) {
        guard let number = tape.integer(value), range.contains(number) else {
            throw wrong(value, "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
    }

    private func list(_ value: Int, _ element: Shape, _ counts: ClosedRange<Int>) throws(WireFault) {
        guard tape.kind(value) == .list else { throw wrong(value, "a list") }
        var place = tape.first(value)
        var number = 0
        while place < tape.after(value) {
            if number < counts.upperBound {
                do throws(WireFault) { try check(place, element) } catch { throw error.under("\(number)") }
            }
            place = tape.after(place)
            number += 1
        }
        guard counts.contains(number) else {
            throw WireFault(
                .invalidParams, "a list of \(number), where \(counts.lowerBound) to \(counts.upperBound) may be",
                hint: number == 0 ? "put something in it" : "send the rest in another call")
        }
    }

    private func table(_ value: Int, _ element: Shape) throws(WireFault) {
        guard tape.kind(value) == .object else { throw wrong(value, "an object") }
        var place = tape.first(value)
        while place < tape.after(value) {
            do throws(WireFault) { try check(place + 1, element) } catch { throw error.under(tape.string(place)) }
            place = tape.after(place + 1)
        }
    }

    /// Seconds since 1970.
    func time(_ value: Int) throws(WireFault) -> Double {
        if let seconds = tape.number(value) {
            guard Self.moments.contains(seconds) else {
                throw WireFault(
                    .invalidParams, "a moment outside the years 1900 to 3000",
                    hint: seconds > 1e11 ? "Unix time in seconds, not milliseconds" : "Unix time in seconds")
            }
            return seconds
        }
        if tape.kind(value) == .string, let seconds = Moment.seconds(tape.string(value)), Self.moments.contains(seconds)
        {
            return seconds
        }
        throw wrong(value, "Unix seconds, or a date and time with a zone such as \"2026-03-02T10:00:00Z\"")
    }

    /// Moments that are taken for such.
    static let moments = -2_208_988_800.0...32_503_680_000.0

    private func wrong(_ value: Int, _ wanted: String) -> WireFault {
        let found =
            switch tape.kind(value) {
            case .null: "null"
            case .yes, .no: "true or false"
            case .number: "a number"
            case .string: "a text"
            case .list: "a list"
            case .object: "an object"
            }
        return WireFault(.invalidParams, "\(found) stands where \(wanted) should", hint: "write \(wanted)")
    }

    private func unknown(_ name: Int, _ shape: ObjectShape) -> WireFault {
        let text = tape.string(name)
        let names = shape.fields.map { "\($0.name)" }
        let all = names.isEmpty ? "leave it out: there are none here" : "there are: \(names.joined(separator: ", "))"
        return WireFault(
            .invalidParams, "a member that is not known here", path: "/" + WireFault.token(text),
            hint: Hint.nearest(text, names, else: all))
    }
}
