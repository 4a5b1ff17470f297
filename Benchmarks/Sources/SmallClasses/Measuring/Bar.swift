/// What a class size has to reach.
struct Bar: Encodable {
    /// Largest RMSE as a share of the RMSE of column and learner.
    var ratio: Double
    /// What the ratio aims at; missing it is no failure.
    var aim: Double
    /// Where the coverage of the 80 % interval has to be.
    var leastCoverage = 0.77
    var mostCoverage = 0.83

    /// The bar of each class size.
    static let bySize: [(size: Int, bar: Bar)] = [
        (30, Bar(ratio: 0.985, aim: 0.975)), (150, Bar(ratio: 0.98, aim: 0.97)),
    ]
}
