import ArgumentParser

/// Files about working together and apart.
struct TogetherOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Traces of how learners work alone, as \"syncopate independence\" reads them: they stand before what the input "
                + "tells.", valueName: "file"), completion: .file())
    var traces: String?

    @Option(
        help: ArgumentHelp(
            "What came of meeting and of own time so far: CSV with learner, mode, and gain (log-odds) or before and after "
                + "(shares); also minutes, success, independence, peer_reach, stuck, people.", valueName: "file"),
        completion: .file())
    var modeLog: String?

    /// Those that were named.
    var files: [String] { [traces, modeLog].compactMap { $0 } }
}
