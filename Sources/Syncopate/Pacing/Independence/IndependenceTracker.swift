/// Follows the independence of learners through their traces, moment by moment.
///
/// A value: feed it moments in the order of time and ask it at any point. State is a few numbers per learner and course.
/// Everything of one moment is foretold from what was known before it.
public struct IndependenceTracker: Sendable {
    /// What was expected of an outcome before it, or anything of its moment, was known.
    public struct Prediction: Sendable, Hashable {
        /// Position of the event in its log.
        public var event: Int
        /// What kind of outcome.
        public var kind: TraceKind
        /// Probability of it.
        public var probability: Double
        /// What happened, 0...1.
        public var outcome: Double
    }

    /// How traces are read.
    public let model: IndependenceModel
    private var intercepts = TraceIntercepts()
    private var states: [Place: State] = [:]
    private var latest: [Int: Place] = [:]

    /// A learner in a run of a course.
    struct Place: Sendable, Hashable {
        var learner: Int
        var course: Int
    }

    /// What is known of a learner in a run of a course.
    struct State: Sendable, Hashable {
        var general = TraitBelief()
        var facets: [IndependenceFacet: TraitBelief] = [:]
        var counts: [TraceKind: Int] = [:]

        func carried(_ model: IndependenceModel) -> State {
            State(general: general.carried(model), facets: facets.mapValues { $0.carried(model) })
        }
    }

    public init(_ model: IndependenceModel) { self.model = model }

    // MARK: Asking

    /// What is believed of a learner in the course they were last seen in; ``Independence/prior`` for nobody known.
    ///
    /// - Parameter learner: position in the log's list of learners.
    public func independence(ofLearner learner: Int) -> Independence {
        latest[learner].map { independence(at: $0) } ?? .prior
    }

    /// What is believed of a learner in one course.
    public func independence(ofLearner learner: Int, course: Int) -> Independence {
        independence(at: Place(learner: learner, course: course))
    }

    private func independence(at place: Place) -> Independence {
        guard let state = states[place] else { return .prior }
        let share = model.facetShare
        let facets = IndependenceFacet.allCases.compactMap { facet -> Independence.Facet? in
            guard let own = state.facets[facet] else { return nil }
            return Independence.Facet(
                facet: facet,
                mean: share.squareRoot() * state.general.mean + (1 - share).squareRoot() * own.mean,
                deviation: (share * state.general.reported + (1 - share) * own.reported).squareRoot())
        }
        return Independence(
            mean: state.general.mean, deviation: state.general.reported.squareRoot(), counts: state.counts,
            facets: facets, source: state.counts.isEmpty ? nil : .traces)
    }

    // MARK: Observing

    /// Takes a whole log in the order of time.
    ///
    /// - Parameter predicted: called for each outcome, in the order of time.
    public mutating func observe(_ log: TraceLog, predicted: (Prediction) -> Void = { _ in }) {
        for moment in log.moments {
            for prediction in observe(moment: moment.map { log.events[$0] }) {
                var prediction = prediction
                prediction.event = moment[prediction.event]
                predicted(prediction)
            }
        }
    }

    /// Takes everything of one moment.
    ///
    /// - Parameter moment: events of one time, in any order. Several of one learner are taken one after the other.
    /// - Returns: what was expected of each outcome, `event` its position in `moment`.
    @discardableResult
    public mutating func observe(moment: [TraceLog.Event]) -> [Prediction] {
        var predictions: [Prediction] = []
        var samples: [TraceIntercepts.RunKey: [(offset: Double, variance: Double, outcome: Double)]] = [:]
        var order: [TraceIntercepts.RunKey] = []
        for (position, event) in moment.enumerated() {
            for trace in event.traces where usable(trace) && !trace.kind.isRelative {
                guard let term = model.terms[trace.kind] else { continue }
                let key = Self.key(event, trace.kind)
                let expected = expectation(state(for: event), trace.kind, term)
                let intercept = intercepts.value(key, term, model)
                predictions.append(
                    Prediction(
                        event: position, kind: trace.kind,
                        probability: TraitBelief.probability(
                            mean: intercept.mean + expected.offset, variance: expected.variance + intercept.variance),
                        outcome: trace.value))
                if samples[key] == nil { order.append(key) }
                samples[key, default: []].append((expected.offset, expected.variance, trace.value))
            }
        }
        // Rates of the past: how much an outcome is expected to tell must not hang on the outcome.
        var settled: [TraceIntercepts.RunKey: (intercept: Double, rate: Double)] = [:]
        for key in order {
            guard let term = model.terms[key.key.kind] else { continue }
            let rate = intercepts.rate(key.key, term)
            settled[key] = (intercepts.learn(key, samples[key] ?? [], term, model), rate)
        }
        for event in moment { update(event, settled) }
        return predictions
    }

