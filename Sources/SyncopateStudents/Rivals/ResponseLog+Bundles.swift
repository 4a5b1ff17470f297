import Syncopate

extension ResponseLog {
    /// Goes through the bundles of every learner in order.
    ///
    /// - Parameter body: gets the positions of the bundle's responses, and whether it is its learner's first.
    func forEachBundle(_ body: (_ bundle: Range<Int>, _ isFirst: Bool) -> Void) {
        for learner in learners.indices { forEachBundle(ofLearner: learner, body) }
    }

    /// Goes through the bundles of one learner in order.
    func forEachBundle(ofLearner learner: Int, _ body: (_ bundle: Range<Int>, _ isFirst: Bool) -> Void) {
        let responses = responses(ofLearner: learner)
        var start = responses.lowerBound
        while start < responses.upperBound {
            let end = bundleEnd(from: start, within: responses)
            body(start..<end, start == responses.lowerBound)
            start = end
        }
    }
}
