"""jq over every byte that the program wrote in these tests."""

import glob
import os
import subprocess

from support import TestCase, decode


class Jq(TestCase):
    limit = 240

    def test_every_byte_is_json(self):
        files = glob.glob(os.path.join(os.environ["SYNCOPATE_OUTPUTS"], "*"))
        self.assertGreater(len(files), 50, "nothing was kept to be read")
        size = lines = 0
        for path in files:
            with open(path, "rb") as file:
                written = file.read()
            self.assertTrue(written.endswith(b"\n"), written[-100:])
            size += len(written)
            lines += written.count(b"\n")
        # One value on each line: as many values as lines, and no line feed within one.
        done = subprocess.run(["jq", "-c", "type", *files], capture_output=True, timeout=200)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertEqual(done.stdout.count(b"\n"), lines)
        self.assertEqual(set(done.stdout.split()), {b'"object"', b'"array"'})
        self.figures.append("%d lines, %d KiB" % (lines, size // 1024))
        # What jq reads and writes again is what Python reads: no figure is written that they take differently.
        path = max(files, key=os.path.getsize)
        with open(path, "rb") as file:
            sample = [line for line in file.read().split(b"\n")[:2000] if line]
        again = subprocess.run(["jq", "-c", "."], input=b"\n".join(sample), capture_output=True, timeout=60)
        for ours, theirs in zip(sample, again.stdout.split(b"\n")):
            self.assertEqual(decode(ours), decode(theirs))
