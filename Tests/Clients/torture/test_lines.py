"""Lines: their ends, their length, their absence; and the streams around them."""

import os
import subprocess
import time

from support import CATALOGUE, TestCase, binary, check_line, event, request

MIB = 1 << 20


def padded(identity, length):
    """A ping of exactly that many bytes: spaces after a value are JSON."""
    body = request(identity, "ping")
    return body + b" " * (length - len(body))


class Lines(TestCase):
    def test_last_line_without_an_end(self):
        lines = self.transact(request(1, "ping") + b"\n" + request(2, "ping"))
        self.assertEqual([check_line(line)["id"] for line in lines], [1, 2])

    def test_end_in_the_middle_of_a_line(self):
        lines = self.transact(request(1, "ping") + b"\n" + request(2, "ping")[:-5])
        self.assertEqual(len(lines), 2)
        self.error(lines[1], -32700)

    def test_carriage_returns_and_byte_order_mark(self):
        data = b"\xef\xbb\xbf" + request(1, "ping") + b"\r\n\r\n" + request(2, "ping") + b"\r\n" + request(3, "ping") + b"\r"
        lines = self.transact(data)
        self.assertEqual([check_line(line)["id"] for line in lines], [1, 2, 3])

    def test_a_byte_order_mark_is_one_at_the_very_beginning_only(self):
        lines = self.transact(request(1, "ping") + b"\n\xef\xbb\xbf" + request(2, "ping") + b"\n")
        self.assertEqual(len(lines), 2)
        self.error(lines[1], -32700)

    def test_blank_lines(self):
        lines = self.transact(b"\n" * 50_000 + request(1, "ping") + b"\n" + b"\r\n" * 50_000 + request(2, "ping"))
        self.assertEqual([check_line(line)["id"] for line in lines], [1, 2])

    def test_a_line_as_long_as_is_allowed(self):
        lines = self.transact(b"\n".join([padded(1, MIB), padded(2, MIB + 1), padded(3, MIB - 1)]) + b"\n")
        self.assertEqual([check_line(line)["id"] for line in lines], [1, None, 3])
        self.error(lines[1], 1007, "line_too_long")

    def test_a_line_of_two_mebibytes(self):
        lines = self.transact(padded(1, 2 * MIB) + b"\n" + request(2, "ping") + b"\n" + padded(3, 2 * MIB))
        self.assertEqual([check_line(line)["id"] for line in lines], [None, 2, None])
        for line in (lines[0], lines[2]):
            self.error(line, 1007, "line_too_long")

    def test_a_limit_of_ones_own(self):
        lines = self.transact(padded(1, 5_000) + b"\n" + padded(2, 5_001) + b"\n" + request(3, "ping"), "--max-line", "5000")
        self.assertEqual([check_line(line)["id"] for line in lines], [1, None, 3])

    def test_a_line_without_end_does_not_grow(self):
        child = self.serve()
        self.assertEqual(child.ask("ping")["result"], {})
        before = child.memory()
        for _ in range(24):
            child.write(b"x" * MIB)
        grown = child.memory() - before
        self.figures.append("24 MiB without a line feed: %d KiB more resident" % grown)
        self.assertLess(grown, 8 * 1024)
        child.write(b"\n")
        self.error(child.read_line(), 1007, "line_too_long")
        self.assertEqual(child.ask("ping")["result"], {})

    def test_bytes_that_come_one_by_one(self):
        child = self.serve()
        for byte in request("slow", "ping") + b"\n":
            child.write(bytes([byte]))
        self.assertEqual(check_line(child.read_line())["id"], "slow")


