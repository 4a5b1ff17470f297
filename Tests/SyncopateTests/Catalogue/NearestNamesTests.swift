import Testing

@testable import Syncopate

struct NearestNamesTests {
    /// Damerau (1964) and Levenshtein (1966): kitten to sitting is 3; a swap is 1.
    @Test(arguments: [
        ("kitten", "sitting", 3), ("saturday", "sunday", 3), ("ab", "ba", 1), ("", "abc", 3), ("abc", "", 3),
        ("", "", 0), ("same", "same", 0), ("ca", "abc", 3),
    ])
    func editDistance(_ one: String, _ other: String, _ distance: Int) {
        #expect(EditDistance.between(one, other) == distance)
        #expect(EditDistance.between(other, one) == distance)
    }

    @Test func nearestComesFirstAndCaseDoesNotCount() {
        let names = ["fractions-add", "Fractions", "decimals", "ratio", "ratios"]
        #expect(NearestNames.among(names, to: "fractoins") == ["Fractions"])
        #expect(NearestNames.among(names, to: "FRACTIONS") == ["Fractions", "ratios", "fractions-add"])
        #expect(NearestNames.among(names, to: "ratoi") == ["ratio", "ratios"])
        #expect(NearestNames.among(names, to: "ratio", count: 1) == ["ratio"])
        #expect(NearestNames.among(names, to: "ratio") == ["ratio", "ratios"])
        #expect(NearestNames.among(names, to: "zz").isEmpty && NearestNames.among(names, to: "").isEmpty)
        #expect(NearestNames.among(["", "a"], to: "abc").isEmpty)
    }
}
