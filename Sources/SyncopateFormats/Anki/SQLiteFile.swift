/// Databases, which are not read, and how to get out of them what is.
enum SQLiteFile {
    /// What the database in a package of Anki is called, the newest first: an older one beside it is a stand-in.
    static let collections = ["collection.anki21b", "collection.anki21", "collection.anki2"]

    private static let select = "\"SELECT * FROM revlog\" > revlog.csv"

    /// Why a database is refused; `nil` for any other file.
    static func refusal(_ file: SourceFile) -> ContainerFault? {
        let mark = Array("SQLite format 3".utf8) + [0]
        guard file.bytes.starts(with: mark) else { return nil }
        // The tables' definitions stand near the beginning.
        let head = String(decoding: file.bytes.prefix(1 << 16), as: UTF8.self).lowercased()
        guard head.contains("revlog") else {
            return ContainerFault(
                rule: .binaryFile, message: "this is an SQLite database", remedy: "export the table of events as CSV")
        }
        return ContainerFault(
            rule: .binaryFile, message: "this is a collection of Anki, an SQLite database",
            remedy: "run: sqlite3 -header -csv \(quoted(file.name)) \(select)")
    }

    /// Why a package of Anki is refused.
    static func refusal(package: String, collection: String) -> ContainerFault {
        let name = quoted(package)
        let unpack =
            collection.hasSuffix("b")
            ? "unzip -p \(name) \(collection) | zstd -d > collection.anki2"
            : "unzip -p \(name) \(collection) > collection.anki2"
        return ContainerFault(
            rule: .binaryFile, message: "this is a package of Anki (apkg or colpkg), a zip of an SQLite database",
            remedy: "run: \(unpack) && sqlite3 -header -csv collection.anki2 \(select)")
    }

    /// A name as a shell takes it.
    private static func quoted(_ name: String) -> String {
        let isPlain = name.utf8.allSatisfy {
            $0.isDigit || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || "._/-".utf8.contains($0)
        }
        return isPlain
            ? name : "'" + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
