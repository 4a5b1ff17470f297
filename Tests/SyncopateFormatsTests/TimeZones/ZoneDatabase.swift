import Foundation
import SyncopateFormats

/// The time zone database of the machine that runs the tests; tests that need it are left out where there is none.
enum ZoneDatabase {
    static let folder = "/usr/share/zoneinfo"

    /// Whether it is there.
    static let isThere = FileManager.default.fileExists(atPath: folder + "/Europe/Berlin")

    static func rules(_ name: String) throws -> TimeZoneRules {
        try TimeZoneRules(tzif: Array(Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))))
    }
}
