public import Syncopate

/// The mean score of the item, whoever answers: what every model of learners has to beat.
///
/// An item's mean is drawn to that of the items with the same skills, which is drawn to the mean of everything, which
/// is drawn to one half. An item nobody has met is given the mean of its skills.
public struct ItemMean: Rival {
    public static let name = "item mean"

    private let overall: Double
    private let sets: [String: Double]
    private let items: [String: Double]

    public init(fitting log: ResponseLog) { self.init(fitting: log, weight: 5) }

    /// - Parameter weight: how many responses the mean above weighs in each; zero or more.
    public init(fitting log: ResponseLog, weight: Double) {
        let weight = max(weight, 0)
        // One response's weight at least, so that all right is never certainty.
        let overall = (log.score.reduce(0, +) + 1) / (Double(log.count) + 2)
        func means(_ sums: [(total: Double, count: Double)], around centre: (Int) -> Double) -> [Double] {
            sums.indices.map { place in
                guard sums[place].count + weight > 0 else { return centre(place) }
                return (sums[place].total + weight * centre(place)) / (sums[place].count + weight)
            }
        }
        let keys = log.skillSets.map { Self.key($0, in: log) }
        var setPositions: [String: Int] = [:]
        let setOf = keys.map { key in
            let position = setPositions[key] ?? setPositions.count
            setPositions[key] = position
            return position
        }
        var ofSets = [(total: Double, count: Double)](repeating: (0, 0), count: setPositions.count)
        var ofItems = [(total: Double, count: Double)](repeating: (0, 0), count: log.items.count)
        for index in 0..<log.count {
            let (set, item) = (setOf[Int(log.skillSet[index])], Int(log.item[index]))
            ofSets[set].total += log.score[index]
            ofSets[set].count += 1
            ofItems[item].total += log.score[index]
            ofItems[item].count += 1
        }
        let setMeans = means(ofSets) { _ in overall }
        // Where an item's skills vary from row to row, the mean of its rows' sets.
        var centres = [Double](repeating: 0, count: log.items.count)
        for index in 0..<log.count {
            centres[Int(log.item[index])] += setMeans[setOf[Int(log.skillSet[index])]]
        }
        let itemMeans = means(ofItems) { centres[$0] / ofItems[$0].count }
        self.overall = overall
        sets = setPositions.mapValues { setMeans[$0] }
        var items: [String: Double] = [:]
        for item in ofItems.indices where ofItems[item].count > 0 { items[log.items[item]] = itemMeans[item] }
        self.items = items
    }

    public func predictions(_ log: ResponseLog) -> [Double] {
        let ofSets = log.skillSets.map { sets[Self.key($0, in: log)] ?? overall }
        let ofItems = log.items.map { items[$0] }
        return (0..<log.count).map {
            Probability.held(ofItems[Int(log.item[$0])] ?? ofSets[Int(log.skillSet[$0])])
        }
    }

    /// The same text for the same skills, in whatever order a log met them; lengths keep ids apart.
    private static func key(_ set: ResponseLog.SkillSet, in log: ResponseLog) -> String {
        set.skills.map { log.skills[Int($0)] }.sorted().map { "\($0.utf8.count):\($0)" }.joined()
    }
}
