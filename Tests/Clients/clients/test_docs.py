"""What the page on embedding prints is what happens: its code is run, its requests are sent, its answers are compared.

With SYNCOPATE_RENEW_DOCS=1 the snippets and the answers are written into the page instead; read the difference then.
"""

import json
import os
import re
import subprocess
import sys
import tempfile

from support import CATALOGUE, ROOT, TestCase, binary, check_line

PAGE = os.path.join(ROOT, "Sources", "Syncopate", "Syncopate.docc", "Embedding.md")
SNIPPETS = os.path.join(ROOT, "Tests", "Clients", "snippets")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
RENEW = os.environ.get("SYNCOPATE_RENEW_DOCS") == "1"
# The snippets in the order in which the page shows them, and how each is run.
CODE = [("tutor.py", [sys.executable]), ("tutor.mjs", ["node"]), ("tutor_spark.py", [sys.executable])]


def is_request(value):
    return "method" in value


def is_row(value):
    return "jsonrpc" not in value and "learner" in value and "revision" not in value and "mcpServers" not in value


class Page(TestCase):
    limit = 180

    def setUp(self):
        super().setUp()
        with open(PAGE, encoding="utf-8") as file:
            self.page = file.read()
        self.blocks = [(match[1], match[2]) for match in FENCE.finditer(self.page)]
        self.renewed = [body for _, body in self.blocks]

    def tearDown(self):
        if RENEW:
            bodies = iter(self.renewed)
            text = FENCE.sub(lambda match: "```%s\n%s```" % (match[1], next(bodies)), self.page)
            with open(PAGE, "w", encoding="utf-8") as file:
                file.write(text)
        super().tearDown()

    def environment(self):
        """The program stands on the path, as it does where it is installed."""
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        os.symlink(binary(), os.path.join(folder.name, "syncopate"))
        return {**os.environ, "PATH": folder.name + ":" + os.environ["PATH"], "SPARK_LOCAL_IP": "127.0.0.1"}

    def test_every_block_is_of_a_kind_that_is_run(self):
        languages = [language for language, _ in self.blocks]
        self.assertEqual(set(languages), {"python", "javascript", "text", "json"})
        code = [n for n, language in enumerate(languages) if language in ("python", "javascript")]
        self.assertEqual(len(code), len(CODE), "a snippet that nobody runs")

    def test_code(self):
        code = [n for n, (language, _) in enumerate(self.blocks) if language in ("python", "javascript")]
        for place, (name, command) in zip(code, CODE):
            with self.subTest(snippet=name):
                with open(os.path.join(SNIPPETS, name), encoding="utf-8") as file:
                    snippet = file.read()
                self.renewed[place] = snippet
                if not RENEW:
                    self.assertEqual(self.blocks[place][1], snippet)
                done = subprocess.run(
                    [*command, os.path.join(SNIPPETS, name)],
                    cwd=ROOT, env=self.environment(), capture_output=True, timeout=120, encoding="utf-8")  # fmt: skip
                self.assertEqual(done.returncode, 0, done.stderr[-2000:])
                # What it prints stands in the next block of text.
                shown = next(n for n in range(place, len(self.blocks)) if self.blocks[n][0] == "text")
                self.renewed[shown] = done.stdout
                if not RENEW:
                    self.assertEqual(self.blocks[shown][1], done.stdout)

    def test_configuration(self):
        found = [json.loads(body) for language, body in self.blocks if language == "json" and '"mcpServers"' in body]
        self.assertEqual(len(found), 1)
        entry = found[0]["mcpServers"]["syncopate"]
        initialize = {
            "jsonrpc": "2.0", "id": 0, "method": "initialize",
            "params": {"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "docs", "version": "1"}},
        }  # fmt: skip
        done = subprocess.run(
            [entry["command"], *entry["args"]], cwd=ROOT, env=self.environment(), timeout=20, capture_output=True,
            input=(json.dumps(initialize) + '\n{"jsonrpc":"2.0","id":1,"method":"tools/list"}\n').encode())  # fmt: skip
        self.assertEqual(done.returncode, 0, done.stderr)
        answers = [check_line(line) for line in done.stdout.split(b"\n")[:-1]]
        self.assertEqual(answers[0]["result"]["serverInfo"]["name"], "syncopate")
        self.assertNotIn("observe", [tool["name"] for tool in answers[1]["result"]["tools"]])

    def lines(self, command, asks):
        """All blocks of lines, of which some ask, go through one process: the page is one session."""
        child = self.child(command, "--catalogue", CATALOGUE)
        asked = 0
        for n, (language, body) in enumerate(self.blocks):
            lines = body.encode().splitlines() if language == "json" else []
            if not any(asks(json.loads(line)) for line in lines):
                continue
            expected = []
            for line in lines:
                if not asks(json.loads(line)):
                    continue
                asked += 1
                expected.append(line)
                child.line(line)
                if command == "pipe" or b'"id"' in line:
                    answer = child.read_line()
                    check_line(answer)
                    expected.append(answer)
            self.renewed[n] = b"".join(line + b"\n" for line in expected).decode()
            if not RENEW:
                self.assertEqual(lines, expected)
        return asked

    def test_requests(self):
        self.assertGreater(self.lines("serve", is_request), 8)

    def test_rows(self):
        self.assertGreater(self.lines("pipe", is_row), 1)

    def test_nothing_is_left_out(self):
        """Each line of JSON is a request, a row, the configuration, or an answer to one of the first two."""
        if RENEW:
            return
        waiting = 0
        for language, body in self.blocks:
            for line in body.splitlines() if language == "json" else []:
                value = json.loads(line)
                if is_request(value) or is_row(value):
                    waiting += 1
                elif "mcpServers" not in value:
                    waiting -= 1
                self.assertIn(waiting, (0, 1))
        self.assertEqual(waiting, 0)

    def test_errors_are_those_of_the_program(self):
        table = re.findall(r"^\| (-?\d+) \| `(\w+)` \|", self.page, re.MULTILINE)
        self.assertGreater(len(table), 15)
        child = self.serve()
        printed = json.dumps(self.result(child.ask("rpc.discover"))) + json.dumps(self.result(child.ask("describe")))
        for code, kind in table:
            with self.subTest(kind=kind):
                self.assertIn(kind, printed)
                self.assertIn(code, printed)
