"""Rewrites front matter by libraries for YAML, and compares sites: see `.ci/rewriters`.

rewrite PROGRAM CONTENT
compare PROGRAM FOLDER
"""

import io
import re
import sys
from pathlib import Path

REFLOW = ("prettier-reflow", "mdformat-reflow", "dprint-reflow")


def on_one_line(text):
    return re.sub(r"(\s|\\n)+", " ", text)


def without_escapes(text):
    return re.sub(r"(\d)\\{1,2}([.)])", r"\1\2", text)


# What a program may change: which, in which files, how the difference is taken out of both before they are compared, and why.
ALLOWED = [
    (REFLOW, r".*\.(html|md|xml|json)", on_one_line,
     "they were asked to wrap texts at 80 columns; where a line ends is a space to every reader."),
    (("mdformat-reflow",), r".*\.(md|json)", without_escapes,
     "a number that came to begin a line is escaped, so that it begins no list: `2020\\.`. Pages in Markdown and JSON have "
     "texts as they are written."),
]


def rewritten(program, text):
    if program == "ruamel":
        from ruamel.yaml import YAML

        out = io.StringIO()
        yaml = YAML()
        yaml.dump(yaml.load(text), out)
        return out.getvalue()
    import yaml

    return yaml.safe_dump(yaml.safe_load(text), allow_unicode=True, sort_keys=program == "pyyaml-sorted")


def rewrite(program, content):
    for path in sorted(content.rglob("*.md")):
        text = path.read_bytes().decode()
        facts, body = re.fullmatch(r"---\n(.*?\n)---\n(.*)", text, re.DOTALL).groups()
        path.write_bytes(f"---\n{rewritten(program, facts)}---\n{body}".encode())


def files(site):
    return {str(path.relative_to(site)): path for path in sorted(site.rglob("*")) if path.is_file()}


def compare(program, folder):
    texts = folder / "original/content"
    rewritten = [path for path in texts.rglob("*.md")
                 if path.read_bytes() != (folder / "copy/content" / path.relative_to(texts)).read_bytes()]
    if not rewritten:
        sys.exit(f"{program}: nothing was rewritten.")
    original, site = files(folder / "original-site"), files(folder / "site")
    changed = [name for name in original.keys() | site.keys()
               if name not in original or name not in site
               or original[name].read_bytes() != site[name].read_bytes()]
    used = []
    left = []
    for name in sorted(changed):
        if name not in original or name not in site:
            left.append(name)
            continue
        one, other = original[name].read_text(), site[name].read_text()
        for programs, where, without, reason in ALLOWED:
            if program in programs and re.fullmatch(where, name):
                changed_by = (without(one), without(other))
                if changed_by != (one, other) and reason not in used:
                    used.append(reason)
                one, other = changed_by
        if one != other:
            left.append(name)
    for name in left[:20]:
        print(f"{program}: {name} is another.", file=sys.stderr)
    if left:
        print(f"{program}: {len(left)} of {len(original)} files are others.", file=sys.stderr)
        sys.exit(1)
    same = len(original) - len(changed)
    print(f"{program}: rewritten: {len(rewritten)}; {same} of {len(original)} files of the site are the same, byte for byte.")
    for reason in used:
        print(f"  The others but for this: {reason}")


command, program, folder = sys.argv[1:]
{"rewrite": rewrite, "compare": compare}[command](program, Path(folder))
