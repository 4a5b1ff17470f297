/// Counts lines the way an editor does: LF, CR LF and a lone CR each end one.
enum PhysicalLines {
    /// The line, from 1, on which a byte stands.
    static func line(of offset: Int, in bytes: [UInt8], from known: (offset: Int, line: Int) = (0, 1)) -> Int {
        var line = known.line
        var position = known.offset
        let end = min(offset, bytes.count)
        while position < end {
            if bytes[position] == 0x0A {
                line += 1
            } else if bytes[position] == 0x0D, position + 1 >= bytes.count || bytes[position + 1] != 0x0A {
                line += 1
            }
            position += 1
        }
        return line
    }
}
