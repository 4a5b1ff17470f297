"""The program as a child process: started, written to, read from with a time limit, and never left behind.

Every byte that a child writes is kept in the folder SYNCOPATE_OUTPUTS, for `jq` to read at the end.
"""

import json
import os
import select
import signal
import subprocess
import tempfile
import threading
import time
import unittest
import uuid

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
CATALOGUE = os.path.join(ROOT, "Tests", "Samples", "catalogue.json")
LONGEST_REPLY = 61_440
AT = 1_780_000_000


def binary():
    """Where the program is."""
    return os.environ["SYNCOPATE"]


def keep(output):
    """Keeps what a child wrote for `jq`."""
    folder = os.environ.get("SYNCOPATE_OUTPUTS")
    if folder and output:
        with open(os.path.join(folder, uuid.uuid4().hex), "wb") as file:
            file.write(output)


class Refused(ValueError):
    """A line that is no JSON by RFC 8259, or says a thing twice."""


def _pairs(pairs):
    names = [name for name, _ in pairs]
    if len(set(names)) != len(names):
        raise Refused("a name stands twice")
    return dict(pairs)


def _constant(name):
    raise Refused(name)


def decode(line):
    """The value of a line, read as strictly as the program reads its input."""
    value = json.loads(line.decode("utf-8"), object_pairs_hook=_pairs, parse_constant=_constant)
    return value


def request(identity, method, **params):
    """A request as bytes, without line feed."""
    body = {"jsonrpc": "2.0", "id": identity, "method": method}
    if params:
        body["params"] = params
    return json.dumps(body, separators=(",", ":")).encode()


def notification(method, **params):
    body = {"jsonrpc": "2.0", "method": method, "params": params}
    return json.dumps(body, separators=(",", ":")).encode()


def event(learner, item="parts-1", score=1, at=AT, **others):
    return {"learner": learner, "item": item, "score": score, "at": at, **others}


