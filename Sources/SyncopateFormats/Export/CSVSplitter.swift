/// Splits the tables that our own writers write; what others write is read by ``CSVTable``.
enum CSVSplitter {
    /// Gives every row's cells, freed of their quotes.
    static func rows(_ table: [UInt8], _ take: ([String]) -> Void) {
        var row: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var position = 0
        func endRow() {
            row.append(String(decoding: cell, as: UTF8.self))
            take(row)
            row.removeAll(keepingCapacity: true)
            cell.removeAll(keepingCapacity: true)
        }
        while position < table.count {
            let byte = table[position]
            let next = position + 1 < table.count ? table[position + 1] : 0
            position += 1
            switch byte {
            case 0x22 where isQuoted && next == 0x22:
                cell.append(byte)
                position += 1
            case 0x22: isQuoted.toggle()
            case _ where isQuoted: cell.append(byte)
            case 0x2C:
                row.append(String(decoding: cell, as: UTF8.self))
                cell.removeAll(keepingCapacity: true)
            case 0x0D where next == 0x0A: break
            case 0x0A: endRow()
            default: cell.append(byte)
            }
        }
        if !cell.isEmpty || !row.isEmpty { endRow() }
    }
}
