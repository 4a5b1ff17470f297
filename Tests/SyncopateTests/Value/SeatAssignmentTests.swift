import TestSupport
import Testing

@testable import Syncopate

struct SeatAssignmentTests {
    /// The best sum over all assignments that keep the seats.
    private func exhaustive(_ values: [Double], _ columns: Int, _ seats: [Int?]) -> Double {
        let rows = values.count / columns
        var best = -Double.infinity
        func go(_ row: Int, _ left: [Int?], _ sum: Double) {
            guard row < rows else {
                best = max(best, sum)
                return
            }
            for column in 0..<columns {
                var left = left
                if let seats = left[column] {
                    guard seats > 0 else { continue }
                    left[column] = seats - 1
                }
                go(row + 1, left, sum + values[row * columns + column])
            }
        }
        go(0, seats, 0)
        return best
    }

    @Test func agreesWithTryingEverything() {
        var generator = SeededGenerator(seed: 21)
        for round in 0..<60 {
            let (rows, columns) = (1 + round % 6, 2 + round % 3)
            // Whole numbers now and then, so that there are equals.
            let values = (0..<rows * columns).map { _ in
                round % 3 == 0 ? (3 * generator.normal()).rounded() : generator.normal()
            }
            let seats: [Int?] =
                [nil] + (1..<columns).map { _ in generator.uniform() < 0.2 ? nil : Int(3 * generator.uniform()) }
            let chosen = SeatAssignment.best(values: values, columns: columns, seats: seats)
            let sum = chosen.enumerated().reduce(0) { $0 + values[$1.offset * columns + $1.element] }
            #expect(abs(sum - exhaustive(values, columns, seats)) < 1e-9)
            for (column, seats) in seats.enumerated() {
                if let seats { #expect(chosen.count { $0 == column } <= seats) }
            }
        }
    }

    @Test func nobodyAndNothing() {
        #expect(SeatAssignment.best(values: [], columns: 3, seats: [nil, 1, 1]).isEmpty)
        #expect(SeatAssignment.best(values: [1], columns: 0, seats: []).isEmpty)
        #expect(SeatAssignment.best(values: [0, 9], columns: 2, seats: [nil, -4]) == [0])
    }
}