class Child:
    """The program with its three streams. What it says on stderr goes to a file, so that it cannot block there."""

    def __init__(self, *arguments, env=None, **options):
        self.errors = tempfile.TemporaryFile()
        options.setdefault("stdin", subprocess.PIPE)
        options.setdefault("stdout", subprocess.PIPE)
        options.setdefault("stderr", self.errors)
        self.process = subprocess.Popen([binary(), *arguments], env=env, bufsize=0, **options)
        self.pid = self.process.pid
        self.output = bytearray()
        self.taken = 0

    # Writing

    def write(self, data):
        """Writes all of it, however long that takes."""
        view = memoryview(data)
        while view:
            view = view[os.write(self.process.stdin.fileno(), view) :]

    def line(self, data):
        self.write(data + b"\n")

    def end_input(self):
        self.process.stdin.close()

    def write_in_background(self, data, then_end=False):
        """Writes while the caller reads: who does not read while writing sticks, and so is the advice of the docs."""

        def work():
            try:
                self.write(data)
                if then_end:
                    self.end_input()
            except (BrokenPipeError, ValueError, OSError):
                pass

        thread = threading.Thread(target=work, daemon=True)
        thread.start()
        return thread

    # Reading

    def read_some(self, seconds):
        """Whether there was something to read, the end included, within the time."""
        out = self.process.stdout
        ready, _, _ = select.select([out], [], [], seconds)
        if not ready:
            return False
        data = os.read(out.fileno(), 1 << 16)
        if not data:
            raise EOFError
        self.output += data
        return True

    def read_line(self, seconds=20):
        """The next line without its line feed."""
        until = time.monotonic() + seconds
        while True:
            place = self.output.find(b"\n", self.taken)
            if place >= 0:
                line = bytes(self.output[self.taken : place])
                self.taken = place + 1
                return line
            left = until - time.monotonic()
            if left <= 0 or not self.read_some(left):
                raise TimeoutError("no line within %s s; stderr: %r" % (seconds, self.stderr()))

    def read_lines(self, count, seconds=60):
        until = time.monotonic() + seconds
        return [self.read_line(max(0.01, until - time.monotonic())) for _ in range(count)]

    def read_to_end(self, seconds=60):
        """All further lines up to the end of the output, whose last one must end with a line feed."""
        until = time.monotonic() + seconds
        try:
            while True:
                left = until - time.monotonic()
                if left <= 0 or not self.read_some(left):
                    raise TimeoutError("no end of output within %s s" % seconds)
        except EOFError:
            pass
        rest = bytes(self.output[self.taken :])
        self.taken = len(self.output)
        if rest and not rest.endswith(b"\n"):
            raise AssertionError("the last line has no end: %r" % rest[-100:])
        return rest.split(b"\n")[:-1]

    def ask(self, method, **params):
        """One request and its answer, decoded."""
        self.line(request(7, method, **params))
        return check_line(self.read_line())

    def stderr(self):
        self.errors.seek(0)
        return self.errors.read()

    def memory(self):
        """Resident memory in KiB."""
        with open("/proc/%d/status" % self.pid) as file:
            for line in file:
                if line.startswith("VmRSS:"):
                    return int(line.split()[1])
        raise AssertionError("no VmRSS")

    # Ending

    def wait(self, seconds=10):
        """The code that a shell would show: 128 + n where a signal ended it."""
        code = self.process.wait(seconds)
        return code if code >= 0 else 128 - code

    def close(self):
        """Whatever happened: no child stays, and its output is kept."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(10)
        for stream in (self.process.stdin, self.process.stdout):
            if stream and not stream.closed:
                try:
                    stream.close()
                except OSError:
                    pass
        # What was cut off by a kill is no line.
        keep(bytes(self.output[: self.output.rfind(b"\n") + 1]))
        self.output = bytearray()
        self.errors.close()


def check_line(line, longest=LONGEST_REPLY):
    """A line of output holds to the contract, whatever it says: JSON, no CR, no BOM, not over 60 KiB."""
    assert len(line) + 1 <= longest, "a reply of %d bytes" % (len(line) + 1)
    assert b"\r" not in line and b"\n" not in line, "a line feed or carriage return within a line"
    assert not line.startswith(b"\xef\xbb\xbf"), "a byte order mark"
    return decode(line)


class TestCase(unittest.TestCase):
    """A test that cannot hang: an alarm after `limit` seconds, and no child outlives it."""

    limit = 60

    def setUp(self):
        self.figures = []
        self.previous = signal.signal(signal.SIGALRM, self._alarm)
        signal.alarm(self.limit)

    def tearDown(self):
        signal.alarm(0)
        signal.signal(signal.SIGALRM, self.previous)

    def _alarm(self, *_):
        raise TimeoutError("the test took longer than %d s" % self.limit)

    def child(self, *arguments, **options):
        child = Child(*arguments, **options)
        self.addCleanup(child.close)
        return child

    def serve(self, *arguments, **options):
        return self.child("serve", "--catalogue", CATALOGUE, *arguments, **options)

    def pipe(self, *arguments, **options):
        return self.child("pipe", "--catalogue", CATALOGUE, *arguments, **options)

    def transact(self, data, *arguments, command="serve", seconds=50, code=0, **options):
        """Gives the program all of it, ends its input, and returns the lines it wrote. It must exit with `code`."""
        child = self.child(command, "--catalogue", CATALOGUE, *arguments, **options)
        child.write_in_background(data, then_end=True)
        lines = child.read_to_end(seconds)
        self.assertEqual(child.wait(), code, child.stderr()[-2000:])
        self.assertEqual(child.stderr(), b"", "stderr is for logs that were asked for")
        return lines

    def error(self, answer, code, kind=None):
        """An error answer with that code, with everything that the contract promises in it."""
        decoded = check_line(answer) if isinstance(answer, bytes) else answer
        self.assertIn("error", decoded)
        self.assertNotIn("result", decoded)
        error = decoded["error"]
        self.assertEqual(error["code"], code, error)
        self.assertTrue(error["message"])
        data = error["data"]
        self.assertTrue(data["kind"])
        self.assertIn("retryable", data)
        if kind:
            self.assertEqual(data["kind"], kind)
        return error

    def result(self, answer):
        decoded = check_line(answer) if isinstance(answer, bytes) else answer
        self.assertNotIn("error", decoded)
        return decoded["result"]
