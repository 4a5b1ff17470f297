public import Syncopate

/// A published model of learners that the engine is measured against, fitted on some learners and judged on others.
///
/// The learners of the two logs need not have anything in common. Items and skills are matched by their ids, because
/// positions differ from log to log; what a rival has not met falls back on what it knows of the rest.
public protocol Rival: Sendable {
    /// What tables call it.
    static var name: String { get }

    /// Fits it with its usual settings. Never fails: with nothing to learn from, everything is as likely as not.
    init(fitting log: ResponseLog)

    /// The expected score of every response of `log`, in its order, each above 0 and below 1.
    ///
    /// Every learner starts unknown. A response is predicted from the same learner's earlier bundles only, never from
    /// its own bundle (``ResponseLog/bundleEnd(from:within:)``), and never from other learners of `log`.
    func predictions(_ log: ResponseLog) -> [Double]
}
