/// Programs in Python to be measured beside.
enum PythonRivals {
    /// The same as ``FoundationEcho`` with Python's `json`.
    static let echo = """
        import json, sys
        reply = json.loads(sys.argv[1])
        counts = {}
        for line in sys.stdin:
            request = json.loads(line)
            learner = request["params"]["learner"]
            counts[learner] = counts.get(learner, 0) + 1
            reply["id"] = request["id"]
            reply["result"]["learner"] = learner
            reply["result"]["revision"] = counts[learner]
            sys.stdout.write(json.dumps(reply) + "\\n")
            sys.stdout.flush()
        """

    /// Scores of all items for one learner by the package alosi, times a second; without it, nothing.
    static let alosi = """
        import sys, time
        try:
            import numpy as np
            from alosi.engine import recommendation_score
        except ImportError:
            sys.exit(0)
        items, skills = int(sys.argv[1]), int(sys.argv[2])
        rng = np.random.default_rng(1)
        guess = np.full((items, skills), np.nan)
        slip = np.full((items, skills), np.nan)
        for item in range(items):
            for skill in rng.choice(skills, rng.integers(1, 4), replace=False):
                guess[item, skill], slip[item, skill] = 0.25, 0.11
        prereqs = np.triu((rng.random((skills, skills)) < 0.02).astype(float), 1)
        mastery = rng.random(skills) * 0.9 + 0.05
        count, begin = 0, time.perf_counter()
        while count < 3 or time.perf_counter() - begin < 3:
            recommendation_score(guess=guess, slip=slip, learner_mastery=mastery, prereqs=prereqs, r_star=0.0, L_star=2.2,
                difficulty=rng.random(items), W_p=5.0, W_r=3.0, W_d=1.0, W_c=1.0,
                last_attempted_guess=guess[0], last_attempted_slip=slip[0])
            count += 1
        print(count / (time.perf_counter() - begin))
        """
}
