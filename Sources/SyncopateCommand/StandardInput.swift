/// Standard input, of which a beginning may have been read already, to see what it is.
struct StandardInput {
    private var beginning: [UInt8] = []
    private var isAtEnd = false

    /// Reads the first bytes, fewer only where there are no more. They stay to be read by ``read()``.
    mutating func look(atFirst count: Int) throws(Descriptor.Failure) -> [UInt8] {
        if !isAtEnd, beginning.count < count {
            beginning += try Descriptor.part(0, count - beginning.count, Self.name)
            isAtEnd = beginning.count < count
        }
        return beginning
    }

    /// Lets go of what was looked at: somebody else reads on.
    mutating func forget() { beginning = [] }

    /// All of it. A terminal that has said that it ended is not asked again.
    func read() throws(Descriptor.Failure) -> [UInt8] {
        isAtEnd ? beginning : try beginning + Descriptor.read(path: "-")
    }

    /// What it is called in messages.
    static let name = "standard input"
}
