import Foundation
import Syncopate

/// The best seats with a teacher, by the solver HiGHS through `scipy.optimize.milp`.
///
/// The program is written from the constraints as people would say them: a seat of each learner in a slot on a topic is
/// yes or no.
enum SeatsByHiGHS {
    /// Whether Python with scipy can be run here.
    static let isThere = (try? run("import scipy.optimize", "")) != nil

    /// What the best plan of each problem is worth.
    static func best(_ problems: [ConveningProblem]) throws -> [Double] {
        let input = try JSONSerialization.data(withJSONObject: problems.map(object))
        let output = try run(program, String(decoding: input, as: UTF8.self))
        return output.split(separator: "\n").compactMap { Double($0) }
    }

    private static func object(_ problem: ConveningProblem) -> [String: Any] {
        [
            "slots": problem.slots.map { [$0.capacity, $0.minutes] as [Any] },
            "overlaps": problem.slots.indices.flatMap { one in
                problem.slots.indices.filter { $0 > one && problem.slots[one].overlaps(problem.slots[$0]) }.map {
                    [one, $0]
                }
            },
            "learners": problem.learners.map { learner in
                [
                    "standings": learner.standings.map { [$0.topic, $0.uplift] as [Any] },
                    "available": problem.slots.indices.map { learner.canCome(to: $0) },
                    "minutes": learner.mostMinutes ?? -1,
                ] as [String: Any]
            },
            "together": problem.together, "apart": problem.apart,
        ]
    }

    private static func run(_ program: String, _ input: String) throws -> String {
        let python = Process()
        python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        python.arguments = ["python3", "-c", program]
        let (standardInput, output) = (Pipe(), Pipe())
        python.standardInput = standardInput
        python.standardOutput = output
        python.standardError = FileHandle.nullDevice
        try python.run()
        try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try standardInput.fileHandleForWriting.close()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        python.waitUntilExit()
        guard python.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let program = """
        import json, sys
        import numpy as np
        from collections import defaultdict
        from scipy.optimize import milp, LinearConstraint, Bounds
        from scipy.sparse import coo_matrix

        def solve(problem):
            seats = [(i, s, k, gain) for i, one in enumerate(problem["learners"]) for k, gain in one["standings"]
                     for s in range(len(problem["slots"])) if one["available"][s]]
            number = {seat[:3]: n for n, seat in enumerate(seats)}
            held = {}
            for _, s, k, _ in seats:
                held.setdefault((s, k), len(seats) + len(held))
            count = len(seats) + len(held)
            if not seats:
                return 0.0
            rows, low, high = [], [], []
            def add(terms, least, most):
                rows.append(terms); low.append(least); high.append(most)
            for s, (capacity, minutes) in enumerate(problem["slots"]):
                add([(n, 1) for (t, k), n in held.items() if t == s], -np.inf, 1)
                add([(number[seat[:3]], 1) for seat in seats if seat[1] == s], -np.inf, capacity)
                for group in problem["apart"]:
                    add([(number[seat[:3]], 1) for seat in seats if seat[1] == s and seat[0] in group], -np.inf, 1)
            for i, s, k, _ in seats:
                add([(number[i, s, k], 1), (held[s, k], -1)], -np.inf, 0)
            of = defaultdict(list)
            for seat in seats:
                of[seat[0]].append(seat)
            for i, mine in of.items():
                most = problem["learners"][i]["minutes"]
                if most < 0:
                    add([(number[seat[:3]], 1) for seat in mine], -np.inf, 1)
                else:
                    add([(number[seat[:3]], problem["slots"][seat[1]][1]) for seat in mine], -np.inf, most)
                for k in {seat[2] for seat in mine}:
                    add([(number[seat[:3]], 1) for seat in mine if seat[2] == k], -np.inf, 1)
                for s in {seat[1] for seat in mine}:
                    add([(number[seat[:3]], 1) for seat in mine if seat[1] == s], -np.inf, 1)
                for pair in problem["overlaps"]:
                    add([(number[seat[:3]], 1) for seat in mine if seat[1] in pair], -np.inf, 1)
            for group in problem["together"]:
                for i, j in zip(group, group[1:]):
                    for s, k in held:
                        terms = [(number[l, s, k], sign) for l, sign in ((i, 1), (j, -1)) if (l, s, k) in number]
                        if i != j:
                            add(terms, 0, 0)
            cells = [(r, n, v) for r, terms in enumerate(rows) for n, v in terms]
            matrix = coo_matrix(([c[2] for c in cells], ([c[0] for c in cells], [c[1] for c in cells])),
                                shape=(len(rows), count)).tocsr()
            cost = np.zeros(count)
            for n, seat in enumerate(seats):
                cost[n] = -seat[3]
            answer = milp(cost, constraints=LinearConstraint(matrix, low, high), integrality=np.ones(count),
                          bounds=Bounds(0, 1), options={"mip_rel_gap": 0})
            return -answer.fun

        for problem in json.load(sys.stdin):
            print(repr(float(solve(problem))))
        """
}
