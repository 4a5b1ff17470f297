"""Row mode: one row in, one row out, in order, whatever the row is."""

import json

from support import AT, TestCase, check_line


def row(**members):
    return json.dumps(members, separators=(",", ":")).encode()


class Rows(TestCase):
    def rows(self, data, *options, seconds=50):
        return self.transact(data, *options, command="pipe", seconds=seconds)

    def test_one_for_one(self):
        bad = [
            b"", b"x", b"[]", b"{}", b"1", b'{"learner":1}', b'{"learner":"a","item":"no such item","score":1}',
            b'{"learner":"a","item":"parts-1","score":"1"}', b'{"learner":"a","score":NaN}', b'{"learner":"a","learner":"b"}', b"\xff", b"\r",
        ]  # fmt: skip
        good = row(learner="a", item="parts-1", score=1, at=AT, limit=1)
        data = b"".join(line + b"\n" + good + b"\n" for line in bad)
        answers = self.rows(data)
        self.assertEqual(len(answers), 2 * len(bad))
        for n, line in enumerate(bad):
            with self.subTest(line=line):
                answer = check_line(answers[2 * n])
                self.assertEqual(list(answer), ["error"])
                self.error(answer, answer["error"]["code"])
                answer = check_line(answers[2 * n + 1])
                self.assertEqual((answer["learner"], answer["revision"]), ("a", n + 1))

    def test_blank_lines_have_answers_too(self):
        count = 100_000
        answers = self.rows(b"\n" * count)
        self.assertEqual(len(answers), count)
        self.assertEqual(len(set(answers)), 1)
        self.assertIn("error", check_line(answers[0]))

    def test_a_line_of_two_mebibytes(self):
        long = row(learner="a", item="x" * (2 << 20))
        answers = self.rows(long + b"\n" + row(learner="a") + b"\n" + long)
        self.assertEqual(len(answers), 3)
        self.error(answers[0], 1007, "line_too_long")
        self.assertEqual(check_line(answers[1])["learner"], "a")
        self.error(answers[2], 1007, "line_too_long")

    def test_the_last_row_without_an_end(self):
        answers = self.rows(row(learner="a") + b"\r\n" + row(learner="b"))
        self.assertEqual([check_line(answer)["learner"] for answer in answers], ["a", "b"])

    def test_rows_are_steps(self):
        """A row is the params of `step`, its answer the result."""
        rows = [row(learner="l%d" % (n % 3), item="parts-%d" % (1 + n % 2), score=n % 2, at=AT + n, limit=2) for n in range(30)]
        answers = self.rows(b"\n".join(rows) + b"\n")
        child = self.serve()
        for line, answer in zip(rows, answers):
            child.line(b'{"jsonrpc":"2.0","id":1,"method":"step","params":' + line + b"}")
            self.assertEqual(child.read_line(), b'{"jsonrpc":"2.0","id":1,"result":' + answer + b"}")

    def test_the_host_keeps_the_state(self):
        """State in, state out: any process may take the next row of a learner."""
        rows = [row(learner="h", item="parts-%d" % (1 + n % 2), score=n % 2, at=AT + n, limit=2) for n in range(12)]
        kept = [check_line(answer) for answer in self.rows(b"\n".join(rows) + b"\n")]
        state = None
        children = [self.pipe(), self.pipe()]
        for n, (line, expected) in enumerate(zip(rows, kept)):
            members = json.loads(line)
            members["return_state"] = True
            if state is not None:
                members["state"] = state
            child = children[n % 2]
            child.line(row(**members))
            answer = check_line(child.read_line())
            state = answer.pop("state")
            self.assertEqual(answer, expected)

    def test_a_state_that_is_none(self):
        for state in ("x", "AAAA", "A" * 100_000, 5):
            with self.subTest(state=str(state)[:10]):
                answer = check_line(self.rows(row(learner="a", state=state) + b"\n")[0])
                self.error(answer, 1006 if isinstance(state, str) else -32602)

    def test_a_repeated_event_changes_nothing(self):
        once = row(learner="d", item="parts-1", score=1, at=AT, event_id="e1")
        first, second = [check_line(answer) for answer in self.rows(once + b"\n" + once + b"\n")]
        self.assertEqual((first["duplicate"], second["duplicate"]), (False, True))
        self.assertEqual(first["revision"], second["revision"])
        self.assertEqual(first["items"], second["items"])

    def test_learners_do_not_touch_each_other(self):
        """The rows of one learner get the same answers alone as among the rows of others, where lots are drawn too."""
        rows = [row(learner="l%d" % (n % 7), item="parts-1", score=n % 2, at=AT + n, limit=3, seed=n) for n in range(70)]
        for options in ((), ("--choices", "5", "--nearness", "0.9")):
            together = self.rows(b"\n".join(rows) + b"\n", *options)
            for learner in range(7):
                alone = self.rows(b"\n".join(rows[learner::7]) + b"\n", *options)
                self.assertEqual(alone, together[learner::7])
            drawn = [check_line(answer)["propensity"] < 1 for answer in together]
            self.assertEqual(any(drawn), bool(options), "no lot was drawn" if options else "a lot was drawn")

    def test_another_seed_draws_another_lot(self):
        rows = [row(learner="l", limit=1, seed=n) for n in range(40)]
        answers = [check_line(answer) for answer in self.rows(b"\n".join(rows), "--choices", "5", "--nearness", "0.9")]
        self.assertGreater(len({answer["items"][0]["item"] for answer in answers}), 1)
        again = [row(learner="l", limit=1, seed=3) for n in range(5)]
        self.assertEqual(len(set(self.rows(b"\n".join(again), "--choices", "5", "--nearness", "0.9"))), 1)
