"""Gathers the dates that built sites publish as EDTF, with the days beside them, and reads them with edtf for Python."""

import csv
import json
import sys
from pathlib import Path

from edtf import parse_edtf

dates = set()


def gather(value):
    """Dates in the JSON of an authority, which has for each date what the table has for it."""
    if isinstance(value, list):
        for item in value:
            gather(item)
    elif isinstance(value, dict):
        for key in {"date", "dated", "on_site", "published", "from", "to"} & set(value):
            if value[key] is not None:
                dates.add((value[key], value.get(f"{key}_earliest"), value.get(f"{key}_latest")))
        for item in value.values():
            gather(item)


for site in map(Path, sys.argv[2:]):
    package = json.loads((site / "data/datapackage.json").read_text(encoding="utf-8"))
    for table in package["resources"]:
        columns = [field["name"] for field in table["schema"]["fields"] if "EDTF" in field["description"]]
        with open(site / "data" / table["path"], encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                for name in columns:
                    if row[name]:
                        dates.add((row[name], row.get(f"{name}_earliest"), row.get(f"{name}_latest")))
    for path in (site / "data/authorities").glob("*.json"):
        gather(json.loads(path.read_text(encoding="utf-8")))


def is_season(text):
    return len(text) == 7 and text[5:] > "12"


def day(time):
    return f"{time.tm_year}-{time.tm_mon:02}-{time.tm_mday:02}"


for text, earliest, latest in dates:
    read = parse_edtf(text)
    # A winter is one December to this reader.
    if earliest is not None and not is_season(text):
        days = day(read.lower_strict()), day(read.upper_strict())
        assert days == (earliest, latest), f"{text} is {days}, not {earliest} to {latest}"

assert any(text.startswith("{") for text, _, _ in dates) and any(is_season(text) for text, _, _ in dates)
Path(sys.argv[1]).write_text(json.dumps(sorted(dates, key=str)), encoding="utf-8")
print(f"{len(dates)} dates are EDTF to edtf for Python, and the same days.")
