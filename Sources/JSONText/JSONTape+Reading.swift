extension JSONTape {
    /// Most bytes of one text.
    public static let lengthLimit = Int(Int32.max) - 64

    /// Reads exactly one value, in place of what the tape had.
    ///
    /// - Throws: what is wrong with it; there is then nothing on the tape.
    public mutating func read(_ text: UnsafeBufferPointer<UInt8>) throws(JSONFault) {
        state.pointee.count = 0
        state.pointee.bytes = text
        guard let base = text.baseAddress, text.count <= Self.lengthLimit else {
            throw JSONFault(
                offset: 0, message: text.isEmpty ? "the line ends where a value should stand" : "the text is too long")
        }
        // About as many as there will be, so that a large file is not moved again and again.
        if text.count > 1 << 14 { memory.reserve(text.count / 8, keeping: 0) }
        var fault: JSONFault?
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: Self.depthLimit) { open in
            var reader = TapeReader(memory, JSONScanner(base: base, end: text.count), open: open)
            do throws(JSONFault) {
                try reader.read()
                state.pointee.count = reader.count
            } catch {
                fault = error
            }
        }
        if let fault { throw fault }
    }
}
