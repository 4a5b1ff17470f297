import Foundation
import TestSupport
import Testing

/// `--pseudonymise` from outside.
struct PseudonymTests {
    /// A place with a salt that only its owner can read, and a class with somebody's name wherever it could leak.
    private func place() throws -> Workplace {
        let place = try Workplace()
        try place.write("salt", "0123456789abcdef")
        try mode(place, "salt", 0o600)
        try place.write(
            "class.csv",
            "Student,ID,SIS User ID,SIS Login ID,Section,Quiz (1),Test (2)\n    Points Possible,,,,,10,10\n"
                + "\"Qwertzuiop, Ann\",771,x771,ann771,7B,5,6\n\"Yxcvbnm, Bob\",772,x772,bob772,7B,7,7\n"
                + "\"Shifted, Row\",773,x773,cy773,7B,Qwertzuiop,4\n\"Twice, Tom\",771,x771,tom771,7B,1,1\n"
                + "\"Round, Rob\",7.7E+11,,rob774,7B,1,1\n")
        return place
    }

    private func mode(_ place: Workplace, _ name: String, _ mode: Int) throws {
        try FileManager.default.setAttributes(
            [.posixPermissions: mode], ofItemAtPath: place.folder.appendingPathComponent(name).path)
    }

    private static let secrets = [
        "Qwertzuiop", "Yxcvbnm", "Shifted", "Twice", "Round", "771", "772", "773", "7.7E", "ann7", "bob7", "tom7",
        "rob7",
    ]

    @Test(arguments: [
        ["convert"], ["convert", "--to", "csv"], ["convert", "--to", "jsonl"], ["recommend", "--output", "csv"],
        ["recommend", "--output", "table"], ["recommend", "--output", "jsonl"], ["recommend", "--output", "pages"],
        ["brief"], ["brief", "--output", "html"], ["brief", "--output", "json"], ["check", "--all"],
        ["check", "--output", "json"],
    ])
    func nobodyIsNamed(_ command: [String]) throws {
        let place = try place()
        let outcome = try place.run([command[0], "class.csv"] + command.dropFirst() + ["--pseudonymise", "salt"])
        #expect(outcome.status == 3, "\(outcome.messages)")
        for secret in Self.secrets {
            #expect(!outcome.text.contains(secret) && !outcome.messages.contains(secret), "\(secret)")
        }
        // Rows that could not be read name learners, and are not kept unless that is asked for.
        #expect(try place.names() == ["class.csv", "salt"])
    }

    @Test func aRefusedFileNamesNobody() throws {
        let place = try place()
        for command in [["convert", "class.csv", "--strict"], ["check", "class.csv", "--format", "tidy-csv"]] {
            let outcome = try place.run(command + ["--pseudonymise", "salt"])
            #expect(outcome.status == 65)
            for secret in Self.secrets {
                #expect(!outcome.text.contains(secret) && !outcome.messages.contains(secret), "\(secret)")
            }
        }
    }

    @Test func rejectsAreKeptWhereThatIsAskedFor() throws {
        let place = try place()
        let outcome = try place.run("convert", "class.csv", "--pseudonymise", "salt", "--rejects", "r.csv")
        #expect(outcome.messages.contains("written to r.csv") && place.text("r.csv")?.contains("Shifted") == true)
        #expect(try permissions(place, "r.csv") == 0o600)
        #expect(
            try place.run("convert", "class.csv", "--pseudonymise", "salt").messages
                .contains("3 rows were left out: they name learners, so say with --rejects where to keep them."))
    }

    private func permissions(_ place: Workplace, _ name: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: place.folder.appendingPathComponent(name).path)[
            .posixPermissions] as? Int
    }

    @Test func theMappingSaysWhoIsWho() throws {
        let place = try place()
        let outcome = try place.run(
            "convert", "class.csv", "--pseudonymise", "salt", "--mapping", "who.csv", "--quiet")
        let who = CSV.rows(place.text("who.csv") ?? "")
        #expect(who.map { $0[1] } == ["learner", "771", "772"] && who[1][2] == "Qwertzuiop, Ann")
        #expect(try permissions(place, "who.csv") == 0o600)
        #expect(CSV.rows(outcome.text).map { $0[0] }.filter { $0 == who[1][0] }.count == 2)
        // HMAC-SHA-256 of "771" with the salt, by another program.
        #expect(who[1][0] == "p" + Self.code771)
    }

    /// `printf 771 | openssl dgst -sha256 -hmac 0123456789abcdef`, its first 20 digits.
    private static let code771 = "acdafc0dd87823b3a4fe"

    @Test func theSameLearnerInTwoFilesIsOne() throws {
        let place = try place()
        try place.write("more.csv", "learner,item,score\n771,x,1\n")
        let outcome = try place.run("convert", "class.csv", "more.csv", "--pseudonymise", "salt", "--quiet")
        #expect(Set(CSV.rows(outcome.text).dropFirst().map { $0[0] }).count == 2)
    }

    @Test(arguments: [
        (
            "none", 0o600, "", 66 as Int32,
            "cannot read the salt none: No such file or directory (make one with: head -c 32"
        ),
        ("short", 0o600, "0123456789abcde", 65, "the salt has 15 bytes and needs 16 or more"),
        (
            "open", 0o640, "0123456789abcdef", 65,
            "others than its owner can read the salt (close it with: chmod 600 open)"
        ),
    ])
    func aSaltThatWillNotDo(_ name: String, _ bits: Int, _ text: String, _ status: Int32, _ message: String) throws {
        let place = try place()
        if !text.isEmpty {
            try place.write(name, text)
            try mode(place, name, bits)
        }
        let outcome = try place.run("convert", "class.csv", "--pseudonymise", name)
        #expect(outcome.status == status && outcome.bytes.isEmpty)
        #expect(outcome.messages.contains(message), "\(outcome.messages)")
    }

    @Test func aFolderIsNoSalt() throws {
        let outcome = try place().run("convert", "class.csv", "--pseudonymise", ".")
        #expect(outcome.status == 65 && outcome.messages.contains("the salt is no plain file"))
    }

    @Test func whoIsWhoIsNeverShown() throws {
        let place = try place()
        let start = ["convert", "class.csv", "--pseudonymise", "salt", "--mapping"]
        #expect(try place.run(start + ["-"]).status == 64)
        let device = try place.run(start + ["/dev/stdout"])
        #expect(device.status == 73 && device.bytes.isEmpty)
        #expect(try place.run(start + ["a", "--out", "a"]).status == 64)
    }

    @Test(arguments: [["--traces", "t.csv"], ["--mode-log", "m.csv"], ["--output", "canvas-grades"]])
    func whatGoesByIDsIsRefused(_ options: [String]) throws {
        let outcome = try place().run(["recommend", "class.csv", "--pseudonymise", "salt"] + options)
        #expect(outcome.status == 64 && outcome.messages.contains("goes without --pseudonymise"))
    }
}
