"""Runs the tests of a folder, a module, a class or one test, and fails where nothing was run or anything was skipped."""

import sys
import time
import unittest


class Result(unittest.TextTestResult):
    """One line for each test, with the figures that it measured and the time that it took."""

    def startTest(self, test):
        self.began = time.monotonic()
        super().startTest(test)

    def addSuccess(self, test):
        unittest.TestResult.addSuccess(self, test)
        figures = getattr(test, "figures", [])
        self.stream.writeln("ok, %.1f s%s" % (time.monotonic() - self.began, "".join("; " + f for f in figures)))
        self.stream.flush()

    def getDescription(self, test):
        return test.id() if hasattr(test, "id") else str(test)


def main(name):
    loader = unittest.TestLoader()
    if "." in name:
        suite = loader.loadTestsFromName(name)
    else:
        suite = loader.discover(name, pattern="test_*.py", top_level_dir=".")
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=2, resultclass=Result).run(suite)
    if result.testsRun == 0 or result.skipped:
        print("no test was run" if result.testsRun == 0 else "tests were skipped: that counts as a failure")
        return 1
    return 0 if result.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
