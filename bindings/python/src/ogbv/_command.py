# SPDX-License-Identifier: MIT
"""`python -m ogbv`: the command line, for where the command itself is not installed.

Results go to standard output, messages to standard error. Exit: 0 done; 1 check or test found
faults; 2 usage; 3 something could not be read.
"""
import argparse
import json
import os
import re
import sys
from typing import Any, Callable, Dict, List, Optional, Tuple

from . import __version__, _list, library_version
from . import _names as names
from ._load import check, open
from ._native import lib
from .case import Case
from .errors import DataError, InvalidError, OgbvError

DONE, FAULTS, USAGE, UNREADABLE = range(4)
LARGEST = 1 << 20               # of a case


def read_case(path: str) -> Case:
    name = "standard input" if path == "-" else path
    try:
        if path == "-":
            document = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with os.fdopen(os.open(path, os.O_RDONLY), "rb") as file:
                document = file.read(LARGEST + 1)
    except OSError:
        raise InvalidError("%s: cannot be read" % name) from None
    if len(document) > LARGEST:
        raise InvalidError("%s: larger than a case may be (1 MiB)" % name)
    try:
        return Case.from_json(document)
    except InvalidError as error:
        raise InvalidError("%s: %s" % (name, error)) from None


def run_assess(options: Any) -> int:
    case = read_case(options.arguments[0])
    asked = options.jurisdiction or case.jurisdictions
    with open(*options.data, jurisdictions=asked, lang=options.lang) as db:
        answer = db.assess_json if options.format == "json" else db.assess_text
        write(answer(case, on=options.on, jurisdictions=options.jurisdiction))
    return DONE


def run_list(options: Any) -> int:
    kind = options.arguments[0]
    if kind not in _list.KINDS:
        say("list knows %s" % ", ".join(_list.KINDS))
        return USAGE
    with open(*options.data, jurisdictions=options.jurisdiction, lang=options.lang) as db:
        listed = _list.rows(db, kind, options.jurisdiction)
        for code in options.jurisdiction or ():
            if code not in db.jurisdictions:
                say("the law of %s is not held" % code)
    write(_list.FORMATS[options.format](listed, kind))
    return DONE


def run_show(options: Any) -> int:
    with open(*options.data, lang=options.lang) as db:
        entry = db.describe(options.arguments[0])
    write(json.dumps({"id": options.arguments[0], "text": entry}, ensure_ascii=False, indent=2)
          + "\n" if options.format == "json" else entry)
    return DONE


def place_of(key: str) -> List[str]:
    """The jurisdiction of a key such as "ie@2020-01-01"; none for the core."""
    place = key.split("@")[0]
    return [] if place == "core" else [place]


def run_compare(options: Any) -> int:
    concept, keys = options.arguments[0], options.arguments[1:]
    if options.case is not None:
        return run_dual(options, concept)
    places = [place for key in keys + [options.baseline] * bool(keys and options.baseline)
              for place in place_of(key)]
    with open(*options.data, jurisdictions=places, lang=options.lang) as db:
        compared = {"text": db.compare_text, "json": db.compare_json, "csv": db.compare_csv}
        write(compared[options.format](concept, *keys, on=options.on, baseline=options.baseline,
                                       class_=options.class_))
    return DONE


def run_dual(options: Any, concept: str) -> int:
    """One case under the law of every jurisdiction."""
    if (len(options.arguments) > 1 or options.baseline or options.class_ != "criminal"
            or options.format == "csv"):
        say("compare --case takes a case and a concept, and writes text or json")
        return USAGE
    case = read_case(options.case)
    with open(*options.data, lang=options.lang) as db:
        answer = (db.dual_criminality_json if options.format == "json"
                  else db.dual_criminality_text)
        write(answer(case, concept, on=options.on))
    return DONE


def run_report(options: Any) -> int:
    with open(*options.data, jurisdictions=options.jurisdiction, lang=options.lang) as db:
        if options.format in ("codebook", "skos"):
            write(db.codebook() if options.format == "codebook" else db.skos())
        else:
            write(db.write_report(options.format, on=options.on, class_=options.class_))
    return DONE


def with_paths(options: Any) -> List[str]:
    """The data with the paths laid over them; a directory that comes first and has a dictionary of
    facts stands for itself."""
    paths: List[str] = options.arguments
    alone = paths and not options.data and os.path.exists(os.path.join(paths[0], "facts.xml"))
    return paths if alone else (options.data or ["default"]) + paths


def run_check(options: Any) -> int:
    faults = check(*with_paths(options))
    if options.format == "json":
        write(json.dumps([{"file": fault.file, "line": fault.line, "code": int(fault.code[5:]),
                           "text": fault.text} for fault in faults], indent=2) + "\n")
    else:
        write("".join("%s\n" % fault for fault in faults))
    return FAULTS if faults else DONE


