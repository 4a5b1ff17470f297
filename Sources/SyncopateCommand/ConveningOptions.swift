import ArgumentParser
import Syncopate
import SyncopateFormats

/// The options that say when learners can meet, and who with whom.
struct ConveningOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Live slots: CSV with slot, start, minutes, capacity, lead (teacher or peers) and optionally section.",
            valueName: "file"), completion: .file())
    var slots: String?

    @Option(
        help: ArgumentHelp(
            "Live slots in short, with a teacher, at no stated time: SESSIONSxMINUTESxSEATS. [default: 1x30x6]",
            valueName: "SESSIONSxMINUTESxSEATS"))
    var live: String?

    @Option(
        help: ArgumentHelp(
            "Who takes part: CSV with learner and any of name, section, most_minutes, status (active or withdrawn), "
                + "canvas_user_id, user_id, login_id. [default: everybody in the input]", valueName: "file"),
        completion: .file())
    var roster: String?

    @Option(
        help: ArgumentHelp(
            "Who can come when: CSV with learner, slot and optionally available (yes or no). Whoever is not in it can "
                + "come to all.", valueName: "file"), completion: .file())
    var availability: String?

    @Option(
        help: ArgumentHelp(
            "Who meets in one group and who never meets: CSV with the columns rule (together or apart), learner, "
                + "learner, ...", valueName: "file"), completion: .file())
    var pairs: String?

    @Option(
        help: ArgumentHelp(
            "Learners who meet in one group or not at all, by id or name. Repeatable.", valueName: "a,b"))
    var together: [String] = []

    @Option(
        help: ArgumentHelp("Learners who are never in one session, by id or name. Repeatable.", valueName: "a,b"))
    var apart: [String] = []

    @Option(
        help: ArgumentHelp(
            "Most live minutes of a learner; of several sessions their sum. [default: one session]",
            valueName: "minutes"))
    var mostLiveMinutes: Double?

    @Option(help: ArgumentHelp("Sizes of groups of classmates. [default: 2-4]", valueName: "least-most"))
    var groupSizes: String?

    @Option(help: ArgumentHelp("Learners who cannot come, by id or name. Repeatable.", valueName: "a,b"))
    var absent: [String] = []

    @Option(
        help: ArgumentHelp(
            "A plan this command wrote as JSON lines: whoever is not absent and still gains by it stays where they are.",
            valueName: "file"),
        completion: .file())
    var plan: String?

    func validate() throws {
        if slots != nil, live != nil { throw ValidationError("--live goes without --slots FILE, which has all of it.") }
        guard liveTime != nil else {
            throw ValidationError("--live takes SESSIONSxMINUTESxSEATS such as 2x30x5.")
        }
        if let mostLiveMinutes, !(mostLiveMinutes > 0 && mostLiveMinutes <= 100_000) {
            throw ValidationError("--most-live-minutes takes a number above 0 and up to 100000.")
        }
        guard sizes != nil else {
            throw ValidationError("--group-sizes takes two whole numbers from 2 to 30, such as 2-4.")
        }
        for (name, values) in [("--together", together), ("--apart", apart), ("--absent", absent)]
        where values.contains("") {
            throw ValidationError("\(name) is empty.")
        }
    }

    /// Files of these options.
    var files: [String] { [slots, roster, availability, pairs, plan].compactMap { $0 } }

    /// The short form; `nil` where it is none.
    var liveTime: LiveTime? { live.map { LiveTime(text: $0) } ?? .usual }

    /// The sizes of groups; `nil` where they are none.
    var sizes: ClosedRange<Int>? {
        guard let groupSizes else { return ConveningRequest.usualGroupSizes }
        let parts = groupSizes.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard let least = parts.first ?? nil, let most = parts.last ?? nil, parts.count <= 2, least >= 2, most <= 30,
            least <= most
        else { return nil }
        return least...most
    }
}
