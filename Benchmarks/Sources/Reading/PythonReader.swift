import Foundation

/// Readers in Python, which split a file into cells and make no evidence of them.
enum PythonReader: String, CaseIterable {
    case csvModule = "Python csv"
    case pandas = "pandas.read_csv"

    private var script: String {
        let read =
            switch self {
            case .csvModule: "for row in csv.reader(open(path, newline='', encoding='utf-8')): pass"
            case .pandas: "pandas.read_csv(path)"
            }
        return """
            import csv, sys, time
            path = sys.argv[1]
            try:
                \(self == .pandas ? "import pandas" : "pass")
            except ImportError:
                sys.exit(0)
            times = []
            for _ in range(int(sys.argv[2])):
                start = time.process_time()
                \(read)
                times.append(time.process_time() - start)
            print(sorted(times)[len(times) // 2])
            """
    }

    /// The median of the processor seconds it takes; `nil` where there is no such Python or package.
    func seconds(python: String, path: String, repeats: Int) throws -> Double? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [python, "-c", script, path, "\(repeats)"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { return nil }
        return Double(String(decoding: text, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
    }
}
