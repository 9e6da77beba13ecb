# SPDX-License-Identifier: MIT
"""Hard use: NULL, closed handles, threads that close, fork, the end of the interpreter, memory."""
import ctypes
import gc
import os
import pickle
import subprocess
import sys
import threading
import time
import unittest

import support
import ogbv
from ogbv import _abi, _call
from ogbv._native import lib

#: Functions that may not be called with NULL alone: they take no handle first, or a callback.
SKIP = {"ogbv_context_new"}


def resident():
    """Memory of this process in kB."""
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1024


class Nulls(unittest.TestCase):
    def test_every_function_survives_null(self):
        for name, (restype, argtypes) in _abi.TABLE.items():
            if name in SKIP:
                continue
            with self.subTest(name):
                arguments = [None if kind in (_abi.HANDLE, _abi.TEXT) or "POINTER" in repr(kind)
                             or "LP_" in repr(kind) else ctypes.cast(0, kind)
                             if "CFunctionType" in repr(kind) else 0 for kind in argtypes]
                answer = getattr(lib, name)(*arguments)
                if argtypes and argtypes[-1] is _abi.OUT and restype is _abi.INT:
                    self.assertEqual(-2, answer)

    def test_indexes_out_of_range(self):
        db = support.db()._owner.handle
        for i in (10 ** 6, 2 ** 64 - 1):
            self.assertIsNone(lib.ogbv_fact_at(db, i))
            self.assertIsNone(lib.ogbv_rule_at(db, 0, i))
        for kind in (-1, 99, 2 ** 31 - 1, -2 ** 31):
            self.assertEqual(0, lib.ogbv_rule_count(db, kind))
            self.assertIsNone(lib.ogbv_name(kind, 0))

    def test_wrong_types_for_every_method(self):
        db = support.db()
        for wrong in (None, 5, b"ie", object(), [], "a\0b", "\udc80", "x" * 10 ** 5):
            for call in (db.describe, db.compare, lambda x: db.dual_criminality({}, x),
                         lambda x: ogbv.open(jurisdictions=[x]), lambda x: ogbv.open(lang=x or 5),
                         lambda x: db.assess({}, jurisdictions=[x]),
                         lambda x: db.facts["x" if x is None else x],
                         lambda x: ogbv.Case.from_json(x), ogbv.Case.from_dict):
                with self.subTest(type(wrong)):
                    try:
                        call(wrong)
                    except (ogbv.OgbvError, TypeError, IndexError):
                        pass

    def test_paths(self):
        for path in ("/nowhere", "a\0b", "", b"/nowhere", "x" * 10 ** 5):
            with self.assertRaises((ogbv.OgbvError, OSError, ValueError)):
                ogbv.open(path)


class Closing(unittest.TestCase):
    def test_closed_db(self):
        db = ogbv.open(jurisdictions="ie")
        evaluator, facts = db.evaluator(), db.facts
        db.close()
        db.close()
        for use in (lambda: db.facts, lambda: db.release, lambda: db.offences(), db.evaluator,
                    lambda: db.assess({}), lambda: db.coverage("ie"), lambda: db.describe("x"),
                    lambda: db.compare("ogbv.img.dissem"), db.run_tests, lambda: db.notice,
                    lambda: next(db.assess_many([{}]))):
            with self.assertRaises(ogbv.ClosedError):
                use()
        self.assertTrue(evaluator.statuses({}, on=support.ON))      # it holds the law itself
        self.assertTrue(facts["share.done"].question)
        self.assertIn("closed", repr(db))

    def test_handles_are_not_pickled(self):
        for handle in (support.db(), support.db().evaluator(), support.db()._owner):
            with self.assertRaises(TypeError):
                pickle.dumps(handle)

    def test_closing_while_others_assess(self):
        for _ in range(5):
            db, ends = ogbv.open(jurisdictions="ie"), []

            def work():
                try:
                    while True:
                        db.assess({"share.done": True}, on=support.ON, jurisdictions="ie")
                except ogbv.ClosedError:
                    ends.append(1)
            threads = [threading.Thread(target=work) for _ in range(4)]
            for thread in threads:
                thread.start()
            db.close()
            for thread in threads:
                thread.join()
            self.assertEqual(4, len(ends))

    def test_the_interpreter_goes_on_while_the_library_works(self):
        with ogbv.open(jurisdictions=["ie", "gb-eaw"]) as db:
            thread = threading.Thread(target=lambda: db.write_report("csv", on=support.ON))
            thread.start()
            turns = 0
            while thread.is_alive():
                time.sleep(0.001)
                turns += 1
            thread.join()
        self.assertGreater(turns, 20)

    def test_errors_in_a_write_function(self):
        def stop(_payload, _bytes, _n):
            return 1
        with support.db()._assessed(support.db()._owner, ogbv.Case(on=support.ON), None) as result:
            with self.assertRaises(ogbv.InputOutputError):
                _call.call(lib.ogbv_result_write_json, result, None, _abi.WRITE(stop), None)


