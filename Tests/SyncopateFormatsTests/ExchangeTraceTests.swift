import Syncopate
import SyncopateFormats
import SyncopateModels
import Testing

/// Columns of a traces file on learners among others.
struct ExchangeTraceTests {
    private func exchanges(_ text: String) throws -> [[ExchangeKind: Double]] {
        let log = try TraceFileTests.read(text).exchanges
        return log.learners.indices.map { learner in
            Dictionary(
                log.exchanges.filter { $0.learner == learner }.map { ($0.kind, $0.value) },
                uniquingKeysWith: { first, _ in first })
        }
    }

    @Test func oneSpeaksOnlyWithTheOther() throws {
        let found = try exchanges(
            "learner,help_received,solved_after,help_wanted,help_given,explained,peer_solved\n"
                + "a,yes,1,yes,no,yes,0.5\nb,yes,,no,yes,yes,\nc,no,1,,yes,no,1\nd,,0,yes,1,,\n")
        // Of b and c nothing can be said: they are not even listed.
        #expect(found == [[.helpPaidOff: 1, .helpGiven: 0, .explained: 0.5], [.helpGiven: 1]])
    }

    /// By hand: own 0, .2, .4, .6 and groups .5, .5, .9, .9: the line has slope .8 and leaves .04, -.12, .12, -.04, ranks
    /// 3, 1, 4, 2 of 4; scipy 1.17.1: norm.ppf([.625, .125, .875, .375]).
    @Test func groupsAreComparedBesideTheLineOfOwnScores() throws {
        let found = try exchanges(
            "learner,item,own_score,group_score\na,i,0,0.5\nb,i,0.2,0.5\nc,i,0.4,0.9\nd,i,0.6,0.9\n")
        let places = found.map { $0[.groupBesideOwn] ?? .nan }
        for (place, expected) in zip(places, [0.31864, -1.15035, 1.15035, -0.31864]) {
            #expect(abs(place - expected) < 1e-4, "\(places)")
        }
    }

    @Test func fewRowsOrAPerfectLineSayNothing() throws {
        #expect(
            try exchanges("learner,item,own_score,group_score\na,i,0,0.5\nb,i,0.2,0.5\nc,i,0.4,0.9\n").isEmpty)
        #expect(
            try exchanges(
                "learner,item,own_score,group_score\na,i,0.1,0.3\nb,i,0.2,0.4\nc,i,0.3,0.5\nd,i,0.4,0.6\n"
            ).isEmpty)
        // Two pieces of work are not compared with each other.
        #expect(
            try exchanges(
                "learner,item,own_score,group_score\na,i,0,0.5\nb,i,0.2,0.5\nc,j,0.4,0.9\nd,j,0.6,0.9\n"
            ).isEmpty)
    }

    @Test func theyAreNoTracesOfIndependence() throws {
        let read = try TraceFileTests.read(
            "learner,on_time,help_received,solved_after,own_score\na,yes,yes,1,0.4\nb,no,,,\n")
        #expect(read.log.events.map { $0.traces.map(\.kind) } == [[.onTime], [.onTime]])
        let plain = try TraceFileTests.read("learner,on_time\na,yes\nb,no\n")
        #expect(read.independence(.shipped) == plain.independence(.shipped))
        #expect(plain.exchanges.exchanges.isEmpty)
    }

    @Test(arguments: ["help_received", "help_wanted", "help_given", "explained"]) func aFlagIsYesOrNo(_ column: String)
        throws
    {
        let read = try TraceFileTests.read("learner,\(column)\na,perhaps\n")
        #expect(read.hasErrors && read.exchanges.exchanges.isEmpty)
        #expect(read.findings.first?.description.contains("t.csv:2:2: bad-value") == true)
    }

    @Test(arguments: ["solved_after", "peer_solved", "own_score", "group_score"]) func aShareIsOne(_ column: String)
        throws
    {
        for value in ["1.5", "-0.1", "much"] {
            let read = try TraceFileTests.read("learner,\(column)\na,\(value)\n")
            #expect(read.hasErrors && read.exchanges.exchanges.isEmpty)
        }
    }

    @Test func aLongFileSaysTheSame() throws {
        let long = try exchanges(
            "learner,item,trace,value\na,i,help_received,yes\na,i,solved_after,1\nb,i,explained,1\nb,i,peer_solved,0\n")
        #expect(long == [[.helpPaidOff: 1], [.explained: 0]])
    }
}
