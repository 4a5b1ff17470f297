"""Spark's `RDD.pipe`: the same bytes however the learners are spread, and a job that fails rather than lose rows."""

import glob
import json
import os
import shlex
import signal
import threading
import time

from support import AT, CATALOGUE, TestCase, binary, check_line, keep


def rows_of(learner, count=12):
    items = ["parts-1", "parts-2", "equivalent-1", "compare-1", "recipes"]
    return [
        json.dumps({"learner": learner, "item": items[n % 5], "score": (n + len(learner)) % 2, "at": AT + 60 * n, "limit": 3})
        for n in range(count)
    ]


class Spark(TestCase):
    limit = 150

    @classmethod
    def setUpClass(cls):
        from pyspark import SparkConf, SparkContext

        os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
        settings = {
            "spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1", "spark.ui.enabled": "false",
            "spark.ui.showConsoleProgress": "false", "spark.driver.memory": "1g",
        }  # fmt: skip
        conf = SparkConf().setMaster("local[2]").setAppName("syncopate").setAll(settings.items())
        cls.context = SparkContext(conf=conf)
        cls.context.setLogLevel("OFF")

    @classmethod
    def tearDownClass(cls):
        cls.context.stop()

    def command(self, *options):
        return shlex.join([binary(), "pipe", "--catalogue", CATALOGUE, *options])

    def piped(self, learners, partitions, env=None):
        """All rows of a learner stand in one partition, in order: state is kept within the child of a partition."""
        groups = [rows_of(learner) for learner in learners]
        spread = self.context.parallelize(groups, partitions).flatMap(lambda rows: rows)
        self.assertEqual(spread.getNumPartitions(), partitions)
        answers = spread.pipe(self.command(), env=env, checkCode=True).collect()
        lines = sorted(answer.encode() for answer in answers)
        keep(b"".join(line + b"\n" for line in lines))
        return lines

    def test_partitions_do_not_change_a_byte(self):
        learners = ["learner-%02d" % n for n in range(40)]
        # The default environment of `pipe` is an empty one.
        one, four, thirteen = [self.piped(learners, n) for n in (1, 4, 13)]
        self.assertEqual(len(one), 40 * 12)
        self.assertEqual(one, four)
        self.assertEqual(one, thirteen)
        for line in one:
            self.assertIn("revision", check_line(line))
        self.assertEqual(self.piped(learners, 4, env={"LANG": "C", "TZ": "Asia/Kathmandu"}), one)

    def test_empty_partitions(self):
        learners = ["a", "b", "c"]
        self.assertEqual(self.piped(learners, 13), self.piped(learners, 1))
        self.assertEqual(self.piped([], 4), [])

    def test_bad_rows_come_back_as_errors(self):
        rows = ["", "rubbish", json.dumps({"learner": "a"}), "é" * 10, json.dumps({"learner": "a", "item": "none", "score": 1})]
        answers = self.context.parallelize(rows, 2).pipe(self.command(), checkCode=True).collect()
        self.assertEqual(len(answers), len(rows))
        self.assertEqual(["error" in check_line(answer.encode()) for answer in answers], [True, True, False, True, True])

    def children(self, marker):
        """The children with that option, by their command lines."""
        found = []
        for path in glob.glob("/proc/[0-9]*/cmdline"):
            try:
                with open(path, "rb") as file:
                    arguments = file.read().split(b"\0")
            except OSError:
                continue
            if marker.encode() in arguments and b"pipe" in arguments:
                found.append(int(path.split("/")[2]))
        return found

    def test_a_killed_child_fails_the_job(self):
        from py4j.protocol import Py4JJavaError

        for number, code in ((signal.SIGKILL, "-9"), (signal.SIGTERM, "143"), (signal.SIGINT, "130")):
            marker = str(700_000_000 + number)
            killed = []

            def kill():
                until = time.monotonic() + 40
                while not killed and time.monotonic() < until:
                    time.sleep(0.1)
                    killed.extend(self.children(marker))
                time.sleep(0.3)
                for pid in killed:
                    try:
                        os.kill(pid, number)
                    except ProcessLookupError:
                        pass

            def slowly(rows):
                for row in rows:
                    time.sleep(0.05)
                    yield row

            killer = threading.Thread(target=kill, daemon=True)
            killer.start()
            rows = self.context.parallelize(rows_of("a", 200), 1).mapPartitions(slowly)
            with self.assertRaises(Py4JJavaError) as caught:
                rows.pipe(self.command("--seed", marker), checkCode=True).collect()
            killer.join()
            self.assertTrue(killed)
            self.assertIn("PIPE_FUNCTION_EXITED", str(caught.exception))
            self.assertIn(code, str(caught.exception))
