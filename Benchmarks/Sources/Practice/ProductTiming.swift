import InventedCourses
import Matrices
import Syncopate
import SyncopateStudents
import Timing

/// What ranking the groups of items by what their skills are worth takes: learner by learner as short sums, and for several
/// learners at once as one product of matrices, which is what putting adjacent requests together would come to.
struct ProductTiming {
    /// Microseconds a learner as sums.
    private(set) var sums = 0.0
    /// Microseconds a learner as a product of so many learners at once.
    private(set) var products: [(learners: Int, microseconds: Double)] = []
    /// Largest difference between both.
    private(set) var apart = 0.0

    init(_ catalogue: Catalogue, repeats: Int = 2_000) {
        let groups = Array(Set(catalogue.itemSkills)).sorted { "\($0)" < "\($1)" }
        let skills = catalogue.skills.count
        var starts = [0]
        var edges: [PrerequisiteGraph.Edge] = []
        for group in groups {
            edges += group
            starts.append(edges.count)
        }
        var draw = Draws(seed: 3)
        let most = 256
        let worth = (0..<most).map { _ in (0..<skills).map { _ in Double(draw.below(1_000)) / 1_000 } }
        var ranks = [Double](repeating: 0, count: groups.count)
        func sum(_ learner: Int) {
            worth[learner].withUnsafeBufferPointer { worth in
                ranks.withUnsafeMutableBufferPointer { ranks in
                    edges.withUnsafeBufferPointer { edges in
                        starts.withUnsafeBufferPointer { starts in
                            for group in 0..<ranks.count {
                                var rank = 0.0
                                for place in starts[group]..<starts[group + 1] {
                                    rank += edges[place].weight * worth[edges[place].skill]
                                }
                                ranks[group] = rank
                            }
                        }
                    }
                }
            }
        }
        BLASThreads.use(1)
        sums = ProcessorTime.of { for step in 0..<repeats { sum(step % most) } } / Double(repeats) * 1e6
        var weights = Matrix<Double>(rows: skills, columns: groups.count)
        for (group, own) in groups.enumerated() { for edge in own { weights[edge.skill, group] = edge.weight } }
        for count in [1, 16, 256] {
            var values = Matrix<Double>(rows: count, columns: skills)
            for row in 0..<count { for skill in 0..<skills { values[row, skill] = worth[row][skill] } }
            var product = Matrix<Double>(rows: count, columns: groups.count)
            let rounds = max(repeats / count, 8)
            let seconds = ProcessorTime.of { for _ in 0..<rounds { product.assignProduct(values, weights) } }
            products.append((count, seconds / Double(rounds * count) * 1e6))
            sum(0)
            for group in ranks.indices { apart = max(apart, abs(ranks[group] - product[0, group])) }
        }
    }
}
