internal import Syncopate

/// A catalogue in use, with everything made of it once. One object, so that nothing of it is copied from call to call.
final class ActiveCourse {
    let recommender: Recommender
    /// What keeps the records of learners.
    var keeper: RecordKeeper
    /// A record of nobody, to stand where one is lent or forgotten.
    let blank: LearnerRecord
    /// What advises tutors that write their own items.
    private(set) lazy var adviser = SkillAdviser(recommender)

    init(_ catalogue: Catalogue, _ settings: PracticeSettings) {
        recommender = Recommender(catalogue: catalogue, settings: settings)
        keeper = RecordKeeper(recommender)
        blank = keeper.newRecord(of: "")
    }
}
