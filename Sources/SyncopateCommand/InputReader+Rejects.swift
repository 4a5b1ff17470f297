import SyncopateFormats

extension InputReader {
    /// Keeps rejected rows where they can be mended. Where learners are hidden, only where that was asked for: they
    /// name learners, and mended rows can be read beside the file.
    func save(_ bytes: [UInt8], count: Int, of path: String) throws {
        let (rows, them) = count == 1 ? ("1 row was", "it") : ("\(count) rows were", "them")
        guard pseudonyms == nil || rejectsPath != nil else {
            let name = count == 1 ? "it names" : "they name"
            Terminal.say("\(rows) left out: \(name) learners, so say with --rejects where to keep \(them).")
            return
        }
        let target = rejectsTarget(of: path, ending: Self.ending(of: bytes)) {
            (try? Descriptor.read(path: $0)) == bytes
        }
        do {
            try Descriptor.write(bytes, path: target, isPrivate: pseudonyms != nil)
        } catch {
            Terminal.say("syncopate: cannot write the rejected rows to \(error.message)")
            throw ProgramExit.cannotCreate
        }
        Terminal.say("\(rows) left out and written to \(target): mend \(them) there and read that file too.")
    }

    /// Where rejected rows of a file go: where that was said, else beside nothing of the same name.
    ///
    /// - Parameters:
    ///   - ending: what the target's name ends with, for what the rows are.
    ///   - isSame: whether a file that is there has the same rows already.
    func rejectsTarget(of path: String, ending: String, isSame: (String) -> Bool = { _ in false }) -> String {
        if let rejectsPath { return rejectsPath }
        var name = path == "-" ? "standard-input" : String(path.split(separator: "/").last ?? "input")
        if name.lowercased().hasSuffix(ending) { name.removeLast(ending.count) }
        var target = "\(name).rejects\(ending)"
        var number = 1
        while Descriptor.exists(target), !isSame(target) {
            number += 1
            target = "\(name).rejects-\(number)\(ending)"
        }
        return target
    }

    /// What the name of a file of rejected rows ends with: they may be objects or elements, each on lines of its own.
    private static func ending(of rows: [UInt8]) -> String {
        switch rows.first {
        case UInt8(ascii: "{"): ".jsonl"
        case UInt8(ascii: "<"): ".xml"
        default: ".csv"
        }
    }

    /// Says what came of a large log.
    mutating func take(_ summary: TidyConverter.Summary, rejects: String) throws {
        try take(summary.findings, totals: summary.totals)
        let count = summary.counts.rejectedRows
        guard count > 0 else { return }
        Terminal.say(
            "\(count == 1 ? "1 row was" : "\(count) rows were") left out and written to \(rejects): mend them there and read "
                + "that file too.")
    }
}
