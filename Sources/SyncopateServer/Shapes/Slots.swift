/// Where the members of one object stand on the tape, by the places of their ``ObjectShape``.
struct Slots {
    static let count = 32

    /// Position on the tape plus one; 0 where the member is absent or null.
    private var places = InlineArray<32, Int32>(repeating: 0)

    init() {}

    subscript(place: Int) -> Int? {
        get { places[place] > 0 ? Int(places[place]) - 1 : nil }
        set { places[place] = Int32((newValue ?? -1) + 1) }
    }

    subscript<Name: WireField>(_ name: Name) -> Int? { self[name.rawValue] }
}
