"""A person typing: a terminal for all streams, and `call`, `describe`, `schema` and `--version` on the command line."""

import os
import pty
import select
import subprocess
import termios
import time

from support import CATALOGUE, TestCase, binary, check_line, decode, keep


class Terminal(TestCase):
    def typed(self, arguments, keys, until, seconds=20):
        """What the terminal shows after these keys, up to some text."""
        ours, theirs = pty.openpty()
        settings = termios.tcgetattr(theirs)
        settings[3] &= ~termios.ECHO
        termios.tcsetattr(theirs, termios.TCSANOW, settings)
        child = self.child(*arguments, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True)
        os.close(theirs)
        self.addCleanup(os.close, ours)
        shown = b""
        for key in keys:
            os.write(ours, key)
        end = time.monotonic() + seconds
        while until not in shown:
            ready, _, _ = select.select([ours], [], [], max(0, end - time.monotonic()))
            self.assertTrue(ready, shown)
            shown += os.read(ours, 1 << 16)
        return child, ours, shown

    def test_a_session_typed_by_hand(self):
        keys = [b'{"jsonrpc":"2.0","id":1,"method":"ping"}\n', b"\n", b"help\n", b'{"jsonrpc":"2.0","id":2,"method":"recomend"}\n']
        child, ours, shown = self.typed(["serve", "--catalogue", CATALOGUE], keys, b'"id":2')
        self.assertIn(b'"id":1,"result":{}', shown)
        self.assertIn(b"recommend", shown, "the nearest name")
        os.write(ours, b"\x04")
        self.assertEqual(child.wait(), 0)

    def test_interrupted(self):
        child, ours, _ = self.typed(["serve", "--catalogue", CATALOGUE], [b'{"jsonrpc":"2.0","id":1,"method":"ping"}\n'], b'"id":1')
        os.kill(child.pid, 2)
        self.assertEqual(child.wait(), 0)

    def test_a_terminal_that_is_gone(self):
        """The window is closed: reading fails, and it ends."""
        ours, theirs = pty.openpty()
        child = self.child("serve", "--catalogue", CATALOGUE, stdin=theirs, stdout=subprocess.DEVNULL)
        os.close(theirs)
        time.sleep(0.3)
        os.close(ours)
        child.wait()


class CommandLine(TestCase):
    def run_it(self, *arguments, data=b""):
        return subprocess.run([binary(), *arguments], input=data, capture_output=True, timeout=30)

    def test_call(self):
        done = self.run_it("call", "recommend", '{"learners":["a"],"limit":1,"at":1780000000}', "--catalogue", CATALOGUE)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertEqual(done.stdout.count(b"\n"), 1)
        called = decode(done.stdout[:-1])
        keep(done.stdout)
        child = self.serve()
        self.assertEqual(self.result(child.ask("recommend", learners=["a"], limit=1, at=1780000000)), called)

    def test_call_says_what_is_wrong(self):
        for method, params, said in (
            ("recommend", "{", b"JSON"), ("recommend", '{"learners":["a"],"limt":1}', b"limit"),
            ("recomend", "{}", b"recommend"), ("explain", '{"learner":"a","item":"part-1"}', b"parts-1"),
        ):  # fmt: skip
            done = self.run_it("call", method, params, "--catalogue", CATALOGUE)
            with self.subTest(method=method, params=params):
                self.assertEqual((done.returncode, done.stdout), (65, b""))
                self.assertIn(said, done.stderr)
                self.assertNotIn(b"Fatal", done.stderr)

    def test_describe_and_schema(self):
        described = self.run_it("describe")
        self.assertEqual((described.returncode, described.stderr), (0, b""))
        for arguments, count in ((["schema"], 14), (["schema", "recommend"], 1)):
            done = self.run_it(*arguments)
            self.assertEqual((done.returncode, done.stderr), (0, b""))
            lines = done.stdout.split(b"\n")[:-1]
            self.assertGreaterEqual(len(lines), count)
            for line in lines:
                self.assertIn(b"## " + decode(line)["title"].encode(), described.stdout)
            keep(done.stdout)

    def test_version(self):
        done = self.run_it("--version")
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stdout, rb"^\d+\.\d+\.\d+")
