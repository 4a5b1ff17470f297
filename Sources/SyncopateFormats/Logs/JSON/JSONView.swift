internal import JSONText

/// A value of a JSON record where it stands, or the lack of one: what is asked of nothing is nothing.
struct JSONView {
    private let tape: JSONTape
    /// Position on the tape; `nil` where there is no value.
    private let place: Int?

    /// The outermost value of a tape.
    init(_ tape: JSONTape) { self.init(tape, JSONTape.root) }

    private init(_ tape: JSONTape, _ place: Int?) {
        self.tape = tape
        self.place = place
    }

    private var kind: JSONTape.Kind? { place.map { tape.kind($0) } }

    /// Whether there is a value, `null` not counted.
    var exists: Bool { kind != nil && kind != .null }
    var isObject: Bool { kind == .object }
    var isList: Bool { kind == .list }

    /// Where it stands in its record.
    var range: Range<Int> { place.map { tape.range($0) } ?? 0..<0 }

    /// The value of a member of an object.
    subscript(_ name: StaticString) -> JSONView { JSONView(tape, place.flatMap { tape.member($0, name) }) }

    /// The first of these members that is there.
    func first(_ names: StaticString...) -> JSONView {
        for name in names where self[name].exists { return self[name] }
        return JSONView(tape, nil)
    }

    /// The text of a string that is not empty.
    var string: String? {
        guard let place, kind == .string else { return nil }
        let text = tape.string(place)
        return text.isEmpty ? nil : text
    }

    /// The first of these members that is a string and not empty.
    func text(_ names: StaticString...) -> String? {
        for name in names {
            if let text = self[name].string { return text }
        }
        return nil
    }

    /// A string that is not empty, or a number as it is written: what an id may be.
    var identifier: String? {
        guard let place, kind == .number else { return string }
        return tape.string(place)
    }

    /// A number, or a string that is one; not finite where it is too large to hold.
    var number: Double? {
        guard let place, kind == .number else { return string.flatMap { Double(decimal: $0) } }
        return tape.number(place) ?? .nan
    }

    /// Yes or no, as JSON has it or in words.
    var flag: Bool? {
        switch kind {
        case .yes: true
        case .no: false
        case .string:
            switch string?.lowercased() {
            case "true": true
            case "false": false
            default: nil
            }
        default: nil
        }
    }

    /// Elements of a list; of anything else that is there, itself alone.
    var elements: [JSONView] {
        guard let place, exists else { return [] }
        guard isList else { return [self] }
        var elements: [JSONView] = []
        var next = tape.first(place)
        while next < tape.after(place) {
            elements.append(JSONView(tape, next))
            next = tape.after(next)
        }
        return elements
    }

    /// Members of an object, in the order of the text.
    var members: [(name: String, value: JSONView)] {
        guard let place, isObject else { return [] }
        var members: [(name: String, value: JSONView)] = []
        var next = tape.first(place)
        while next < tape.after(place) {
            members.append((tape.string(next), JSONView(tape, next + 1)))
            next = tape.after(next + 1)
        }
        return members
    }

    /// A finite number; `nil` where there is none.
    ///
    /// - Throws: a fault in `field` where it is no number, or too large to hold.
    func finite(_ field: TidyField) throws(TidyValues.Fault) -> Double? {
        guard exists, !(kind == .string && string == nil) else { return nil }
        guard let number else {
            throw TidyValues.Fault(
                rule: .notANumber, field: field, message: "this is no number", remedy: "correct it, or leave it out",
                found: string ?? "")
        }
        guard number.isFinite else {
            throw TidyValues.Fault(
                rule: .notFinite, field: field, message: "this is no finite number",
                remedy: "write the number, or nothing", found: identifier ?? "")
        }
        return number
    }
}
