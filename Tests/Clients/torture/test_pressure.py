"""Who writes much and reads little is held up, and costs no memory."""

import os
import threading
import time

from support import AT, TestCase, check_line, event, request


class Flood:
    """Writes as fast as the program takes it, and knows how much that was."""

    def __init__(self, child, data):
        self.child = child
        self.data = memoryview(data)
        self.written = 0
        self.thread = threading.Thread(target=self._work, daemon=True)
        self.thread.start()

    def _work(self):
        try:
            while self.written < len(self.data):
                self.written += os.write(self.child.process.stdin.fileno(), self.data[self.written : self.written + 65_536])
            self.child.end_input()
        except OSError:
            pass

    def until_stuck(self, quiet=1.0, seconds=30):
        """Waits until nothing was taken for a while. Returns the bytes taken, and the most memory seen."""
        until = time.monotonic() + seconds
        most = 0
        last, since = -1, time.monotonic()
        while time.monotonic() < until:
            most = max(most, self.child.memory())
            if self.written != last:
                last, since = self.written, time.monotonic()
            elif time.monotonic() - since > quiet:
                return self.written, most
            time.sleep(0.05)
        raise AssertionError("still taking: %d bytes" % self.written)


class Pressure(TestCase):
    limit = 120
    most_growth = 32 * 1024

    def flood(self, name, lines, ids):
        child = self.serve()
        child.ask("recommend", learners=["warm"], limit=20, at=AT)
        before = child.memory()
        flood = Flood(child, b"\n".join(lines) + b"\n")
        taken, most = flood.until_stuck()
        grown = most - before
        self.figures.append(
            "%s, nothing read: stuck after %d KiB of %d, %d KiB more resident" % (name, taken // 1024, len(flood.data) // 1024, grown))
        self.assertLess(taken, len(flood.data), "it took everything: where does it keep it?")
        self.assertLess(grown, self.most_growth)
        answers = child.read_to_end(seconds=90)
        self.assertEqual([check_line(line)["id"] for line in answers], ids)
        self.assertEqual(child.wait(), 0)

    def test_many_small_requests_and_nobody_reads(self):
        count = 100_000
        self.flood("small requests", [request(i, "ping") for i in range(count)], list(range(count)))

    def test_small_requests_with_large_answers_and_nobody_reads(self):
        count = 2_000
        lines = [request(i, "recommend", learners=["l%d" % (i % 50)], limit=20, at=AT) for i in range(count)]
        self.flood("large answers", lines, list(range(count)))

    def test_large_requests_and_nobody_reads(self):
        count = 200
        events = [event("l%d" % n, item="recipes", score=0.5) for n in range(500)]
        lines = [request(i, "observe", events=events[: 500 if i % 50 == 0 else 1]) for i in range(count)]
        # The length of a request is in spaces: what is measured is what is kept of lines, not how fast they are answered.
        lines = [line + b" " * 60_000 for line in lines]
        self.flood("large requests", lines, list(range(count)))

    def test_a_slow_reader(self):
        child = self.serve()
        child.ask("recommend", learners=["warm"], limit=20, at=AT)
        before = child.memory()
        count = 2_000
        lines = [request(i, "recommend", learners=["l%d" % (i % 50)], limit=20, at=AT) for i in range(count)]
        child.write_in_background(b"\n".join(lines) + b"\n", then_end=True)
        most = before
        began = time.monotonic()
        read = 0
        try:
            while time.monotonic() - began < 6:
                child.read_some(5)
                most = max(most, child.memory())
                time.sleep(0.02)
        except (EOFError, FileNotFoundError):
            self.fail("it was done before the reader was slow")
        slow = len(child.output)
        answers = child.read_to_end()
        self.assertEqual([check_line(line)["id"] for line in answers], list(range(count)))
        total = sum(len(line) + 1 for line in answers)
        self.figures.append(
            "read slowly for 6 s, %d of %d KiB: %d KiB more resident" % (slow // 1024, total // 1024, most - before))
        self.assertLess(most - before, self.most_growth)
        self.assertEqual(child.wait(), 0)

    def test_memory_does_not_creep(self):
        """The same learners again and again: what is kept of each is bounded."""
        child = self.serve()
        figures = []
        at = AT
        for round_ in range(6):
            for _ in range(3):
                at += 60
                events = [event("l%d" % (n % 50), at=at, event_id="e%d.%d" % (at, n)) for n in range(500)]
                self.result(child.ask("observe", events=events))
            figures.append(child.memory())
        self.figures.append("9,000 events of 50 learners, KiB resident after each 1,500: %s" % figures)
        self.assertLess(figures[-1] - figures[2], 8 * 1024)


class BrokenPipe(TestCase):
    def broken(self, command, lines, **options):
        child = self.child(command, "--catalogue", self.catalogue(), **options)
        child.write_in_background(lines[0] + b"\n")
        child.read_line()
        child.process.stdout.close()
        child.write_in_background(b"\n".join(lines[1:] * 50) + b"\n")
        code = child.wait()
        self.assertEqual(child.stderr(), b"", "it ends quietly")
        return code

    def catalogue(self):
        from support import CATALOGUE

        return CATALOGUE

    def test_serve(self):
        lines = [request(i, "recommend", learners=["a"], at=AT) for i in range(100)]
        self.broken("serve", lines)
        # Python's children get SIGPIPE back as it was; those of others may have it ignored.
        self.broken("serve", lines, restore_signals=False)

    def test_pipe_does_not_end_as_if_all_was_well(self):
        rows = [b'{"learner":"a","item":"parts-1","score":1}'] * 100
        self.assertNotEqual(self.broken("pipe", rows), 0)
        self.assertNotEqual(self.broken("pipe", rows, restore_signals=False), 0)
