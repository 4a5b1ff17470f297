internal import JSONText
internal import Syncopate

/// Parts of hints.
enum Hint {
    /// "did you mean ...?" where something is near, else what is given.
    static func nearest(_ name: String, _ names: [String], else other: String) -> String {
        let near = NearestNames.among(names, to: name, count: 2)
        return near.isEmpty ? other : "did you mean \(near.joined(separator: " or "))?"
    }

    /// A number as it is written on the wire.
    static func number(_ value: Double) -> String {
        var writer = JSONWriter()
        writer.number(value)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
