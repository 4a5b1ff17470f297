internal import JSONText

/// The members an object on the wire may have.
final class ObjectShape: Sendable {
    /// Name of the type in schemas.
    let name: String
    let fields: [Field]
    /// Names of the members, as they are looked for.
    let names: JSONTape.Names
    /// Places of the members that have to be there.
    let required: [Int]
    /// Whether members that are not listed are let through.
    let isOpen: Bool

    /// Most members.
    static let limit = Slots.count

    init(_ name: String, isOpen: Bool = false, _ fields: [Field]) {
        precondition(fields.count <= Self.limit, "\(name) has more than \(Self.limit) members")
        self.name = name
        self.fields = fields
        names = JSONTape.Names(fields.map(\.name))
        self.isOpen = isOpen
        required = fields.indices.filter { fields[$0].isRequired }
    }

    /// The members of an enumeration, which name their places.
    convenience init<Fields: WireField>(_ name: String, _: Fields.Type) {
        self.init(name, Fields.allCases.map(\.field))
    }
}
