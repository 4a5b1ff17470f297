public import PythonScripts

/// The same job in numpy: means of mastery times the weights of the items, scaled by the spread, nearest five by a
/// partial sort. Means and variances are given to it for nothing.
public struct NumpyRival: Sendable {
    private let skills: Int
    private let sets: Int
    private let items: Int

    public init(skills: Int, sets: Int, items: Int) {
        self.skills = skills
        self.sets = sets
        self.items = items
    }

    private static let script = PythonScript(
        """
        try:
            import numpy
        except ImportError as error:
            missing(error)
        skills, sets, items, learners, repeats = map(int, sys.argv[1:6])
        random = numpy.random.default_rng(1)
        weights = numpy.zeros((sets, skills), numpy.float32)
        for row in weights:
            chosen = random.choice(skills, min(random.integers(1, 4), skills), replace=False)
            row[chosen] = 1 / len(chosen)
        of = random.integers(0, sets, items)
        of.sort()
        item_weights = weights[of].T.copy()
        easiness = random.normal(0, 1, items).astype(numpy.float32)
        def given():
            means = random.normal(0, 1, (learners, skills)).astype(numpy.float32)
            return means, random.uniform(0.1, 1, (learners, sets)).astype(numpy.float32)
        def rank(given):
            means, variances = given
            for first in range(0, learners, 256):
                x = means[first:first + 256] @ item_weights
                x += easiness
                x *= (1 / numpy.sqrt(1 + numpy.pi / 8 * variances[first:first + 256]))[:, of]
                p = 1 / (1 + numpy.exp(-x))
                distance = numpy.abs(p - numpy.float32(0.75))
                numpy.argpartition(distance, 5, axis=1)[:, :5]
        report(["numpy"], seconds=best(repeats, rank, given))
        """)

    /// What it takes for so many learners, as the figure `seconds`.
    public func report(python: String, learners: Int, repeats: Int = 3) throws -> PythonScript.Report {
        try Self.script.run(python, [skills, sets, items, learners, repeats].map(String.init))
    }
}
