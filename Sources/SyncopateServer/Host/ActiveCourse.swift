internal import Syncopate

/// A catalogue in use, with everything made of it once. One object, so that nothing of it is copied from call to call.
final class ActiveCourse {
    let recommender: Recommender
    /// A record of nobody, to stand where one is lent or forgotten.
    let blank: LearnerRecord
    /// What advises tutors that write their own items.
    private(set) lazy var adviser = SkillAdviser(recommender)
    /// What keeps the records of learners. Behind a pointer: it is used where it stands, event by event, without counting
    /// references to all that it holds.
    let keeper: UnsafeMutablePointer<RecordKeeper>

    init(_ catalogue: Catalogue, _ settings: PracticeSettings) {
        recommender = Recommender(catalogue: catalogue, settings: settings)
        keeper = .allocate(capacity: 1)
        keeper.initialize(to: RecordKeeper(recommender))
        blank = keeper.pointee.newRecord(of: "")
    }

    deinit {
        keeper.deinitialize(count: 1)
        keeper.deallocate()
    }
}
