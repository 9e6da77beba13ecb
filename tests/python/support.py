# SPDX-License-Identifier: MIT
"""What the tests of the Python package share: the build tree that they run in, a db, a count.

Importing this module, before ogbv, makes `import ogbv` find the package, the library and the data of
the build tree, unless the environment names others."""
import os
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.environ.get("top_srcdir") or os.path.dirname(os.path.dirname(HERE))
BUILD = os.environ.get("top_builddir") or os.path.join(SOURCE, "_build")
PACKAGE = os.path.join(SOURCE, "bindings", "python")
TOOL = os.path.join(BUILD, "tools", "ogbv")

sys.path.insert(0, os.path.join(PACKAGE, "src"))
os.environ.setdefault("OGBV_LIBRARY", os.path.join(BUILD, ".libs", "libogbv.so"))
os.environ.setdefault("OGBV_DATA_DIR", os.path.join(SOURCE, "data"))
os.environ["PYTHONPATH"] = os.path.join(PACKAGE, "src")     # of the programs that tests start

#: A case that several laws know.
FACTS = {"victim.age": 24, "relation.ex-partner": True, "harm.distress": None}
ACTS = {"post": {"share.done": True, "share.recipients": (2, None), "act.date": "2024-02"}}
ON = "2026-11-21"

_shared = {}


def db():
    """The db of all data, loaded once."""
    import ogbv
    if "db" not in _shared:
        _shared["db"] = ogbv.open()
    return _shared["db"]


def assessed(*jurisdictions):
    """The answer to the case above."""
    return db().assess(FACTS, acts=ACTS, on=ON, jurisdictions=jurisdictions or ("ie",))


def main():
    """Runs the tests of the module that was started; the last line counts them."""
    program = unittest.main(module="__main__", exit=False, verbosity=1)
    result = program.result
    failed = len(result.failures) + len(result.errors) + len(result.unexpectedSuccesses)
    ran = result.testsRun - len(result.skipped)
    print("%d passed, %d failed" % (ran - failed, failed))
    sys.exit(1 if failed else 77 if ran <= 0 else 0)
