"""Lines that a seeded generator has spoilt: no crash, no hang, no line unanswered, none answered twice.

A few seconds as a test. SYNCOPATE_FUZZ_SECONDS=1800 SYNCOPATE_FUZZ_SEED=7 Tests/Clients/run torture.test_fuzz for longer.
"""

import json
import os
import random
import time

from support import AT, Refused, TestCase, check_line, decode, event, keep

SECONDS = float(os.environ.get("SYNCOPATE_FUZZ_SECONDS", "3"))
SEED = int(os.environ.get("SYNCOPATE_FUZZ_SEED", "20"))

REQUESTS = [
    {"jsonrpc": "2.0", "id": 1, "method": "ping"},
    {"jsonrpc": "2.0", "id": "é", "method": "recommend", "params": {"learners": ["a", "b"], "limit": 2, "at": AT, "seed": 3}},
    {"jsonrpc": "2.0", "id": 1.5, "method": "recommend",
     "params": {"learners": ["a"], "unit": "skill", "allow": {"modes": ["apart"], "items": ["parts-1"], "minutes": 20, "place": "home"}}},
    {"jsonrpc": "2.0", "id": None, "method": "observe", "params": {"events": [event("a", event_id="e"), event("b", score=0.5, max=2, hints=1)]}},
    {"jsonrpc": "2.0", "id": 2, "method": "step", "params": {**event("a", supersedes="e", event_id="f"), "limit": 1, "return_state": True}},
    {"jsonrpc": "2.0", "id": 3, "method": "step", "params": {"learner": "a", "retract": "f", "state": "AAAA"}},
    {"jsonrpc": "2.0", "id": 4, "method": "mastery", "params": {"learners": ["a"], "skills": ["parts"], "at": "2026-05-04T09:00:00+02:00"}},
    {"jsonrpc": "2.0", "id": 5, "method": "explain", "params": {"learner": "a", "item": "recipes", "at": AT}},
    {"jsonrpc": "2.0", "id": 6, "method": "convene",
     "params": {"learners": ["a", "b", "c"], "slots": [{"id": "s", "minutes": 30, "seats": 2}], "size": 2, "at": AT, "seed": 1}},
    {"jsonrpc": "2.0", "id": 7, "method": "export_state", "params": {"learners": ["a"], "cursor": "x"}},
    {"jsonrpc": "2.0", "id": 8, "method": "import_state", "params": {"states": [{"learner": "a", "state": "eHg="}]}},
    {"jsonrpc": "2.0", "id": 9, "method": "tools/call", "params": {"name": "mastery", "arguments": {"learners": ["a"]}}},
    {"jsonrpc": "2.0", "id": 10, "method": "forget", "params": {"learners": ["b"]}},
    {"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": 1}},
    {"jsonrpc": "2.0", "id": 11, "method": "initialize", "params": {"protocolVersion": "2025-06-18", "capabilities": {}}},
    {"jsonrpc": "2.0", "id": 12, "method": "stats"},
    [{"jsonrpc": "2.0", "id": 13, "method": "ping"}, {"jsonrpc": "2.0", "method": "ping"}],
]  # fmt: skip
ROWS = [
    {"learner": "a", "item": "parts-1", "score": 1, "at": AT, "limit": 1, "event_id": "r"},
    {"learner": "b", "item": "recipes", "score": 0.25, "max": 4, "mode": "apart", "attempt": 2, "seconds": 31.5, "certainty": 0.5},
    {"learner": "c", "item": "new", "skills": ["parts", {"skill": "add", "weight": 2}], "score": 1, "grader": "model"},
    {"learner": "a", "status": "excused", "item": "parts-2", "decision": "x", "outcome": "skipped", "state": "", "return_state": True},
]
VALUES = [
    None, True, False, 0, -1, 1, 2**31, 2**53 + 1, 2**64, -(2**63), 1e308, 5e-324, 0.1, "", "a", "x" * 300, "é😀\u2028\x00", [], {}, [[]],
    ["a"] * 501, {"a": {"a": {}}}, "2026-02-30T00:00:00Z", "9999-12-31T23:59:60Z", "AAAA" * 100,
]  # fmt: skip
BYTES = [b"\x00", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\\u", b"\\ud800", b'"', b"{", b"}", b"[", b"]", b",", b":", b"e", b"-", b"1e999", b"NaN", b"\r", b" "]


def spoil_value(value, generator):
    """The same with one place changed: another value, a member more or less, a string cut or doubled."""
    if isinstance(value, dict) and value and generator.random() < 0.85:
        name = generator.choice(list(value))
        copy = dict(value)
        chance = generator.random()
        if chance < 0.12:
            del copy[name]
        elif chance < 0.2:
            copy[generator.choice(["lmit", "id", "x" * 100, "", "learner", "cohort", "_meta"])] = generator.choice(VALUES)
        else:
            copy[name] = spoil_value(value[name], generator)
        return copy
    if isinstance(value, list) and value and generator.random() < 0.85:
        copy = list(value)
        place = generator.randrange(len(copy))
        if generator.random() < 0.2:
            return copy[:place] + copy[place:] * generator.choice([0, 2, 3])
        copy[place] = spoil_value(copy[place], generator)
        return copy
    if isinstance(value, str) and generator.random() < 0.3:
        return value[: generator.randrange(len(value) + 1)] + generator.choice(["", value, "\u0000", "😀", "é" * 150])
    return generator.choice(VALUES)


def spoil(value, generator):
    """A line: now and then whole, mostly spoilt in what it says, often in its bytes, never with a line feed in it."""
    for _ in range(generator.choice([0, 1, 1, 2, 4])):
        value = spoil_value(value, generator)
    line = bytearray(json.dumps(value, ensure_ascii=generator.random() < 0.5, separators=generator.choice([(",", ":"), (", ", ": ")])).encode())
    if generator.random() < 0.4:
        for _ in range(generator.choice([1, 1, 2, 5])):
            place = generator.randrange(len(line) + 1)
            chance = generator.random()
            if chance < 0.4:
                line[place:place] = generator.choice(BYTES)
            elif chance < 0.7:
                del line[place : place + generator.choice([1, 1, 2, 20])]
            elif place < len(line):
                line[place] = generator.randrange(256)
    return bytes(line).replace(b"\n", b"")


def expected(line):
    """How many lines answer this one in `serve`: 1 or 0; None where only the program can tell."""
    if not line.strip(b" \t\r"):
        return 0
    try:
        value = decode(line.rstrip(b"\r") if line.endswith(b"\r") else line)
        json.dumps(value, ensure_ascii=False).encode()
    except (Refused, ValueError, RecursionError):
        return 1
    if isinstance(value, list):
        return None
    if isinstance(value, dict) and value.get("jsonrpc") == "2.0" and isinstance(value.get("method"), str) and "id" not in value:
        # A notification with params that cannot be is one all the same, or no request at all: either has its reason.
        return 0 if isinstance(value.get("params", {}), (dict, list)) else None
    return 1


class Fuzz(TestCase):
    limit = int(SECONDS * 4) + 60

    def rounds(self, samples):
        generator = random.Random(SEED)
        until = time.monotonic() + SECONDS
        while time.monotonic() < until:
            yield [spoil(generator.choice(samples), generator) for _ in range(400)]

    def test_requests(self):
        child = self.serve()
        count = 0
        for lines in self.rounds(REQUESTS):
            marks = [b'{"jsonrpc":"2.0","id":"mark %d","method":"ping"}' % n for n in range(len(lines))]
            child.write_in_background(b"".join(line + b"\n" + mark + b"\n" for line, mark in zip(lines, marks)))
            for n, line in enumerate(lines):
                answers = []
                head = b'{"jsonrpc":"2.0","id":"mark %d",' % n
                while not (answer := child.read_line()).startswith(head):
                    answers.append(answer)
                    self.assertLess(len(answers), 2, (line, answers))
                for answer in answers:
                    check_line(answer)
                wanted = expected(line)
                if wanted is not None:
                    self.assertEqual(len(answers), wanted, line)
                count += 1
            if SECONDS < 60:
                keep(bytes(child.output[: child.taken]))
            child.output, child.taken = bytearray(), 0
        self.figures.append("%d spoilt requests, %d KiB resident" % (count, child.memory()))
        child.end_input()
        self.assertEqual(child.wait(), 0)
        self.assertEqual(child.stderr(), b"")

    def test_rows(self):
        child = self.pipe()
        count = 0
        for lines in self.rounds(ROWS):
            child.write_in_background(b"".join(line + b"\n" for line in lines))
            for line in lines:
                answer = check_line(child.read_line())
                self.assertTrue("error" in answer or "revision" in answer, (line, answer))
                count += 1
            if SECONDS < 60:
                keep(bytes(child.output[: child.taken]))
            child.output, child.taken = bytearray(), 0
        self.figures.append("%d spoilt rows, %d KiB resident" % (count, child.memory()))
        child.end_input()
        self.assertEqual(child.read_to_end(), [])
        self.assertEqual(child.wait(), 0)
        self.assertEqual(child.stderr(), b"")
