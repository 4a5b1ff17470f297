/// What a log of answers says of every learner, read against a catalogue.
///
/// Evidence finds its way by identity: an answer counts for the item it names, under its name of today or one it had
/// before; where the item is gone, for the skills the log gives it, and where it gives none, for the skill of the item's own
/// name. So items may come and go, and skills may be renamed, split or merged, without anything being lost.
public struct PracticeHistory: Sendable {
    /// Everybody in the log, in its order.
    public let learners: [LearnerPractice]
    /// Identities of items in the log that say nothing of any skill of the catalogue, in the log's order.
    public let unmatched: [String]
    /// Answers on these.
    public let unmatchedAnswers: Int
    /// Seconds since 1970 of the latest event; `nil` where the log has no times.
    public let latest: Double?

    /// Reads the answers of every learner in the order of their times.
    ///
    /// An answer without a time comes with the one before it in the log, and those before any at the time of the
    /// learner's first.
    ///
    /// - Parameter undated: seconds since 1970 at which answers of learners without any time count as given; no number:
    ///   1970.
    public init(_ log: EvidenceLog, for recommender: Recommender, undated: Double = .nan) {
        let matcher = EvidenceMatcher(log, recommender.catalogue)
        var answers = [[PracticeAnswer]](repeating: [], count: log.learners.count)
        var unmatched: Set<Int32> = []
        var lost = 0
        for event in log.events where event.status == .scored {
            switch matcher.match(event) {
            case .answer(let answer): answers[Int(event.learner)].append(answer)
            case .noMastery: continue
            case .nothing:
                unmatched.insert(event.item)
                lost += 1
            }
        }
        let blank = recommender.newLearner
        learners = zip(log.learners, answers).map { (learner: Learner, answers: [PracticeAnswer]) in
            let ordered = Self.inOrder(answers)
            var state = blank
            // What has no time of its own takes that of the answer before: here of one before the first.
            let start = ordered.first { $0.at.isFinite }?.at ?? undated
            for answer in ordered {
                let time = answer.at.isFinite || state.last.isFinite ? answer.at : start
                if let item = answer.item {
                    recommender.observe(item: item, score: answer.score, at: time, &state)
                } else {
                    recommender.observe(skills: answer.skills, score: answer.score, at: time, &state)
                }
            }
            return LearnerPractice(learner: learner, state: state, answers: ordered)
        }
        self.unmatched = unmatched.sorted().map { log.items[Int($0)].id }
        unmatchedAnswers = lost
        latest = log.events.reduce(nil) { latest, event in
            event.at.isFinite ? max(latest ?? event.at, event.at) : latest
        }
    }

    /// The learner with this identity; `nil` where the log has none.
    public subscript(id: String) -> LearnerPractice? { learners.first { $0.learner.id == id } }

    /// How many learners were given each item, as a limit on the share that may be.
    public func exposures(_ recommender: Recommender) -> ExposureLimit {
        var given = [Int](repeating: 0, count: recommender.catalogue.items.count)
        for history in learners {
            for item in history.state.items.positions { given[item] += 1 }
        }
        return ExposureLimit(share: recommender.settings.exposureShare, given: given, learners: learners.count)
    }

    /// By time; an answer without one comes with the answer before it.
    private static func inOrder(_ answers: [PracticeAnswer]) -> [PracticeAnswer] {
        var time = -Double.infinity
        let times = answers.map { answer in
            if answer.at.isFinite { time = answer.at }
            return time
        }
        return answers.indices.sorted { times[$0] != times[$1] ? times[$0] < times[$1] : $0 < $1 }.map { answers[$0] }
    }
}
