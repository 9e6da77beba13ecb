# SPDX-License-Identifier: MIT
"""Builds the wheel and the source archive (PEP 517, PEP 660) with nothing but Python.

The rule data go into both: from the source tree, or from an unpacked source archive, where they lie
in the package already. The same files give the same bytes.
"""
import base64
import gzip
import hashlib
import io
import os
import re
import tarfile
import zipfile

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PACKAGE = os.path.join(HERE, "src", "ogbv")
TREE = os.path.join(HERE, os.pardir, os.pardir)
TREE_DATA = os.path.join(TREE, "data")
TIME = (2020, 1, 1, 0, 0, 0)        # of every file


def read(*path):
    with open(os.path.join(HERE, *path), "rb") as file:
        return file.read()


def setting(name):
    """A line of pyproject.toml; the version stands in the package."""
    return re.search(r'^%s = "(.*)"$' % name, read("pyproject.toml").decode("utf-8"), re.M).group(1)


VERSION = re.search(rb'^__version__ = "(.*)"$', read("src", "ogbv", "__init__.py"), re.M)
NAME = "ogbv-" + VERSION.group(1).decode("ascii")
DIST_INFO = NAME + ".dist-info/"


def files_of(folder, prefix):
    """Name in the archive -> content, of all files of a folder that are meant for it."""
    found = {}
    for path, folders, names in os.walk(folder):
        folders[:] = [one for one in folders if one != "__pycache__" and not one.startswith(".")]
        for name in names:
            whole = os.path.join(path, name)
            inside = os.path.relpath(whole, folder).replace(os.sep, "/")
            if not name.startswith(".") and name != "local.mk":
                with open(whole, "rb") as file:
                    found[prefix + inside] = file.read()
    return found


def package(prefix):
    """The package and its data."""
    found = files_of(PACKAGE, prefix)
    if os.path.exists(os.path.join(TREE_DATA, "RELEASE")):
        found.update(files_of(TREE_DATA, prefix + "data/"))
    return found


def licence():
    """Of the source tree, or of an unpacked source archive."""
    return read("COPYING" if os.path.exists(os.path.join(HERE, "COPYING")) else
                os.path.join(TREE, "COPYING"))


def metadata():
    head = ("Metadata-Version: 2.1\nName: %s\nVersion: %s\nSummary: %s\nLicense: MIT AND CC-BY-4.0\n"
            "Requires-Python: %s\nDescription-Content-Type: text/markdown\n\n")
    return (head % (setting("name"), NAME[len("ogbv-"):], setting("description"),
                    setting("requires-python"))).encode("utf-8") + read("README.md")


def record_line(name, content):
    digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
    return "%s,sha256=%s,%d\n" % (name, digest, len(content))


def write_wheel(directory, files):
    files[DIST_INFO + "METADATA"] = metadata()
    files[DIST_INFO + "COPYING"] = licence()
    files[DIST_INFO + "WHEEL"] = (b"Wheel-Version: 1.0\nGenerator: ogbv_build\n"
                                  b"Root-Is-Purelib: true\nTag: py3-none-any\n")
    lines = [record_line(name, content) for name, content in sorted(files.items())]
    files[DIST_INFO + "RECORD"] = ("".join(lines) + DIST_INFO + "RECORD,,\n").encode("utf-8")
    wheel = NAME + "-py3-none-any.whl"
    with zipfile.ZipFile(os.path.join(directory, wheel), "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, TIME)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return wheel


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    return write_wheel(wheel_directory, package("ogbv/"))


def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    path = os.path.join(HERE, "src") + "\n"
    return write_wheel(wheel_directory, {"ogbv.pth": path.encode("utf-8")})


def build_sdist(sdist_directory, config_settings=None):
    files = package("src/ogbv/")
    files.update(files_of(os.path.join(HERE, "_build"), "_build/"))
    files.update({"pyproject.toml": read("pyproject.toml"), "README.md": read("README.md"),
                  "COPYING": licence(), "PKG-INFO": metadata()})
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for name, content in sorted(files.items()):
            entry = tarfile.TarInfo(NAME + "/" + name)
            entry.size, entry.mode = len(content), 0o644
            tar.addfile(entry, io.BytesIO(content))
    with open(os.path.join(sdist_directory, NAME + ".tar.gz"), "wb") as file:
        file.write(gzip.compress(archive.getvalue(), mtime=0))
    return NAME + ".tar.gz"
