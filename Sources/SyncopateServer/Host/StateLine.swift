internal import JSONText
internal import SyncopateFormats

/// A learner's state as a line of JSON in a file: `{"learner": ..., "state": ...}`, as export_state has it.
public enum StateLine {
    /// Why a line is none.
    public struct Fault: Error {
        public var message: String
    }

    /// Adds a line.
    public static func append(learner: String, state: [UInt8], to bytes: inout [UInt8]) {
        var json = JSONWriter()
        json.beginObject()
        json.key("learner")
        json.string(learner)
        json.key("state")
        json.string(String(decoding: Base64.encode(state), as: UTF8.self))
        json.endObject()
        json.newline()
        bytes += json.bytes
    }

    /// The state of a line.
    public static func read(_ line: ArraySlice<UInt8>) throws(Fault) -> [UInt8] {
        let state: [UInt8]? = line.withUnsafeBufferPointer { buffer in
            var tape = JSONTape()
            guard (try? tape.read(buffer)) != nil, let text = tape.member(JSONTape.root, "state"),
                tape.kind(text) == .string
            else { return nil }
            return Base64.decode(Array(tape.string(text).utf8))
        }
        guard let state else { throw Fault(message: "this is no learner's state") }
        return state
    }
}
