# SPDX-License-Identifier: MIT
"""Protects whoever loads data that somebody else wrote: each hostile file is refused within seconds,
with a file, a line and a code, and with nothing on standard error. The files are made here, in a
temporary folder of the build; not one of them is kept."""
import gzip
import lzma
import os
import re
import resource
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.environ.get("top_srcdir", os.path.join(HERE, "..", ".."))
BUILD = os.environ.get("top_builddir", os.path.join(ROOT, "_build"))
DATA = os.path.join(ROOT, "data")
TOOL = os.path.join(BUILD, "tools", "ogbv")
SECONDS, MEMORY = 10, 1 << 30
FAULT = re.compile(r"^(?P<file>.+?):(?P<line>\d+): error OGBV-(?P<code>\d{4}): [^\x00-\x1f\x7f-\x9f]+$")

TOO_LARGE, BYTES, DOCTYPE, SYNTAX, LIMIT = 1002, 1101, 1102, 1103, 1104
ELEMENT, ATTRIBUTE, TEXT, NODE, VALUE, ID = 1201, 1202, 1207, 1209, 1301, 1302

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
ROOT_TAG = '<jurisdiction format="1" id="xa" as-of="2026-11-21">'
PLAIN = HEAD + ROOT_TAG + "\n<label>Xania</label>\n</jurisdiction>\n"


def doc(inside="", head=HEAD, root=ROOT_TAG, tail=""):
    return head + root + "<label>Xania</label>" + inside + "</jurisdiction>" + tail + "\n"


def doctype(declaration, inside=""):
    return doc(inside, HEAD + declaration)


def chain(sign, n, width):
    """Entities that each hold the one before several times."""
    rows = ['<!ENTITY %s e0 "%s">' % (sign, "x" * width)]
    mark = "&#37;" if sign else "&"
    for i in range(1, n):
        rows.append('<!ENTITY %s e%d "%s">' % (sign, i, ("%se%d;" % (mark, i - 1)) * 10))
    return "<!DOCTYPE jurisdiction [" + "".join(rows) + ("%%e%d;" % (n - 1) if sign else "") + "]>"


def nested(n, name="all"):
    return doc("<connection>" + ("<%s>" % name) * n + ("</%s>" % name) * n + "</connection>")


def doctypes():
    yield "doctype", DOCTYPE, doctype("<!DOCTYPE jurisdiction>")
    yield "doctype behind a comment", DOCTYPE, doctype("<!-- x --><!DOCTYPE jurisdiction>")
    yield "doctype behind the root", DOCTYPE, doc(tail="<!DOCTYPE jurisdiction>")
    yield "doctype named in a comment", DOCTYPE, doc("<!-- <!DOCTYPE x> -->")
    yield "doctype in lower case", SYNTAX, doctype("<!doctype jurisdiction>")
    yield "doctype of the network", DOCTYPE, doctype('<!DOCTYPE j SYSTEM "http://127.0.0.1:9/x.dtd">')
    yield "doctype with a public id", DOCTYPE, doctype('<!DOCTYPE j PUBLIC "-//X//Y//EN" "x.dtd">')
    yield "entity", DOCTYPE, doctype('<!DOCTYPE j [<!ENTITY e "x">]>', "<!-- &e; -->")
    yield "entity of a file", DOCTYPE, doctype('<!DOCTYPE j [<!ENTITY e SYSTEM "file:///etc/passwd">]>')
    yield "entity bomb", DOCTYPE, doctype(chain("", 12, 10))
    yield "entity of a megabyte", DOCTYPE, doctype(chain("", 2, 1 << 20))
    yield "parameter entity bomb", DOCTYPE, doctype(chain("%", 24, 10))
    yield "entity within itself", DOCTYPE, doctype('<!DOCTYPE j [<!ENTITY e "&e;">]>')
    yield "default attributes", DOCTYPE, doctype('<!DOCTYPE j [<!ATTLIST jurisdiction kind CDATA "union">]>')
    yield "doctype cut off", DOCTYPE, HEAD + "<!DOCTYPE j ["
    yield "unknown entity", SYNTAX, doc("<label>&unknown;</label>")
    yield "html entity", SYNTAX, doc('<label xml:lang="fr">&eacute;</label>')


