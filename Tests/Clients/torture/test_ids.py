"""Every id is answered exactly once, byte for byte, in order; what has no id is not answered."""

import random

from support import AT, TestCase, check_line, event, notification, request


def ping(identity):
    """A request whose id is these very bytes."""
    return b'{"jsonrpc":"2.0","id":' + identity + b',"method":"ping"}'


def head(identity):
    return b'{"jsonrpc":"2.0","id":' + identity + b","


class Ids(TestCase):
    echoed = [
        b"0", b"-0", b"1", b"-1", b"1.0", b"1.50", b"-0.0", b"1e2", b"1E+2", b"9007199254740993",
        b"18446744073709551615", b"18446744073709551616", b"-9223372036854775809", b"1" * 300, b"0.1" + b"0" * 300,
        b"1e400", b"-1e-400", b"null", b'""', b'" "', b'"1"', b'"null"', '"é"'.encode(), b'"\\u00e9"', b'"\\u00E9"',
        b'"\\/"', b'"/"', b'"\\n\\t\\"\\\\"', b'"\\u0000"', b'"\\ud83d\\ude00"', '"😀"'.encode(), '"\u2028"'.encode(),
        b'"' + b"x" * 1_000 + b'"', b'"' + "é".encode() * 500 + b'"', b'"{\\"id\\":2}"', b'"],"',
    ]  # fmt: skip
    refused = [b"{}", b'{"a":1}', b"[]", b"[1]", b"true", b"false", b'"' + b"x" * 2_000 + b'"', b'"' + b"x" * 100_000 + b'"', b"1" * 2_000]

    def test_ids_are_echoed_byte_for_byte(self):
        lines = self.transact(b"".join(ping(i) + b"\n" for i in self.echoed))
        self.assertEqual(len(lines), len(self.echoed))
        for identity, line in zip(self.echoed, lines):
            check_line(line)
            self.assertTrue(line.startswith(head(identity)), (identity[:60], line[:120]))
            self.assertIn(b'"result":', line)

    def test_ids_are_echoed_in_errors_too(self):
        lines = self.transact(b"".join(ping(i).replace(b"ping", b"pong") + b"\n" for i in self.echoed))
        self.assertEqual(len(lines), len(self.echoed))
        for identity, line in zip(self.echoed, lines):
            self.error(line, -32601)
            self.assertTrue(line.startswith(head(identity)), (identity[:60], line[:120]))

    def test_ids_that_are_none(self):
        lines = self.transact(b"".join(ping(i) + b"\n" for i in self.refused))
        self.assertEqual(len(lines), len(self.refused))
        for line in lines:
            self.error(line, -32600)
            self.assertTrue(line.startswith(head(b"null")), line)

    def test_members_in_any_order_and_white_space(self):
        data = (
            b'{"method":"ping","id":"last","jsonrpc":"2.0"}\n'
            b' \t{ "id" : 1.0 ,\t"method" : "ping" , "jsonrpc" : "2.0" } \n'
            b'{"method":"ping","params":{},"jsonrpc":"2.0","id":0}\n'
        )
        lines = self.transact(data)
        self.assertEqual([line.split(b",")[1] for line in lines], [b'"id":"last"', b'"id":1.0', b'"id":0'])

    def test_other_things_that_are_called_id(self):
        """The id is the one of the request, wherever it stands and whatever else is called so."""
        data = (
            b'{"method":"tools/call","params":{"name":"convene","arguments":{"learners":["a"],"slots":[{"id":"s1","minutes":30,"seats":3}]}},"jsonrpc":"2.0","id":9}\n'
            b'{"params":{"id":1,"a":[{"id":2}],"b":"\\"id\\":3"},"method":"ping","id":4.0,"jsonrpc":"2.0"}\n'
            b'{"jsonrpc":"2.0","method":"ping","\\u0069d":5.0}\n'
            b'{"jsonrpc":"2.0","method":"ping","params":{"id":6}}\n'
            b'{"jsonrpc":"2.0","method":"ping","ID":7}\n'
        )
        lines = self.transact(data)
        self.assertEqual([line[: line.index(b",", 18)] for line in lines], [head(i)[:-1] for i in (b"9", b"4.0", b"5.0")])

    def test_a_thousand_calls_at_once(self):
        generator = random.Random(20)
        kinds = [
            lambda i: request(i, "ping"),
            lambda i: request(i, "recommend", learners=["l%d" % (i % 17)], at=AT, limit=2),
            lambda i: request(i, "mastery", learners=["l%d" % (i % 5)], at=AT),
            lambda i: request(i, "observe", events=[event("l%d" % (i % 17), at=AT + i, event_id="e%d" % i)]),
            lambda i: request(i, "step", **event("l%d" % (i % 3), at=AT + i), event_id="s%d" % i, limit=1),
            lambda i: request(i, "no.such.method"),
            lambda i: request(i, "recommend", learners="not a list"),
            lambda i: b'{"jsonrpc":"1.0","id":%d,"method":"ping"}' % i,
        ]
        calls = [generator.choice(kinds)(i) for i in range(1_000)]
        generator.shuffle(calls)
        order = [check_line(call, 1 << 20)["id"] for call in calls]

        child = self.serve()
        child.write_in_background(b"\n".join(calls) + b"\n", then_end=True)
        lines = child.read_to_end()
        self.assertEqual(child.wait(), 0)
        self.assertEqual([check_line(line)["id"] for line in lines], order)

        # One by one they get the same bytes: neither what waits behind a request nor what is beside it changes its answer.
        child = self.serve()
        for call, line in zip(calls, lines):
            child.line(call)
            self.assertEqual(child.read_line(), line)

    def test_notifications_are_not_answered(self):
        data = b"\n".join([
            notification("ping"),
            notification("no.such.method"),
            notification("observe", events=[event("silent")]),
            notification("observe", events="wrong"),
            notification("notifications/cancelled", requestId=1),
            notification("notifications/initialized"),
            b'{"jsonrpc":"2.0","method":"notifications/initialized"}',
            request(1, "mastery", learners=["silent"], skills=["parts"], at=AT),
        ])  # fmt: skip
        lines = self.transact(data + b"\n")
        self.assertEqual(len(lines), 1)
        skills = self.result(lines[0])["learners"][0]["skills"]
        self.assertEqual([(s["skill"], s["attempts"]) for s in skills], [("parts", 1)], "the notification counted")


