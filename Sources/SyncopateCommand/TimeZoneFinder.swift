import ArgumentParser
import Glibc
import Syncopate
import SyncopateFormats

/// Finds what `--timezone` names: an offset from UTC, or a zone of the time zone database as this machine has it.
enum TimeZoneFinder {
    /// What the option takes.
    static let forms = "an offset from UTC such as +02:00, or the name of a zone such as Europe/Berlin"

    /// Where systems keep the database, after the folder that TZDIR names.
    static let usualFolders = [
        "/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo",
    ]

    /// Folders to look in, the first first.
    static var folders: [String] {
        let stated = getenv("TZDIR").map { String(cString: $0) } ?? ""
        return (stated.isEmpty ? [] : [stated]) + usualFolders
    }

    /// Whether a text has the form of an offset or of a name, which leads nowhere but into the database.
    static func isPlausible(_ text: String) -> Bool { UTCOffset.seconds(text) != nil || isName(text) }

    private static func isName(_ text: String) -> Bool {
        let allowed = text.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "_+-/".utf8.contains(byte)
        }
        guard allowed, text.utf8.count <= 255, let first = text.utf8.first else { return false }
        return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20)
    }

    /// - Throws: ``ValidationError`` where there is no such zone.
    static func rules(_ text: String, in folders: [String] = folders) throws -> TimeZoneRules {
        if let offset = UTCOffset.seconds(text) { return TimeZoneRules(offset: offset) }
        guard isName(text) else { throw ValidationError("--timezone takes \(forms).") }
        // In the database Etc/GMT+2 is two hours west of Greenwich, and nobody who writes so means that.
        for prefix in ["UTC", "GMT"] where text.uppercased().hasPrefix(prefix) && text.count > prefix.count {
            throw ValidationError(
                "--timezone \(text): write the offset alone, as in +02:00; +02:00 is east of Greenwich.")
        }
        for folder in folders {
            let path = folder + "/" + text
            guard Descriptor.isFile(path) else { continue }
            do {
                return try TimeZoneRules(tzif: try Descriptor.read(path: path))
            } catch let error as TimeZoneFileError {
                throw ValidationError("--timezone \(text): \(error.message) (\(path)); give \(forms).")
            } catch let failure as Descriptor.Failure {
                throw ValidationError("--timezone \(text): cannot read \(failure.message).")
            }
        }
        let names = names(in: folders)
        guard !names.isEmpty else {
            throw ValidationError(
                "--timezone \(text): there is no time zone database here; install tzdata (the package is called so on most "
                    + "systems), say where it is with TZDIR, or give an offset from UTC such as +02:00.")
        }
        let near = nearest(to: text, among: names.filter { !$0.hasPrefix("Etc/GMT") })
        throw ValidationError(
            "--timezone \(text): no zone has this name; "
                + (near.isEmpty ? "names are like Europe/Berlin." : "did you mean \(near.joined(separator: " or "))?"))
    }

    /// Names like one that is not there: first those of the place by itself (`berlin`), which is what people know.
    private static func nearest(to name: String, among names: [String]) -> [String] {
        func place(_ name: String) -> String {
            (name.split(separator: "/").last.map(String.init) ?? name).lowercased()
        }
        let same = names.filter { place($0) == place(name) }
        return same.isEmpty ? NearestNames.among(names, to: name) : Array(same.prefix(3))
    }

    /// All names of the database, in order.
    private static func names(in folders: [String]) -> [String] {
        var names: [String] = []
        var rest = folders.map { (folder: $0, prefix: "") }
        while let (folder, prefix) = rest.popLast() {
            for name in (try? Descriptor.names(inFolder: folder)) ?? [] {
                // The same zones again, with and without leap seconds.
                guard isName(name), name.first?.isUppercase == true else { continue }
                let path = folder + "/" + name
                if Descriptor.isFile(path) {
                    names.append(prefix + name)
                } else if prefix.count < 64 {
                    rest.append((path, prefix + name + "/"))
                }
            }
        }
        return names.sorted()
    }
}