def encodings():
    for name in ("utf-16-le", "utf-16-be", "utf-16", "utf-32", "cp037"):
        yield "written in " + name, (BYTES, SYNTAX), PLAIN.encode(name)
    for name in ("ISO-8859-1", "US-ASCII", "UTF-16", "UTF-7", "EBCDIC-CP-US", "x", "UTF-8859-1", ""):
        yield "declared as %r" % name, (BYTES, SYNTAX), PLAIN.replace("UTF-8", name)
    latin = 'encoding = "ISO-8859-1"'
    yield "declared with spaces", BYTES, PLAIN.replace('encoding="UTF-8"', latin)
    yield "declared behind a mark", BYTES, "\ufeff" + PLAIN.replace("UTF-8", "ISO-8859-1")
    for name, piece in (("overlong slash", b"\xc0\xaf"), ("overlong in three", b"\xe0\x80\xaf"),
                        ("overlong NUL", b"\xc0\x80"), ("surrogate", b"\xed\xa0\x80"),
                        ("beyond Unicode", b"\xf4\x90\x80\x80"), ("five bytes", b"\xf8\x88\x80\x80\x80"),
                        ("cut off", b"\xe2\x82"), ("alone", b"\x80"), ("latin", b"\xe9"), ("FF", b"\xff"),
                        ("NUL", b"\x00"), ("bell", b"\x07"), ("escape", b"\x1b[31m"), ("delete", b"\x7f"),
                        ("C1", b"\xc2\x9b")):
        yield name + " in text", BYTES, PLAIN.encode().replace(b"Xania", b"X" + piece + b"a")
        yield name + " in a name", BYTES, PLAIN.encode().replace(b"as-of", b"as" + piece + b"of")
    yield "not a character", SYNTAX, doc().encode().replace(b"Xania", b"X\xef\xbf\xbf")
    yield "NUL behind", BYTES, PLAIN.encode() + b"\x00" * 10
    yield "NUL before", BYTES, b"\x00" + PLAIN.encode()
    for number in ("0", "1", "x1F", "xFFFF", "xD800", "x110000", "99999999999999999999", "-1", "x"):
        yield "reference " + number, SYNTAX, doc('<label xml:lang="fr">&#%s;</label>' % number)


def sizes():
    many = " ".join('a%d=""' % i for i in range(50000))
    some = " ".join('a%d=""' % i for i in range(5500))
    yield "50,000 attributes", LIMIT, doc("<term %s/>" % many)
    yield "as many attributes as fit", ATTRIBUTE, doc("<term %s/>" % some)
    yield "20,000 times one attribute", (LIMIT, SYNTAX), doc("<term %s/>" % ('id="a" ' * 20000))
    yield "an attribute twice", SYNTAX, doc('<term id="a" id="b"/>')
    yield "an attribute of a megabyte", LIMIT, doc('<term id="%s"/>' % ("a" * (1 << 20)))
    yield "a name of a megabyte", LIMIT, doc("<%s/>" % ("a" * (1 << 20)))
    yield "a comment of a megabyte", LIMIT, doc("<!-- %s -->" % ("a" * (1 << 20)))
    yield "a comment that does not end", LIMIT, doc("<!-- " + "a" * (1 << 20))
    yield "a tag that does not end", (LIMIT, SYNTAX), doc("<term " + " " * (1 << 20))
    for n in (300, 5000, 100000):
        yield "%d elements deep" % n, (SYNTAX, LIMIT), nested(n)
    yield "250 elements deep", 1204, nested(250)
    yield "250 unknown elements deep", ELEMENT, nested(250, "x")
    yield "200,000 elements", ELEMENT, doc("<x/>" * 200000)
    yield "text of 7 MiB where none belongs", TEXT, doc("x" * (7 << 20))
    yield "more than 8 MiB", TOO_LARGE, doc("<!-- x -->" * 900000)
    yield "more than 8 MiB of space", TOO_LARGE, doc(" " * (9 << 20))
    yield "100,000 references", TEXT, doc("&#120;" * 100000)
    yield "a long id", ID, doc('<member-of org="%s" from="2020-01-01"/>' % ("a" * 1000))
    yield "a long number", VALUE, PLAIN.replace('as-of="2026-11-21"', 'as-of="%s"' % ("9" * 5000))
    yield "a line feed in a value", ID, doc('<member-of org="a&#10;b:1: error OGBV-1001: x" from="2020-01-01"/>')
    yield "a control character in a value", ID, doc('<member-of org="a&#x9b;31m" from="2020-01-01"/>')
    yield "a line feed in text", VALUE, doc('<member-of org="eu" from="2020&#13;&#10;x"/>')


