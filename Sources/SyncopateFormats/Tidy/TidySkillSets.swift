internal import Syncopate

/// The sets of skills that a file names, each distinct one parsed and compared once, and which of them each item has.
///
/// A set is known by its number. Two texts that name the same skills with the same weights in another order are two
/// sets with one meaning, and an item whose rows differ only so has one set.
struct TidySkillSets {
    /// Number of the set without skills: the row says nothing, and its item's count.
    static let none: Int32 = 0

    private var lists: [[SkillWeight]] = [[]]
    /// Per set the first one that means the same.
    private var meanings: [Int32] = [TidySkillSets.none]
    private var firstOfMeaning: [[SkillWeight]: Int32] = [:]
    /// Per set its position among the log's, -1 until an event needs it.
    private var positions: [Int32] = [-1]
    /// Per item the number of its set.
    private var ofItems: [Int32] = []
    private var texts = ByteInterner()
    private var numbers: [[SkillWeight]: Int32] = [[]: TidySkillSets.none]

    /// How many sets there are.
    var count: Int { lists.count }

    /// Whether one of them has skills.
    var hasSkills: Bool { lists.count > 1 }

    /// The skills of a set by its number.
    func list(_ number: Int) -> [SkillWeight] { lists.indices.contains(number) ? lists[number] : [] }

    /// The number of the set a cell names, or `nil` if its text was not seen before.
    func number(ofCell bytes: UnsafeBufferPointer<UInt8>) -> Int32? { texts.value(of: bytes) }

    /// Remembers which set the text of a cell names.
    mutating func insert(cell bytes: UnsafeBufferPointer<UInt8>, number: Int32) {
        texts.insert(bytes, value: number)
    }

    /// The number of a set; an equal one has the same.
    mutating func number(_ list: [SkillWeight]) -> Int32 {
        if let number = numbers[list] { return number }
        let number = Int32(truncatingIfNeeded: lists.count)
        let sorted = list.sorted { ($0.skill, $0.weight) < ($1.skill, $1.weight) }
        let meaning = firstOfMeaning[sorted] ?? number
        firstOfMeaning[sorted] = meaning
        lists.append(list)
        meanings.append(meaning)
        positions.append(-1)
        numbers[list] = number
        return number
    }

    /// Whether two sets name the same skills with the same weights.
    func meansSame(_ one: Int32, _ other: Int32) -> Bool {
        one == other
            || (meanings.indices.contains(Int(one)) && meanings.indices.contains(Int(other))
                && meanings[Int(one)] == meanings[Int(other)])
    }

    /// What an event on an item carries for the set its row names: -1 if it is the item's or there is none, else the
    /// set's position in the log. The first set named with an item becomes the item's.
    mutating func position(of number: Int32, item: Int32, in log: inout EvidenceLog) -> Int32 {
        guard number > TidySkillSets.none, lists.indices.contains(Int(number)) else { return -1 }
        while ofItems.count <= Int(item) { ofItems.append(TidySkillSets.none) }
        let known = ofItems[Int(item)]
        if known == number { return -1 }
        let set = Int(number)
        if known == TidySkillSets.none {
            ofItems[Int(item)] = number
            log.update(itemAt: item) { $0.skills = lists[set] }
            return -1
        }
        if meanings[Int(known)] == meanings[set] { return -1 }
        if positions[set] < 0 { positions[set] = log.intern(skillSet: lists[set]) }
        return positions[set]
    }
}
