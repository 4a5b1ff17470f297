import Syncopate
import SyncopateFormats
import TestSupport
import Testing

/// Reviews of flashcards.
struct AnkiTests {
    private static let reviews = [
        "id,cid,usn,ease,ivl,lastIvl,factor,time,type", "1772442000123,1500,-1,3,-600,-60,0,4500,0",
        "1772442060000,1500,-1,1,1,-600,2500,60000,1", "1772442120000,1501,-1,4,4,1,2500,0,1",
        "1772442180000,1501,-1,0,10,4,2500,0,4", "1772442190000,1501,-1,2,10,4,2500,0,5",
        "1772442000123,1500,-1,3,-600,-60,0,4500,0", "1772442200000,,-1,3,1,1,0,1,0",
        "1772442210000,1500,-1,5,1,1,0,1,0",
        "1772442,1500,-1,3,1,1,0,1,0", "1772442220000,1500,-1,3,1,1,0,-5,0", "1772442230000,1500,-1,3",
    ]

    @Test(arguments: ["\n", "\r\n", "\r"]) func theTable(_ end: String) throws {
        let read = try read(Self.reviews.joined(separator: end) + end)
        #expect(read.format == .anki && read.learnerIDs == ["me"] && read.itemIDs == ["1500", "1501"])
        #expect(read.log.events.map(\.score) == [1, 0, 1])
        #expect(read.log.events.map(\.seconds) == [4.5, 60, 0])
        #expect(read.log.events.map(\.at) == [1_772_442_000.123, 1_772_442_060, 1_772_442_120])
        // Moved by hand, told twice.
        #expect(read.findingTotals[.notAnAnswer] == 1 && read.counts.duplicatesDropped == 1)
        #expect(read.places(.unnamedItem) == ["8:2"] && read.places(.badTime) == ["10:1"])
        #expect(read.places(.badValue) == ["9:4", "11:8"] && read.places(.raggedRow) == ["12:5"])
        #expect(read.rejects.map(\.line) == [8, 9, 10, 11, 12])
    }

    @Test func theSharedForm() throws {
        let text = """
            \u{FEFF}user_id,card_id,review_time,review_rating,review_state,review_duration
            7,c1,1772442000000,1,0,2500
            8,c1,1772442000000,2,1,
            7,c1,1772442000000,1,0,2500
            ,c1,1772442000000,2,1,10

            """
        let read = try read(text)
        #expect(read.format == .anki && read.learnerIDs == ["7", "8"] && read.log.events.map(\.score) == [0, 1])
        #expect(read.log.events.map(\.seconds) == [2.5, -1])
        #expect(read.counts.duplicatesDropped == 1 && read.places(.blankID) == ["5:1"])
    }

    /// What a spreadsheet has rounded is of many cards and moments; a whole number with a point is still one.
    @Test func throughASpreadsheet() throws {
        let read = try read(
            """
            id,cid,usn,ease,ivl,lastIvl,factor,time,type
            1.5E+12,1500,-1,3,1,1,0,1,0
            1500000000000,1.5E+12,-1,3,1,1,0,1,0
            1772442000123.0,1500.0,-1.0,3.0,1.0,1.0,0.0,4500.0,0.0
            1772442000123,1500,-1,3,1,1,0,4500,0
            1772442180000,1501.0,-1,1.0,10,4,2500,0,5.0

            """)
        #expect(read.places(.damagedID) == ["2:1", "3:2"] && read.rejects.map(\.line) == [2, 3])
        #expect(read.itemIDs == ["1500"] && read.log.events.map(\.score) == [1])
        #expect(read.log.events[0].at == 1_772_442_000.123 && read.counts.duplicatesDropped == 1)
        #expect(read.findingTotals[.notAnAnswer] == 1)
    }

    @Test func aColumnIsMissing() {
        #expect(refusal("cid,ease\n1,2\n")?.finding.rule == .missingColumn)
    }

    /// What is a database is told how to become a table.
    @Test func databases() {
        func refused(_ name: String, _ bytes: [UInt8]) -> Finding? {
            let error = #expect(throws: ReadError.self) {
                try EvidenceReader.read(SourceFile(name: name, bytes: bytes))
            }
            return error?.finding
        }
        let database = Array("SQLite format 3\0".utf8) + [UInt8](repeating: 0, count: 100)
        let collection = refused("my cards.anki2", database + Array("CREATE TABLE revlog (id)".utf8))
        #expect(collection?.rule == .binaryFile)
        #expect(
            collection?.remedy == "run: sqlite3 -header -csv 'my cards.anki2' \"SELECT * FROM revlog\" > revlog.csv")
        #expect(refused("x.db", database)?.message == "this is an SQLite database")
        let old = refused("d.apkg", MadeZip(["collection.anki2": "", "media": "{}"]).bytes)
        #expect(
            old?.remedy == "run: unzip -p d.apkg collection.anki2 > collection.anki2 && "
                + "sqlite3 -header -csv collection.anki2 \"SELECT * FROM revlog\" > revlog.csv")
        let new = refused("d.colpkg", MadeZip(["meta": "", "collection.anki2": "", "collection.anki21b": ""]).bytes)
        #expect(
            new?.remedy == "run: unzip -p d.colpkg collection.anki21b | zstd -d > collection.anki2 && "
                + "sqlite3 -header -csv collection.anki2 \"SELECT * FROM revlog\" > revlog.csv")
    }
}