def is_tests_file(path: str) -> bool:
    """Whether the root element of a file is `tests`."""
    if os.path.isdir(path):
        return False
    with os.fdopen(os.open(path, os.O_RDONLY), "rb") as file:
        start = re.sub(rb"<!--.*?-->|<\?.*?\?>", b"", file.read(8192), flags=re.S)
    return start.lstrip().startswith(b"<tests")


def run_test(options: Any) -> int:
    paths = options.arguments
    only = bool(paths) and all(map(is_tests_file, paths))
    with open(*with_paths(options), jurisdictions=options.jurisdiction, tests=not only) as db:
        report = db.run_tests(options.mutate)
    if options.format == "json":
        write(json.dumps(report.to_dict(), ensure_ascii=False, indent=2) + "\n")
    else:
        write("".join("%s:%d: %s: %s\n" % (one.file, one.line, one.id, one.text)
                      for one in report.failures))
        write("%d passed, %d failed\n" % (report.passed, report.failed))
    return FAULTS if report.failed else DONE


#: name -> what runs it, its argument, how many of them, what it does
COMMANDS: Dict[str, Tuple[Callable[[Any], int], str, Any, str]] = {
    "assess": (run_assess, "CASE", 1, "what the law says of a case (JSON; - reads standard input)"),
    "check": (run_check, "PATH", "*", "validates rule data"),
    "test": (run_test, "PATH", "*", "runs the tests beside the rules"),
    "list": (run_list, "KIND", 1, "what the data hold: " + ", ".join(_list.KINDS)),
    "compare": (run_compare, "KEY", "+", "a concept and the jurisdictions whose definitions of it "
                "are compared"),
    "report": (run_report, "", 0, "everything compared, and what should be looked at"),
    "show": (run_show, "ID", 1, "one rule, concept, term or fact in sentences"),
}


#: Beside text and json.
FORMATS = {"list": ["csv"], "compare": ["csv"], "report": ["csv", "html", "codebook", "skos"]}

#: option, the commands that take it (all when none is named), what argparse is told
OPTIONS: Tuple[Tuple[str, str, Dict[str, Any]], ...] = (
    ("--data", "", {"metavar": "DIR", "action": "append", "default": [], "help":
                    'rule data; may be repeated, later wins; "default" names the default'}),
    ("--lang", "", {"help": "language of the texts, such as en or fr-CA"}),
    ("--jurisdiction", "assess list report test", {"metavar": "ID", "action": "append",
                                              "help": "only this one; may be repeated"}),
    ("--on", "assess compare report", {"metavar": "DATE",
                                       "help": "the day; else that of the case, or today"}),
    ("--class", "compare report", {"metavar": "CLASS", "dest": "class_", "default": "criminal",
                                   "choices": names.NAMES[names.CLASS]}),
    ("--baseline", "compare", {"metavar": "KEY", "help": "core, or a jurisdiction such as eu"}),
    ("--case", "compare", {"metavar": "CASE", "help": "where the same facts are an offence"}),
    ("--mutate", "test", {"action": "store_true", "help": "drops each condition in turn"}),
)


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog="python -m ogbv", allow_abbrev=False, epilog="This is information about the law, not "
        "legal advice. Nothing leaves this machine.")
    top.add_argument("--version", action="version", version="ogbv %s (library %s, data format %d)"
                     % (__version__, library_version, lib.ogbv_data_format()))
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, (_run, argument, number, help) in COMMANDS.items():
        one = commands.add_parser(name, help=help, description=help, allow_abbrev=False)
        if number:
            one.add_argument("arguments", metavar=argument, nargs=number)
        one.add_argument("--format", choices=["text", "json"] + FORMATS.get(name, []),
                         default="text")
        for option, takers, told in OPTIONS:
            if not takers or name in takers.split():
                one.add_argument(option, **told)
    return top


def write(answer: str) -> None:
    sys.stdout.buffer.write(answer.encode("utf-8"))


def say(message: object) -> None:
    print("ogbv: %s" % message, file=sys.stderr)


def without_core_files() -> None:
    """No file of the system ever holds what was read."""
    try:
        import resource
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, OSError, ValueError):
        pass


def main(arguments: Optional[List[str]] = None) -> int:
    without_core_files()
    options = parser().parse_args(arguments)
    try:
        code = COMMANDS[options.command][0](options)
        sys.stdout.buffer.flush()
        return code
    except DataError as error:
        for fault in error.diagnostics:
            print(fault, file=sys.stderr)
    except OgbvError as error:
        say(error)
    except OSError as error:
        say(error.strerror)
    return UNREADABLE
