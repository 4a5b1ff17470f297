/// A log's items and sets of skills in the positions of a model.
struct LogVocabulary: Sendable {
    let vocabulary: Vocabulary
    private let items: [Int32]
    private let sets: [Int32]

    init(_ model: MasteryModel, _ log: ResponseLog) {
        var vocabulary = Vocabulary(model)
        items = log.items.map { vocabulary.position(ofItem: $0) }
        sets = log.skillSets.map { set in
            vocabulary.position(
                ofSet: zip(set.skills, set.weights).map { (skill: log.skills[Int($0)], weight: $1) })
        }
        self.vocabulary = vocabulary
    }

    /// What the response at `index` asks.
    func question(_ index: Int, _ log: ResponseLog) -> ModelFollower.Question {
        let item = items[Int(log.item[index])]
        let set = sets[Int(log.skillSet[index])]
        return ModelFollower.Question(
            item: item, set: set, skillSet: vocabulary.sets[Int(set)], knownSet: vocabulary.known(set: set),
            isNewItem: Int(item) >= vocabulary.knownItems, at: log.at[index])
    }
}
