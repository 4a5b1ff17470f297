/// One job as both sides did it.
struct Comparison: Encodable {
    /// What was done, in a few words.
    let job: String
    /// What is counted.
    let unit: String
    /// Ours: how many a second on one thread, and on two where the job has use for them.
    let one: Double
    let two: Double?
    /// Who else did it, with versions.
    let rival: String
    /// Theirs: how many a second, with as many threads as they like; `nil` where they are left out.
    let theirs: Double?
    /// How many times as fast it has to be; `nil` where nothing is asked.
    let bar: Double?
    /// What both came to, and why one is left out.
    let notes: [String]

    init(
        _ job: String, unit: String, one: Double, two: Double? = nil, rival: String, bar: Double? = nil,
        theirs: Double?, notes: [String] = []
    ) {
        self.job = job
        self.unit = unit
        self.one = one
        self.two = two
        self.rival = rival
        self.bar = bar
        self.theirs = theirs
        self.notes = notes
    }

    /// The best that each side came to in this round and another of the same job.
    func best(with other: Comparison) -> Comparison {
        func more(_ left: Double?, _ right: Double?) -> Double? { left.map { max($0, right ?? $0) } ?? right }
        return Comparison(
            job, unit: unit, one: max(one, other.one), two: more(two, other.two), rival: rival, bar: bar,
            theirs: more(theirs, other.theirs), notes: notes)
    }

    /// Ours over theirs, ours on one thread.
    var ratioOfOne: Double? { theirs.map { one / $0 } }

    /// Ours over theirs, either with what it makes of the machine.
    var ratio: Double? { theirs.map { max(one, two ?? one) / $0 } }

    /// Whether the bar is met; `nil` where there is none, or no rival.
    var isMet: Bool? {
        guard let bar, let ratio else { return nil }
        return ratio >= bar
    }

    private enum CodingKeys: String, CodingKey {
        case job, unit, one, two, rival, theirs, ratioOfOne, ratio, bar, isMet, notes
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(job, forKey: .job)
        try container.encode(unit, forKey: .unit)
        try container.encode(one, forKey: .one)
        try container.encode(two, forKey: .two)
        try container.encode(rival, forKey: .rival)
        try container.encode(theirs, forKey: .theirs)
        try container.encode(ratioOfOne, forKey: .ratioOfOne)
        try container.encode(ratio, forKey: .ratio)
        try container.encode(bar, forKey: .bar)
        try container.encode(isMet, forKey: .isMet)
        try container.encode(notes, forKey: .notes)
    }
}
