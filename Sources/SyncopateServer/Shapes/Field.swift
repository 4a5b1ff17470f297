/// One member of an object on the wire.
struct Field: Sendable {
    let name: StaticString
    let shape: Shape
    /// Whether it has to be there.
    let isRequired: Bool
    /// What it means, in a sentence.
    let summary: String

    init(_ name: StaticString, _ shape: Shape, required: Bool = false, _ summary: String) {
        self.name = name
        self.shape = shape
        isRequired = required
        self.summary = summary
    }
}

/// The members of an object, each with its place: what the decoder finds is asked for by these.
protocol WireField: RawRepresentable<Int>, CaseIterable, Sendable {
    var field: Field { get }
}
