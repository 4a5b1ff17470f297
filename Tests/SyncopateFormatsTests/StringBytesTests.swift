import Syncopate
import Testing

@testable import SyncopateFormats

/// Whether a text stands in another byte for byte.
struct StringBytesTests {
    @Test func textsAreFound() {
        let whole = "Quiz [Total Pts: 10] |123"
        for part in ["", "Q", "Quiz", "[Total Pts:", "|123", "3", whole] { #expect(whole.holds(bytesOf: part)) }
        for part in ["quiz", "|1234", "Pts:10", whole + "4"] { #expect(!whole.holds(bytesOf: part)) }
        #expect("".holds(bytesOf: "") && !"".holds(bytesOf: "a"))
        #expect("aaab".holds(bytesOf: "aab") && "Größe".holds(bytesOf: "öß"))
    }

    /// Texts of two letters, of which many are in each other, against the search by characters.
    @Test func itIsWhatASearchByCharactersFinds() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<2_000 {
            func text(_ most: Int) -> String {
                String(
                    (0..<Int(generator.next() % UInt64(most + 1))).map { _ in generator.next() % 2 == 0 ? "a" : "b" })
            }
            let (whole, part) = (text(20), text(4))
            #expect(whole.holds(bytesOf: part) == (part.isEmpty || whole.contains(part)), "\(part) in \(whole)")
        }
    }
}
