"""How a program of tests ends: every test told, each slow one with its time, and one line that counts them."""
import os
import sys
import time
import unittest

SLOW_S = 2
NOT_TESTED = 77


class Result(unittest.TextTestResult):
    def startTest(self, test):
        self.started = time.monotonic()
        super().startTest(test)

    def getDescription(self, test):
        return ".".join(test.id().split(".")[-2:])

    def stopTest(self, test):
        super().stopTest(test)
        took = time.monotonic() - self.started
        if took > SLOW_S:
            self.stream.writeln(f"    ({took:.1f} s)")


def run(names, module):
    """Runs the tests of module, or those named (Class or Class.test); gives an exit code."""
    loader = unittest.defaultTestLoader
    suite = loader.loadTestsFromNames(names, module) if names else loader.loadTestsFromModule(module)
    result = unittest.TextTestRunner(resultclass=Result, verbosity=2).run(suite)
    bad = len({getattr(test, "test_case", test).id() for test, _ in result.failures + result.errors})
    print(f"{result.testsRun - bad - len(result.skipped)} passed, {bad} failed, {len(result.skipped)} skipped",
          flush=True)
    return 1 if bad or not result.testsRun else 0


def not_tested(what, why):
    """Ends the program: CTest shows it as skipped. Where every landing is tested nothing may be left out."""
    print(f"NOT TESTED: {what}: {why}", file=sys.stderr)
    sys.exit(1 if os.environ.get("CI") == "true" else NOT_TESTED)
