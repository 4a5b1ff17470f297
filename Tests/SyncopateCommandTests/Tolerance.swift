import Foundation

/// Compares output with a kept file: decisions and words exactly, figures as far as processors agree on them.
enum Tolerance {
    /// How far figures may differ.
    static let figure = 2e-3
    /// How far shares of random draws may differ: some draws fall on the other side.
    static let drawn = 1e-2
    private static let drawnKeys: Set<String> = ["p_among_best", "p_upper_half"]

    /// The first difference, or `nil`.
    static func difference(json old: String, _ new: String) throws -> String? {
        let (before, after) = (old.split(separator: "\n"), new.split(separator: "\n"))
        guard before.count == after.count else { return "\(before.count) lines before, \(after.count) now" }
        for (number, (a, b)) in zip(before, after).enumerated() {
            let pair = try [a, b].map { try JSONSerialization.jsonObject(with: Data($0.utf8)) }
            if let found = difference(pair[0], pair[1], at: "line \(number + 1)", key: "") { return found }
        }
        return nil
    }

    private static func difference(_ old: Any, _ new: Any, at place: String, key: String) -> String? {
        switch (old, new) {
        case (let old as [String: Any], let new as [String: Any]):
            guard old.keys.sorted() == new.keys.sorted() else { return "\(place): other keys" }
            for key in old.keys.sorted() {
                if let a = old[key], let b = new[key], let found = difference(a, b, at: "\(place) \(key)", key: key) {
                    return found
                }
            }
            return nil
        case (let old as [Any], let new as [Any]):
            guard old.count == new.count else { return "\(place): \(old.count) entries before, \(new.count) now" }
            for (position, (a, b)) in zip(old, new).enumerated() {
                if let found = difference(a, b, at: "\(place) \(position)", key: key) { return found }
            }
            return nil
        case (let old as String, let new as String):
            return difference(text: old, new).map { "\(place): \($0)" }
        case (let old as NSNumber, let new as NSNumber):
            let room = drawnKeys.contains(key) ? drawn : figure
            return abs(old.doubleValue - new.doubleValue) <= room ? nil : "\(place): \(old) before, \(new) now"
        default: return "\(place): another kind of value"
        }
    }

    /// The first difference, or `nil`.
    static func difference(csv old: String, _ new: String) -> String? {
        let (before, after) = (CSV.rows(old), CSV.rows(new))
        guard before.count == after.count else { return "\(before.count) rows before, \(after.count) now" }
        for (number, (a, b)) in zip(before, after).enumerated() {
            guard a.count == b.count else { return "row \(number + 1): \(a.count) cells before, \(b.count) now" }
            for (column, (x, y)) in zip(a, b).enumerated() where x != y {
                if let old = Double(x), let new = Double(y) {
                    let room = drawnKeys.contains(before[0][column]) ? drawn : figure
                    if abs(old - new) <= room { continue }
                } else if difference(text: x, y) == nil {
                    continue
                }
                return "row \(number + 1), \(before[0][column]): \(x) before, \(y) now"
            }
        }
        return nil
    }

    /// The first difference, or `nil`: percentages may differ by one, other numbers not at all; blanks count once, since
    /// a shorter number is filled up with them.
    static func difference(text old: String, _ new: String) -> String? {
        let (before, after) = (lines(old), lines(new))
        guard before.count == after.count else { return "\(before.count) lines before, \(after.count) now" }
        for (a, b) in zip(before, after) where a != b {
            let (x, y) = (pieces(a), pieces(b))
            let isSame =
                x.count == y.count
                && x.indices.allSatisfy { place in
                    if x[place] == y[place] { return true }
                    guard let old = Double(x[place]), let new = Double(y[place]) else { return false }
                    let room = room(place, x)
                    return room == room && abs(old - new) <= room * 1.000001
                }
            if !isSame { return "\"\(a)\" before, \"\(b)\" now" }
        }
        return nil
    }

    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.split(separator: " ").joined(separator: " ") }
    }

    /// How far the number at a place may differ.
    private static func room(_ place: Int, _ pieces: [String]) -> Double {
        let next = place + 1 < pieces.count ? pieces[place + 1] : ""
        let last = place > 0 ? pieces[place - 1] : ""
        if next.hasPrefix(" %") || last.hasSuffix("± ") || (last.hasSuffix("(") && next.hasPrefix(" to ")) { return 1 }
        return next.hasPrefix(" points") ? 0.1 : 0
    }

    /// Numbers and what stands between them, in turn.
    private static func pieces(_ text: String) -> [String] {
        var pieces: [String] = [""]
        var isNumber = false
        for character in text {
            let digit = character.isASCII && (character.isNumber || (isNumber && character == "."))
            if digit != isNumber {
                pieces.append("")
                isNumber = digit
            }
            pieces[pieces.count - 1].append(character)
        }
        // A full stop after a number ends the sentence.
        return pieces.flatMap { piece in
            piece.count > 1 && piece.hasSuffix(".") && piece.first?.isNumber == true
                ? [String(piece.dropLast()), "."] : [piece]
        }
    }
}
