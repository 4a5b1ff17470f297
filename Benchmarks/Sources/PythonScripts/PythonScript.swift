import Foundation

/// A program in Python that measures a rival in a process of its own.
///
/// The last line it prints is an object in JSON: `figures` by name, `versions` of packages by name. A package that is not
/// there is no failure: the report then says what is missing.
public struct PythonScript: Sendable {
    private let text: String

    /// - Parameter text: the program, without what every one of them begins with: `sys`, `time`, `json`, and `report`.
    public init(_ text: String) { self.text = Self.beginning + text }

    /// `report` prints what was measured; `best` is the least of some times.
    private static let beginning = """
        import json, os, sys, time, warnings
        from importlib.metadata import PackageNotFoundError, version
        warnings.filterwarnings("ignore")
        def missing(error):
            print(json.dumps({"missing": error.name or str(error)}))
            sys.exit(0)
        def report(packages, **figures):
            found = {}
            for name in packages:
                try:
                    found[name] = version(name)
                except PackageNotFoundError:
                    pass
            print(json.dumps({"figures": figures, "versions": found}))
        def best(repeats, work, prepare=lambda: None):
            least = float("inf")
            for _ in range(repeats):
                given = prepare()
                start = time.perf_counter()
                work(given)
                least = min(least, time.perf_counter() - start)
            return least

        """

    /// What a script had to say.
    public struct Report: Decodable, Sendable {
        public var figures: [String: Double]?
        /// Versions of the packages it used.
        public var versions: [String: String]?
        /// The package without which nothing was measured, or what went wrong.
        public var missing: String?
    }

    /// Runs it twice, with as many threads as its packages like and with one, and takes the less of each time: two
    /// threads can be slower than one where other programs are running.
    ///
    /// - Parameters:
    ///   - python: the interpreter, a path or a name to look up.
    ///   - arguments: from `sys.argv[1]` on.
    ///   - times: which figures are times.
    public func run(_ python: String, _ arguments: [String], times: [String] = ["seconds"]) throws -> Report {
        var report = try run(python, arguments, threads: nil)
        guard report.figures != nil else { return report }
        let single = try run(python, arguments, threads: 1)
        for name in times {
            guard let time = single.figures?[name], let before = report.figures?[name] else { continue }
            report.figures?[name] = min(time, before)
        }
        return report
    }

    private func run(_ python: String, _ arguments: [String], threads: Int?) throws -> Report {
        let process = Process()
        if let threads {
            var environment = ProcessInfo.processInfo.environment
            for name in ["OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "NUMEXPR_NUM_THREADS"] {
                environment[name] = "\(threads)"
            }
            process.environment = environment
        }
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [python, "-c", text] + arguments
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let printed = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let line = String(decoding: printed, as: UTF8.self).split(separator: "\n").last ?? ""
        guard process.terminationStatus == 0,
            let report = try? JSONDecoder().decode(Report.self, from: Data(line.utf8))
        else { return Report(missing: "the script failed with status \(process.terminationStatus)") }
        return report
    }
}
