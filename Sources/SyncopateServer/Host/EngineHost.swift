public import Syncopate

/// Everything a server holds: the catalogue, the learners, the cohorts. One request at a time.
public final class EngineHost {
    public let settings: ServerSettings
    /// What is learnt; `nil` until there is a catalogue.
    private(set) var activeCourse: ActiveCourse?
    private(set) var learners = LearnerStore()
    var cohorts = CohortBook()
    /// Slots that are nobody's cohort's.
    var slots: [LiveSlot] = []
    /// What a class is like where its cohort does not say.
    var setting: Setting
    var counters = Counters()
    /// Where the time goes.
    public var stages: StageTimer
    /// Modes for learners by themselves, worked out when they are first asked for.
    var outlooks: [OutlookKey: ModeOutlook] = [:]
    /// Sum of looks at records that were only to bring them near.
    var touched: UInt64 = 0
    /// Number of calls that brought events, so that each learner is counted once in each.
    var calls = 0
    /// Number of changes to anything that advice to a cohort rests on.
    var changes = 0
    /// What was settled among a cohort last, for the pages of one answer.
    var settled: SettledCohort?
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
        stages = StageTimer(settings.clock)
        self.storage = storage
        self.feedbackLog = feedbackLog
        setting = settings.setting
        activeCourse = catalogue.map { ActiveCourse($0, settings.practice) }
    }

    /// What is learnt.
    ///
    /// - Throws: where there is no catalogue yet.
    func course() throws(WireFault) -> ActiveCourse {
        guard let activeCourse else { throw Self.noCatalogue }
        return activeCourse
    }

    private static let noCatalogue = WireFault(
        .invalidCatalogue, "there is no catalogue yet",
        hint: "start the program with --catalogue FILE, or send one with define")

    // MARK: Learners

    /// The place of a learner, who is taken up as new where nobody knows them.
    func place(of learner: String) throws(WireFault) -> Int {
        if let place = learners.place(of: learner) { return place }
        try checkRoom()
        return learners.put(try course().keeper.pointee.newRecord(of: learner))
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
        return try course().keeper.pointee.newRecord(of: learner)
    }

    /// Changes a learner's record without a copy. Who is not known gets a new one, which is not kept.
    func withRecord<Result>(
        of learner: String, path: String, _ body: (inout LearnerRecord) throws(WireFault) -> Result
    ) throws(WireFault) -> Result {
        guard let place = learners.place(of: learner) else {
            var record = try newRecord(of: learner, path: path)
            return try body(&record)
        }
        var record = learners.lend(place, leaving: try course().blank)
        defer { learners.giveBack(record, at: place) }
        return try body(&record)
    }

    // MARK: States

    /// Puts another catalogue in place of the one there is. Learners' answers are read again against it.
    func define(_ catalogue: Catalogue) throws(WireFault) {
        let course = ActiveCourse(catalogue, settings.practice)
        let read = LearnerStore()
        if let old = activeCourse {
            for place in 0..<learners.extent {
                guard let record = learners.record(at: place) else { continue }
                do throws(RecordFault) {
                    read.put(try course.keeper.pointee.reread(record, from: old.keeper.pointee))
                } catch {
                    throw WireFault(
                        .stateIncompatible, "for one learner or more, \(error.description)",
                        hint:
                            "start the program with the new catalogue and send the whole logs, or forget those learners"
                    )
                }
            }
        }
        activeCourse = course
        learners = read
        outlooks = [:]
        changes += 1
    }

    /// Keeps all states.
    ///
    /// - Returns: how many.
    @discardableResult
    public func checkpoint() throws(StorageFault) -> Int? {
        guard let storage else { return nil }
        var states: [(learner: String, state: [UInt8])] = []
        states.reserveCapacity(learners.count)
        if let keeper = activeCourse?.keeper.pointee {
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
        guard let activeCourse else { throw .incompatible }
        learners.put(try activeCourse.keeper.pointee.record(from: bytes))
    }
}
