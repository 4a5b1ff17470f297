import Syncopate
import TestSupport

/// Evidence drawn by lot whose every text wants care: ids, names, titles and skills that quotes, spreadsheets, trimming and
/// case may change.
struct NastyEvidence {
    static let texts = [
        "a,b", "say \"hi\"", "two\nlines", "cr\rlf\r\nend", "tab\there", "=1+1", "=\"x\"", "=\"\"", "=\"\"\"\"",
        "=\"a\"\"b\"",
        "=a\"b", "q\"\u{301}", "=\"\u{301}\"", "\u{301};", "\"", "\"\"", "a\"", "+7", "-5", "@x", "'=quoted", "'",
        "007", "12345678901234567", "7.0", "7",
        "1.2E+11", "1E5",
        "1-2", "1,5", "1.234", " lead", "trail ", "lead", "\u{3000}", "\u{3000}wide", "\u{200B}", "😀👩‍👩‍👧", "e\u{301}te",
        "\u{301}mark",
        "\u{202E}abc", "שלום, עולם", "A", "a", "ß", "SS", "x;y", "x:0.5", ":2", "TRUE", "null", "NaN", "inf", "EX",
        "N/A", "-",
        "\u{FEFF}bom", "\\n", "\\\"", "\u{85}", "\u{2028}", "\u{0B}", "\u{01}\u{1F}", "0", "-0", "２", "learner",
        "learner,item,score", "#",
        "Points Possible", "{\"a\":1}", "<b>&amp;</b>", "%", "50%", "2026-09-01", "٣", "A\u{30A}ngström",
        "=HYPERLINK(\"http://x\")",
        "＝1", "a\u{0}b",
    ]

    private var random: SeededGenerator
    private let texts: [String]

    /// - Parameter isUsable: which texts are drawn.
    init(seed: UInt64, isUsable: (String) -> Bool = { !$0.unicodeScalars.contains("\0") }) {
        random = SeededGenerator(seed: seed)
        texts = Self.texts.filter(isUsable)
    }

    /// Different texts.
    private mutating func draw(_ count: Int) -> [String] { Array(texts.shuffled(using: &random).prefix(count)) }

    private mutating func chance(_ share: Double) -> Bool { random.uniform() < share }

    private mutating func text() -> String { chance(0.3) ? "" : texts.randomElement(using: &random) ?? "" }

    /// A log, every learner and item of which has an event.
    ///
    /// - Parameter isSkill: which texts may be skills.
    mutating func log(isSkill: (String) -> Bool) -> EvidenceLog {
        var log = EvidenceLog()
        for id in draw(6) { log.intern(Learner(id: id, name: text(), section: text())) }
        let skills = texts.filter(isSkill)
        for id in draw(7) {
            let maximum = [nil, 1, 3, 7, 10, 12.5, 100, 1e6].randomElement(using: &random) ?? nil
            let kind = ItemKind.allCases.randomElement(using: &random) ?? .work
            let title = text()
            let (shown, isStated) = (title.isEmpty ? id : title, chance(0.7))
            var named: [SkillWeight] = []
            for skill in skills.shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random)) {
                named.append(
                    SkillWeight(skill: skill, weight: [1, 0.5, 2, 1e-7, 1.0 / 3].randomElement(using: &random) ?? 1))
            }
            log.intern(
                Item(
                    id: id, title: shown, skills: named, maximum: maximum, kind: isStated ? kind : .work,
                    kindIsStated: isStated))
        }
        var at = -3e6
        for number in 0..<60 {
            // All of them first, so that who and what stands in the same order again.
            let learner = number < 7 ? number % 6 : Int.random(in: 0..<6, using: &random)
            let item = number < 7 ? number : Int.random(in: 0..<7, using: &random)
            at += chance(0.2) ? 0 : random.uniform() * 3e6
            if chance(0.3) { at = at.rounded(.up) }
            log.append(event(learner, item, log.items[item].maximum, at: number == 59 ? 253_370_764_800 : at))
        }
        return log
    }

    private mutating func event(_ learner: Int, _ item: Int, _ maximum: Double?, at: Double) -> Event {
        // A score without a maximum is a share, and a learner's events stand in order of time or have none at all.
        let status = chance(0.6) ? .scored : Status.allCases.randomElement(using: &random) ?? .scored
        let most = maximum == nil ? 1 : 1.5
        let points = (random.uniform() * most * (maximum ?? 1) * 4).rounded() / 4
        let share = chance(0.7) ? min(points / (maximum ?? 1), most) : random.uniform() * most
        return Event(
            learner: Int32(learner), item: Int32(item), status: status, score: status == .scored ? share : .nan,
            at: at, attempt: chance(0.5) ? 0 : Int32.random(in: 1...4, using: &random),
            hints: chance(0.5) ? -1 : Int16.random(in: 0...9, using: &random),
            seconds: chance(0.5) ? -1 : Float(random.uniform() * 1000),
            mode: chance(0.5) ? nil : Mode.allCases.randomElement(using: &random))
    }
}