class Processes(unittest.TestCase):
    def run_program(self, program):
        ran = subprocess.run([sys.executable, "-X", "faulthandler", "-c", program],
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                             universal_newlines=True)
        self.assertEqual((0, ""), (ran.returncode, ran.stderr))
        return ran.stdout

    def test_the_end_of_the_interpreter(self):
        self.run_program("import ogbv; db = ogbv.open(jurisdictions='ie'); e = db.evaluator()\n"
                         "many = db.assess_many([{}, {}]); next(many)")

    def test_the_end_while_a_thread_assesses(self):
        self.run_program(
            "import ogbv, threading, time; db = ogbv.open(jurisdictions='ie')\n"
            "def work():\n"
            "    while True: db.assess({}, jurisdictions=['ie'])\n"
            "for _ in range(4): threading.Thread(target=work, daemon=True).start()\n"
            "time.sleep(0.3)")

    @unittest.skipUnless(hasattr(os, "fork"), "no fork here")
    def test_fork(self):
        expected = support.assessed().to_json()
        child = os.fork()
        if child == 0:
            os._exit(0 if support.assessed().to_json() == expected else 1)
        self.assertEqual(0, os.waitpid(child, 0)[1])
        self.assertEqual(expected, support.assessed().to_json())

    @unittest.skipUnless(hasattr(os, "fork"), "no fork here")
    def test_fork_from_a_thread(self):
        self.run_program(
            "import ogbv, os, threading, warnings; db = ogbv.open(jurisdictions='ie')\n"
            "warnings.simplefilter('ignore'); stop = []\n"
            "def work():\n"
            "    while not stop: db.assess({}, on='2026-11-21', jurisdictions=['ie'])\n"
            "thread = threading.Thread(target=work); thread.start()\n"
            "for _ in range(5):\n"
            "    child = os.fork()\n"
            "    if child == 0:\n"
            "        db.assess({}, on='2026-11-21', jurisdictions=['ie']); os._exit(0)\n"
            "    assert os.waitpid(child, 0)[1] == 0\n"
            "stop.append(1); thread.join()")


@unittest.skipUnless(os.path.exists("/proc/self/statm"), "no /proc here")
@unittest.skipIf("asan" in os.environ.get("LD_PRELOAD", ""), "the sanitizer keeps what is freed")
class Memory(unittest.TestCase):
    def grows(self, use, times, limit=1024):
        """Whether memory grows by more than a limit in kB, once it was warm."""
        for _ in range(times // 10):
            use()
        gc.collect()
        before = resident()
        for _ in range(times):
            use()
        gc.collect()
        return resident() - before > limit

    def test_ten_thousand_cases(self):
        owner = support.db()._owner
        case = ogbv.Case({"victim.age": 24}, support.ACTS, ("ie",), support.ON)

        def use():
            with ogbv.case.build(owner, case):
                pass
        self.assertFalse(self.grows(use, 10000))

    def test_refused_cases(self):
        owner = support.db()._owner
        case = ogbv.Case({"victim.age": "old"}, on=support.ON)

        def use():
            try:
                ogbv.case.build(owner, case)
            except ogbv.FactError:
                pass
        self.assertFalse(self.grows(use, 10000))

    def test_results(self):
        case = ogbv.Case({"victim.age": 24}, on=support.ON, jurisdictions=("ie",))
        self.assertFalse(self.grows(lambda: support.db().assess(case), 100, limit=4096))

    def test_dbs(self):
        def use():
            ogbv.open(jurisdictions="ie").close()
        self.assertFalse(self.grows(use, 50, limit=4096))


if __name__ == "__main__":
    support.main()
