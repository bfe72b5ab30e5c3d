"""Holds exported sources against programs that read them. Started by Tests/integrations.sh.

The folder holds sources.json and sources.bib, exported from one article.
"""

import json
import subprocess
import sys
from pathlib import Path

import bibtexparser
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

folder = Path(sys.argv[1])
own = json.loads((folder / "sources.json").read_text(encoding="utf-8"))
passed = 0


def hold(truth, what):
    """Fails with `what` unless it is true."""
    global passed
    if not truth:
        sys.exit(f"FAILED: {what}")
    passed += 1
    print(f"ok: {what}")


def pandoc(form, file):
    """Returns what pandoc reads in a file."""
    command = ["pandoc", "--from", form, "--to", "csljson", str(folder / file)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def plain(text):
    """Returns the text without what pandoc adds to keep capitals, and with plain blanks."""
    for mark in ('<span class="nocase">', "</span>"):
        text = text.replace(mark, "")
    return " ".join(text.replace("’", "'").replace("“", '"').replace("”", '"').split())


def essence(items):
    """Returns what every reader must have understood of each source."""
    return {
        item["id"]: (plain(item["title"]), item.get("URL"), item.get("issued", {}).get("date-parts"))
        for item in items
    }


hold(len(own) == 4 and all(item["URL"].startswith("https://") for item in own), "there are sources to read")
hold(essence(pandoc("csljson", "sources.json")) == essence(own), "pandoc reads the CSL-JSON")
hold(essence(pandoc("biblatex", "sources.bib")) == essence(own), "pandoc reads the file as biblatex")
hold(essence(pandoc("bibtex", "sources.bib")) == essence(own), "pandoc reads the file as BibTeX")

style = CitationStylesStyle("harvard-cite-them-right", validate=False)
bibliography = CitationStylesBibliography(style, CiteProcJSON(own), formatter.plain)
for item in own:
    bibliography.register(Citation([CitationItem(item["id"])]))
printed = plain(" ".join(str(entry) for entry in bibliography.bibliography()))
hold(all(str(item["issued"]["date-parts"][0][0]) in printed for item in own), "citeproc-py prints a bibliography")
hold(all(plain(item["title"]) in printed for item in own), "with every title in it")

library = bibtexparser.parse_file(str(folder / "sources.bib"))
hold(not library.failed_blocks, "bibtexparser reads every block")
hold({entry.key for entry in library.entries} == {item["id"] for item in own}, "and finds every entry")
