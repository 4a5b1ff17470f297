import Testing

@testable import Counting

/// Files as Valgrind's manual describes them; sums by hand.
struct CallgrindOutputTests {
    /// Names stand once, and then their number. What the C library calls in the course of one call does not count again.
    private static let text = """
        # callgrind format
        version: 1
        events: Ir
        summary: 820

        ob=(1) /lib/libc.so.6
        fl=(1) malloc.c
        fn=(7) main
        16 400
        cfn=(8) malloc
        calls=3 50
        16 300
        cfn=(9) _int_malloc
        calls=40 51
        16 20
        cfn=(8)
        calls=2 50
        17 50

        fn=(10) posix_memalign
        1 20
        cfn=(13) _mid_memalign.constprop.0
        calls=4 0
        1 10

        fn=(13)
        1 20
        cfn=(8)
        calls=4 50
        1 10

        fn=(14) start
        1 20
        cfn=(11) calloc
        calls=1 0
        1 10

        fn=(12) other
        1 10
        cfn=(10)
        calls=4 1
        1 10

        totals: 820
        """

    @Test func instructionsAndCallsAreCounted() throws {
        let output = try #require(CallgrindOutput(Array(Self.text.utf8)))
        #expect(output.counts == Counts(instructions: 820, allocations: 10))
    }

    @Test func namesWithoutNumbersAreUnderstood() throws {
        let text = "fn=main\n1 5\ncfn=malloc\ncalls=6 0\n1 3\ncfn=free\ncalls=6 0\n1 3\nsummary: 11\n"
        #expect(CallgrindOutput(Array(text.utf8))?.counts == Counts(instructions: 11, allocations: 6))
    }

    @Test func aRunThatDidNotEndHasNoCounts() {
        #expect(CallgrindOutput(Array("events: Ir\nfn=(1) main\n1 5\n".utf8)) == nil)
        #expect(CallgrindOutput([]) == nil)
    }
}
