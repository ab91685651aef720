"""Runs the fuzz targets, as many at a time as there are cores, and prints what each came to."""

import glob
import json
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).parent.parent
# A text may take a second of a core. Here it has a minute, as others may have the core for most of the time; then
# those that were slow are looked at again.
LIMITS = ["-timeout=60", "-rss_limit_mb=1024", "-max_len=4096", "-report_slow_units=1"]


def seeds(entry_point):
    """Texts of the repository that mean something at an entry point."""
    texts = json.loads((HERE / "tests/fuzz/seeds.json").read_text()).get(entry_point, [])
    if entry_point in ("front_matter", "markdown"):
        files = glob.glob("tests/letters/*.md", root_dir=HERE) + glob.glob("content/**/*.md", root_dir=HERE, recursive=True)
    elif entry_point in ("site_toml", "theme_toml", "vocabulary", "messages"):
        files = glob.glob("tests/letters/*.toml", root_dir=HERE) + glob.glob("themes/*/theme.toml", root_dir=HERE)
    else:
        files = []
    texts += [(HERE / file).read_text(errors="replace") for file in files]
    if entry_point in ("markdown", "writers", "paths"):
        texts += json.loads((HERE / "tests/hostile/payloads.json").read_text())
    return texts


def fuzz(target, entry_point, seconds, scratch):
    """Gives an entry point texts for so long, and tells what came of it."""
    kept = [target / name / entry_point for name in ("corpus", "seeds", "found")]
    corpus, seeded, found = kept
    for folder in kept:
        folder.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(seeds(entry_point)):
        (seeded / str(number)).write_text(text)
    before = set(found.iterdir())
    program = next(target.glob(f"*/release/{entry_point}"))
    command = [program, corpus, seeded, *LIMITS, f"-max_total_time={seconds}"]
    command += [f"-dict={HERE}/tests/fuzz/words.dict", f"-artifact_prefix={found}/", "-print_final_stats=1"]
    # One thread, so that the same text always takes the same way.
    environment = {**os.environ, "TMPDIR": str(scratch), "RAYON_NUM_THREADS": "1"}
    run = subprocess.run(command, env=environment, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL)
    (target / f"{entry_point}.log").write_bytes(run.stderr)
    log = run.stderr.decode(errors="replace")

    def last(pattern, otherwise):
        return (re.findall(pattern, log) or [otherwise])[-1]

    begun = re.search(r"INITED cov: (\d+)", log)
    covered = int(last(r" cov: (\d+)", 0))
    new = sorted(path for path in found.iterdir() if path not in before)
    slow = [path for path in new if path.name.startswith(("slow-unit", "timeout"))]
    seconds_of = {path: seconds_alone([program, path], environment) for path in slow}
    slowest = max(seconds_of.values(), default=0)
    return {
        "entry_point": entry_point,
        "texts": int(last(r"number_of_executed_units:\s+(\d+)", 0)),
        "code": covered,
        "new": covered - int(begun[1]) if begun else 0,
        "failures": [path for path in new if seconds_of.get(path, 2) > 1],
        "slowest": f"{slowest:.1f} s" if slowest > 1 else "< 1 s",
        "memory": int(last(r"peak_rss_mb:\s+(\d+)", 0)),
        "is_whole": run.returncode == 0 and slowest <= 1,
        "log": log,
    }


def seconds_alone(command, environment):
    """How long a core is at work: a text can seem slow where others have the core for some of the time."""
    run = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    used = os.wait4(run.pid, 0)[2]
    return used.ru_utime + used.ru_stime


def main():
    target, *rest = sys.argv[1:]
    target = Path(target)
    seconds = int(rest[0]) if rest else 60
    entry_points = rest[1:] or sorted(path.stem for path in (HERE / "tests/fuzz/targets").iterdir())
    together = min(os.cpu_count() or 1, len(entry_points))
    each = max(1, seconds * together // len(entry_points))
    # What the texts are written to need not outlive the machine.
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=memory) as scratch, ThreadPoolExecutor(together) as pool:
        results = list(pool.map(lambda entry_point: fuzz(target, entry_point, each, scratch), entry_points))

    print(f"{'entry_point':<14}{'texts':>12}{'coverage':>10}{'new':>8}{'crashes':>9}{'slowest':>9}{'memory':>9}")
    for it in results:
        row = f"{it['entry_point']:<14}{it['texts']:>12,}{it['code']:>10,}{it['new']:>8,}{len(it['failures']):>9}"
        print(f"{row}{it['slowest']:>9}{it['memory']:>6} MB")
    print(f"{'all':<14}{sum(it['texts'] for it in results):>12,}")
    for it in results:
        if not it["is_whole"]:
            print(f"\n{it['entry_point']}: {', '.join(str(path) for path in it['failures'])}")
            lines = it["log"].splitlines()
            told = next((number for number, line in enumerate(lines) if "panicked at" in line), max(0, len(lines) - 20))
            print("\n".join(lines[told : told + 20]))
    return 0 if all(it["is_whole"] for it in results) else 1


sys.exit(main())
