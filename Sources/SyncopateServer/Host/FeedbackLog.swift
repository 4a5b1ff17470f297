public import Syncopate

/// Where what hosts say of decisions goes, so that policies can be evaluated later: whoever starts the server gives one.
public protocol FeedbackLog: AnyObject {
    func append(_ feedback: DecisionFeedback)
}
