/// A small fixed piece of work on invented data, done a number of times so that what it takes can be counted.
struct Workload: Sendable {
    /// One repeat of it, by its number from 0 on.
    ///
    /// Returns a whole number that comes of the work, so that it cannot be left out.
    typealias Work = (_ round: Int) throws -> Int

    /// What it is asked for by.
    let name: String
    /// What is done, for people.
    let summary: String
    /// How many of its units one repeat does.
    let operations: Int
    /// What is done so many times: an event, a line.
    let unit: String
    /// Repeats that are counted beside twice as many.
    let repeats: Int
    /// Whether it is one of the two minutes' subset.
    let isQuick: Bool
    /// Makes everything the work needs.
    ///
    /// - Parameter rounds: repeats there is input for.
    let prepare: @Sendable (_ rounds: Int) throws -> Work

    init(
        _ name: String, _ summary: String, _ operations: Int, _ unit: String, repeats: Int, isQuick: Bool = true,
        prepare: @escaping @Sendable (_ rounds: Int) throws -> Work
    ) {
        self.name = name
        self.summary = summary
        self.operations = operations
        self.unit = unit
        self.repeats = repeats
        self.isQuick = isQuick
        self.prepare = prepare
    }

    /// Does the work so many times.
    ///
    /// Input is made for as many repeats as are ever counted, so that making it takes the same however often it is done.
    ///
    /// - Returns: the sum of what comes of it.
    func run(repeats count: Int) throws -> Int {
        let work = try prepare(max(count, 2 * repeats))
        var sum = 0
        for round in 0..<count { sum &+= try work(round) }
        return sum
    }

    static let all = beliefs + online + ranking + reading + serving + batch

    static func named(_ name: String) -> Workload? { all.first { $0.name == name } }
}
