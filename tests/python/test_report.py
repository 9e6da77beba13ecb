# SPDX-License-Identifier: MIT
"""The data as a whole, from Python: what the JSON says."""
import csv
import io
import json
import pickle
import unittest

import support
import ogbv


class Reports(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.db = ogbv.open(jurisdictions=["ie", "gb-eaw"])
        cls.report = cls.db.report(on=support.ON, elements=False, cases=False)

    def test_agrees_with_the_json(self):
        said = json.loads(self.db.write_report("json", on=support.ON))
        self.assertEqual((said["data"], said["class"]), (self.report.data, self.report.class_))
        self.assertEqual([one["concept"] for one in said["comparisons"]],
                         [one.concept for one in self.report.comparisons])
        relations = [[(pair["a"], pair["b"], pair["relation"]) for pair in one["pairs"]]
                     for one in said["comparisons"]]
        self.assertEqual(relations, [[(pair.a, pair.b, pair.relation) for pair in one.pairs]
                                     for one in self.report.comparisons])
        for mine, remark in zip(self.report.remarks, said["remarks"]):
            self.assertEqual({key: value for key, value in remark.items() if key != "text"},
                             {key: value for key, value in mine.to_dict().items()
                              if not key.startswith("only_")})
        self.assertEqual(len(said["remarks"]), len(self.report.remarks))

    def test_plain_data(self):
        self.assertEqual(self.report, pickle.loads(pickle.dumps(self.report)))
        self.assertEqual(1, len({tuple(row) for row in self.report.rows()}))
        self.assertLess(len(repr(self.report)), 100)
        self.assertIn("<table>", self.report._repr_html_())

    def test_written(self):
        self.assertTrue(self.db.write_report(on=support.ON))
        self.assertIn("<html", self.db.write_report("html", on=support.ON))
        with self.assertRaises(ogbv.InvalidError):
            self.db.write_report("pdf")

    def test_codebook_tells_the_columns(self):
        columns = next(csv.reader(io.StringIO(self.db.write_report("csv", on=support.ON))))
        told = {row[0] for row in csv.reader(io.StringIO(self.db.codebook()))}
        self.assertLessEqual(set(columns), told)

    def test_skos(self):
        self.assertIn("ogbv.img.dissem", self.db.skos())

    def test_can_be_met(self):
        offence = self.db.offences("ie")[0].id
        self.assertEqual("found", self.db.can_be_met(offence, on=support.ON))
        self.assertEqual("none", self.db.can_be_met(offence, on="1999-01-01"))
        with self.assertRaises(ogbv.NotFoundError):
            self.db.can_be_met("no.such-rule")


if __name__ == "__main__":
    support.main()
