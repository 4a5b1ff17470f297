import TestSupport
import Testing

@testable import SyncopateFormats

/// Archives and what is compressed in them.
struct ZipArchiveTests {
    private func fault(_ make: (inout MadeZip) -> Void, reading path: String = "a.csv") -> ContainerFault? {
        var zip = MadeZip()
        make(&zip)
        return fault(zip.bytes, reading: path)
    }

    private func fault(_ bytes: [UInt8], reading path: String = "a.csv") -> ContainerFault? {
        do throws(ContainerFault) {
            var archive = try ZipArchive(bytes)
            _ = try archive.read(path)
            return nil
        } catch {
            return error
        }
    }

    /// The check value of the checksum, as its catalogues have it.
    @Test func checksum() {
        #expect(CRC32.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
        #expect(CRC32.checksum([]) == 0)
        #expect(CRC32.checksum(Array("The quick brown fox jumps over the lazy dog".utf8)) == 0x414F_A339)
    }

    /// Streams of the fixed code, made by zlib, and of what is not compressed.
    @Test func streams() throws {
        let twice: [UInt8] = [75, 76, 74, 78, 73, 77, 75, 68, 34, 1]
        #expect(try Inflater.inflate(twice[...], size: 18) == Array("abcdefabcdefabcdef".utf8))
        #expect(try Inflater.inflate([0x03, 0x00], size: 0) == [])
        #expect(try Inflater.inflate([0x01, 0x02, 0x00, 0xFD, 0xFF, 0x68, 0x69], size: 2) == Array("hi".utf8))
        #expect(throws: Inflater.Fault.cutOff) { try Inflater.inflate([0x01, 0x02, 0x00, 0xFD, 0xFF, 0x68], size: 2) }
        #expect(throws: Inflater.Fault.damaged) { try Inflater.inflate([0x01, 0x02, 0x00, 0xFD, 0xFE, 0x68], size: 2) }
        #expect(throws: Inflater.Fault.damaged) { try Inflater.inflate([0x07], size: 2) }
        #expect(throws: Inflater.Fault.otherSize) { try Inflater.inflate([0x03, 0x00], size: 1) }
        #expect(throws: Inflater.Fault.otherSize) {
            try Inflater.inflate([0x01, 0x02, 0x00, 0xFD, 0xFF, 0x68, 0x69], size: 1)
        }
        #expect(throws: Inflater.Fault.cutOff) { try Inflater.inflate([], size: 1) }
    }

    @Test func files() throws {
        var archive = try ZipArchive(MadeZip(["folder/a.csv": "x", "b.csv": ""]).bytes)
        #expect(archive.entries.map(\.path) == ["folder/a.csv", "b.csv"])
        #expect(archive.entries.map(\.name) == ["a.csv", "b.csv"])
        #expect(try archive.read("folder/a.csv") == [0x78])
        #expect(try archive.read("b.csv") == [])
        #expect(try archive.read("c.csv") == nil)
        #expect(try ZipArchive(MadeZip().bytes).entries.isEmpty)
    }

    @Test(arguments: ["../", "/", "a/../../", "..\\", "C:", "\\", "a/..\\"]) func pathsThatLeadOutside(_ prefix: String)
    {
        let fault = fault { zip in
            zip.prefix = prefix
            zip.add("a.csv", "x")
        }
        #expect(fault?.rule == .unsafeArchive && fault?.message.contains("leads outside") == true)
    }

    @Test func dotsInNames() {
        #expect(fault { $0.add("a..b/..c.csv", "x") } == nil)
    }

    @Test func locked() {
        let fault = fault { zip in
            zip.flags = 1
            zip.add("a.csv", "x")
        }
        #expect(fault?.rule == .encryptedFile)
    }

    @Test func wrongChecksum() {
        let fault = fault { zip in
            zip.checksum = 1
            zip.add("a.csv", "x")
        }
        #expect(fault?.rule == .damagedArchive && fault?.message.contains("checksum") == true)
    }

    @Test func wrongSize() {
        let fault = fault { zip in
            zip.size = 2
            zip.add("a.csv", "x")
        }
        #expect(fault?.rule == .damagedArchive && fault?.message.contains("another size") == true)
    }

    @Test func compressedInAnotherWay() {
        let fault = fault { zip in
            zip.method = 12
            zip.add("a.csv", "x")
        }
        #expect(fault?.rule == .unsafeArchive && fault?.message.contains("(12)") == true)
    }

    @Test func tooLarge() {
        let total = fault { zip in
            zip.size = ZipArchive.sizeLimit + 1
            zip.add("a.csv", "x")
        }
        #expect(total?.message.contains("more than 256 MiB") == true)
        let ratio = fault { zip in
            zip.method = 8
            zip.size = ZipArchive.ratioFloor + 1
            zip.add("a.csv", "x")
        }
        #expect(ratio?.message.contains("250 times") == true)
    }

    @Test func zip64() {
        let fault = fault { zip in
            zip.size = 0xFFFF_FFFF
            zip.add("a.csv", "x")
        }
        #expect(fault?.message.contains("zip64") == true)
    }

    @Test func tooManyFiles() {
        var zip = MadeZip()
        for number in 0...ZipArchive.entryLimit { zip.add("\(number)", []) }
        #expect(fault(zip.bytes)?.message.contains("at most 10000") == true)
    }

    @Test func twoOfOneName() {
        #expect(fault(MadeZip(["a.csv": "x", "a.csv": "y"]).bytes)?.message.contains("one name") == true)
    }

    /// The same bytes under many names: the list says more than the archive has.
    @Test func filesOverEachOther() {
        var zip = MadeZip(["a.csv": "0123456789"]).bytes
        guard let place = zip.indices.first(where: { zip[$0...].starts(with: [0x50, 0x4B, 1, 2]) }) else {
            Issue.record("the archive has no list")
            return
        }
        zip[place + 20] = 200
        zip[place + 24] = 200
        #expect(fault(zip)?.message.contains("over each other") == true)
    }

    @Test func cutOff() {
        let zip = MadeZip(["a.csv": "0123456789"]).bytes
        for length in 0..<zip.count {
            #expect(fault(Array(zip.prefix(length)))?.rule == .damagedArchive)
        }
    }

    /// What the library of another language makes, at all its levels.
    @Test(.enabled(if: Python.isThere)) func madeByPython() throws {
        let program = """
            import sys, io, zipfile, random
            r = random.Random(5)
            parts = [b"", b"a", b"abc" * 70000, bytes(r.randrange(256) for _ in range(70000)),
                     "".join(r.choice(["0,", "10,", "EX,", "\\n", "learner-"]) for _ in range(60000)).encode(),
                     bytes(r.choices(range(256), [2.0 ** -(i % 24) for i in range(256)], k=120000)), b"x" * 65535]
            b = io.BytesIO()
            with zipfile.ZipFile(b, "w") as z:
                for level in range(10):
                    for i, p in enumerate(parts):
                        z.writestr(f"{level}/{i}.csv", p, zipfile.ZIP_DEFLATED, level)
                z.comment = b"made for a test"
            sys.stdout.buffer.write(b.getvalue())
            """
        var archive = try ZipArchive(try Python.run(program))
        #expect(archive.entries.count == 70)
        // The checksums are what shows that all is there.
        for entry in archive.entries { #expect(try archive.read(entry).count == entry.size) }
        #expect(try archive.read("9/2.csv") == Array(String(repeating: "abc", count: 70_000).utf8))
    }

    /// A bomb is refused by what it says of itself, and does no harm if it lies.
    @Test(.enabled(if: Python.isThere)) func bombs() throws {
        let program = """
            import sys, io, zipfile, struct
            b = io.BytesIO()
            with zipfile.ZipFile(b, "w", zipfile.ZIP_DEFLATED) as z:
                z.writestr("a.csv", b"0" * (1 << 26))
            data = bytearray(b.getvalue())
            if sys.argv[1] == "lies":
                place = data.rindex(b"PK\\x01\\x02")
                struct.pack_into("<I", data, place + 24, 1000)
            sys.stdout.buffer.write(data)
            """
        #expect(fault(try Python.run(program, ["honest"]))?.rule == .unsafeArchive)
        #expect(fault(try Python.run(program, ["lies"]))?.message.contains("another size") == true)
    }
}
