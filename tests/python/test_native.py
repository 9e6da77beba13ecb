# SPDX-License-Identifier: MIT
"""How the library is found, and what is said when it is not."""
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
import warnings
from unittest import mock

import support
from ogbv import _abi, _native


def opened(candidates):
    with mock.patch.object(_native, "candidates", return_value=candidates):
        return _native.open_library()


class Library:
    """A library that is not the one that is needed."""

    def __init__(self, number, data_format, lacking=()):
        for name in set(_abi.TABLE) - set(lacking):
            setattr(self, name, lambda: 0)
        self.ogbv_version_number = lambda: number
        self.ogbv_data_format = lambda: data_format


class Finding(unittest.TestCase):
    def setUp(self):
        self.real = os.environ["OGBV_LIBRARY"]

    def test_order(self):
        with mock.patch.dict(os.environ, OGBV_LIBRARY="/x/libogbv.so"):
            tried = list(_native.candidates())
        self.assertEqual(("OGBV_LIBRARY", "/x/libogbv.so"), tried[0])
        self.assertTrue(os.path.samefile(os.path.dirname(_native.__file__),
                                         os.path.dirname(tried[1][1])))
        self.assertEqual(_native.SONAME, tried[2][1])
        self.assertEqual("find_library", tried[3][0])

    def test_one_error_names_every_place(self):
        with self.assertRaises(ImportError) as caught:
            opened([("OGBV_LIBRARY", "/nowhere/a.so"), ("by its name", "libnone.so.0"),
                    ("find_library", None)])
        for word in ("/nowhere/a.so", "libnone.so.0", "find_library", "OGBV_LIBRARY"):
            self.assertIn(word, str(caught.exception))

    def test_what_is_no_library_is_named(self):
        for path in (os.path.dirname(__file__), __file__):
            with self.assertRaisesRegex(ImportError, path):
                opened([("OGBV_LIBRARY", path)])

    def test_another_library_is_refused(self):
        self.assertIn("is not libogbv", _native.unsuitable(object()))

    def test_another_version_is_refused_and_named(self):
        self.assertIn("2.3.4", _native.unsuitable(Library(20304, 1)))
        self.assertIn("0.9.0", _native.unsuitable(Library(900, 1)))
        self.assertIn("format 0", _native.unsuitable(Library(10000, 0)))
        fault = _native.unsuitable(Library(10000, 1, ["ogbv_assess"]))
        self.assertIn("ogbv_assess", fault)
        self.assertIn("1.0.0", fault)
        self.assertIsNone(_native.unsuitable(Library(10700, 2)))

    def test_a_named_library_that_fails_is_not_passed_over_silently(self):
        with mock.patch.dict(os.environ, OGBV_LIBRARY="/nowhere/a.so"):
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                opened([("OGBV_LIBRARY", "/nowhere/a.so"), ("by its name", self.real)])
        self.assertIn("/nowhere/a.so", str(caught[0].message))

    def test_beside_the_package(self):
        with tempfile.TemporaryDirectory() as folder:
            package = os.path.join(folder, "ogbv")
            shutil.copytree(os.path.dirname(_native.__file__), package,
                            ignore=shutil.ignore_patterns("__pycache__"))
            shutil.copy(os.path.realpath(self.real), os.path.join(package, _native.SONAME))
            environment = dict(os.environ, PYTHONPATH=folder)
            del environment["OGBV_LIBRARY"]
            program = "import ogbv._native as n; print(n.lib._name)"
            found = subprocess.run([sys.executable, "-c", program], env=environment, check=True,
                                   stdout=subprocess.PIPE, universal_newlines=True).stdout
        self.assertEqual(package, os.path.dirname(found.strip()))

    def test_import_fails_with_one_error(self):
        environment = dict(os.environ, OGBV_LIBRARY="/nowhere/libogbv.so")
        ran = subprocess.run([sys.executable, "-W", "ignore", "-c", "import ogbv"], env=environment,
                             stderr=subprocess.PIPE, universal_newlines=True)
        if ran.returncode == 0:
            self.skipTest("the library is installed")
        self.assertIn("ImportError", ran.stderr)
        self.assertIn("/nowhere/libogbv.so", ran.stderr)
        self.assertIn(_native.SONAME, ran.stderr)


if __name__ == "__main__":
    support.main()
