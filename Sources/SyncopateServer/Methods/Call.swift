internal import JSONText

/// The parameters of one call, checked against the method's table.
struct Call {
    let reader: ShapeReader
    let slots: Slots
    /// Most bytes of the result, beyond which it is cut into pages.
    let pageLimit: Int

    var tape: JSONTape { reader.tape }

    /// - Parameter params: where the parameters stand; `nil`: there are none.
    init(_ tape: JSONTape, params: Int?, _ shape: ObjectShape, pageLimit: Int) throws(WireFault) {
        reader = ShapeReader(tape: tape)
        self.pageLimit = pageLimit
        if let params {
            guard tape.kind(params) != .list else {
                throw WireFault(
                    .invalidParams, "parameters go by name", hint: "write \"params\":{...} with names, not a list")
            }
            slots = try reader.members(params, shape)
        } else {
            slots = Slots()
            for needed in shape.required {
                let field = shape.fields[needed]
                throw WireFault(
                    .invalidParams, "\(field.name) is missing", path: "/\(field.name)",
                    hint: "add it: \(field.summary)")
            }
        }
    }

    func text(_ name: some WireField) -> String? { slots[name].map { tape.string($0) } }
    func number(_ name: some WireField) -> Double? { slots[name].flatMap { tape.number($0) } }
    func integer(_ name: some WireField) -> Int? { slots[name].flatMap { tape.integer($0) } }
    func flag(_ name: some WireField) -> Bool { slots[name].map { tape.kind($0) == .yes } ?? false }

    /// Seconds since 1970; NaN where nothing is said.
    func time(_ name: some WireField) throws(WireFault) -> Double {
        guard let place = slots[name] else { return .nan }
        return try reader.time(place)
    }

    /// Texts of a list; `nil` where there is none.
    func texts(_ name: some WireField) -> [String]? { slots[name].map { tape.elements($0).map { tape.string($0) } } }
}

extension JSONTape {
    /// Positions of the elements of a list.
    func elements(_ list: Int) -> [Int] {
        var all: [Int] = []
        var place = first(list)
        while place < after(list) {
            all.append(place)
            place = after(place)
        }
        return all
    }
}
