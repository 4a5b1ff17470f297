import Syncopate
import TestSupport

/// Evidence with everything in it that a tidy file can carry.
enum InventedEvidence {
    /// Texts that want quotes, guards and escapes.
    static let texts = [
        "0123", "-5", "=1+1", "@x", "+7", "1-2", "1E5", "12345678901234567", "Ann", "O'Neill, \"Al\"", "a;b",
        "tab\there",
        "two\nlines", "é😀", "TRUE", "＝x", "007", "1.50", "2026-09-01", "x y",
    ]

    /// A log whose learners, items and events are drawn by lot; ids are unlike one another.
    static func log(seed: UInt64, plainIDs: Bool = false) -> EvidenceLog {
        var generator = SeededGenerator(seed: seed)
        func text(_ number: Int) -> String { texts[number % texts.count] }
        func pick(_ count: Int) -> Int { Int(generator.next() % UInt64(count)) }
        var log = EvidenceLog()
        let start = pick(texts.count)
        for number in 0..<4 {
            log.intern(
                Learner(
                    id: plainIDs ? "u\(number)" : text(start + number),
                    name: pick(2) == 0 ? "" : "Name " + text(start + number + 5), section: pick(2) == 0 ? "" : "7B"))
        }
        for number in 0..<5 {
            let kind = ItemKind.allCases[pick(ItemKind.allCases.count)]
            let isStated = pick(2) == 0
            let id = text(start + number + 9)
            log.intern(
                Item(
                    id: id, title: id, skills: pick(2) == 0 ? [] : [SkillWeight(skill: "s\(number)", weight: 0.5)],
                    maximum: pick(3) == 0 ? nil : Double(1 + pick(20)), kind: isStated ? kind : ItemKind(title: id),
                    kindIsStated: isStated))
        }
        for row in 0..<24 {
            let item = Int32(row < 5 ? row : pick(5))
            let status = pick(3) == 0 ? Status.allCases[pick(Status.allCases.count)] : .scored
            // Without a maximum a score is a share, so it may not be above 1.
            let share = Double(pick(8)) / 8
            log.append(
                Event(
                    learner: Int32(row < 4 ? row : pick(4)), item: item, status: status,
                    score: status == .scored ? share : .nan, at: 1_788_244_200 + Double(row) * 0.5,
                    attempt: Int32(row + 1), hints: pick(2) == 0 ? -1 : Int16(pick(4)),
                    seconds: pick(2) == 0 ? -1 : Float(pick(1000)) / 8,
                    mode: pick(2) == 0 ? nil : Mode.allCases[pick(Mode.allCases.count)], row: Int32(row + 1)))
        }
        return log
    }
}
