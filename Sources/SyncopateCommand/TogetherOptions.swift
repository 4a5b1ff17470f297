import ArgumentParser

/// Files about working together and apart.
struct TogetherOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Traces of how learners work alone and with others, as \"syncopate independence\" reads them: they stand before what the input "
                + "tells.", valueName: "file"), completion: .file())
    var traces: String?

    @Option(
        help: ArgumentHelp(
            "What came of meeting and of own time so far: CSV with learner, mode, and gain (log-odds) or before and after "
                + "(shares); also minutes, success, independence, peer_reach, stuck, people.", valueName: "file"),
        completion: .file())
    var modeLog: String?

    @Option(
        help: ArgumentHelp(
            "A goal beside the gain: independence lets whoever works less well alone than most try a part alone first, more "
                + "of it as that succeeds; what it costs is told. Not for grades 2 to 5, where trying first does less.",
            valueName: "goal"))
    var grow: Growth?

    /// What may grow.
    enum Growth: String, ExpressibleByArgument, CaseIterable {
        case independence
    }

    /// Options whose files go by learners' ids, and whether each is given.
    var byLearner: [(name: String, isGiven: Bool)] {
        [("--traces", traces != nil), ("--mode-log", modeLog != nil)]
    }

    /// Those that were named.
    var files: [String] { [traces, modeLog].compactMap { $0 } }
}