class Batches(TestCase):
    def test_a_batch_is_answered_in_one_line(self):
        batch = [
            request(1, "ping"),
            notification("ping"),
            request("1", "no.such.method"),
            b"5",
            b"{}",
            request(None, "ping"),
            b'{"jsonrpc":"2.0","id":2.0,"method":"ping"}',
        ]
        lines = self.transact(b"[" + b",".join(batch) + b"]\n" + request(9, "ping") + b"\n")
        self.assertEqual(len(lines), 2)
        answers = check_line(lines[0])
        self.assertEqual([a["id"] for a in answers], [1, "1", None, None, None, 2.0])
        self.assertEqual(
            [a.get("error", {}).get("code") for a in answers], [None, -32601, -32600, -32600, None, None])
        self.assertIn(b'"id":2.0,', lines[0])
        self.assertEqual(check_line(lines[1])["id"], 9)

    def test_empty_batch(self):
        for batch in (b"[]", b"[ ]"):
            lines = self.transact(batch + b"\n")
            self.assertEqual(len(lines), 1)
            self.error(lines[0], -32600)
            self.assertIsNone(check_line(lines[0])["id"])

    def test_batch_of_nothing_valid(self):
        lines = self.transact(b"[1,2,[]]\n")
        self.assertEqual(len(lines), 1)
        answers = check_line(lines[0])
        self.assertEqual([(a["id"], a["error"]["code"]) for a in answers], [(None, -32600)] * 3)

    def test_batch_of_notifications(self):
        batch = b"[" + notification("ping") + b"," + notification("no.such.method") + b"]\n"
        self.assertEqual(self.transact(batch), [])

    def test_batch_with_bad_json(self):
        lines = self.transact(b'[{"jsonrpc":"2.0","id":1,"method":"ping"},{"jsonrpc":"2.0","id":2,\n')
        self.assertEqual(len(lines), 1)
        self.error(lines[0], -32700)

    def test_a_batch_sees_its_own_earlier_members(self):
        batch = [
            request(1, "observe", events=[event("b1"), event("b1", at=AT + 60)]),
            request(2, "mastery", learners=["b1"], skills=["parts"], at=AT + 60),
        ]
        answers = check_line(self.transact(b"[" + b",".join(batch) + b"]\n")[0])
        self.assertEqual(answers[0]["result"]["applied"], 2)
        self.assertEqual(answers[1]["result"]["learners"][0]["skills"][0]["attempts"], 2)

    def test_the_largest_batch(self):
        batch = b"[" + b",".join(request(i, "ping") for i in range(256)) + b"]\n"
        lines = self.transact(batch + request("after", "ping") + b"\n")
        self.assertEqual([answer["id"] for answer in check_line(lines[0])], list(range(256)))
        self.assertEqual(check_line(lines[1])["id"], "after")

    def test_a_batch_that_is_too_large_is_refused_as_a_whole(self):
        batch = b"[" + b",".join(request(i, "observe", events=[event("a")]) for i in range(5_000)) + b"]\n"
        lines = self.transact(batch + request("after", "mastery", learners=["a"], skills=["parts"], at=AT) + b"\n")
        self.error(lines[0], -32600)
        self.assertEqual(self.result(lines[1])["learners"][0]["skills"][0]["attempts"], 0)

    def test_no_batch_makes_a_line_too_long(self):
        batches = [
            [request("x" * 900 + str(i), "ping") for i in range(1_000)],
            [request(i, "no.such.method") for i in range(1_000)],
            [request(i, "observe", events=[event("a")]) for i in range(600)],
            [b'"a"'] * 501, [b"1"] * 10_000, [b"{}"] * 300,
        ]  # fmt: skip
        for batch in batches:
            with self.subTest(first=batch[0][:40], count=len(batch)):
                lines = self.transact(b"[" + b",".join(batch) + b"]\n")
                self.assertEqual(len(lines), 1)
                answers = check_line(lines[0])
                if isinstance(answers, list):
                    self.assertEqual(len(answers), len(batch))
                else:
                    self.error(answers, -32600)

    def test_answers_of_a_batch_share_one_reply(self):
        """What has no room is told so; it still has an answer of its own."""
        learners = ["l%d" % n for n in range(30)]
        batch = b"[" + b",".join(request(i, "recommend", learners=learners, limit=5, at=AT) for i in range(100)) + b"]\n"
        lines = self.transact(batch)
        self.assertEqual(len(lines), 1)
        answers = check_line(lines[0])
        self.assertEqual([answer["id"] for answer in answers], list(range(100)))
        self.assertIn("result", answers[0])
        for answer in answers:
            if "error" in answer:
                self.error(answer, 1008, "result_too_large")
