import ArgumentParser
import Syncopate
import SyncopateFormats

/// Everything that a command on practice from a catalogue reads: the catalogue, the log against it, and the moment.
struct PracticeInput {
    let recommender: Recommender
    /// Everybody in the log.
    let history: PracticeHistory
    /// Seconds since 1970 that the advice is for; `nil`: the input has no times, and none was stated.
    let moment: Double?
    var reader: InputReader

    /// Most items that are named in a warning.
    private static let namesLimit = 5

    /// Reads the catalogue and then the log; what looks wrong is said.
    ///
    /// - Parameters:
    ///   - files: logs; none: nobody has answered anything yet.
    ///   - at: the moment as on the command line; `nil`: the latest in the log.
    init(_ files: [String], _ practice: PracticeOptions, _ input: InputOptions, at: String?) throws {
        var reader = try input.reader
        recommender = try practice.recommender(&reader)
        let log = try reader.read(files)
        self.reader = reader
        let stated = at.flatMap { Moment.seconds($0) }
        history = PracticeHistory(log, for: recommender, undated: stated ?? .nan)
        moment = stated ?? history.latest
        try checkMatches()
        if moment == nil, recommender.catalogue.goals.contains(where: { $0.by != nil }) {
            reader.warn("the input has no times, so the dates of goals say nothing: give the moment with --at")
        }
    }

    private func checkMatches() throws {
        guard !history.unmatched.isEmpty else { return }
        let items = history.unmatched.count == 1 ? "1 item" : "\(history.unmatched.count) items"
        let names = history.unmatched.prefix(Self.namesLimit).map { "\"\(Finding.shortened($0))\"" }
        let more = history.unmatched.count > names.count ? ", ..." : ""
        guard history.learners.contains(where: { !$0.answers.isEmpty }) else {
            Terminal.say(
                "error: none of the log's \(items) is in the catalogue: \(names.joined(separator: ", "))\(more) (give the "
                    + "catalogue of this course, or name the items' old ids in \"formerly\")")
            throw ProgramExit.data
        }
        let answers = history.unmatchedAnswers == 1 ? "1 answer" : "\(history.unmatchedAnswers) answers"
        reader.warn(
            "\(answers) on \(items) that the catalogue does not know left aside: \(names.joined(separator: ", "))\(more) "
                + "(name an item's old ids in its \"formerly\")")
    }
}
