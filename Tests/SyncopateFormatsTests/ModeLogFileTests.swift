import Foundation
import Syncopate
import Testing

@testable import SyncopateFormats

/// Logs of modes and gains.
struct ModeLogFileTests {
    private func read(_ text: String, strict: Bool = false) throws -> ImportedModeLog {
        try ModeLogFile.read(SourceFile(name: "log.csv", bytes: Array(text.utf8)), strict: strict)
    }

    @Test func everyColumnIsTaken() throws {
        let log = try read(
            "learner,mode,gain,minutes,success,independence,independence_sd,peer_reach,stuck,complexity,people\n"
                + "a,live_teacher,0.4,45,0.3,-1,0.5,0.7,0.2,0.5,6\n" + ",ASYNC_SOLO,-1,,,,,,,,\n"
                + "a,parallel,0,,,2,,,,,\n")
        #expect(log.learners == ["a"] && !log.hasErrors)
        let expected = [
            ModeObservation(
                mode: .liveTeacher,
                situation: ModeSituation(
                    success: 0.3, independence: -1, independenceDeviation: 0.5, peerReach: 0.7, wheelSpin: 0.2,
                    complexity: 0.5, groupSize: 6), learner: 0, gain: 0.4, minutes: 45),
            ModeObservation(
                mode: .asyncSolo,
                situation: ModeSituation(
                    success: nil, independenceDeviation: 1, peerReach: nil, wheelSpin: nil, groupSize: nil),
                learner: nil, gain: -1, minutes: 30),
            ModeObservation(
                mode: .parallel,
                situation: ModeSituation(
                    success: nil, independence: 2, peerReach: nil, wheelSpin: nil, groupSize: nil), learner: 0, gain: 0),
        ]
        #expect(log.observations == expected)
    }

    /// From a third to a half is log 2 in log-odds; the ends stand for 2 % from them.
    @Test func sharesBecomeGains() throws {
        let log = try read("learner,mode,before,after\na,live_peer,0.33333333333333333,0.5\na,live_peer,0,1\n")
        #expect(abs(log.observations[0].gain - 0.693147180559945309417) < 1e-12)
        #expect(abs(log.observations[1].gain - 2 * Foundation.log(49)) < 1e-12)
        #expect(log.observations[1].situation.success == 0)
    }

    @Test(arguments: [
        ("a,sometimes,1,30,3", 2), ("a,blended,1,30,3", 2), ("a,live_peer,much,30,3", 3), ("a,live_peer,inf,30,3", 3),
        ("a,live_peer,21,30,3", 3), ("a,live_peer,,30,3", 3), ("a,,1,30,3", 2), ("a,live_peer,1,0,3", 4),
        ("a,live_peer,1,1e-308,3", 4),
        ("a,live_peer,1,-5,3", 4), ("a,live_peer,1,30,2.5", 5), ("a,live_peer,1,30,0", 5), ("a,live_peer,1,30,1e30", 5),
    ]) func faultsAreNamedAndTheRestIsKept(_ row: String, _ column: Int) throws {
        let text = "learner,mode,gain,minutes,people\nb,live_peer,1,30,3\n\(row)\n"
        let log = try read(text)
        #expect(log.observations.count == 1 && log.learners == ["b"])
        let finding = try #require(log.findings.first)
        #expect(finding.rule == .badValue && finding.line == 3 && finding.column == column, "\(finding)")
        #expect(throws: ReadError.self) { try read(text, strict: true) }
    }

    @Test(arguments: [
        "learner,mode\na,live_peer\n", "learner,mode,before\na,live_peer,0.5\n", "mode,gain\nlive_peer,1\n", "",
    ])
    func aFileThatCannotBeOneIsRefused(_ text: String) {
        #expect(throws: ReadError.self) { try read(text) }
    }
}
