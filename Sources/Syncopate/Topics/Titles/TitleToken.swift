/// A title taken to pieces: runs without blanks, brackets, commas, colons or semicolons.
struct TitleToken: Hashable {
    /// As it stands there.
    var text: String
    /// In lower case.
    var folded: String
    /// Whether it stands in brackets.
    var isBracketed: Bool

    /// - Parameter title: codes such as `111.26(b)(4)` keep their brackets: one directly after a letter or digit that holds a
    ///   single letter or a number belongs to its word.
    static func split(_ title: String) -> [TitleToken] {
        var tokens: [TitleToken] = []
        let characters = Array(title.prefix(400))
        var word = ""
        var depth = 0
        func close() {
            var text = word
            while let last = text.last, ".-/_'’!?".contains(last) { text.removeLast() }
            while let first = text.first, ".-/_'’".contains(first) { text.removeFirst() }
            if !text.isEmpty {
                tokens.append(TitleToken(text: text, folded: text.lowercased(), isBracketed: depth > 0))
            }
            word = ""
        }
        var position = 0
        while position < characters.count {
            let character = characters[position]
            if character == "(", let last = word.last, last.isNumber || last == ")",
                let end = characters[position...].prefix(4).firstIndex(of: ")"), end > position + 1,
                characters[(position + 1)..<end].allSatisfy({ $0.isLetter || $0.isNumber })
            {
                word += String(characters[position...end])
                position = end + 1
                continue
            }
            if "([{".contains(character) {
                close()
                depth += 1
            } else if ")]}".contains(character) {
                close()
                depth = max(depth - 1, 0)
            } else if character.isWhitespace || ",;:|&+#\"“”„–—=*".contains(character) {
                close()
            } else {
                word.append(character)
            }
            position += 1
        }
        close()
        return tokens
    }
}

extension StringProtocol {
    /// Whether it is one to `most` ASCII digits.
    func isNumber(most: Int = 3) -> Bool {
        !isEmpty && count <= most && utf8.allSatisfy { (48...57).contains($0) }
    }

    /// Whether it is one ASCII letter of a range, in either case.
    func isLetter(_ range: ClosedRange<Character>) -> Bool {
        guard count == 1, let letter = uppercased().first else { return false }
        return range.contains(letter)
    }
}
