import RealModule

/// Columns put together by the content words their titles share.
///
/// A word counts by its rarity in this gradebook, `log(columns / titles with it)`; one that stands in a single title ties it
/// to nothing, and one in more than half of them tells no topics apart. Titles are vectors of such words. The two groups
/// with the largest mean cosine between their titles are joined until none reaches ``threshold`` (average linkage, Sokal &
/// Michener 1958); ties go to the columns that stand first.
struct WordClusters {
    /// Columns of each cluster with two columns or more, ascending; clusters by their first column.
    private(set) var clusters: [[Int]] = []
    /// Words that at least half of a cluster's titles have, in the order of its first title.
    private(set) var words: [[String]] = []
    /// Mean cosine of each column to the others of its cluster; 0 for columns of none.
    private(set) var closeness: [Double] = []

    /// Mean cosine from which two groups are one.
    static let threshold = 0.5
    /// Largest share of the titles a word may stand in, in all but the smallest gradebooks.
    static let commonShare = 0.5
    /// Most columns that are compared, since every pair is.
    static let limit = 600

    init(_ readings: [TitleReading]) {
        closeness = [Double](repeating: 0, count: readings.count)
        guard readings.count <= Self.limit else { return }
        var counts: [String: Int] = [:]
        for reading in readings { for word in reading.words { counts[word, default: 0] += 1 } }
        let total = Double(readings.count)
        let most = max(Int(Self.commonShare * total), min(readings.count, 4))
        func weight(_ word: String) -> Double {
            guard let count = counts[word], count >= 2, count <= most else { return 0 }
            return Double.log((total + 1) / Double(count))
        }
        let vectors = readings.map { reading in
            let found = reading.words.map { ($0, weight($0)) }.filter { $0.1 > 0 }
            let length = found.reduce(0) { $0 + $1.1 * $1.1 }.squareRoot()
            return Dictionary(found.map { ($0.0, $0.1 / max(length, 1e-12)) }, uniquingKeysWith: { first, _ in first })
        }
        func cosine(_ a: Int, _ b: Int) -> Double {
            // In the order of the title, so that the sum is the same each time.
            readings[a].words.reduce(0) { $0 + (vectors[a][$1] ?? 0) * (vectors[b][$1] ?? 0) }
        }
        var groups = vectors.indices.filter { !vectors[$0].isEmpty }.map { [$0] }
        var links = groups.map { a in groups.map { b in cosine(a[0], b[0]) } }
        while groups.count > 1 {
            var best = (value: Self.threshold - 1e-9, a: -1, b: -1)
            for a in groups.indices {
                for b in (a + 1)..<groups.count where links[a][b] > best.value + 1e-9 { best = (links[a][b], a, b) }
            }
            guard best.a >= 0 else { break }
            let (x, y) = (Double(groups[best.a].count), Double(groups[best.b].count))
            for c in groups.indices where c != best.a && c != best.b {
                let joined = (x * links[best.a][c] + y * links[best.b][c]) / (x + y)
                links[best.a][c] = joined
                links[c][best.a] = joined
            }
            groups[best.a] += groups[best.b]
            groups.remove(at: best.b)
            links.remove(at: best.b)
            for row in links.indices { links[row].remove(at: best.b) }
        }
        for group in groups where group.count > 1 {
            let columns = group.sorted()
            clusters.append(columns)
            words.append(
                readings[columns[0]].words.filter { word in
                    weight(word) > 0 && 2 * columns.count { readings[$0].words.contains(word) } >= columns.count
                })
            for column in columns {
                let others = columns.filter { $0 != column }
                closeness[column] = others.reduce(0) { $0 + cosine(column, $1) } / Double(others.count)
            }
        }
    }
}
