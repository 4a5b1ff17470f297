"""What is no JSON, and what is JSON but no request: one answer each, with the right code, and the next line works."""

from support import TestCase, check_line, request

WRAP = b'{"jsonrpc":"2.0","id":1,"method":"ping","params":{"a":%s}}'


class Json(TestCase):
    values = [
        b"NaN", b"Infinity", b"-Infinity", b"nan", b"+1", b"01", b"-01", b"1.", b".5", b"-", b"1e", b"1e+", b"0x10", b"1_0",
        b"True", b"None", b"undefined", b"'a'", b"a", b"{a:1}", b"{'a':1}", b'{"a":1,}', b"[1,]", b"[,1]", b"[1 2]", b"[1",
        b'{"a"}', b'{"a":}', b'{"a" 1}', b'{1:2}', b"[1]]", b"// c", b"/* c */1", b"1 # c",
        b'"', b'"a', b'"\\x"', b'"\\u12"', b'"\\u12g4"', b'"\\U0041"', b'"a\tb"', b'"a\x00b"', b'"a\x1fb"',
        b'"\\ud800"', b'"\\udc00"', b'"\\ud800x"', b'"\\ud800\\u0041"', b'"\\ud800\\ud800"', b'"\\udc00\\ud800"',
        b'"\xff"', b'"\xfe"', b'"\x80"', b'"\xc3"', b'"\xc0\x80"', b'"\xc1\xbf"', b'"\xe0\x80\x80"', b'"\xe2\x82"',
        b'"\xed\xa0\x80"', b'"\xed\xbf\xbf"', b'"\xf0\x80\x80\x80"', b'"\xf4\x90\x80\x80"', b'"\xf5\x80\x80\x80"', b'"\xf0\x9f\x98"',
        b"\xff", b"\xc2\xa01", b"\xef\xbb\xbf1", b"\x0b1", b"\x0c1", b"\x001",
        b'{"a":1,"a":2}', b'{"a":1,"\\u0061":2}', b'{"a":{"b":1,"b":1}}', b'[{"":1,"":1}]', b'{"\xc3\xa9":1,"\\u00e9":2}',
    ]  # fmt: skip
    lines = [
        b"x", b"{", b"}", b"[", b"]", b'"', b"{}{}", b"{} {}", b"1 2", b"{}x", b"nul", b"tru", b"\x00", b"\xff\xfe{\x00}\x00",
        b"GET / HTTP/1.1", b"Content-Length: 2", b"recommend p01", b"<xml/>", b"---", b"\xf0",
        b'{"jsonrpc":"2.0","id":1,"id":2,"method":"ping"}', b'{"jsonrpc":"2.0","id":1,"method":"ping","method":"ping"}',
        b'{"jsonrpc":"2.0","jsonrpc":"2.0","id":1,"method":"ping"}', b'{"jsonrpc":"2.0","id":"\\ud800","method":"ping"}',
        b'{"jsonrpc":"2.0","id":1,"method":"ping","params":{},"params":{}}',
        b'{"jsonrpc":"2.0","id":1,"\\u006dethod":"ping","method":"ping"}',
    ]  # fmt: skip

    def test_no_json(self):
        """Each bad line is followed by a good one. -32700 has no id, as an id in what was not understood is not one."""
        bad = [WRAP.replace(b"%s", value) for value in self.values] + self.lines
        data = b"".join(line + b"\n" + request(n, "ping") + b"\n" for n, line in enumerate(bad))
        answers = self.transact(data)
        self.assertEqual(len(answers), 2 * len(bad))
        for n, line in enumerate(bad):
            with self.subTest(line=line):
                self.error(answers[2 * n], -32700)
                self.assertIsNone(check_line(answers[2 * n])["id"])
                self.assertEqual(check_line(answers[2 * n + 1])["id"], n)

    def test_what_rfc_8259_accepts(self):
        """Accepted: an unknown member is what is wrong with these, not the JSON. The id comes back."""
        good = [
            b"0", b"-0", b"-0.0e-0", b"1E400", b"-1e-999", b"1" * 1_000, b"true", b"null", b"[]", b"{}", b" [ ] ", b'""', b'"\x7f"',
            b'"\\u0000"', b'"\\ud83d\\ude00"', b'"\\/"', '"\u2028\uffff\U0010ffff"'.encode(), b'{"":1}', b'{"a":1,"A":2}', b"[[[[[[1]]]]]]",
        ]  # fmt: skip
        answers = self.transact(b"".join(WRAP.replace(b"%s", v) + b"\n" for v in good))
        self.assertEqual(len(answers), len(good))
        for value, answer in zip(good, answers):
            with self.subTest(value=value[:40]):
                decoded = check_line(answer)
                self.assertEqual(decoded["id"], 1)
                if "error" in decoded:
                    self.error(decoded, -32602)


