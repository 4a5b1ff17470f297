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

    /// Positions of the items by their identities of today and before, made when the first event comes.
    private lazy var items: IdentityTable = {
        var table = IdentityTable()
        for (identity, position) in recommender.catalogue.itemPositions { table.set(position, for: identity) }
        return table
    }()

    init(_ catalogue: Catalogue, _ settings: PracticeSettings) {
        recommender = Recommender(catalogue: catalogue, settings: settings)
        keeper = .allocate(capacity: 1)
        keeper.initialize(to: RecordKeeper(recommender))
        blank = keeper.pointee.newRecord(of: "")
    }

    /// Position of an item by its identity of today or before; `nil` where there is none.
    func position(ofItem identity: UnsafeBufferPointer<UInt8>) -> Int? {
        // The catalogue takes identities that look alike for the same, however they are written.
        items.value(of: identity)
            ?? recommender.catalogue.position(ofItem: String(decoding: identity, as: UTF8.self))
    }

    deinit {
        keeper.deinitialize(count: 1)
        keeper.deallocate()
    }
}