class Streams(TestCase):
    def test_nothing_is_said_unasked(self):
        for command in ("serve", "pipe"):
            child = self.child(command, "--catalogue", CATALOGUE)
            self.assertFalse(child.read_some(1.0), bytes(child.output[:200]))
            child.end_input()
            self.assertEqual(child.read_to_end(), [])
            self.assertEqual((child.wait(), child.stderr()), (0, b""))

    def test_the_first_answer(self):
        """A figure, not a limit: how long a start takes depends on the machine and on how the program was built."""
        for command, line in (("serve", request(1, "ping")), ("pipe", b'{"learner":"a"}')):
            took = []
            for _ in range(11):
                began = time.perf_counter()
                child = self.child(command, "--catalogue", CATALOGUE)
                child.line(line)
                check_line(child.read_line())
                took.append(1_000 * (time.perf_counter() - began))
                child.close()
            self.figures.append("%s: first answer %.1f ms after the start, in the middle of 11" % (command, sorted(took)[5]))

    def test_input_from_nowhere(self):
        for command in ("serve", "pipe"):
            child = self.child(command, "--catalogue", CATALOGUE, stdin=subprocess.DEVNULL)
            self.assertEqual(child.read_to_end(), [])
            self.assertEqual((child.wait(), child.stderr()), (0, b""))

    def test_an_empty_environment(self):
        for command, line in (("serve", request(1, "ping")), ("pipe", b'{"learner":"a"}')):
            # What `env -i` does.
            child = self.child(command, "--catalogue", CATALOGUE, env={})
            child.line(line)
            child.end_input()
            self.assertEqual(len(child.read_to_end()), 1)
            self.assertEqual((child.wait(), child.stderr()), (0, b""))
            done = subprocess.run(
                ["env", "-i", binary(), command, "--catalogue", CATALOGUE], input=line, capture_output=True, timeout=20)
            self.assertEqual((done.returncode, done.stdout.count(b"\n"), done.stderr), (0, 1, b""))

    def test_an_empty_environment_and_a_folder_that_is_gone(self):
        folder = "/tmp/syncopate-gone-%d" % os.getpid()
        os.mkdir(folder)
        script = 'cd "$1" && rmdir "$1" && exec "$0" serve --catalogue "$2"'
        done = subprocess.run(
            ["sh", "-c", script, binary(), folder, CATALOGUE],
            input=request(1, "ping"), capture_output=True, timeout=20, env={"PATH": "/bin:/usr/bin"})  # fmt: skip
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertEqual(check_line(done.stdout[:-1])["id"], 1)

    def shell(self, redirection, data):
        """A shell closes a stream before it starts the program."""
        return subprocess.run(
            ["sh", "-c", 'exec "$0" serve --catalogue "$1" ' + redirection, binary(), CATALOGUE],
            input=data, capture_output=True, timeout=20)  # fmt: skip

    def test_closed_stderr(self):
        """Descriptor 2 is free then: whatever is opened first must not take its place and have messages written into it."""
        data = b"\n".join([request(1, "ping"), b"rubbish", request(2, "observe", events=[event("a")]), request(3, "stats")]) + b"\n"
        done = self.shell("2>&-", data)
        self.assertEqual(done.returncode, 0)
        self.assertEqual([check_line(line)["id"] for line in done.stdout.split(b"\n")[:-1]], [1, None, 2, 3])

    def test_closed_stdin(self):
        done = self.shell("<&-", b"")
        self.assertEqual(done.stdout, b"")

    def test_closed_stdout(self):
        done = self.shell(">&-", request(1, "ping") + b"\n")
        self.assertEqual(done.stdout, b"")

    def test_a_full_disk(self):
        """/dev/full refuses every byte: it must end, and not as if all was well."""
        done = self.shell(">/dev/full", request(1, "ping") + b"\n")
        self.assertNotEqual(done.returncode, 0)
        done = subprocess.run(
            ["sh", "-c", 'exec "$0" pipe --catalogue "$1" >/dev/full', binary(), CATALOGUE],
            input=b'{"learner":"a"}\n', capture_output=True, timeout=20)  # fmt: skip
        self.assertNotEqual(done.returncode, 0)

    def test_files_and_sockets_for_streams(self):
        import socket
        import tempfile

        with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as got:
            given.write(b"".join(request(i, "ping") + b"\n" for i in range(500)))
            given.seek(0)
            child = self.serve(stdin=given, stdout=got)
            self.assertEqual(child.wait(), 0)
            got.seek(0)
            self.assertEqual([check_line(line)["id"] for line in got.read().split(b"\n")[:-1]], list(range(500)))

        ours, theirs = socket.socketpair()
        child = self.serve(stdin=theirs, stdout=theirs)
        theirs.close()
        with ours, ours.makefile("rb") as lines:
            ours.sendall(request("socket", "ping") + b"\n")
            self.assertEqual(check_line(lines.readline()[:-1])["id"], "socket")
            ours.shutdown(socket.SHUT_WR)
            self.assertEqual(lines.readline(), b"")
        self.assertEqual(child.wait(), 0)

    def test_a_non_blocking_pipe(self):
        """Node and others set their end non-blocking, and the other end is the same open file for a terminal or socket."""
        import fcntl

        reading, writing = os.pipe()
        flags = fcntl.fcntl(writing, fcntl.F_GETFL)
        fcntl.fcntl(writing, fcntl.F_SETFL, flags | os.O_NONBLOCK)
        child = self.serve(stdout=writing)
        os.close(writing)
        count = 20_000
        child.write_in_background(b"".join(request(i, "ping") + b"\n" for i in range(count)), then_end=True)
        time.sleep(1)
        with os.fdopen(reading, "rb") as file:
            self.assertEqual([check_line(line[:-1])["id"] for line in file], list(range(count)))
        self.assertEqual(child.wait(), 0)
