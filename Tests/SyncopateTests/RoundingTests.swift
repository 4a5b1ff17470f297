import Testing

@testable import Syncopate

struct RoundingTests {
    @Test(arguments: [
        (0.12345, 4, 0.1235), (0.12344, 4, 0.1234), (2.5, 0, 3.0), (-2.5, 0, -3.0), (1.0, 3, 1.0), (1234.5, -2, 1235.0),
    ])
    func halvesGoAwayFromZero(value: Double, places: Int, expected: Double) {
        #expect(Rounding.decimals(value, places) == expected)
    }

    @Test func neverANegativeZero() {
        #expect(Rounding.decimals(-0.00001, 4).sign == .plus)
        #expect(Rounding.decimals(-0.0, 4).sign == .plus)
    }

    @Test func whatIsNotFiniteStays() {
        #expect(Rounding.decimals(.infinity, 4) == .infinity)
        #expect(Rounding.decimals(-.infinity, 4) == -.infinity)
        #expect(Rounding.decimals(.nan, 4).isNaN)
    }

    @Test func largeNumbersStay() {
        #expect(Rounding.decimals(1e300, 4) == 1e300)
        #expect(Rounding.decimals(.greatestFiniteMagnitude, 4) == .greatestFiniteMagnitude)
    }

    @Test(arguments: [
        (0.0, 0), (1.0, 100), (0.5, 50), (0.999, 99), (0.9999999, 99), (0.001, 1), (1e-9, 1), (1.05, 105), (-0.25, -25),
        (0.994, 99), (0.006, 1),
    ])
    func percentagesSayAllAndNothingOnlyWhenItIsSo(share: Double, expected: Int) {
        #expect(Rounding.percent(share) == expected)
    }

    @Test func percentagesNeverTrap() {
        #expect(Rounding.percent(.nan) == 0)
        #expect(Rounding.percent(.infinity) == 0)
        #expect(Rounding.percent(1e300) == 1000)
        #expect(Rounding.percent(-1e300) == -1000)
    }

    /// Outside 0...1 it is plain rounding: a hair of extra credit, or of rounding, is not a point.
    @Test func percentagesJustOutsideAreRounded() {
        #expect(Rounding.percent(1.0001) == 100)
        #expect(Rounding.percent(-0.0001) == 0)
    }
}
