/// How an answer went, by the result of an xAPI statement, or by its verb where there is no result.
///
/// What `scaled` means the specification leaves to the activity, and tools differ: Moodle's log store spreads the range from
/// the least to the largest score over -1 to 1 (logstore_xapi), H5P rounds to four digits, and some write a constant. So it
/// counts only where `raw` and `max` do not say how much was reached.
struct XAPIScore {
    /// Points above the least there is, or a share; NaN where nothing could be earned.
    private(set) var points = Double.nan
    private(set) var isShare = false
    /// Whether they are points of which nothing says what they are out of.
    private(set) var isPoints = false
    /// What points are out of; NaN where that is not known.
    private(set) var maximum = Double.nan
    /// What the activity gives at most; `nil` where the statement does not say.
    private(set) var maximumOfItem: Double?
    /// Whether it is a score, and not only right or wrong.
    private(set) var isScore = false
    /// A scaled score that says otherwise than the points that were read.
    private(set) var otherScaled: Double?
    /// Points that cannot be, so that the scaled score beside them counts.
    private(set) var otherRaw: Double?
    /// Whether there are points that nothing says the maximum of, so that right or wrong counts.
    private(set) var hasBarePoints = false

    /// How far a scaled score may be from what it stands for, if it was rounded to two digits.
    private static let rounding = 0.0051

    /// Verbs that tell of something else than an answer, even where the result says that it was a success.
    private static let otherVerbs: Set<String> = [
        "attended", "initialized", "launched", "registered", "experienced", "interacted", "progressed", "suspended",
        "resumed", "terminated", "exited", "abandoned", "waived", "satisfied", "viewed", "preferred", "shared",
        "commented", "rated", "voted-up", "voted-down", "liked", "bookmarked",
    ]

    /// `nil` where the statement does not say how it went.
    ///
    /// - Parameter stated: what points are out of where the file does not say.
    init?(_ result: JSONView, verb: String, stated: Double?) throws(TidyValues.Fault) {
        guard !Self.otherVerbs.contains(verb) else { return nil }
        let score = result["score"]
        let scaled = try score["scaled"].finite(.score)
        let raw = try score["raw"].finite(.score)
        let least = try score["min"].finite(.max) ?? 0
        let most = try score["max"].finite(.max)
        let success = result["success"].flag ?? (verb == "passed" ? true : verb == "failed" ? false : nil)
        if let most, most >= least { maximumOfItem = most - least }
        guard scaled != nil || raw != nil else {
            guard let success else { return nil }
            read(success)
            return
        }
        isScore = true
        if let most, most <= least {
            guard most == least else {
                throw TidyValues.Fault(
                    rule: .badMaximum, field: .max, message: "the maximum is below the minimum",
                    remedy: "correct it, or leave it out")
            }
            return
        }
        if let raw, let scaled, Self.isImpossible(raw, from: least, to: most), scaled >= 0, scaled <= 1 {
            points = scaled
            isShare = true
            otherRaw = raw
        } else if let raw {
            let reached = raw - least
            if let range = maximumOfItem ?? (scaled == nil ? stated : nil) {
                points = reached
                maximum = range
                if let scaled, (scaled - min(reached / range, 1)).magnitude > Self.rounding { otherScaled = scaled }
            } else if scaled == nil, let success {
                isScore = false
                hasBarePoints = true
                read(success)
            } else if scaled == nil {
                points = reached
                isPoints = true
            }
        }
        if let scaled, points.isNaN {
            guard scaled >= -1, scaled <= 1 else {
                throw TidyValues.Fault(
                    rule: .badValue, field: .score, message: "a scaled score is between -1 and 1",
                    remedy: "divide it by the maximum", found: scaled.shortText)
            }
            points = scaled
            isShare = true
        }
        guard points >= 0 else {
            throw TidyValues.Fault(
                rule: .negativeScore, field: .score, message: "a score cannot be below zero",
                remedy: "correct it, or leave it out", found: (isShare ? scaled ?? points : raw ?? points).shortText)
        }
    }

    /// Whether points lie below what is least, or so far above what is most that they are no extra credit.
    private static func isImpossible(_ raw: Double, from least: Double, to most: Double?) -> Bool {
        guard let most else { return false }
        return raw < least || raw - least > 2 * (most - least)
    }

    private mutating func read(_ success: Bool) {
        points = success ? 1 : 0
        isShare = true
    }
}
