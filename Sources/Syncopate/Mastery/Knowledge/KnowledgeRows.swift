/// A ``KnowledgeBelief`` open for changes: the same figures by address, for the time of one call.
struct KnowledgeRows {
    let base: UnsafeMutablePointer<Double>
    let paces: Int

    /// What is believed of a skill.
    @inline(__always)
    subscript(skill: Int) -> KnowledgeRow { KnowledgeRow(base: base + skill * (paces + 2), paces: paces) }
}
