/// A code of a published standard or curriculum, as it stands in a title.
public struct StandardCode: Sendable, Hashable {
    /// Whose code it is.
    public enum System: String, Sendable, Hashable, CaseIterable {
        /// Common Core State Standards: `6.NS.A.1`, `HSA-REI.B.3`, `RL.5.2`.
        case commonCore = "common_core"
        /// Next Generation Science Standards: `MS-PS1-2`.
        case nextGenerationScience = "ngss"
        /// Texas Essential Knowledge and Skills: `111.26(b)(4)(A)`, `TEKS 6.4A`.
        case texas = "teks"
        /// Attainment targets of England's national curriculum (`Ma3/1.2`) and sections of exam specifications
        /// (`AQA 4.1.2`).
        case unitedKingdom = "uk"
        /// German curricula: `Lernbereich 2`, `Inhaltsfeld 4`, and the guiding ideas `L1` to `L5` and competences `K1` to
        /// `K6` of the education ministers' standards.
        case german = "german"
        /// A code of a file of outcomes or standards that was given.
        case given
    }

    public var system: System
    /// The code as it is usually written.
    public var code: String
    /// The code of what it belongs to: its cluster, core idea or section.
    public var topic: String
    /// What that is about, where the code itself tells; else empty.
    public var subject: String

    public init(system: System, code: String, topic: String, subject: String) {
        self.system = system
        self.code = code
        self.topic = topic
        self.subject = subject
    }

    /// What people read of the topic.
    public var title: String { subject.isEmpty ? topic : "\(subject) (\(topic))" }
}
