import Testing

@testable import Syncopate

struct PartitionAgreementTests {
    /// By hand. Of the six pairs of four things: first has 1 together, second 2, both 1: (1 - 2/6) / (1.5 - 2/6) = 4/7.
    @Test func theIndexIsWhatAHandReckons() {
        #expect(abs(PartitionAgreement.adjustedRand([0, 0, 1, 2], [0, 0, 1, 1]) - 4.0 / 7) < 1e-12)
        // Both have 2 of 6 together, none of them the same: (0 - 4/6) / (2 - 4/6) = -1/2.
        #expect(abs(PartitionAgreement.adjustedRand([0, 0, 1, 1], [0, 1, 0, 1]) + 0.5) < 1e-12)
        #expect(PartitionAgreement.adjustedRand([5, 5, -1, 3], [1, 1, 0, 2]) == 1)
    }

    @Test func whereNothingIsToldApartTheyAgree() {
        #expect(PartitionAgreement.adjustedRand([], []) == 1)
        #expect(PartitionAgreement.adjustedRand([0, 0, 0], [7, 7, 7]) == 1)
        #expect(PartitionAgreement.adjustedRand([0, 1, 2], [2, 1, 0]) == 1)
        #expect(PartitionAgreement.adjustedRand([0, 1, 2], [0, 0, 0]) == 0)
    }

    @Test func theExpectedIndexOfACertainPartitionIsTheIndex() {
        let (first, second) = ([0, 0, 1, 2, 1], [0, 0, 1, 1, 1])
        let together = second.indices.flatMap { a in second.indices.map { second[a] == second[$0] ? 1.0 : 0 } }
        #expect(
            abs(
                PartitionAgreement.expectedAdjustedRand(first, together: together)
                    - PartitionAgreement.adjustedRand(first, second)) < 1e-12)
    }
}
