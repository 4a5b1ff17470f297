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
        var name = path == "-" ? "standard-input" : String(path.split(separator: "/").last ?? "input")
        if name.lowercased().hasSuffix(".csv") { name.removeLast(4) }
        var target = rejectsPath ?? "\(name).rejects.csv"
        if rejectsPath == nil {
            var number = 1
            while Descriptor.exists(target) {
                if let existing = try? Descriptor.read(path: target), existing == bytes { break }
                number += 1
                target = "\(name).rejects-\(number).csv"
            }
        }
        do {
            try Descriptor.write(bytes, path: target, isPrivate: pseudonyms != nil)
        } catch {
            Terminal.say("syncopate: cannot write the rejected rows to \(error.message)")
            throw ProgramExit.cannotCreate
        }
        Terminal.say("\(rows) left out and written to \(target): mend \(them) there and read that file too.")
    }
}
