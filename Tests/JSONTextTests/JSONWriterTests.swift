import JSONText
import TestSupport
import Testing

/// What is written, and that it reads back the same.
struct JSONWriterTests {
    private static func text(_ body: (inout JSONWriter) -> Void) -> String {
        var json = JSONWriter()
        body(&json)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    @Test func values() {
        let text = Self.text { json in
            json.beginObject()
            json.key("a")
            json.beginArray()
            json.integer(-12)
            json.number(0.5)
            json.number(3)
            json.number(.nan)
            json.boolean(true)
            json.null()
            json.endArray()
            json.key("b\n")
            json.string("\"\\\u{1}\u{7F}\t\r\né")
            json.endObject()
        }
        #expect(text == #"{"a":[-12,0.5,3,null,true,null],"b\n":"\"\\\u0001\u007f\t\r\né"}"#)
    }

    @Test func goingBack() {
        let text = Self.text { json in
            json.beginArray()
            json.integer(1)
            let mark = json.mark
            json.string("gone")
            json.goBack(to: mark)
            json.integer(2)
            json.endArray()
        }
        #expect(text == "[1,2]")
    }

    /// Doubles are written in the shortest form that reads back the same, as the standard library writes them.
    @Test func doublesAreShortest() {
        var generator = SeededGenerator(seed: 7)
        func check(_ value: Double) {
            let text = Self.text { $0.number(value) }
            #expect(Double(text)?.bitPattern == (value == 0 ? 0.0 : value).bitPattern, "\(value)")
            let shortest = "\(value)"
            if value != value.rounded() { #expect(text.utf8.count <= shortest.utf8.count, "\(value)") }
        }
        for _ in 0..<20_000 {
            let any = Double(bitPattern: generator.next())
            if any.isFinite { check(any) }
            check(Double(Int.random(in: -10_000_000...10_000_000, using: &generator)) / 1e6)
            check(Double.random(in: -2...2, using: &generator))
        }
        for value in [
            0.0, 1e-4, 9.9e-5, 1e-6, 0.000001, 123.456789, 1e15, 1e16, Double.leastNonzeroMagnitude,
            .greatestFiniteMagnitude,
        ] {
            check(value)
        }
    }
}
