# SPDX-License-Identifier: MIT
"""Wheel and source archive: complete, the same bytes each time, installed without a network."""
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import unittest
import zipfile

import support

PROGRAM = """
import ogbv
db = ogbv.open()
result = db.assess({"share.done": True}, on="2026-11-21", jurisdictions=["ie"])
print(ogbv.__file__, ogbv.__version__, len(db.offences("ie")), len(result.missing))
"""


def backend():
    path = os.path.join(support.PACKAGE, "_build", "ogbv_build.py")
    spec = importlib.util.spec_from_file_location("ogbv_build", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Package(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        self.backend = backend()

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def run_quietly(self, *command, **more):
        ran = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                             universal_newlines=True, **more)
        self.assertEqual(0, ran.returncode, ran.stdout)
        return ran.stdout

    def test_version_is_that_of_the_library(self):
        with open(os.path.join(support.SOURCE, "configure.ac"), encoding="utf-8") as file:
            parts = dict(re.findall(r"m4_define\(\[ogbv_(\w+)\], \[(\d+)\]\)", file.read()))
        self.assertEqual("ogbv-%(major)s.%(minor)s.%(patch)s" % parts, self.backend.NAME)

    def test_wheel_is_complete(self):
        wheel = self.path(self.backend.build_wheel(self.folder))
        with zipfile.ZipFile(wheel) as archive:
            names = archive.namelist()
            record = archive.read(self.backend.DIST_INFO + "RECORD").decode()
        self.assertEqual(sorted(names), sorted(line.split(",")[0] for line in record.split()))
        for name in (self.backend.DIST_INFO + "COPYING", "ogbv/__init__.py", "ogbv/py.typed", "ogbv/data/RELEASE",
                     "ogbv/data/jurisdictions/ie.xml"):
            self.assertIn(name, names)
        self.assertFalse([name for name in names if "__pycache__" in name or "local.mk" in name])

    def test_same_files_same_bytes(self):
        for build in (self.backend.build_wheel, self.backend.build_sdist):
            made = []
            for _ in range(2):
                with open(self.path(build(self.folder)), "rb") as file:
                    made.append(file.read())
            self.assertEqual(made[0], made[1])

    def installed(self, what):
        """Installs it into a fresh environment, away from any network, and uses it."""
        if importlib.util.find_spec("ensurepip") is None:
            self.skipTest("ensurepip is not there")
        environment = {name: value for name, value in os.environ.items()
                       if name not in ("PYTHONPATH", "OGBV_DATA_DIR")}
        environment.update(PIP_NO_INDEX="1", PIP_DISABLE_PIP_VERSION_CHECK="1",
                           http_proxy="http://127.0.0.1:9", https_proxy="http://127.0.0.1:9")
        self.run_quietly(sys.executable, "-m", "venv", self.path("venv"), env=environment)
        python = self.path("venv", "bin", "python")
        self.run_quietly(python, "-m", "pip", "install", "--quiet", what, env=environment,
                         cwd=self.folder)
        said = self.run_quietly(python, "-c", PROGRAM, env=environment, cwd=self.folder)
        self.assertTrue(said.startswith(self.path("venv")), said)

    def test_installs_from_the_tree(self):
        self.installed(support.PACKAGE)

    def test_installs_from_the_source_archive(self):
        archive = self.path(self.backend.build_sdist(self.folder))
        with tarfile.open(archive) as tar:
            self.assertIn(self.backend.NAME + "/PKG-INFO", tar.getnames())
        self.installed(archive)

    def test_editable(self):
        wheel = self.path(self.backend.build_editable(self.folder))
        with zipfile.ZipFile(wheel) as archive:
            path = archive.read("ogbv.pth").decode().strip()
        self.assertTrue(os.path.exists(os.path.join(path, "ogbv", "__init__.py")))


if __name__ == "__main__":
    support.main()
