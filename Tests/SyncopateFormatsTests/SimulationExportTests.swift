import Foundation
import Syncopate
import Testing

@testable import SyncopateFormats

struct SimulationExportTests {
    private static func value(
        _ mean: Double, _ error: Double, _ ninetieth: Double, best: Bool = false, worse: Bool = false,
        over: Double? = nil
    ) -> SimulationReport.Value {
        .init(
            mean: mean, standardError: error, ninetieth: ninetieth, isBest: best, isWorse: worse,
            overBaseline: over.map { .init(value: $0, standardError: 0.5) })
    }

    static let report = SimulationReport(
        seed: .max, students: 2,
        families: [
            .init(
                name: "graph", summary: "skills on a graph",
                figures: [
                    .init(name: "attempts", higherIsBetter: false, bestBaseline: "random"),
                    .init(name: "known, in the end", higherIsBetter: true, bestBaseline: "random"),
                ],
                policies: [
                    .init(
                        name: "random", title: "random", role: .baseline,
                        values: [value(300, 12.25, 400.5), value(0.5, 0.01, 0.75, best: true)]),
                    .init(
                        name: "ours", title: "ours, .95", role: .engine,
                        values: [
                            value(200, 10, 250, best: true, over: -100), value(0.25, 0, 0.5, worse: true, over: -0.25),
                        ]),
                    .init(
                        name: "oracle", title: "oracle of the truth", role: .oracle,
                        values: [value(100, 1.5, 120, over: -200), value(1, 0, 1, over: 0.5)]),
                ]),
            .init(
                name: "bank", summary: "a bank of items",
                figures: [.init(name: "error", higherIsBetter: false)],
                policies: [
                    .init(
                        name: "most", title: "most", role: .rival, values: [value(0.125, 0.0625, .nan, best: true)],
                        highestExposure: 0.5)
                ]),
            .init(name: "lonely", summary: "nobody suits", figures: [], policies: []),
        ])

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test func theTable() {
        #expect(
            Self.text(SimulationTable(Self.report, width: 80).write()) == """
                2 students of each family, seed 18446744073709551615. Mean ± standard error, and
                the value that nine of ten students do not exceed (p90); ↑ higher is better, ↓
                lower.
                * best of the honest policies; ! worse than the best baseline by more than one
                standard error of the difference over the same students. Oracles are told the
                truth and stand apart; a short-sighted one can be beaten all the same.

                graph: skills on a graph
                          attempts ↓                 known, in the end ↑
                                mean ± se     p90          mean ± se     p90
                  ours       200.0 ± 10.0   250.0 *  0.2500 ± 0.0000  0.5000 !
                  random     300.0 ± 12.3   400.5    0.5000 ± 0.0100  0.7500 *
                  oracles
                  oracle      100.0 ± 1.5   120.0    1.0000 ± 0.0000  1.0000

                bank: a bank of items
                        error ↓
                              mean ± se     p90
                  most  0.1250 ± 0.0625       - *
                  Share of the students who got the item given most often: most 0.500

                lonely: nobody suits
                  none of the policies suits these students

                """)
    }

    @Test(arguments: [0, 60, 61, 80, 100, 200])
    func tablesKeepToTheirWidth(_ width: Int) {
        var report = Self.report
        report.families[0].policies[0].name = String(repeating: "long-name-", count: 12)
        let lines = Self.text(SimulationTable(report, width: width).write()).split(separator: "\n")
        for line in lines { #expect(line.count <= max(width, 60) && line.last != " ", "\(line)") }
        let styled = Self.text(SimulationTable(report, width: width, isStyled: true).write())
        #expect(styled.contains("\u{1B}[1m") && !lines.contains { $0.contains("\u{1B}") })
        let plain = styled.replacing("\u{1B}[1m", with: "").replacing("\u{1B}[0m", with: "")
        #expect(plain.split(separator: "\n") == lines)
    }

    @Test func theCSV() {
        #expect(
            Self.text(SimulationCSV.write(Self.report)) == """
                family,policy,figure,mean,standard_error,p90,students,seed
                graph,random,attempts,300,12.25,400.5,2,18446744073709551615
                graph,random,"known, in the end",0.5,0.01,0.75,2,18446744073709551615
                graph,ours,attempts,200,10,250,2,18446744073709551615
                graph,ours,"known, in the end",0.25,0,0.5,2,18446744073709551615
                graph,oracle,attempts,100,1.5,120,2,18446744073709551615
                graph,oracle,"known, in the end",1,0,1,2,18446744073709551615
                bank,most,error,0.125,0.0625,,2,18446744073709551615
                bank,most,highest exposure,0.5,,,2,18446744073709551615

                """)
    }

    @Test func theJSON() throws {
        let data = Data(SimulationJSON.write(Self.report))
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(object["seed"] as? String == "18446744073709551615" && object["students"] as? Int == 2)
        let families = try #require(object["families"] as? [[String: Any]])
        #expect(families.compactMap { $0["family"] as? String } == ["graph", "bank", "lonely"])
        let policies = try #require(families[0]["policies"] as? [[String: Any]])
        #expect(policies.compactMap { $0["role"] as? String } == ["baseline", "engine", "oracle"])
        let figures = try #require(policies[1]["figures"] as? [[String: Any]])
        #expect(figures[0]["mean"] as? Double == 200 && figures[0]["p90"] as? Double == 250)
        #expect(figures[0]["best"] as? Bool == true && figures[1]["worse_than_baseline"] as? Bool == true)
        let over = try #require(figures[0]["over_baseline"] as? [String: Any])
        #expect(over["baseline"] as? String == "random" && over["difference"] as? Double == -100)
        #expect(over["standard_error"] as? Double == 0.5)
        let most = try #require((families[1]["policies"] as? [[String: Any]])?.first)
        #expect(most["highest_exposure"] as? Double == 0.5)
        #expect((most["figures"] as? [[String: Any]])?.first?["p90"] is NSNull)
    }

    // MARK: The chart

    @Test func theChartIsWellFormed() throws {
        var report = Self.report
        report.families[0].name = "a<b>&\"c\"\u{0}\u{FFFE}"
        report.families[0].policies[0].name = String(repeating: "very long & <odd> ", count: 9)
        report.families[0].policies[0].values[0].mean = .nan
        report.families[0].policies[1].values[0].standardError = .infinity
        let text = Self.text(SimulationChart(report).write())
        let elements = try #require(ReliabilityPlotTests.elements(text))
        #expect(elements.prefix(5) == ["svg", "title", "desc", "style", "rect"])
        #expect(!text.contains("\u{0}") && !text.contains("\u{FFFE}") && text.contains("a&lt;b&gt;&amp;&quot;c&quot;"))
        for word in ["nan", "NaN", "=\"inf", "=\"-inf"] { #expect(!text.contains(word)) }
        for empty in [SimulationReport(seed: 1, students: 0, families: []), Self.onlyLonely] {
            #expect(ReliabilityPlotTests.elements(Self.text(SimulationChart(empty).write()))?.count == 7)
        }
    }

    private static var onlyLonely: SimulationReport {
        SimulationReport(seed: 1, students: 2, families: Array(report.families.suffix(1)))
    }

    /// The axis runs from 100 to 350 between 210 and 660: 200 is two fifths of the way, 300 four.
    @Test func dotsAndDashesStandWhereTheyShould() throws {
        let text = Self.text(SimulationChart(Self.report).write())
        #expect(text.contains("<circle cx=\"390\" cy=\"80\" r=\"5.5\" class=\"engine-fill\""))
        #expect(text.contains("<circle cx=\"570\" cy=\"102\" r=\"4.5\" class=\"data-fill\""))
        #expect(text.contains("<line x1=\"210\" x2=\"210\" y1=\"45\" y2=\"117\" stroke-width=\"1.5\" stroke-dasharray"))
        // A baseline is a ring: two circles. The oracle has none.
        #expect(text.components(separatedBy: "<circle").count == 5)
        #expect(text.contains("width=\"800\" height=\""))
    }

    /// Every class that an element has is given a dark colour.
    @Test func theDarkColoursAreThere() throws {
        let text = Self.text(SimulationChart(Self.report).write())
        let style = try #require(text.split(separator: "<style>").last?.split(separator: "</style>").first)
        #expect(style.hasPrefix("@media (prefers-color-scheme:dark){") && style.hasSuffix("}}"))
        let classes = text.components(separatedBy: "class=\"").dropFirst()
            .flatMap { $0.prefix { $0 != "\"" }.split(separator: " ") }
        #expect(Set(classes).count > 8)
        for name in classes { #expect(style.contains(".\(name){"), "\(name)") }
    }

    @Test(arguments: [
        ([0.0, 1], [0, 0.2, 0.4, 0.6, 0.8, 1]), ([0, 1000], [0, 200, 400, 600, 800, 1000]),
        ([103, 349], [100, 150, 200, 250, 300, 350]), ([-0.3, 0.2], [-0.3, -0.2, -0.1, 0, 0.1, 0.2]),
        ([.nan, .infinity], [0, 0.2, 0.4, 0.6, 0.8, 1]),
    ])
    func scales(_ values: [Double], _ ticks: [Double]) {
        let scale = ChartScale(holding: values)
        #expect(scale.ticks.count == ticks.count)
        for (tick, wanted) in zip(scale.ticks, ticks) { #expect(abs(tick - wanted) < 1e-9, "\(scale.ticks)") }
        #expect(scale.position(.nan) == 0 && scale.position(-1e9) == 0 && scale.position(1e9) == 1)
    }

    /// Whatever it holds, an axis has a few ticks, all told apart by their decimals, and nothing stands outside.
    @Test func allScalesAreReadable() {
        for exponent in -5...7 {
            for (low, width) in [(0.0, 1.0), (0.3, 0.7), (-2, 2.7), (5, 0.13), (7, 3), (9.99, 0.011), (1, 4.999)] {
                var unit = 1.0
                for _ in 0..<abs(exponent) { unit = exponent < 0 ? unit / 10 : unit * 10 }
                let scale = ChartScale(holding: [low * unit, (low + width) * unit])
                #expect((3...9).contains(scale.ticks.count), "\(scale.ticks)")
                let labels = scale.ticks.map { DecimalFigure.text($0, scale.places) }
                #expect(Set(labels).count == labels.count, "\(labels)")
                #expect((scale.ticks.first ?? 1) <= low * unit + 1e-9 * unit)
                #expect((scale.ticks.last ?? 0) >= (low + width) * unit - 1e-9 * unit)
            }
        }
        for equal in [0.0, 5, -3, 0.25, 900] {
            let scale = ChartScale(holding: [equal, equal])
            #expect(scale.ticks.count >= 2 && (0...1).contains(scale.position(equal)))
        }
    }
}
