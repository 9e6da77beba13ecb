# SPDX-License-Identifier: MIT
"""The guide's examples run, the example programs too."""
import csv
import doctest
import importlib.util
import io
import os
import json
import pickle
import subprocess
import sys
import unittest

import support
import ogbv


def example(name):
    path = os.path.join(support.PACKAGE, "examples", name + ".py")
    spec = importlib.util.spec_from_file_location(name, path)
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Guide(unittest.TestCase):
    def test_guide(self):
        path = os.path.join(support.PACKAGE, "README.md")
        failed, tried = doctest.testfile(path, module_relative=False, encoding="utf-8")
        self.assertGreater(tried, 20)
        self.assertEqual(0, failed)

    def test_package(self):
        self.assertEqual(0, doctest.testmod(ogbv).failed)

    def test_guide_names_every_exception(self):
        with open(os.path.join(support.PACKAGE, "README.md"), encoding="utf-8") as file:
            guide = file.read()
        for name in ogbv.__all__:
            if name.endswith("Error"):
                self.assertTrue("`%s`" % name in guide, name)


class Notebook(unittest.TestCase):
    PATH = os.path.join(support.PACKAGE, "examples", "comparison.ipynb")

    def test_cells_run(self):
        """The cells, one after the other; where Jupyter is, Jupyter runs them too."""
        with open(self.PATH, encoding="utf-8") as file:
            cells = json.load(file)["cells"]
        names = {}
        for cell in cells:
            if cell["cell_type"] == "code":
                self.assertEqual([], cell["outputs"])
                exec("".join(cell["source"]), names)
        self.assertTrue(names["comparison"].pairs)

    def test_jupyter_runs_it(self):
        if importlib.util.find_spec("nbconvert") is None:
            self.skipTest("Jupyter is not there")
        ran = subprocess.run(
            [sys.executable, "-m", "nbconvert", "--to", "notebook", "--execute", "--stdout",
             self.PATH], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.assertEqual(0, ran.returncode)
        self.assertIn(b"<caption>", ran.stdout)


class Interview(unittest.TestCase):
    def setUp(self):
        self.module = example("interview")
        self.db = support.db()

    def test_until_nothing_is_left(self):
        """Each question comes once, and it ends. All but the last ones are not known."""
        interview = self.module.Interview(("ie",), support.ON)
        missing = interview.assess(self.db).missing
        interview.facts = {need.fact: None for need in missing[20:]}
        known = {missing[1].fact: None, "share.done": True, "victim.age": 24}
        asked = []
        while True:
            need = interview.question(self.db)
            if need is None:
                break
            self.assertNotIn(need.fact, asked)
            asked.append(need.fact)
            self.assertIsNone(interview.answer(self.db, need.fact, known.get(need.fact)))
            interview = pickle.loads(pickle.dumps(interview))
        self.assertGreater(len(asked), 10)
        self.assertLessEqual({need.fact for need in interview.assess(self.db).missing},
                             set(interview.facts))

    def test_what_does_not_fit_is_told_and_not_noted(self):
        interview = self.module.Interview(("ie",), support.ON)
        self.assertIn("victim.age", interview.answer(self.db, "victim.age", "old"))
        interview.answer(self.db, "victim.age", 30)
        self.assertIsNotNone(interview.answer(self.db, "victim.minor", True))
        self.assertEqual({"victim.age": 30}, interview.facts)

    def test_typed_answers(self):
        needs = {need.type: need for need in support.assessed().missing}
        self.assertIs(True, self.module.read(needs["boolean"], "Yes"))
        self.assertIs(None, self.module.read(needs["boolean"], " "))
        self.assertEqual("2024-02", self.module.read(needs["date"], "2024-02"))


class SyntheticImages(unittest.TestCase):
    def test_table_and_csv(self):
        module = example("synthetic_images")
        rows = module.table(support.db())
        self.assertIn("gb-eaw", [row["jurisdiction"] for row in rows if row.get("offence")])
        self.assertLessEqual({row["coverage"] for row in rows},
                             {"encoded", "none-found", "not-encoded"})
        out = io.StringIO()
        module.write_csv(rows, out)
        again = list(csv.DictReader(io.StringIO(out.getvalue())))
        self.assertEqual([str(row["jurisdiction"]) for row in rows],
                         [row["jurisdiction"] for row in again])


if __name__ == "__main__":
    support.main()
