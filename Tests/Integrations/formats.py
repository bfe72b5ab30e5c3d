"""Holds the reports in a folder against published schemas and real readers. Started by Tests/integrations.sh.

The folder holds r.sarif, r.xml, r.checkstyle.xml, r.rdjson, r.github and r.md, all of one check, and the article that
it was about, with the words 41,300 and 77 % behind letters of several bytes.
"""

import html
import json
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
from diff_cover.git_path import GitPathTool
from diff_cover.violationsreporters.java_violations_reporter import CheckstyleXmlDriver
from junitparser import JUnitXml
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Sarif
from sarif import loader

folder, article, here = Path(sys.argv[1]), Path(sys.argv[2]), Path(__file__).parent
lines = article.read_text(encoding="utf-8").split("\n")
words = {"figure-altered": "43,100", "figure-unsupported": "77 %"}
passed = 0


def hold(truth, what):
    """Fails with `what` unless it is true."""
    global passed
    if not truth:
        sys.exit(f"FAILED: {what}")
    passed += 1
    print(f"ok: {what}")


def text(name):
    return (folder / name).read_text(encoding="utf-8")


def at(line, start, end, encoding, width):
    """What stands between two columns of a line, counted from 1 in units of `width` bytes of an encoding."""
    data = lines[line - 1].encode(encoding)
    return data[(start - 1) * width : (end - 1) * width].decode(encoding)


# SARIF: the models that were generated from the published schema, and Microsoft's reader.
sarif = json.loads(text("r.sarif"))
Sarif.model_validate(sarif)
hold(True, "SARIF fits the schema of SARIF 2.1.0")
loaded = loader.load_sarif_file(str(folder / "r.sarif"))
hold(loaded.get_report().get_issue_count_for_severity("error") >= 3, "sarif-tools counts the errors")
seen = set()
for result in sarif["runs"][0]["results"]:
    region = result["locations"][0]["physicalLocation"]["region"]
    if result["ruleId"] in words and "endColumn" in region:
        found = at(region["startLine"], region["startColumn"], region["endColumn"], "utf-16-le", 2)
        if found == words[result["ruleId"]]:
            seen.add(result["ruleId"])
hold(seen == set(words), "the columns of SARIF are UTF-16 code units")

# JUnit: the schema of Jenkins, and a reader.
subprocess.run(["xmllint", "--noout", "--schema", here / "junit-10.xsd", folder / "r.xml"], check=True)
suites = JUnitXml.fromfile(str(folder / "r.xml"))
hold(suites.tests == 2 and suites.failures == 2, "JUnit fits the schema of Jenkins, and its reader counts alike")

# Checkstyle has no schema of its reports: a reader.
subprocess.run(["xmllint", "--noout", folder / "r.checkstyle.xml"], check=True)
GitPathTool.set_cwd(None)
violations = CheckstyleXmlDriver().parse_reports([text("r.checkstyle.xml")])
hold(any("41,300" in found.message for found in violations[str(article)]), "diff-quality reads Checkstyle")

# rdjson: a schema that the same format from another program fits too.
schema = json.loads((here / "rdjson.schema.json").read_text())
sample = folder / "sample.py"
sample.write_text("import os\n")
ruff = subprocess.run(
    ["ruff", "check", "--isolated", "--output-format", "rdjson", sample], capture_output=True, text=True)
jsonschema.validate(json.loads(ruff.stdout), schema)
rdjson = json.loads(text("r.rdjson"))
jsonschema.validate(rdjson, schema)
seen = set()
for found in rdjson["diagnostics"]:
    if "range" in found["location"]:
        start, end = found["location"]["range"]["start"], found["location"]["range"]["end"]
        if start["line"] == end["line"]:
            seen.add(at(start["line"], start["column"], end["column"], "utf-8", 1))
hold(set(words.values()) <= seen, "rdjson fits its schema as ruff's does, and its columns are bytes")

# GitHub: every line is one command as the runner reads it, or plain words.
command = re.compile(r"^::(error|warning|notice) ((?:[a-zA-Z]+=[^,:\r\n]*)(?:,[a-zA-Z]+=[^,:\r\n]*)*)::(.*)$")
for line in text("r.github").splitlines():
    hold(command.match(line) or not re.match(r"^\s*(::|##\[)", line), f"GitHub reads one command of {line[:40]!r}")
hold("\x1b" not in text("r.github") and "\u202e" not in text("r.github"), "nothing repaints the log")

# Markdown: what GitHub's own renderer makes of it.
page = subprocess.run(
    ["cmark-gfm", "-e", "table", "-e", "autolink", "-e", "strikethrough", "-e", "tagfilter", "--unsafe", folder / "r.md"],
    check=True, capture_output=True, text=True).stdout
hold("<table>" in page and page.count("<tr>") == 2, "Markdown has a table with one article")
hold(not re.search(r"<(a|b|script|img)[ >]", page), "the words of the article are no markup and no link")
hold("@team" not in re.sub(r"<code>.*?</code>", "", page), "nobody is called")
hold("]]> @team #1 https://evil.invalid" in html.unescape(re.sub(r"<!--.*?-->", "", page)), "the words are shown as they are")
print(f"{passed} passed, 0 failed")
