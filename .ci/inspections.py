"""Holds this repository's inspections against a table of all that were published (see .ci/inspections).

Both have the number of the report's file on the regulator's site. Days, date of publication and each grade that the table has
must be the same, or stand below with what the report itself prints. Prints who is monitored now, and since which report."""

import argparse
import csv
import os
import re
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GRADES = {"outstanding", "good", "requires-improvement", "inadequate"}
COLUMNS = {
    "overall_effectiveness_grade": ["overall"],
    "impact_of_leaders_grade": ["leadership"],
    "help_and_protection_grade": ["help_and_protection"],
    "in_care_grade": ["in_care", "in_care_and_care_leavers"],
    "care_leavers_grade": ["care_leavers"],
}

# The number of the file and what differs, with the words of the report that say so.
REPORTS_SAY = {}


def inspections():
    target = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    with tempfile.TemporaryDirectory() as scratch:
        site = Path(scratch) / "site"
        subprocess.run([target / "debug/letterpress", "build", "--quiet", "--root", ROOT, "--output", site], check=True)
        with open(site / "data/inspections.csv", newline="") as table:
            return list(csv.DictReader(table))


def date(text, form):
    return datetime.strptime(text, form).date().isoformat() if text else ""


def differences(ours, theirs):
    published = date(theirs["publication_date"], "%d/%m/%y")
    if ours["published"] != published:
        yield "published", ours["published"], published
    start, end = (date(theirs[f"inspection_{key}_date"], "%d/%m/%Y") for key in ("start", "end"))
    if start and end and (ours["on_site_earliest"], ours["on_site_latest"]) != (start, end):
        yield "on_site", ours["on_site"], f"{start}/{end}"
    for key, columns in COLUMNS.items():
        grade = theirs[key].replace(" ", "-")
        own = next((ours[column] for column in columns if ours[column]), "")
        if grade in GRADES and own != grade:
            yield columns[0], own, grade


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--if-there", action="store_true")
    arguments.add_argument("table", type=Path)
    arguments = arguments.parse_args()
    if arguments.if_there and not arguments.table.is_file():
        print(f"There is no {arguments.table}: nothing was held against it.")
        return 0
    with open(arguments.table, newline="") as table:
        rows = csv.DictReader(line for line in table if not line.startswith("#"))
        theirs = {row["inspection_link"].rsplit("/", 1)[1]: row for row in rows}
    ours = inspections()
    number = re.compile(r"/file/(\d+)$")
    found = {}
    for each in ours:
        at = number.search(each["source"])
        if at and at[1] in theirs:
            found[at[1]] = each
    unlike = []
    for file, each in found.items():
        for key, own, other in differences(each, theirs[file]):
            if (file, key) not in REPORTS_SAY:
                unlike.append(f"{each['authority']}, {each['published']}: {key} is {own or 'not given'} here, {other} there")
    print(f"{len(found)} of {len(ours)} inspections are in the table, which has {len(theirs)}; {len(unlike)} differ.")
    print("\n".join(unlike))

    last = {}
    for each in sorted(ours, key=lambda it: it["published_latest"] or it["on_site_latest"]):
        last[each["authority"]] = each
    monitored = [each for each in last.values() if each["opens_a_cycle"] == "true"]
    print(f"\n{len(monitored)} authorities are monitored:")
    for each in sorted(monitored, key=lambda it: it["authority"]):
        print(f"  {each['authority']}, since {each['published']}: {each['source']}")
    missing = sorted(set(theirs) - set(found))
    if missing:
        print(f"\n{len(missing)} of the table are not here: {missing}")
    return 1 if unlike or missing else 0


sys.exit(main())
