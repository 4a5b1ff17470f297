import Foundation

/// What one run of the program gave.
struct Outcome {
    /// The exit code; below zero the signal that ended it.
    var status: Int32
    /// Standard output.
    var bytes: [UInt8]
    /// Standard error.
    var messages: String

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Lines of standard output.
    var lines: [String] { text.split(separator: "\n").map(String.init) }

    /// Every line as a JSON object.
    func objects() throws -> [Fields] { try lines.map { try Fields(json: $0) } }

    /// The object of a learner.
    func object(_ learner: String) throws -> Fields? { try objects().first { $0.string("learner") == learner } }
}

/// A JSON object by its keys.
struct Fields {
    var values: [String: Any]

    init(_ values: [String: Any]) { self.values = values }

    init(json: String) throws {
        guard let values = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any] else {
            throw CocoaError(.propertyListReadCorrupt)
        }
        self.values = values
    }

    func string(_ key: String) -> String? { values[key] as? String }
    func number(_ key: String) -> Double? { (values[key] as? NSNumber)?.doubleValue }
    func flag(_ key: String) -> Bool? { values[key] as? Bool }
    func fields(_ key: String) -> Fields? { (values[key] as? [String: Any]).map { Fields($0) } }
    func list(_ key: String) -> [Fields] { (values[key] as? [[String: Any]] ?? []).map { Fields($0) } }

    /// Codes of the reasons.
    var codes: [String] { list("reasons").compactMap { $0.string("code") } }
    /// Ids of the items.
    var items: [String] { list("items").compactMap { $0.string("item") } }
}