class Requests(TestCase):
    def answers(self, lines):
        """The answers to lines that each get exactly one."""
        answers = self.transact(b"\n".join(lines) + b"\n")
        self.assertEqual(len(answers), len(lines))
        return [check_line(answer) for answer in answers]

    def test_no_request(self):
        lines = [
            b"1", b"-1.5", b'"ping"', b"true", b"false", b"null", b"{}",
            b'{"id":1}', b'{"id":1,"method":"ping"}', b'{"jsonrpc":"2.0","id":1}', b'{"jsonrpc":"1.0","id":1,"method":"ping"}',
            b'{"jsonrpc":2.0,"id":1,"method":"ping"}', b'{"jsonrpc":2,"id":1,"method":"ping"}', b'{"jsonrpc":null,"id":1,"method":"ping"}',
            b'{"jsonrpc":"2.0 ","id":1,"method":"ping"}', b'{"jsonrpc":"2.0","id":1,"method":1}', b'{"jsonrpc":"2.0","id":1,"method":null}',
            b'{"jsonrpc":"2.0","id":1,"method":{}}', b'{"jsonrpc":"2.0","id":1,"method":["ping"]}',
        ]  # fmt: skip
        for line, answer in zip(lines, self.answers(lines)):
            with self.subTest(line=line):
                self.error(answer, -32600)
                # "If there was an error in detecting the id, it must be null": otherwise the client is waiting for it.
                self.assertEqual(answer["id"], 1 if b'"id":1' in line else None)

    def test_unknown_methods(self):
        lines = [
            b'{"jsonrpc":"2.0","id":1,"method":""}', b'{"jsonrpc":"2.0","id":1,"method":"Ping"}', b'{"jsonrpc":"2.0","id":1,"method":"ping "}',
            b'{"jsonrpc":"2.0","id":1,"method":"rpc.nothing"}', b'{"jsonrpc":"2.0","id":1,"method":"recommnd","params":{"learners":["a"]}}',
            b'{"jsonrpc":"2.0","id":1,"method":"' + b"m" * 50_000 + b'"}', b'{"jsonrpc":"2.0","id":1,"method":"prompts/list"}',
            b'{"jsonrpc":"2.0","id":1,"method":"\\u0070ing\\u0000"}',
        ]  # fmt: skip
        for line, answer in zip(lines, self.answers(lines)):
            with self.subTest(line=line[:80]):
                self.error(answer, -32601)
                self.assertEqual(answer["id"], 1)

    def test_wrong_params(self):
        lines = [
            b'{"jsonrpc":"2.0","id":1,"method":"recommend","params":["p01"]}', b'{"jsonrpc":"2.0","id":1,"method":"recommend","params":[{"learners":["p01"]}]}',
            b'{"jsonrpc":"2.0","id":1,"method":"recommend","params":[]}', b'{"jsonrpc":"2.0","id":1,"method":"recommend"}',
            b'{"jsonrpc":"2.0","id":1,"method":"recommend","params":{}}', b'{"jsonrpc":"2.0","id":1,"method":"mastery","params":{"learners":"p01"}}',
            b'{"jsonrpc":"2.0","id":1,"method":"mastery","params":{"learners":[1]}}', b'{"jsonrpc":"2.0","id":1,"method":"mastery","params":{"learners":[null]}}',
            b'{"jsonrpc":"2.0","id":1,"method":"mastery","params":{"learners":["a"],"at":"yesterday"}}',
            b'{"jsonrpc":"2.0","id":1,"method":"mastery","params":{"learners":["a"],"at":"2026-05-01T10:00:00"}}',
            b'{"jsonrpc":"2.0","id":1,"method":"recommend","params":{"learners":["a"],"limit":0}}',
            b'{"jsonrpc":"2.0","id":1,"method":"recommend","params":{"learners":["a"],"limit":101}}',
            b'{"jsonrpc":"2.0","id":1,"method":"recommend","params":{"learners":["a"],"limit":2.5}}',
            b'{"jsonrpc":"2.0","id":1,"method":"recommend","params":{"learners":["a"],"limit":1e99}}',
            b'{"jsonrpc":"2.0","id":1,"method":"recommend","params":{"learners":["a"],"limit":99999999999999999999}}',
            b'{"jsonrpc":"2.0","id":1,"method":"recommend","params":{"learners":["a"],"cursor":"nonsense"}}',
            b'{"jsonrpc":"2.0","id":1,"method":"recommend","params":{"learners":["a"],"lmit":3}}',
            b'{"jsonrpc":"2.0","id":1,"method":"recommend","params":{"learners":[""]}}',
            b'{"jsonrpc":"2.0","id":1,"method":"recommend","params":{"learners":["' + b"x" * 201 + b'"]}}',
            b'{"jsonrpc":"2.0","id":1,"method":"step","params":{"item":"parts-1","score":1}}',
        ]  # fmt: skip
        for line, answer in zip(lines, self.answers(lines)):
            with self.subTest(line=line):
                error = self.error(answer, -32602)
                self.assertEqual(answer["id"], 1)
                self.assertTrue(error["data"]["path"].startswith("/params"), error)

    def test_the_nearest_name_is_said(self):
        answer = self.answers([request(1, "recommend", learners=["a"], limt=3)])[0]
        error = self.error(answer, -32602)
        self.assertEqual(error["data"]["path"], "/params/limt")
        self.assertIn("limit", error["message"] + error["data"].get("hint", ""))

    def test_nesting(self):
        deep = [
            b'{"jsonrpc":"2.0","id":1,"method":"ping","params":{"a":' + b"[" * 10_000 + b"]" * 10_000 + b"}}",
            b'{"jsonrpc":"2.0","id":1,"method":"ping","params":' + b'{"a":' * 10_000 + b"1" + b"}" * 10_000 + b"}",
            b"[" * 10_000 + b"]" * 10_000,
            b"[" * 100_000,
            b'{"a":' * 100_000,
        ]
        for line, answer in zip(deep, self.answers(deep)):
            with self.subTest(line=line[:60]):
                self.assertIn(answer["error"]["code"], (-32700, -32600, -32602))

    def test_numbers_beyond_all_bounds(self):
        """Whatever is said to them, it is said once, and nothing infinite is written."""
        numbers = [b"1e400", b"-1e400", b"1e308", b"-1e308", b"5e-324", b"1e-400", b"9" * 400, b"-0.0", b"0." + b"0" * 400 + b"1"]
        members = [b"score", b"max", b"at", b"attempt", b"hints", b"seconds", b"certainty"]
        lines = []
        for member in members:
            for number in numbers:
                members_text = b'"learner":"n","item":"parts-1",' + (b"" if member == b"score" else b'"score":1,')
                lines.append(
                    b'{"jsonrpc":"2.0","id":1,"method":"step","params":{' + members_text + b'"' + member + b'":' + number + b"}}")
        for line, answer in zip(lines, self.answers(lines)):
            with self.subTest(line=line[:120]):
                self.assertEqual(answer["id"], 1)
                if "error" in answer:
                    self.assertIn(answer["error"]["code"], (-32602, 1003, 1013))
