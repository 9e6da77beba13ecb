# SPDX-License-Identifier: MIT
"""`python -m ogbv` mirrors the command line: the same bytes, the same exit codes."""
import glob
import json
import os
import subprocess
import sys
import tempfile
import unittest

import support
import ogbv
from ogbv import _list

CASE = {"format": 1, "on": support.ON, "jurisdictions": ["gb-eaw", "ie"],
        "facts": support.FACTS,
        "acts": [{"id": "post", "facts": {"share.done": True, "share.recipients": {"min": 2},
                                          "act.date": "2024-02"}}]}
SECRET = "Secret-Name-4711"


class Command(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def file(self, name, content):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(content if isinstance(content, str) else json.dumps(content))
        return path

    def run_command(self, *words, program=(sys.executable, "-m", "ogbv"), **more):
        return subprocess.run([*program, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              **more)

    def code(self, *words, **more):
        ran = self.run_command(*words, **more)
        self.assertNotIn(b"Traceback", ran.stderr)
        self.assertNotIn(b"Secret", ran.stderr + ran.stdout)
        return ran.returncode

    def alike(self, *words, **more):
        """Both commands give the same bytes and the same code."""
        if not os.path.exists(support.TOOL):
            self.skipTest("the command line was not built")
        ours = self.run_command(*words, **more)
        theirs = self.run_command(*words, program=(support.TOOL,), **more)
        self.assertEqual((theirs.returncode, theirs.stdout), (ours.returncode, ours.stdout))

    def test_assess(self):
        ran = self.run_command("assess", "--format", "json", "-", input=json.dumps(CASE).encode())
        self.assertEqual((0, b""), (ran.returncode, ran.stderr))
        self.assertEqual(["gb-eaw", "ie"], json.loads(ran.stdout)["receipt"]["asked"])

    def test_assess_alike(self):
        path = self.file("case.json", CASE)
        for words in (["assess", path], ["assess", "--format=json", path],
                      ["assess", "--on", "2025-01-01", "--jurisdiction", "us", path]):
            with self.subTest(words):
                self.alike(*words)

    def test_example_cases_alike(self):
        for path in sorted(glob.glob(os.path.join(support.SOURCE, "data", "cases", "*.json"))):
            with self.subTest(os.path.basename(path)):
                self.alike("assess", "--format", "json", path)

    def test_lists_alike(self):
        for kind in ("facts", "offences", "coverage"):
            for form in ("text", "json", "csv"):
                with self.subTest(kind=kind, form=form):
                    self.alike("list", "--format", form, "--jurisdiction", "ie", kind)

    def test_compare_alike(self):
        keys, on = ["ogbv.img.dissem", "ie", "gb-eaw@2024-06-01"], "--on=2026-11-21"
        for form in ("text", "json", "csv"):
            with self.subTest(form):
                self.alike("compare", "--format", form, on, *keys)
        self.alike("compare", on, "--baseline", "core", *keys)
        self.alike("compare", "--case", self.file("case.json", CASE), "ogbv.img.dissem")

    def test_report_alike(self):
        for form in ("text", "csv", "codebook", "skos"):
            with self.subTest(form):
                self.alike("report", "--format", form, "--on=2026-11-21", "--jurisdiction", "ie")

    def test_every_list(self):
        db = support.db()
        for kind in _list.KINDS:
            listed = _list.rows(db, kind, None)
            for row in listed:
                self.assertLessEqual({"id", "label", "jurisdiction", "concepts", "citation",
                                      "verified"}, set(row))
            self.assertEqual(len(listed), len(json.loads(_list.as_json(listed, kind))))
            self.assertEqual(len(listed), len(_list.as_text(listed, kind).splitlines()))
            self.assertTrue(_list.as_csv(listed, kind).startswith('"id","label"'))

    def test_csv_holds_no_formula(self):
        self.assertEqual("'=1+1", _list._harmless("=1+1"))

    def test_check_and_test(self):
        self.assertEqual(0, self.code("check"))
        broken = self.file("zz.xml", "<jurisdiction/>")
        ran = self.run_command("check", broken)
        self.assertEqual(1, ran.returncode)
        self.assertRegex(ran.stdout.decode(), r"zz\.xml:\d+: error OGBV-\d{4}: ")
        self.assertEqual(3, self.code("list", "--data", self.folder, "facts"))

    def test_tests_beside_the_rules(self):
        tests = os.path.join(os.environ["OGBV_DATA_DIR"], "tests", "ie.xml")
        if os.path.exists(tests):
            ran = self.run_command("test", tests)
            self.assertRegex(ran.stdout.decode().splitlines()[-1], r"^\d+ passed, \d+ failed$")

    def test_exit_codes(self):
        good = self.file("good.json", CASE)
        for code, words in (
                (2, []), (2, ["assess"]), (2, ["dance"]), (2, ["assess", "--loud", good]),
                (2, ["list", "dances"]), (2, ["assess", "--format", "csv", good]),
                (2, ["compare"]), (2, ["compare", "--class", "x", "ogbv.img.dissem"]),
                (2, ["compare", "--case", good, "ogbv.img.dissem", "ie"]), (2, ["report", "ie"]),
                (3, ["compare", "ogbv.no.such"]), (0, ["--help"]), (0, ["assess", "--help"]), (0, ["--version"]),
                (3, ["assess", os.path.join(self.folder, "none.json")]),
                (3, ["assess", self.folder]), (3, ["list", "--data", "/nowhere", "facts"]),
                (3, ["show", "no.such.id"])):
            with self.subTest(words):
                self.assertEqual(code, self.code(*words))

    def test_no_message_repeats_a_value(self):
        for number, document in enumerate((
                SECRET, {"format": 1, "facts": {"victim.age": SECRET}}, {SECRET: 1},
                {"format": 1, "facts": {SECRET: 1}}, {"format": 1, "on": SECRET},
                {"format": 1, "jurisdictions": [SECRET]}, {"format": 1, "facts": SECRET},
                {"format": 1, "acts": [{"id": SECRET + " ", "facts": {}}]})):
            with self.subTest(document):
                self.assertEqual(3, self.code("assess", self.file("%d.json" % number, document)))

    def test_too_large(self):
        self.assertEqual(3, self.code("assess", "-", input=b" " * (1 << 20) + b"{}"))

    def test_library_use(self):
        self.assertEqual((), ogbv.check())


if __name__ == "__main__":
    support.main()
