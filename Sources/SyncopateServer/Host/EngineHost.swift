public import Syncopate

/// Everything a server holds: the catalogue, the learners, the cohorts. One request at a time.
public final class EngineHost {
    public let settings: ServerSettings
    /// What advises; `nil` until there is a catalogue.
    var recommender: Recommender?
    /// What advises tutors that write their own items; as ``recommender``.
    private(set) var adviser: SkillAdviser?
    /// What keeps the records; as ``recommender``.
    var keeper: RecordKeeper?
    /// A record of nobody, to stand where one is lent or forgotten.
    private(set) var blank: LearnerRecord?
    var learners = LearnerStore()
    var cohorts = CohortBook()
    /// Slots that are nobody's cohort's.
    var slots: [LiveSlot] = []
    /// What a class is like where its cohort does not say.
    var setting: Setting
    var counters = Counters()
    /// Modes for learners by themselves, worked out when they are first asked for.
    var outlooks: [OutlookKey: ModeOutlook] = [:]
    private let storage: (any StateStorage)?
    /// Where what hosts say of decisions goes; `nil`: nowhere.
    let feedbackLog: (any FeedbackLog)?

    var isReadOnly: Bool { settings.isReadOnly }

    /// - Parameters:
    ///   - storage: where states are kept between runs; `nil`: nowhere.
    ///   - feedbackLog: where what hosts say of decisions goes; `nil`: nowhere.
    public init(
        _ settings: ServerSettings, catalogue: Catalogue?, storage: (any StateStorage)? = nil,
        feedbackLog: (any FeedbackLog)? = nil
    ) {
        self.settings = settings
        self.storage = storage
        self.feedbackLog = feedbackLog
        setting = settings.setting
        if let catalogue { use(catalogue) }
    }

    private func use(_ catalogue: Catalogue) {
        let recommender = Recommender(catalogue: catalogue, settings: settings.practice)
        self.recommender = recommender
        adviser = SkillAdviser(recommender)
        keeper = RecordKeeper(recommender)
        blank = keeper?.newRecord(of: "")
    }

    /// What advises.
    ///
    /// - Throws: where there is no catalogue yet.
    func practice() throws(WireFault) -> Recommender {
        guard let recommender else { throw Self.noCatalogue }
        return recommender
    }

    static let noCatalogue = WireFault(
        .invalidCatalogue, "there is no catalogue yet",
        hint: "start the program with --catalogue FILE, or send one with define")

    // MARK: Learners

    /// The place of a learner, who is taken up as new where nobody knows them.
    func place(of learner: String) throws(WireFault) -> Int {
        if let place = learners.place(of: learner) { return place }
        try checkRoom()
        guard let keeper else { throw Self.noCatalogue }
        return learners.put(keeper.newRecord(of: learner))
    }

    func checkRoom() throws(WireFault) {
        guard learners.count < settings.learnerLimit else {
            throw WireFault(
                .busy, "\(learners.count) learners are held already, the most there is room for",
                hint: "export_state and forget some, or start the program with a larger --max-learners")
        }
    }

    /// The record of a learner as it is now: a new one where nobody knows them.
    func record(of learner: String, path: String) throws(WireFault) -> LearnerRecord {
        if let record = learners.record(of: learner) { return record }
        return try newRecord(of: learner, path: path)
    }

    /// A record of somebody nobody knows.
    private func newRecord(of learner: String, path: String) throws(WireFault) -> LearnerRecord {
        guard !settings.isStrict else {
            throw WireFault(
                .unknownLearner, "nothing was ever observed of this learner", path: path,
                hint: "observe something first, or start the program without --strict")
        }
        guard let keeper else { throw Self.noCatalogue }
        return keeper.newRecord(of: learner)
    }

    /// Changes a learner's record without a copy. Who is not known gets a new one, which is not kept.
    func withRecord<Result>(
        of learner: String, path: String, _ body: (inout LearnerRecord) throws(WireFault) -> Result
    ) throws(WireFault) -> Result {
        guard let place = learners.place(of: learner) else {
            var record = try newRecord(of: learner, path: path)
            return try body(&record)
        }
        guard let blank else { throw Self.noCatalogue }
        var record = learners.lend(place, leaving: blank)
        defer { learners.giveBack(record, at: place) }
        return try body(&record)
    }

    /// Lends the keeper to somebody who changes it.
    func withKeeper<Result>(
        _ body: (inout RecordKeeper) throws(WireFault) -> Result
    ) throws(WireFault) -> Result {
        guard var lent = keeper.take() else { throw Self.noCatalogue }
        defer { keeper = lent }
        return try body(&lent)
    }

    // MARK: States

    /// Puts another catalogue in place of the one there is. Learners' answers are read again against it.
    func define(_ catalogue: Catalogue) throws(WireFault) {
        let recommender = Recommender(catalogue: catalogue, settings: settings.practice)
        var keeper = RecordKeeper(recommender)
        var read = LearnerStore()
        for place in 0..<learners.extent {
            guard let record = learners.record(at: place) else { continue }
            guard let old = self.keeper else { break }
            do throws(RecordFault) {
                read.put(try keeper.reread(record, from: old))
            } catch {
                throw WireFault(
                    .stateIncompatible, "for one learner or more, \(error.description)",
                    hint: "start the program with the new catalogue and send the whole logs, or forget those learners")
            }
        }
        self.recommender = recommender
        adviser = SkillAdviser(recommender)
        blank = keeper.newRecord(of: "")
        self.keeper = keeper
        learners = read
        outlooks = [:]
    }

    /// Keeps all states.
    ///
    /// - Returns: how many.
    @discardableResult
    public func checkpoint() throws(StorageFault) -> Int? {
        guard let storage else { return nil }
        var states: [(learner: String, state: [UInt8])] = []
        states.reserveCapacity(learners.count)
        if let keeper {
            for place in 0..<learners.extent {
                guard let record = learners.record(at: place) else { continue }
                states.append((record.learner, keeper.bytes(of: record)))
            }
        }
        try storage.replace(with: states)
        return states.count
    }

    /// Takes up a state that was kept.
    ///
    /// - Throws: why it cannot be.
    public func restore(_ bytes: [UInt8]) throws(RecordFault) {
        guard var keeper = self.keeper.take() else { throw .incompatible }
        defer { self.keeper = keeper }
        learners.put(try keeper.record(from: bytes))
    }
}
