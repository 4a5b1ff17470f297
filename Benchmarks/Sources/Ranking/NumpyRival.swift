import Foundation

/// The same job in numpy: means of mastery times the weights of the items, scaled by the spread, nearest five by a
/// partial sort. Means and variances are given to it for nothing.
struct NumpyRival {
    let skills: Int
    let sets: Int
    let items: Int

    private static let script = """
        import sys, time
        try:
            import numpy
        except ImportError:
            sys.exit(0)
        skills, sets, items, learners = map(int, sys.argv[1:5])
        random = numpy.random.default_rng(1)
        weights = numpy.zeros((sets, skills), numpy.float32)
        for row in weights:
            chosen = random.choice(skills, min(random.integers(1, 4), skills), replace=False)
            row[chosen] = 1 / len(chosen)
        of = random.integers(0, sets, items)
        of.sort()
        item_weights = weights[of].T.copy()
        easiness = random.normal(0, 1, items).astype(numpy.float32)
        best = 1e9
        for _ in range(3):
            means = random.normal(0, 1, (learners, skills)).astype(numpy.float32)
            variances = random.uniform(0.1, 1, (learners, sets)).astype(numpy.float32)
            start = time.perf_counter()
            for first in range(0, learners, 256):
                x = means[first:first + 256] @ item_weights
                x += easiness
                x *= (1 / numpy.sqrt(1 + numpy.pi / 8 * variances[first:first + 256]))[:, of]
                p = 1 / (1 + numpy.exp(-x))
                distance = numpy.abs(p - numpy.float32(0.75))
                numpy.argpartition(distance, 5, axis=1)[:, :5]
            best = min(best, time.perf_counter() - start)
        print(best)
        """

    /// Seconds for so many learners; `nil` where there is no such Python, or no numpy.
    func seconds(python: String, learners: Int) throws -> Double? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [python, "-c", Self.script] + [skills, sets, items, learners].map(String.init)
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { return nil }
        return Double(String(decoding: text, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
    }
}
