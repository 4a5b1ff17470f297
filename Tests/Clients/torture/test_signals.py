"""SIGTERM, SIGINT and SIGKILL, idle and at work."""

import os
import signal
import tempfile
import time

from support import AT, CATALOGUE, TestCase, check_line, event, request


class Serve(TestCase):
    def test_idle(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            child = self.serve()
            child.ask("ping")
            began = time.monotonic()
            os.kill(child.pid, number)
            self.assertEqual(child.wait(), 0)
            self.assertLess(time.monotonic() - began, 2, "MCP clients kill after two seconds")
            self.assertEqual(child.read_to_end(), [])
            self.assertEqual(child.stderr(), b"")

    def test_before_the_first_line(self):
        """However early the signal comes, nothing is said."""
        for pause in (0, 0.005, 0.02, 0.1):
            child = self.serve()
            time.sleep(pause)
            os.kill(child.pid, signal.SIGTERM)
            self.assertIn(child.wait(), (0, 143))
            self.assertEqual(child.read_to_end(), [])
            self.assertEqual(child.stderr(), b"")

    def test_at_work(self):
        """What was taken is answered, in order, in whole lines; then it ends well."""
        for number in (signal.SIGTERM, signal.SIGINT):
            child = self.serve()
            count = 3_000
            child.write_in_background(b"".join(request(i, "recommend", learners=["a"], at=AT) + b"\n" for i in range(count)))
            child.read_line()
            os.kill(child.pid, number)
            began = time.monotonic()
            lines = child.read_to_end()
            self.assertEqual(child.wait(), 0)
            self.figures.append(
                "%s at work: %d of %d answered, ended after %.2f s"
                % (signal.Signals(number).name, len(lines) + 1, count, time.monotonic() - began))
            self.assertEqual([check_line(line)["id"] for line in lines], list(range(1, len(lines) + 1)))
            self.assertEqual(child.stderr(), b"")

    def test_when_nobody_reads(self):
        """It waits to write; the signal must not be lost, nor a line be torn."""
        child = self.serve()
        child.write_in_background(b"".join(request(i, "recommend", learners=["a"], limit=20, at=AT) + b"\n" for i in range(2_000)))
        time.sleep(1.5)
        os.kill(child.pid, signal.SIGTERM)
        time.sleep(0.5)
        lines = child.read_to_end()
        self.assertEqual(child.wait(), 0)
        self.assertEqual([check_line(line)["id"] for line in lines], list(range(len(lines))))

    def test_a_burst_of_signals(self):
        child = self.serve()
        child.ask("ping")
        for _ in range(50):
            try:
                os.kill(child.pid, signal.SIGTERM)
                os.kill(child.pid, signal.SIGINT)
            except ProcessLookupError:
                break
        self.assertIn(child.wait(), (0, 130, 143))
        self.assertEqual(child.stderr(), b"")

    def test_end_of_input_is_quick(self):
        child = self.serve()
        child.ask("recommend", learners=["a"], at=AT)
        began = time.monotonic()
        child.end_input()
        self.assertEqual(child.wait(), 0)
        took = time.monotonic() - began
        self.figures.append("exit %.0f ms after the end of input" % (1_000 * took))
        self.assertLess(took, 1)


class Rows(TestCase):
    row = b'{"learner":"a","item":"parts-1","score":1,"limit":1}\n'

    def test_signals_never_end_as_if_all_was_well(self):
        for number, code in ((signal.SIGTERM, 143), (signal.SIGINT, 130), (signal.SIGKILL, 137)):
            child = self.pipe()
            child.write(self.row)
            child.read_line()
            os.kill(child.pid, number)
            self.assertEqual(child.wait(), code)
            self.assertEqual(child.stderr(), b"")

    def test_signals_at_work(self):
        for number, code in ((signal.SIGTERM, 143), (signal.SIGINT, 130)):
            child = self.pipe()
            child.write_in_background(self.row * 5_000)
            child.read_line()
            os.kill(child.pid, number)
            child.read_to_end()
            self.assertEqual(child.wait(), code)
            self.assertEqual(child.stderr(), b"")


class State(TestCase):
    """What was learned outlives the process that learned it."""

    def setUp(self):
        super().setUp()
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.file = os.path.join(folder.name, "learners.state")

    def mastery(self, child):
        return self.result(child.ask("mastery", learners=["a", "b"], at=AT + 1_000))

    def taught(self):
        child = self.serve("--state", self.file)
        events = [event("a", event_id="1"), event("b", event_id="2", score=0), event("a", event_id="3", at=AT + 60)]
        self.assertEqual(self.result(child.ask("observe", events=events))["applied"], 3)
        return child, self.mastery(child)

    def test_it_is_kept_at_the_end_of_input_and_on_signals(self):
        for number in (None, signal.SIGTERM, signal.SIGINT):
            if os.path.exists(self.file):
                os.remove(self.file)
            child, known = self.taught()
            if number is None:
                child.end_input()
            else:
                os.kill(child.pid, number)
            self.assertEqual(child.wait(), 0)
            again = self.serve("--state", self.file)
            self.assertEqual(self.mastery(again), known)
            # The window of event ids is kept as well.
            answer = self.result(again.ask("observe", events=[event("a", event_id="3", at=AT + 60)]))
            self.assertEqual((answer["applied"], answer["duplicates"]), (0, 1))
            # A second server on the file is refused as long as one has it.
            self.assertEqual(self.serve("--state", self.file).wait(), 73)
            again.close()

    def test_what_was_checkpointed_survives_a_kill(self):
        child, known = self.taught()
        self.result(child.ask("checkpoint"))
        os.kill(child.pid, signal.SIGKILL)
        self.assertEqual(child.wait(), 137)
        self.assertEqual(self.mastery(self.serve("--state", self.file)), known)

    def test_killed_at_any_moment_the_file_is_whole(self):
        """The file is one of those that were written, never half of one."""
        for answers in (2, 3, 40, 41, 200):
            if os.path.exists(self.file):
                os.remove(self.file)
            child, known = self.taught()
            self.result(child.ask("checkpoint"))
            child.write_in_background(b"".join(
                request(i, "observe", events=[event("l%d" % i, event_id="k%d" % i)]) + b"\n" + request(i, "checkpoint") + b"\n"
                for i in range(500)))  # fmt: skip
            child.read_lines(answers)
            os.kill(child.pid, signal.SIGKILL)
            child.wait()
            again = self.serve("--state", self.file)
            self.assertEqual(self.mastery(again), known)
            # What was said to be kept is there.
            last = self.result(again.ask("mastery", learners=["l%d" % (answers // 2 - 1)], skills=["parts"], at=AT))
            self.assertEqual(last["learners"][0]["skills"][0]["attempts"], 1)
            again.close()

    def test_another_courses_state_is_refused(self):
        child, _ = self.taught()
        child.end_input()
        self.assertEqual(child.wait(), 0)
        with open(CATALOGUE) as file:
            other = file.read().replace('"parts"', '"wholes"')
        path = self.file + ".catalogue.json"
        with open(path, "w") as file:
            file.write(other)
        again = self.child("serve", "--catalogue", path, "--state", self.file)
        again.write_in_background(request(1, "mastery", learners=["a"], at=AT) + b"\n", then_end=True)
        lines = again.read_to_end()
        code = again.wait()
        if lines:
            # Skills that are gone are gone; what is left must be JSON, and no figure of the old course.
            check_line(lines[0])
        else:
            self.assertNotEqual(code, 0)
            self.assertTrue(again.stderr())
