import JSONText
import TestSupport
import Testing

/// What the tape accepts and refuses, and what it says of it.
struct JSONTapeTests {
    /// What is wrong with a text; `nil`: nothing.
    static func fault(_ bytes: [UInt8]) -> JSONFault? {
        bytes.withUnsafeBufferPointer { buffer in
            var tape = JSONTape()
            do throws(JSONFault) {
                try tape.read(buffer)
                return nil
            } catch {
                return error
            }
        }
    }

    static func fault(_ text: String) -> JSONFault? { fault(Array(text.utf8)) }

    /// What stands in a text, asked for while its bytes stay.
    static func read<Result>(_ text: String, _ body: (JSONTape) throws -> Result) throws -> Result {
        try Array(text.utf8).withUnsafeBufferPointer { buffer in
            var tape = JSONTape()
            try tape.read(buffer)
            return try body(tape)
        }
    }

    /// RFC 8259, production by production: what has to be accepted.
    private static let soundTexts = [
        "null", "true", "false", "0", "-0", "1", "-1", "10", "1.5", "-1.5", "0.0", "1e5", "1E5", "1e+5", "1e-5",
        "1.5e10",
        "0e0", "123456789012345678901234567890", "1e400", "\"\"", "\"a\"", "\"\\\"\"", "\"\\\\\"", "\"\\/\"", "\"\\b\"",
        "\"\\f\"", "\"\\n\"", "\"\\r\"", "\"\\t\"", "\"\\u0000\"", "\"\\u00e9\"", "\"\\uD834\\uDD1E\"", "\"é\"",
        "\"𝄞\"",
        "\"\u{7F}\"", "\"\u{2028}\"", "[]", "[ ]", "[1]", "[1,2]", "[[]]", "[[],[]]", "{}", "{ }", "{\"a\":1}",
        "{\"\":0}", "{\"a\":{}}", "{\"a\":[],\"b\":{}}", " \t\r\n1 \t\r\n", "[1 , 2]", "{ \"a\" : 1 , \"b\" : 2 }",
        "[null,true,false]", "{\"a\\u0062\":1}", "\"\\uFFFF\"",
    ]

    @Test(arguments: soundTexts)
    func sound(_ text: String) { #expect(Self.fault(text) == nil) }

    /// RFC 8259: what has to be refused.
    private static let unsoundTexts = [
        "", " ", "nul", "nulll", "True", "NaN", "Infinity", "-Infinity", "+1", "01", "-01", "-", "1.", ".5", "1.e5",
        "1e",
        "1e+", "1e5.5", "0x10", "1_000", "--1", "1 2", "\"", "\"a", "\"\\", "\"\\x\"", "\"\\u\"", "\"\\u12\"",
        "\"\\u12g4\"", "\"\\uD800\"", "\"\\uDC00\"", "\"\\uD800\\u0041\"", "\"\\uD800x\"", "\"\n\"", "\"\t\"",
        "\"\u{0}\"", "'a'", "[", "]", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "[1,,2]", "{", "}", "{\"a\"", "{\"a\":",
        "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{,}", "{a:1}", "{1:1}", "{\"a\" 1}", "{\"a\":1 \"b\":2}", "{\"a\":1}}",
        "[1]]", "[}", "{]", "//", "/* */1", "1 // one", "\u{FEFF}1", "\u{A0}1", "{\"a\":1,\"a\":2}",
        "{\"a\":1,\"\\u0061\":2}",
    ]

    @Test(arguments: unsoundTexts)
    func unsound(_ text: String) { #expect(Self.fault(text) != nil) }

    /// Bytes that are no UTF-8, by Unicode 15, table 3-7.
    private static let noUTF8Bytes: [[UInt8]] = [
        [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x41], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF],
        [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xE1, 0x80], [0xE1, 0x80, 0x41], [0xF0, 0x80, 0x80, 0x80],
        [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xF0, 0x90, 0x80], [0xFF],
        [0xFE],
    ]

    @Test(arguments: noUTF8Bytes)
    func noUTF8(_ bytes: [UInt8]) {
        #expect(Self.fault([0x22] + bytes + [0x22])?.message == "this is no UTF-8")
    }

    /// Every character that is one, at the edges of the table, comes back.
    @Test func edgesOfUTF8() throws {
        for scalar in [
            "\u{80}", "\u{7FF}", "\u{800}", "\u{FFF}", "\u{D7FF}", "\u{E000}", "\u{FFFF}", "\u{10000}", "\u{10FFFF}",
        ] {
            #expect(try Self.read("\"\(scalar)\"") { $0.string(0) } == scalar)
        }
    }

    @Test func faultsSayWhere() {
        #expect(
            Self.fault("{\"a\":1,\"a\":2}") == JSONFault(offset: 7, message: "this name stands in the object twice"))
        #expect(Self.fault("[1,\n x]") == JSONFault(offset: 5, message: "this is no JSON value"))
        #expect(Self.fault("[1") == JSONFault(offset: 2, message: "the line ends inside a list"))
        #expect(Self.fault("\"\\uD800\"")?.message == "half a surrogate pair")
    }

