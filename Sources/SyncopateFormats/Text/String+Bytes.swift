internal import JSONText

extension String {
    /// Whether a text stands in it byte for byte.
    ///
    /// For words of file formats. `contains` compares characters as people read them, which takes a hundred times as long.
    func holds(bytesOf text: String) -> Bool {
        var (text, whole) = (text, self)
        return text.withUTF8 { text in
            whole.withUTF8 { whole in
                guard let first = text.first else { return true }
                let bytes = UnsafeRawBufferPointer(whole)
                var place = 0
                while let found = ByteWord.firstIndex(of: first, in: bytes, from: place),
                    text.count <= bytes.count - found
                {
                    if bytes[found..<found + text.count].elementsEqual(text) { return true }
                    place = found + 1
                }
                return false
            }
        }
    }
}
