import JSONText
import TestSupport
import Testing

@testable import SyncopateServer

/// The decoder against the tables it is made of, by instances drawn from them.
struct ShapeTests {
    /// Draws values that fit a shape.
    private struct Drawing {
        var generator: SeededGenerator

        mutating func value(_ shape: Shape) -> String {
            switch shape {
            case .text(let lengths): return text(lengths)
            case .word(let words): return "\"\(words.randomElement(using: &generator) ?? "")\""
            case .number(let bounds):
                let low = bounds.low ?? -1e6
                let high = bounds.high ?? 1e6
                return "\(Double.random(in: (bounds.isOpenBelow ? low.nextUp : low)...high, using: &generator))"
            case .integer(let range):
                return
                    "\(Int.random(in: max(range.lowerBound, -1_000_000)...min(range.upperBound, 1_000_000), using: &generator))"
            case .boolean: return Bool.random(using: &generator) ? "true" : "false"
            case .time:
                return Bool.random(using: &generator)
                    ? "\(Int.random(in: 0...2_000_000_000, using: &generator))" : "\"2026-03-02T10:00:00+01:00\""
            case .list(let element, let counts):
                let count = min(counts.lowerBound + Int.random(in: 0...2, using: &generator), counts.upperBound)
                return "[" + (0..<count).map { _ in value(element) }.joined(separator: ",") + "]"
            case .object(let object), .readLater(let object): return self.object(object)
            case .textOrObject(let lengths, let object):
                return Bool.random(using: &generator) ? text(lengths) : self.object(object)
            case .table(let element): return "{\"a\":\(value(element))}"
            case .anything: return ["null", "1", "{}", "[true]"].randomElement(using: &generator) ?? "1"
            case .optional(let other): return Bool.random(using: &generator) ? "null" : value(other)
            }
        }

        private mutating func text(_ lengths: ClosedRange<Int>) -> String {
            let count = min(max(Int.random(in: 1...12, using: &generator), lengths.lowerBound), lengths.upperBound)
            return "\""
                + (0..<count).map { _ in ["a", "z", "0", "-"].randomElement(using: &generator) ?? "a" }.joined() + "\""
        }

        mutating func object(_ shape: ObjectShape, without: Int? = nil, instead: (Int, String)? = nil) -> String {
            var members: [String] = []
            for (place, field) in shape.fields.enumerated() where place != without {
                if let instead, instead.0 == place {
                    members.append("\"\(field.name)\":\(instead.1)")
                } else if field.isRequired || Bool.random(using: &generator) {
                    members.append("\"\(field.name)\":\(value(field.shape))")
                }
            }
            members.shuffle(using: &generator)
            return "{\(members.joined(separator: ","))}"
        }
    }

    private func fault(_ text: String, _ shape: ObjectShape) throws -> WireFault? {
        try Array(text.utf8).withUnsafeBufferPointer { buffer in
            var tape = JSONTape()
            try tape.read(buffer)
            do throws(WireFault) {
                _ = try ShapeReader(tape: tape).members(JSONTape.root, shape)
                return nil
            } catch {
                return error
            }
        }
    }

    private static let shapes = MethodTable.all.flatMap { [$0.parameters, $0.result] } + [EventFields.shape]

    @Test func whatFitsIsAccepted() throws {
        var drawing = Drawing(generator: SeededGenerator(seed: 3))
        for shape in Self.shapes {
            for _ in 0..<200 {
                let text = drawing.object(shape)
                #expect(try fault(text, shape) == nil, "\(shape.name): \(text)")
            }
        }
    }

    @Test func whatIsMissingIsNamed() throws {
        var drawing = Drawing(generator: SeededGenerator(seed: 4))
        for shape in Self.shapes {
            for place in shape.required {
                let fault = try fault(drawing.object(shape, without: place), shape)
                #expect(fault?.path == "/\(shape.fields[place].name)", "\(shape.name)")
            }
        }
    }

    @Test func whatDoesNotFitIsNamed() throws {
        var drawing = Drawing(generator: SeededGenerator(seed: 5))
        for shape in Self.shapes {
            for (place, field) in shape.fields.enumerated() {
                let wrong: [String]
                switch field.shape {
                case .text: wrong = ["1", "true", "[]"]
                case .word: wrong = ["\"no such word\"", "1"]
                case .number, .integer: wrong = ["\"1\"", "true", "1e999", "-1e999"]
                case .boolean: wrong = ["1", "\"true\""]
                case .time: wrong = ["\"noon\"", "true", "1e300"]
                case .list: wrong = ["{}", "1"]
                case .object, .table: wrong = ["[]", "1"]
                case .textOrObject: wrong = ["[]", "1"]
                case .readLater, .anything, .optional: wrong = []
                }
                for text in wrong {
                    let fault = try fault(drawing.object(shape, instead: (place, text)), shape)
                    #expect(fault?.path.hasPrefix("/\(field.name)") == true, "\(shape.name).\(field.name): \(text)")
                }
            }
        }
    }

    @Test func unknownMembersAreNamed() throws {
        for shape in Self.shapes where !shape.isOpen {
            let fault = try fault("{\"no/such~name\":1}", shape)
            #expect(fault?.path == "/no~1such~0name")
        }
        #expect(try fault(#"{"learner":"a","_meta":{}}"#, EventFields.shape) == nil)
    }
}
