# SPDX-License-Identifier: MIT
"""Protects readability: lines of files, lines, parameters and nesting of functions, columns."""
import ast
import statistics

from csource import files, finish, read, shown, tokens

FILE_LINES = 500
FUNCTION_LINES = 60
COLUMNS = 100
PARAMETERS = 5
PUBLIC_PARAMETERS = 7       # an allocation-free answer may need two outputs and an error
PRESCRIBED = {"on_element": 9}      # a callback of libxml2: its parameters are libxml2's
NESTING = 3
BLOCK_WORDS = ("if", "for", "while", "switch")


class Function:
    def __init__(self, name, parameters, first, last, nesting):
        self.name, self.parameters = name, parameters
        self.lines, self.first, self.nesting = last - first + 1, first, nesting


def matching(toks, start, opening, closing):
    """Index of the bracket that closes the one at start."""
    depth = 0
    for i in range(start, len(toks)):
        depth += (toks[i][1] == opening) - (toks[i][1] == closing)
        if depth == 0:
            return i
    raise ValueError("line %d: %s without %s" % (toks[start][2], opening, closing))


def parameters_of(toks):
    """Number of parameters between two brackets."""
    words = [t[1] for t in toks]
    if words in ([], ["void"]):
        return 0
    depth = commas = 0
    for word in words:
        depth += (word in "([{") - (word in ")]}")
        commas += word == "," and depth == 0
    return commas + 1


def nesting_of(toks):
    """Deepest nesting of blocks that belong to a control word, in a body without its braces."""
    deepest, open_blocks, control_ends = 0, [], set()
    for i, (_, text, _) in enumerate(toks):
        if text in BLOCK_WORDS and i + 1 < len(toks) and toks[i + 1][1] == "(":
            control_ends.add(matching(toks, i + 1, "(", ")"))
        if text == "{":
            open_blocks.append(i > 0 and (i - 1 in control_ends or toks[i - 1][1] in ("else", "do")))
            deepest = max(deepest, sum(open_blocks))
        elif text == "}":
            open_blocks.pop()
    return deepest


def functions_of(toks):
    """The functions defined by the tokens of a file."""
    i = start = 0
    while i < len(toks):
        text = toks[i][1]
        if text == "{":
            end = matching(toks, i, "{", "}")
            head = toks[start:i]
            if head and head[-1][1] == ")" and all(t[1] != "=" for t in head):
                opening = next(k for k in range(len(head))
                               if head[k][1] == "(" and head[k - 1][1] not in ("__attribute__", "("))
                closing = matching(head, opening, "(", ")")
                yield Function(head[opening - 1][1], parameters_of(head[opening + 1:closing]),
                               head[0][2], toks[end][2], nesting_of(toks[i + 1:end]))
                start = end + 1
            i = end
        elif text == ";":
            start = i + 1
        i += 1


def c_functions(path):
    toks = [t for t in tokens(read(path)) if t[0] != "directive"]
    # extern "C" braces of headers come from macros, so that no brace spans declarations
    return list(functions_of(toks))


def python_functions(path):
    for node in ast.walk(ast.parse(read(path))):
        if isinstance(node, ast.FunctionDef):
            given = len(node.args.args) - (node.args.args[:1] != [] and node.args.args[0].arg == "self")
            yield Function(node.name, given, node.lineno, node.end_lineno, 0)


def faults_of_function(path, function):
    public = function.name.startswith("ogbv_") and not function.name.startswith("ogbv__")
    most = PUBLIC_PARAMETERS if public else PRESCRIBED.get(function.name, PARAMETERS)
    for what, value, limit in (("lines", function.lines, FUNCTION_LINES),
                               ("parameters", function.parameters, most),
                               ("levels of nesting", function.nesting, NESTING)):
        if value > limit:
            yield "%s:%d: %s() has %d %s, the limit is %d" % (
                shown(path), function.first, function.name, value, what, limit)


def faults_of_file(path):
    lines = read(path).split("\n")[:-1]
    if len(lines) > FILE_LINES:
        yield "%s: %d lines, the limit is %d" % (shown(path), len(lines), FILE_LINES)
    for number, line in enumerate(lines, 1):
        if len(line) > COLUMNS and path.endswith((".c", ".h", ".in")):
            yield "%s:%d: %d columns, the limit is %d" % (shown(path), number, len(line), COLUMNS)


def main():
    faults = []
    for folder in ("lib", "include", "tools", "tests", "doc", "bindings"):
        lengths = []
        for path in files(folder, ends=(".c", ".h", ".h.in", ".py")):
            found = list(python_functions(path) if path.endswith(".py") else c_functions(path))
            lengths += [function.lines for function in found]
            faults += faults_of_file(path)
            for function in found:
                faults += faults_of_function(path, function)
        if lengths:
            print("%s: %d functions, median %g lines, longest %d" % (
                folder, len(lengths), statistics.median(lengths), max(lengths)))
    finish(faults)


main()