def nodes():
    yield "default namespace", NODE, doc(root=ROOT_TAG.replace(" id", ' xmlns="urn:x" id'))
    yield "namespace that nothing uses", NODE, doc(root=ROOT_TAG.replace(" id", ' xmlns:x="urn:x" id'))
    yield "element of a namespace", NODE, doc('<x:term xmlns:x="urn:x"/>')
    yield "attribute of a namespace", NODE, doc('<term xmlns:x="urn:x" x:id="a"/>')
    yield "relative namespace", (NODE, SYNTAX), doc('<term xmlns="x"/>')
    yield "prefix without a namespace", SYNTAX, doc("<x:term/>")
    yield "include", NODE, doc('<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="/etc/passwd"/>')
    yield "xml:base", NODE, doc('<term xml:base="http://127.0.0.1:9/"/>')
    yield "xml:space", NODE, doc('<label xml:lang="fr" xml:space="preserve">X</label>')
    yield "xml:id", (NODE, SYNTAX), doc("".join('<x xml:id="a"/>' for _ in range(20000)))
    yield "instruction", NODE, doc("<?x y?>")
    yield "instruction before the root", NODE, doc(head=HEAD + "<?x y?>")
    yield "instruction behind the root", NODE, doc(tail="<?x y?>")
    yield "stylesheet", NODE, doc(head=HEAD + '<?xml-stylesheet href="http://127.0.0.1:9/x.xsl"?>')
    yield "catalogue", NODE, doc(head=HEAD + '<?oasis-xml-catalog catalog="http://127.0.0.1:9/c.xml"?>')
    yield "second declaration", SYNTAX, doc('<?xml version="1.0"?>')
    yield "CDATA", NODE, doc('<label xml:lang="fr"><![CDATA[X]]></label>')
    yield "CDATA of markup", NODE, doc("<![CDATA[<term/>]]>")


def syntax():
    yield "nothing", SYNTAX, ""
    yield "space", SYNTAX, " \n"
    yield "a declaration alone", SYNTAX, HEAD
    yield "words", SYNTAX, "words\n"
    yield "JSON", SYNTAX, '{"format": 1}\n'
    yield "HTML", (DOCTYPE, SYNTAX), "<!DOCTYPE html><html><body><p>x<br></body></html>\n"
    yield "two roots", SYNTAX, doc(tail="<jurisdiction/>")
    yield "text behind the root", SYNTAX, doc(tail="words")
    yield "tags that cross", SYNTAX, doc("<all><any></all></any>")
    yield "value without quotes", SYNTAX, doc("<term id=a/>")
    yield "less-than in a value", SYNTAX, doc('<term id="<"/>')
    yield "ampersand in text", SYNTAX, doc('<label xml:lang="fr">A & B</label>')
    yield "end of CDATA in text", SYNTAX, doc('<label xml:lang="fr">]]></label>')
    yield "two dashes in a comment", SYNTAX, doc("<!-- a -- b -->")
    yield "declaration of version 2.0", SYNTAX, PLAIN.replace("1.0", "2.0")
    yield "declaration of version 1.1", SYNTAX, PLAIN.replace('"1.0"', '"1.1"')
    yield "standalone maybe", SYNTAX, PLAIN.replace("?>", ' standalone="maybe"?>')
    for i in range(1, 10):
        yield "cut off at %d tenths" % i, SYNTAX, PLAIN[:len(PLAIN) * i // 10]
    packed = PLAIN.encode() * 200
    yield "gzip", BYTES, gzip.compress(packed, mtime=0)
    yield "gzip of a gigabyte of space", BYTES, gzip.compress(b" " * (64 << 20), mtime=0)
    yield "xz", BYTES, lzma.compress(packed)
    yield "all bytes", BYTES, bytes(range(256))


# ---- the judge -----------------------------------------------------------------------------------

def limited():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run(path):
    return subprocess.run([TOOL, "check", "--data", DATA, path], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, timeout=SECONDS, preexec_fn=limited)


def fault_of(path, codes):
    """What is wrong with the refusal; None when nothing is."""
    try:
        done = run(path)
    except subprocess.TimeoutExpired:
        return "not done after %d seconds" % SECONDS
    if done.returncode != 1:
        return "exit %d" % done.returncode
    if done.stderr:
        return "standard error: %r" % done.stderr[:200]
    lines = done.stdout.decode("utf-8", "replace").split("\n")[:-1]
    faults = [FAULT.match(line) for line in lines]
    if not lines or not all(faults):
        return "said %r" % [line for line, fault in zip(lines, faults) if not fault][:2]
    if any(f.group("file") != path for f in faults):
        return "said something of another file: %r" % lines[:3]
    if not any(int(f.group("code")) in codes for f in faults):
        return "said %r, not any of %s" % (lines[:2], codes)
    return None


def main():
    if not os.path.exists(TOOL):
        print("skipped: needs the command line")
        sys.exit(77)
    passed = failed = 0
    with tempfile.TemporaryDirectory(dir=BUILD) as folder:
        path = os.path.join(folder, "xa.xml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(PLAIN)
        if run(path).returncode != 0:
            sys.exit("the plain file is refused: %r" % run(path))
        for kind in (doctypes, encodings, sizes, nodes, syntax):
            for name, codes, content in kind():
                with open(path, "wb") as file:
                    file.write(content if isinstance(content, bytes) else content.encode("utf-8"))
                wrong = fault_of(path, codes if isinstance(codes, tuple) else (codes,))
                failed += wrong is not None
                passed += wrong is None
                if wrong:
                    print("%s: %s" % (name, wrong))
    print("%d passed, %d failed" % (passed, failed))
    sys.exit(failed > 0)


main()
