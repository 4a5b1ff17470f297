import TestSupport
import Testing

@testable import Syncopate

struct CohortPlacesTests {
    /// scipy 1.17.1, `scipy.stats.norm.ppf`.
    @Test(arguments: [
        (0.001, -3.0902323062), (0.01, -2.3263478740), (0.025, -1.9599639845), (0.1, -1.2815515655),
        (0.25, -0.6744897502), (0.5, 0), (0.6, 0.2533471031), (0.9, 1.2815515655), (0.975, 1.9599639845),
        (0.999, 3.0902323062),
    ]) func quantilesAreTheNormals(_ share: Double, _ quantile: Double) {
        #expect(abs(CohortPlaces.quantile(share) - quantile) < 1e-6)
    }

    @Test func sharesBeyondTheEndsAreHeld() {
        #expect(CohortPlaces.quantile(0) == CohortPlaces.quantile(0.001))
        #expect(CohortPlaces.quantile(7) == CohortPlaces.quantile(0.999))
        #expect(CohortPlaces.quantile(-.infinity) == CohortPlaces.quantile(0.001))
        #expect(abs(CohortPlaces.quantile(.nan)) < 1e-6)
    }

    @Test func tiesShareThePlaceBetweenThem() throws {
        let places = try #require(CohortPlaces.quantiles([3, 1, 3, 2]))
        // Middle ranks 1, 2 and 3.5 of four.
        #expect(abs(places[1] - CohortPlaces.quantile(0.125)) < 1e-12)
        #expect(abs(places[3] - CohortPlaces.quantile(0.375)) < 1e-12)
        #expect(places[0] == places[2] && abs(places[0] - CohortPlaces.quantile(0.75)) < 1e-12)
    }

    @Test func nobodyStandsOutAmongEquals() {
        #expect(CohortPlaces.quantiles([]) == nil)
        #expect(CohortPlaces.quantiles([4]) == nil)
        #expect(CohortPlaces.quantiles([4, 4, 4]) == nil)
        #expect(CohortPlaces.quantiles([-1, 4])?.count == 2)
    }
}
