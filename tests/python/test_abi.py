# SPDX-License-Identifier: MIT
"""The table of types is what the headers declare, and the library that runs has all of it."""
import glob
import os
import re
import unittest

import support
from ogbv import _abi, _names, _native

HEADERS = sorted(glob.glob(os.path.join(support.SOURCE, "include", "ogbv", "*.h*")))
SIMPLE = {
    "void": None, "const char *": _abi.TEXT, "const char **": _abi.TEXTS, "size_t": _abi.SIZE,
    "int32_t": _abi.INT, "ogbv_status": _abi.INT, "int32_t *": _abi.INTS, "int64_t": _abi.LONG,
    "uint64_t": _abi.ULONG, "uint8_t *": _abi.BYTES, "uint64_t *": _abi.WORDS, "void *": _abi.HANDLE,
    "ogbv_resize_fn": _abi.RESIZE, "ogbv_write_fn": _abi.WRITE, "ogbv_test_fn": _abi.REPORT,
}


def code(path):
    """A header without comments and directives."""
    with open(path, encoding="utf-8") as file:
        text = re.sub(r"/\*.*?\*/", "", file.read(), flags=re.S)
    return re.sub(r"^#.*$", "", text, flags=re.M)


def ctype(spelling):
    """The type of ctypes for a type as C spells it."""
    spelling = " ".join(spelling.split())
    if spelling in SIMPLE:
        return SIMPLE[spelling]
    if re.fullmatch(r"ogbv_\w+ \*\*", spelling):
        return _abi.OUT
    assert re.fullmatch(r"(const )?ogbv_\w+ \*", spelling), spelling
    return _abi.HANDLE


def declared():
    """Name -> (restype, argtypes) of every function of the headers."""
    found = {}
    for statement in ";".join(map(code, HEADERS)).split(";"):
        match = re.search(r"OGBV_API\s+(?:OGBV_MUST_CHECK\s+)?(.*?)(ogbv_\w+)\s*\((.*)\)\s*$",
                          statement, re.S)
        if match:
            returned, name, parameters = match.groups()
            types = [] if parameters.strip() == "void" else [
                ctype(re.sub(r"\w+$", "", parameter.strip())) for parameter in parameters.split(",")]
            found[name] = (ctype(returned), types)
    return found


def enums():
    """The named constants of the headers, one list an enum."""
    for path in HEADERS:
        for body in re.findall(r"enum\s*\{(.*?)\}", code(path), re.S):
            yield [name.split("=")[0].strip() for name in body.split(",") if name.strip()]


class Abi(unittest.TestCase):
    def test_table_is_what_the_headers_declare(self):
        headers = declared()
        self.assertEqual(set(headers), set(_abi.TABLE))
        for name, types in headers.items():
            with self.subTest(name):
                self.assertEqual(types, _abi.TABLE[name])

    def test_table_is_what_the_version_script_exports(self):
        with open(os.path.join(support.SOURCE, "lib", "libogbv.map"), encoding="ascii") as file:
            exported = re.findall(r"^\s*(ogbv_\w+);", file.read(), re.M)
        self.assertEqual(sorted(_abi.TABLE), exported)

    def test_library_has_every_function(self):
        for name in _abi.TABLE:
            self.assertIsNotNone(getattr(_native.lib, name))

    def test_vocabularies_are_those_of_the_header(self):
        listed = next(names for names in enums() if names[0] == "OGBV_NAMES_STATUS")
        for number, name in enumerate(listed):
            self.assertEqual(number, getattr(_names, name[len("OGBV_NAMES_"):]), name)

    def test_kinds_of_texts_are_those_of_the_header(self):
        listed = next(names for names in enums() if names[0] == "OGBV_TEXT_NOTE")
        for number, name in enumerate(listed):
            self.assertEqual(number, getattr(_names, name[len("OGBV_TEXT_"):]), name)

    def test_kinds_of_findings_are_those_of_the_header(self):
        listed = next(names for names in enums() if names[0] == "OGBV_FINDING_OFFENCE")
        for number, name in enumerate(listed):
            self.assertEqual(number, getattr(_names, name[len("OGBV_"):]), name)


if __name__ == "__main__":
    support.main()
