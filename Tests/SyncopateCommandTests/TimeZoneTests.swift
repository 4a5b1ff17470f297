import Foundation
import Testing

/// `--timezone` with the name of a zone, in a time zone database made for the test.
struct TimeZoneTests {
    /// A file of version 2 with one offset of 0 and a rule (RFC 9636).
    private func file(_ rule: String) -> [UInt8] {
        func count(_ value: UInt8) -> [UInt8] { [0, 0, 0, value] }
        let counts = count(0) + count(0) + count(0) + count(0) + count(1) + count(4)
        let block = Array("TZif2".utf8) + Array(repeating: 0, count: 15) + counts + Array(repeating: 0, count: 6)
        let whole = block + Array("UTC\0".utf8)
        return whole + whole + Array("\n\(rule)\n".utf8)
    }

    private func place() throws -> Workplace {
        let place = try Workplace()
        try FileManager.default.createDirectory(
            at: place.folder.appendingPathComponent("zones/Europe"), withIntermediateDirectories: true)
        try place.write("zones/Europe/Berlin", file("CET-1CEST,M3.5.0,M10.5.0/3"))
        try place.write("zones/Europe/Paris", Array("TZif".utf8))
        try place.write("a.csv", "learner,item,score,at\na,x,1,2026-07-01T12:00:00\na,y,1,2026-10-25T02:30:00\n")
        return place
    }

    @Test func aName() throws {
        let place = try place()
        let environment = ["TZDIR": place.folder.path + "/zones"]
        let read = try place.run("convert", "a.csv", "--timezone", "Europe/Berlin", environment: environment)
        // 10:00 UTC, and 00:30 UTC, by `date -u -d`.
        #expect(read.status == 0 && read.text.contains(",1782900000,") && read.text.contains(",1792888200,"))
        #expect(read.messages.contains("note: a.csv:3:4: clock-change: the clocks were put back"), "\(read.messages)")
    }

    @Test(arguments: [
        ("Europe/Berlni", "no zone has this name; did you mean Europe/Berlin"),
        ("berlin", "did you mean Europe/Berlin"), ("Europe/Paris", "the time zone file is damaged: it ends before"),
        ("Europe", "no zone has this name"),
        // In the database the signs of such names are the other way about.
        ("GMT+2", "write the offset alone, as in +02:00"), ("utc-5", "write the offset alone"),
    ])
    func noSuchName(_ name: String, _ message: String) throws {
        let place = try place()
        let outcome = try place.run(
            "convert", "a.csv", "--timezone", name, environment: ["TZDIR": place.folder.path + "/zones"])
        #expect(outcome.status == 64 && outcome.messages.contains(message), "\(outcome.messages)")
    }
}
