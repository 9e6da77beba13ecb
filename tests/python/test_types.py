# SPDX-License-Identifier: MIT
"""The annotations hold: mypy --strict finds nothing, in the package and in the examples."""
import ast
import glob
import os
import subprocess
import sys
import tempfile
import unittest

import support


def mypy():
    """How to start mypy; None when it is not there."""
    for command in ([sys.executable, "-m", "mypy"], ["mypy"], ["/usr/bin/mypy"]):
        try:
            if subprocess.run(command + ["--version"], stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL).returncode == 0:
                return command
        except OSError:
            pass
    return None


class Types(unittest.TestCase):
    def test_strict(self):
        command = mypy()
        if command is None:
            self.skipTest("mypy is not there")
        source = os.path.join(support.PACKAGE, "src")
        with tempfile.TemporaryDirectory() as cache:
            ran = subprocess.run(
                command + ["--strict", "--no-error-summary", "--cache-dir", cache,
                           os.path.join(source, "ogbv"),
                           *sorted(glob.glob(os.path.join(support.PACKAGE, "examples", "*.py")))],
                stdout=subprocess.PIPE, universal_newlines=True,
                env=dict(os.environ, MYPYPATH=source))
        self.assertEqual("", ran.stdout)

    def test_python_3_9_can_read_it(self):
        for path in glob.glob(os.path.join(support.PACKAGE, "**", "*.py"), recursive=True):
            with open(path, encoding="utf-8") as file:
                ast.parse(file.read(), path, feature_version=(3, 9))

    def test_typed_marker(self):
        self.assertTrue(os.path.exists(os.path.join(support.PACKAGE, "src", "ogbv", "py.typed")))


if __name__ == "__main__":
    support.main()