    private mutating func update(
        _ event: TraceLog.Event, _ settled: [TraceIntercepts.RunKey: (intercept: Double, rate: Double)]
    ) {
        let place = Place(learner: event.learner, course: event.course)
        let before = state(for: event)
        let traces = event.traces.filter { usable($0) && model.terms[$0.kind] != nil }
        var now = before
        if !traces.isEmpty {
            // Before the first event of a course it is the trait's own spread, or what was carried along.
            if !before.counts.isEmpty { now.general.drift(model.drift) }
            for facet in Set(traces.compactMap(\.kind.facet)) {
                var own = now.facets[facet] ?? TraitBelief()
                if now.facets[facet] != nil { own.drift(model.drift) }
                now.facets[facet] = own
            }
        }
        // The order of kinds, not of the file: the same traces say the same.
        for kind in TraceKind.allCases {
            for trace in traces where trace.kind == kind {
                guard let term = model.terms[kind] else { continue }
                take(trace, term, settled[Self.key(event, kind)], into: &now)
                now.counts[kind, default: 0] += 1
            }
        }
        // Evidence never leaves less known than before it.
        now.general.reported = min(now.general.reported, before.general.reported)
        for (facet, own) in now.facets {
            now.facets[facet]?.reported = min(own.reported, before.facets[facet]?.reported ?? 1)
        }
        states[place] = now
        latest[event.learner] = place
    }

    private func take(
        _ trace: TraceLog.Trace, _ term: IndependenceModel.Term, _ settled: (intercept: Double, rate: Double)?,
        into state: inout State
    ) {
        let slopes = model.slopes(trace.kind, term)
        var own = trace.kind.facet.flatMap { state.facets[$0] } ?? TraitBelief()
        if trace.kind.isRelative {
            TraitBelief.observe(&state.general, &own, slopes: slopes, place: trace.value, noise: term.noise)
        } else if let settled {
            TraitBelief.observe(
                &state.general, &own, slopes: slopes, outcome: trace.value, intercept: settled.intercept)
            TraitBelief.expect(&state.general, &own, slopes: slopes, rate: settled.rate)
        }
        if let facet = trace.kind.facet { state.facets[facet] = own }
    }

    // MARK: Parts

    /// What is known of an event's learner before it: in this course, or carried over from the last one.
    private func state(for event: TraceLog.Event) -> State {
        if let known = states[Place(learner: event.learner, course: event.course)] { return known }
        guard let last = latest[event.learner], let state = states[last] else { return State() }
        return state.carried(model)
    }

    /// What a learner brings to an outcome beside the intercept, with the step that the event will take.
    private func expectation(
        _ state: State, _ kind: TraceKind, _ term: IndependenceModel.Term
    ) -> (offset: Double, variance: Double) {
        let (a, b) = model.slopes(kind, term)
        let known = kind.facet.flatMap { state.facets[$0] }
        let own = known ?? TraitBelief()
        let general = state.general.variance + (state.counts.isEmpty ? 0 : model.drift)
        let particular = own.variance + (known == nil ? 0 : model.drift)
        return (a * state.general.mean + b * own.mean, a * a * general + b * b * particular)
    }

    private func usable(_ trace: TraceLog.Trace) -> Bool {
        trace.value.isFinite && (trace.kind.isRelative ? abs(trace.value) < 10 : (0...1).contains(trace.value))
    }

    private static func key(_ event: TraceLog.Event, _ kind: TraceKind) -> TraceIntercepts.RunKey {
        TraceIntercepts.RunKey(key: .init(kind: kind, group: event.group), course: event.course)
    }
}
