public import Syncopate

/// Predictions as CSV for other programs: one row per response in the order of the input, a piece at a time.
///
/// Numbers are the shortest that read back the same, ids are quoted where RFC 4180 asks for it and otherwise as they
/// were: unlike ``AdviceCSV`` this is not for spreadsheets, and an id that came back changed would match nothing.
///
/// ```swift
/// var csv = PredictionsCSV(table)
/// var bytes = PredictionsCSV.header
/// while csv.append(atMost: 10_000, to: &bytes) { /* hand the bytes on */ bytes.removeAll(keepingCapacity: true) }
/// ```
public struct PredictionsCSV: Sendable {
    private let table: PredictionTable
    /// Indices of the table's rows in the order of the input.
    private let order: [Int32]
    private var next = 0

    /// The first line.
    public static let header = Array("row,learner,item,score,probability\n".utf8)

    /// Rows with the same number stay as they stand in the table.
    public init(_ table: PredictionTable) {
        self.table = table
        order = (0..<Int32(clamping: table.count)).sorted {
            let (a, b) = (table.row[Int($0)], table.row[Int($1)])
            return a != b ? a < b : $0 < $1
        }
    }

    /// Adds the next rows to a buffer.
    ///
    /// - Parameter rows: how many at most, at least one.
    /// - Returns: whether any row was added; `false` when all have been.
    public mutating func append(atMost rows: Int, to bytes: inout [UInt8]) -> Bool {
        let end = min(order.count, next + min(max(rows, 1), order.count))
        guard next < end else { return false }
        for index in order[next..<end] {
            let row = Int(index)
            bytes.append(contentsOf: String(table.row[row]).utf8)
            bytes.append(UInt8(ascii: ","))
            bytes += CSVRecord.cell(table.learners[Int(table.learner[row])])
            bytes.append(UInt8(ascii: ","))
            bytes += CSVRecord.cell(table.items[Int(table.item[row])])
            bytes.append(UInt8(ascii: ","))
            Self.append(table.score[row], to: &bytes)
            bytes.append(UInt8(ascii: ","))
            Self.append(table.probability[row], to: &bytes)
            bytes.append(UInt8(ascii: "\n"))
        }
        next = end
        return true
    }

    /// The whole file.
    public static func write(_ table: PredictionTable) -> [UInt8] {
        var bytes = header
        var csv = PredictionsCSV(table)
        while csv.append(atMost: table.count, to: &bytes) {}
        return bytes
    }

    /// A number in 0...1; the ends without a fraction.
    private static func append(_ value: Double, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: (value == 0 ? "0" : value == 1 ? "1" : "\(value)").utf8)
    }
}
