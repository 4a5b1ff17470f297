import TestSupport
import Testing

@testable import SyncopateFormats

struct Base64Tests {
    /// RFC 4648, section 10.
    @Test func theVectorsOfTheStandard() {
        for (text, coded) in [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            #expect(Base64.encode(Array(text.utf8)) == Array(coded.utf8))
            #expect(Base64.decode(coded.utf8) == Array(text.utf8))
        }
        // Its section 4: every letter of the alphabet.
        let all = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        #expect(Base64.decode(all.utf8).map { Base64.encode($0) } == Array(all.utf8))
    }

    @Test func whatIsNone() {
        for text in [
            "Z", "Zg", "Zg=", "Zg===", "=", "==", "===", "====", "Z===", "Zh==", "Zm9=", "Zm8=Zm8=", "Zm 9", "Zm9v\n",
            "Zm9-", "Zm9_", "Zm9\u{E9}", "=m9v", "Z=9v",
        ] {
            #expect(Base64.decode(text.utf8) == nil, "\(text)")
        }
    }

    @Test func anyBytesComeBack() {
        var generator = SeededGenerator(seed: 12)
        for count in 0..<200 {
            let bytes = (0..<count).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
            let text = Base64.encode(bytes)
            #expect(text.count == (count + 2) / 3 * 4)
            #expect(Base64.decode(text) == bytes)
        }
    }
}
