/// Items to choose from, laid out for a fitted model: those that need the same skills stand together.
///
/// Of one learner at one moment, all that such items differ in is what the model says of each item, so that mastery is
/// worked out once for each set of skills and not for each item.
public struct ItemBank: Sendable {
    public let model: MasteryModel
    /// Ids of the items, M, in the caller's order, which positions in results go by.
    public let items: [String]
    /// The model's words, and those that only the items have.
    let vocabulary: Vocabulary
    let sections: [Section]
    /// Where each section's places start, and the end of the last.
    let sectionStarts: [Int]
    /// The caller's position of each item, M, in the order of the sections.
    let order: [Int32]
    /// Position in ``vocabulary`` of each item, M, in the order of the sections.
    let itemPositions: [Int32]
    let terms: RankingTerms
    /// Sections of each set, by its position in ``vocabulary``.
    private let sectionsOfSet: [Range<Int>]
    /// Places of the items of each position in ``vocabulary``: where they start in ``placesByItem``, and the end of the last.
    private let itemStarts: [Int32]
    private let placesByItem: [Int32]
    private let sectionOfPlace: [Int32]

    /// The items of one set of skills.
    struct Section: Sendable {
        /// Position of the set in ``ItemBank/vocabulary``.
        var set: Int32
        var skillSet: ResponseLog.SkillSet
        /// Whether these are items that the model never saw.
        var isNew: Bool
        /// Places in ``ItemBank/order``.
        var places: Range<Int>
    }

    /// - Parameter items: each with the skills it needs; weights are made to sum to one, and those that are no number or
    ///   not above zero are left out. Of items with the same id all are kept.
    public init(_ model: MasteryModel, items: [(id: String, skills: [SkillWeight])]) {
        self.model = model
        self.items = items.map(\.id)
        var vocabulary = model.vocabulary
        var words: [(set: Int32, isNew: Bool, item: Int32)] = []
        words.reserveCapacity(items.count)
        for item in items {
            let set = vocabulary.position(ofSet: item.skills)
            let position = vocabulary.position(ofItem: item.id)
            words.append((set, Int(position) >= vocabulary.knownItems, position))
        }
        let order = words.indices.sorted {
            let (left, right) = (words[$0], words[$1])
            if left.set != right.set { return left.set < right.set }
            return left.isNew != right.isNew ? right.isNew : $0 < $1
        }
        var sections: [Section] = []
        for (place, item) in order.enumerated() {
            let word = words[item]
            if let last = sections.last, last.set == word.set, last.isNew == word.isNew {
                sections[sections.count - 1].places = last.places.lowerBound..<place + 1
            } else {
                sections.append(
                    Section(
                        set: word.set, skillSet: vocabulary.sets[Int(word.set)], isNew: word.isNew,
                        places: place..<place + 1))
            }
        }
        self.order = order.map { Int32($0) }
        self.sections = sections
        sectionStarts = sections.map(\.places.lowerBound) + [items.count]
        self.vocabulary = vocabulary
        itemPositions = order.map { words[$0].item }
        terms = RankingTerms(model, sections: sections, items: itemPositions)
        var sectionsOfSet = [Range<Int>](repeating: 0..<0, count: vocabulary.sets.count)
        var sectionOfPlace: [Int32] = []
        for (number, section) in sections.enumerated() {
            let before = sectionsOfSet[Int(section.set)]
            sectionsOfSet[Int(section.set)] = (before.isEmpty ? number : before.lowerBound)..<number + 1
            sectionOfPlace += section.places.map { _ in Int32(number) }
        }
        self.sectionsOfSet = sectionsOfSet
        self.sectionOfPlace = sectionOfPlace
        let byItem = order.indices.sorted { (words[order[$0]].item, $0) < (words[order[$1]].item, $1) }
        placesByItem = byItem.map { Int32($0) }
        var starts = [Int32](repeating: 0, count: vocabulary.items.count + 1)
        for word in words { starts[Int(word.item) + 1] += 1 }
        for item in vocabulary.items.indices { starts[item + 1] += starts[item] }
        itemStarts = starts
    }

    /// Numbers of the sections of a set of skills, which need not be one of the bank's.
    func sections(ofSet set: Int32) -> Range<Int> {
        sectionsOfSet.indices.contains(Int(set)) ? sectionsOfSet[Int(set)] : 0..<0
    }

    /// Places of items, which need not be the bank's, and the numbers of their sections.
    func places(ofItems positions: [Int32]) -> [(place: Int, section: Int)] {
        var found: [(place: Int, section: Int)] = []
        for item in positions where item >= 0 && Int(item) + 1 < itemStarts.count {
            for number in itemStarts[Int(item)]..<itemStarts[Int(item) + 1] {
                let place = Int(placesByItem[Int(number)])
                found.append((place, Int(sectionOfPlace[place])))
            }
        }
        return found
    }

    /// What a response to the item at a place of ``order`` would ask.
    func question(_ place: Int, in section: Section, at: Double) -> ModelFollower.Question {
        ModelFollower.Question(
            item: itemPositions[place], set: section.set, skillSet: section.skillSet,
            knownSet: vocabulary.known(set: section.set), isNewItem: section.isNew, at: at)
    }
}
