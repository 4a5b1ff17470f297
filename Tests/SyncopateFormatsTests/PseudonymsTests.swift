import Syncopate
import Testing

@testable import SyncopateFormats

struct PseudonymsTests {
    private static let salt = Array("0123456789abcdef".utf8)

    /// RFC 4231, test cases 1, 2, 3 and 6.
    @Test(arguments: [
        (
            [UInt8](repeating: 0x0B, count: 20), Array("Hi There".utf8),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            [UInt8](repeating: 0xAA, count: 20), [UInt8](repeating: 0xDD, count: 50),
            "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
        ),
        (
            [UInt8](repeating: 0xAA, count: 131), Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
    ])
    func codesOfTheStandard(_ key: [UInt8], _ message: [UInt8], _ code: String) {
        #expect(SHA256Tests.hexadecimal(MessageCode.code(message, key: key)) == code)
    }

    @Test func aSaltIsLongEnough() {
        #expect(Pseudonyms(salt: Array(Self.salt.dropLast())) == nil)
        #expect(Pseudonyms(salt: Self.salt) != nil)
    }

    @Test func theSameSaltGivesTheSameAndAnotherDoesNot() throws {
        let one = try #require(Pseudonyms(salt: Self.salt))
        let other = try #require(Pseudonyms(salt: Self.salt.reversed()))
        #expect(one.pseudonym(of: "7001") == one.pseudonym(of: "7001"))
        #expect(one.pseudonym(of: "7001") != one.pseudonym(of: "7002"))
        #expect(one.pseudonym(of: "7001") != other.pseudonym(of: "7001"))
        #expect(one.pseudonym(of: "7001").utf8.count == 21 && one.pseudonym(of: "7001").hasPrefix("p"))
        #expect(Set((0..<20_000).map { one.pseudonym(of: "\($0)") }).count == 20_000)
    }

    @Test func evidenceStaysAndPeopleGo() throws {
        let log = InventedEvidence.log(seed: 3)
        let imported = try EvidenceReader.read(SourceFile(name: "file.csv", bytes: TidyWriter.csv(log)))
        var pseudonyms = try #require(Pseudonyms(salt: Self.salt))
        let hidden = pseudonyms.hide(imported)
        #expect("\(hidden.log.events)" == "\(imported.log.events)")
        #expect(hidden.log.items == imported.log.items && hidden.log.skillSets == imported.log.skillSets)
        #expect(hidden.log.learners.map(\.id) == imported.log.learners.map { pseudonyms.pseudonym(of: $0.id) })
        #expect(hidden.log.learners.allSatisfy { $0.name.isEmpty })
        #expect(hidden.log.learners.map(\.section) == imported.log.learners.map(\.section))
        #expect(pseudonyms.entries.map(\.learner) == imported.log.learners.map(\.id))
    }

    @Test func accountsGo() throws {
        let text =
            "Student,ID,SIS User ID,SIS Login ID,Section,Quiz (1)\n    Points Possible,,,,,10\nAnn,1,x1,ann,A,5\n"
        let imported = try read(text)
        #expect(imported.accounts.map(\.login) == ["ann"])
        var pseudonyms = try #require(Pseudonyms(salt: Self.salt))
        #expect(pseudonyms.hide(imported).accounts.isEmpty)
    }
}
