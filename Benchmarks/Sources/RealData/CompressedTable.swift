package import Foundation

/// Reads rows of a gzip file of CSV that quotes nothing.
package enum CompressedTable {
    /// Calls `use` for each row with the fields of the named columns.
    ///
    /// - Throws: ``BenchmarkError`` if the file cannot be read or lacks a column.
    package static func rows(of file: URL, _ names: [String], use: ([Substring]) -> Void) throws {
        let lines = try CompressedFile.lines(of: file)
        let header = (lines.first ?? "").split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let positions = try names.map { name in
            guard let position = header.firstIndex(of: name) else {
                throw BenchmarkError("\(file.lastPathComponent): no column \(name)")
            }
            return position
        }
        for line in lines.dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            guard fields.count == header.count else { continue }
            use(positions.map { fields[$0] })
        }
    }
}
