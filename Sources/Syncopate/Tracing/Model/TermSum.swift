/// The terms of a model laid out for adding up: one block of coefficients, and each cell worked out once for all terms
/// that share it.
///
/// The block is read through a pointer because half of the time of a forecast is these look-ups, all of them in memory
/// that never changes after `init`; every index is checked against its table.
final class TermSum: @unchecked Sendable {
    private struct Group {
        var entity: ContextEntity
        var context: Int
        var rows: Int
        var cases: Int
        /// Terms of the group: indices into ``Part``s.
        var parts: Range<Int>
    }

    private struct Part {
        var covariate: Int
        /// Where the term's table begins in the block; -1 where it is looked up in ``hashed``.
        var base: Int
        var hashed: Int
    }

    private let block: UnsafeMutablePointer<Float>
    private var groups: [Group] = []
    private var parts: [Part] = []
    private var hashed: [ContextTable] = []

    init(_ terms: [MasteryModel.FittedTerm], items: Int, skills: Int, sets: Int) {
        var order: [ContextTerm.Key] = []
        for fitted in terms where !order.contains(fitted.term.key) { order.append(fitted.term.key) }
        var size = 0
        for fitted in terms { size += fitted.table.denseSize ?? 0 }
        block = .allocate(capacity: max(size, 1))
        block.initialize(repeating: 0, count: max(size, 1))
        var next = 0
        for key in order {
            let first = parts.count
            for fitted in terms where fitted.term.key == key {
                var part = Part(covariate: Int(fitted.term.covariate.rawValue), base: -1, hashed: -1)
                if let size = fitted.table.denseSize {
                    part.base = next
                    for (cell, coefficient) in zip(fitted.table.cells, fitted.table.coefficients) {
                        block[next + Int(cell)] = coefficient
                    }
                    next += size
                } else {
                    part.hashed = hashed.count
                    hashed.append(fitted.table)
                }
                parts.append(part)
            }
            let rows = key.entity.rows(
                items: items, skills: skills, sets: sets)
            groups.append(
                Group(
                    entity: key.entity, context: Int(key.context.rawValue), rows: rows,
                    cases: key.context.cases(sets: sets), parts: first..<parts.count))
        }
    }

    deinit { block.deallocate() }

    /// The sum of all terms for a question in a context.
    func sum(_ question: ModelFollower.Question, _ context: ResponseContext) -> Double {
        context.cases.withUnsafeBufferPointer { cases in
            context.values.withUnsafeBufferPointer { values in
                groups.withUnsafeBufferPointer { groups in
                    parts.withUnsafeBufferPointer { parts in
                        var sum = 0.0
                        for group in groups {
                            let place = Int(cases[group.context])
                            guard place >= 0, place < group.cases else { continue }
                            switch group.entity {
                            case .all: add(group, parts, row: 0, place, values, 1, &sum)
                            case .skillSet: add(group, parts, row: Int(question.knownSet), place, values, 1, &sum)
                            case .item: add(group, parts, row: Int(question.item), place, values, 1, &sum)
                            case .skill:
                                let set = question.skillSet
                                for member in set.skills.indices {
                                    add(
                                        group, parts, row: Int(set.skills[member]), place, values, set.weights[member],
                                        &sum)
                                }
                            }
                        }
                        return sum
                    }
                }
            }
        }
    }

    @inline(__always)
    private func add(
        _ group: Group, _ parts: UnsafeBufferPointer<Part>, row: Int, _ place: Int,
        _ values: UnsafeBufferPointer<Double>, _ weight: Double, _ sum: inout Double
    ) {
        guard row >= 0, row < group.rows else { return }
        let cell = row * group.cases + place
        for index in group.parts {
            let part = parts[index]
            let coefficient =
                part.base >= 0
                ? Double(block[part.base + cell]) : hashed[part.hashed].coefficient(row: row, case: place)
            sum += coefficient * values[part.covariate] * weight
        }
    }
}
