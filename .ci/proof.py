"""Holds this repository's letters against their texts (see .ci/proof).

No mistake may be told of the content as it is, each letter must have its text, and each finding short words of it. Then a word
of ten findings' `words` is changed, a number of ten findings, ten quotations are shortened inside, and a sentence of the letter
is put below ten summaries, all drawn by a seed: 40 problems at these 40 places must be told."""

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
MOST_IN_A_ROW = 12
LONG_SENTENCE = range(12, 26)
EACH = 10
SEED = 23


def program(*words):
    target = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    return subprocess.run([target / "debug/letterpress", *map(str, words)], capture_output=True, text=True)


def told(site):
    run = program("check", "--strict", "--root", site, "--format", "json")
    return run, [json.loads(line) for line in run.stdout.splitlines()]


def site_with(texts, folder):
    shutil.copytree(ROOT / "content", folder / "content", ignore=shutil.ignore_patterns("*.txt"))
    settings = (ROOT / "site.toml").read_text()
    (folder / "site.toml").write_text(settings + ("" if "[letters]" in settings else "\n[letters]\n"))
    settings = (folder / "site.toml").read_text()
    named = settings.replace("[letters]\n", f'[letters]\ntexts = "{os.path.relpath(texts, folder)}"\n', 1)
    (folder / "site.toml").write_text(named)


def proven():
    """Each finding of the content has the letter's words, short enough to find the passage by and no more; few are mixed."""
    findings = [
        (path, finding)
        for path in sorted((ROOT / "content/authorities").glob("*/2*.md"))
        for finding in yaml.safe_load(path.read_text().split("---\n", 2)[1]).get("findings") or []
    ]
    for path, finding in findings:
        words = finding.get("words") or []
        parts = [part for it in ([words] if isinstance(words, str) else words) for part in it.split("…")]
        longest = max((len(part.split()) for part in parts), default=0)
        if not 0 < longest <= MOST_IN_A_ROW:
            sys.exit(f"{path.relative_to(ROOT)}: {finding.get('id')}: {longest} words of the letter in a row")
    mixed = sum(finding["polarity"] == "mixed" for _, finding in findings)
    if mixed * 10 >= len(findings):
        sys.exit(f"{mixed} of {len(findings)} findings are mixed")
    print(f"{len(findings)} findings have short words of their letters; {mixed} are mixed.")


def lines_with(paths, key, test):
    """Each line of findings that has this key and passes the test: its file, its index and its text."""
    for path in paths:
        for index, line in enumerate(path.read_text().split("\n")):
            if line.startswith(f"    {key}: ") and test(line):
                yield path, index, line


def change(line, kind, draw):
    key, value = line.split(": ", 1)
    if kind == "number":
        return key + ": " + re.sub(r"(?<![\w-])\d+", lambda it: str(int(it[0]) + 1), value, count=1)
    places = [it for it in re.finditer(r"(?<=[a-z] )[a-z]{4,}(?= [a-z])", value)]
    place = draw.choice(places)
    other = "" if kind == "shortened" else "otherwise "
    return key + ": " + value[: place.start()] + other + value[place.end() + 1 :]


def copy_sentence(letter, text, draw):
    """Writes a sentence of a letter below its summary, and gives the line."""
    sentences = re.split(r"(?<=[.])\s+(?=[A-Z])", re.sub(r"\s+", " ", text))
    found = [it for it in sentences if len(it.split()) in LONG_SENTENCE and re.fullmatch(r"[A-Z][a-z, ]+\.", it)]
    written = letter.read_text().rstrip("\n")
    letter.write_text(f"{written}\n\n> {draw.choice(found)}\n")
    return written.count("\n") + 3


def slips(site, texts):
    paths = sorted((site / "content/authorities").glob("*/2*.md"))
    draw = random.Random(SEED)
    inside = lambda line: re.search(r"[a-z] [a-z]{4,} [a-z]", line.split(": ", 1)[1]) and "[" not in line
    number = lambda line: re.search(r"(?<![\w-])\d+(?![\w-])", line.split(": ", 1)[1])
    taken, expected = set(), []
    for kind, key, test in [("word", "words", inside), ("shortened", "words", inside), ("number", "text", number)]:
        found = [it for it in lines_with(paths, key, test) if it[:2] not in taken]
        drawn = draw.sample(found, EACH)
        for path, index, line in drawn:
            taken.add((path, index))
            lines = path.read_text().split("\n")
            lines[index] = change(line, kind, draw)
            path.write_text("\n".join(lines))
            rule = "number-not-in-letter" if kind == "number" else "words-not-in-letter"
            expected.append((rule, str(path.relative_to(site)), index + 1))
    for letter in draw.sample(paths, EACH):
        text = (texts / letter.parent.name / f"{letter.stem}.txt").read_text()
        line = copy_sentence(letter, text, draw)
        expected.append(("copied-text", str(letter.relative_to(site)), line))
    return sorted(expected)


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--if-there", action="store_true")
    arguments.add_argument("folder", type=Path)
    arguments = arguments.parse_args()
    proven()
    if arguments.if_there and not arguments.folder.is_dir():
        print(f"There is no {arguments.folder}: nothing was held against letters.")
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        scratch = Path(scratch)
        texts, site = scratch / "texts", scratch / "site"
        subprocess.run([ROOT / ".ci/letter-texts", arguments.folder, texts], check=True)
        site_with(texts, site)
        run, problems = told(site)
        letters = sorted((site / "content/authorities").glob("*/2*.md"))
        held = re.search(r"Held (\d+) findings against the text of (\d+) letters", run.stderr)
        if problems or not held or int(held[2]) != len(letters):
            sys.exit(f"{run.stderr}\n{len(problems)} mistakes in {len(letters)} letters: {problems[:5]}")
        print(held[0] + ", without a mistake.")
        expected = slips(site, texts)
        _, problems = told(site)
        found = sorted((it["code"], os.path.relpath(it["file"], site) if os.path.isabs(it["file"]) else it["file"], it["line"]) for it in problems)
        found = sorted((code, file[file.index("content/") :], line) for code, file, line in found)
        if found != expected:
            sys.exit(f"Not told: {set(expected) - set(found)}\nTold besides: {set(found) - set(expected)}")
        print(f"{len(found)} changes made, {len(found)} problems told at their places.")
    return 0


sys.exit(main())