    @Test func nestingIsBounded() {
        let depth = JSONTape.depthLimit
        let deep = { (count: Int) in String(repeating: "[", count: count) + String(repeating: "]", count: count) }
        #expect(Self.fault(deep(depth)) == nil)
        #expect(Self.fault(deep(depth + 1))?.message == "nested more than \(depth) deep")
        #expect(Self.fault(String(repeating: "{\"a\":[", count: 100_000)) != nil)
    }

    /// Many names in one object, and in objects within it, do not cost the square of their number.
    @Test func manyNames() {
        let names = (0..<20_000).map { "\"n\($0)\":0" }.joined(separator: ",")
        #expect(Self.fault("{\(names)}") == nil)
        #expect(Self.fault("{\(names),\"n19999\":1}")?.message == "this name stands in the object twice")
        let inner = "{" + (0..<40).map { "\"m\($0)\":0" }.joined(separator: ",") + "}"
        let outer = (0..<1_500).map { "\"n\($0)\":\(inner)" }.joined(separator: ",")
        #expect(Self.fault("{\(outer)}") == nil)
        #expect(Self.fault("{\(outer),\"n7\":1}")?.message == "this name stands in the object twice")
    }

    @Test func valuesAreFound() throws {
        try Self.read(#" {"a":[1,"é\n",{"b":null}],"c":{"d":-2.5e1},"e":true} "#) { tape in
            #expect(tape.kind(JSONTape.root) == .object)
            #expect(tape.count(JSONTape.root) == 3)
            let list = try #require(tape.member(JSONTape.root, "a"))
            #expect(tape.count(list) == 3)
            #expect(tape.number(tape.first(list)) == 1)
            let text = tape.after(tape.first(list))
            #expect(tape.string(text) == "é\n")
            #expect(tape.isEqual(text, "é\n"))
            #expect(String(decoding: tape.raw(text), as: UTF8.self) == "\"é\\n\"")
            #expect(tape.length(text) == 3)
            let inner = try #require(tape.member(JSONTape.root, "c").flatMap { tape.member($0, "d") })
            #expect(tape.number(inner) == -25)
            #expect(String(decoding: tape.raw(inner), as: UTF8.self) == "-2.5e1")
            #expect(tape.member(JSONTape.root, "e").map { tape.kind($0) } == .yes)
            #expect(tape.member(JSONTape.root, "x") == nil)
        }
    }

    /// Numbers are read as the standard library reads them, which rounds correctly.
    @Test func numbersRoundCorrectly() throws {
        var generator = SeededGenerator(seed: 41)
        for _ in 0..<20_000 {
            let digits = Int.random(in: 1...20, using: &generator)
            var text = Bool.random(using: &generator) ? "-" : ""
            text += String(Int.random(in: 1...9, using: &generator))
            for _ in 1..<digits { text += String(Int.random(in: 0...9, using: &generator)) }
            if Bool.random(using: &generator) {
                text += "."
                for _ in 0...Int.random(in: 0...25, using: &generator) {
                    text += String(Int.random(in: 0...9, using: &generator))
                }
            }
            if Int.random(in: 0...3, using: &generator) == 0 {
                text += "e\(Int.random(in: -330...310, using: &generator))"
            }
            let read = try Self.read(text) { $0.number(0) }
            #expect(read?.bitPattern == Double(text)?.bitPattern, "\(text)")
        }
    }

    @Test func wholeNumbers() throws {
        #expect(try Self.read("9223372036854775807") { $0.integer(0) } == Int.max)
        #expect(try Self.read("9223372036854775808") { $0.integer(0) } == nil)
        #expect(try Self.read("1.0") { $0.integer(0) } == 1)
        #expect(try Self.read("1e2") { $0.integer(0) } == 100)
        #expect(try Self.read("1.5") { $0.integer(0) } == nil)
        #expect(try Self.read("1e300") { $0.integer(0) } == nil)
    }
}
