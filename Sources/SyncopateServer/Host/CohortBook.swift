/// Cohorts by identity, and who is in which.
struct CohortBook: Sendable {
    private(set) var cohorts: [Cohort] = []
    private var places: [String: Int] = [:]
    /// The first cohort of each learner who has not left it.
    private var ofLearner: [String: (cohort: Int, optsOut: Bool)] = [:]

    init(_ cohorts: [Cohort] = []) {
        self.cohorts = cohorts
        for (place, cohort) in cohorts.enumerated() {
            places[cohort.id] = place
            for member in cohort.present where ofLearner[member.learner] == nil {
                ofLearner[member.learner] = (place, member.optsOut)
            }
        }
    }

    subscript(id: String) -> Cohort? { places[id].map { cohorts[$0] } }

    var ids: [String] { cohorts.map(\.id) }

    /// The cohort of a learner, and whether they opted out of meeting.
    func membership(of learner: String) -> (cohort: Cohort, optsOut: Bool)? {
        ofLearner[learner].map { (cohorts[$0.cohort], $0.optsOut) }
    }

    var isEmpty: Bool { cohorts.isEmpty }
}
