"""Builds one site over another while strace lets the k-th call of a kind fail, for each kind, each k, each error."""

import collections
import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
FULL = os.environ.get("FULL") == "1"
ERRORS = ["ENOSPC", "EIO", "EACCES", "EMFILE"]
# Not `close`: no file system refuses to close a folder, and Rust's library takes it for a mistake of its own.
CALLS = (
    "openat read write mkdir linkat link rename renameat2 fsync syncfs unlink unlinkat rmdir ftruncate flock "
    "statx newfstatat fstat getdents64 lseek fcntl readlink utimensat fchmod chmod"
).split()
# What the removal of a folder is made of: where it fails, something stays, for the next build to remove.
REMOVING = "openat fcntl fstat newfstatat statx getdents64 unlink unlinkat rmdir".split()
# How many of each kind are tried in a short run.
FEW = 4
SECONDS = 60
KEPT = {"public.lock", "public.manifest"}

repository = pathlib.Path(__file__).resolve().parent.parent
work = pathlib.Path(tempfile.mkdtemp(prefix="failing-disk-"))


def tree(folder):
    """Every file below a folder with what it holds, and every folder."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
    }


def command(site, output):
    return [PROGRAM, "build", "--jobs", "1", "--root", str(work / site), "--output", str(output)]


def build(site, output):
    subprocess.run(command(site, output), check=True, capture_output=True, timeout=SECONDS)


def traced(options, output, log):
    strace = ["strace", "-f", "-qq", "--seccomp-bpf", "-o", str(log), *options]
    return subprocess.run(strace + command("two", output), capture_output=True, text=True, timeout=SECONDS)


def fresh(name):
    """A folder with the old site, and its manifest beside it."""
    folder = work / name
    shutil.copytree(work / "start", folder)
    return folder


def count_calls():
    """How often each kind of call is made by any one thread: strace counts threads apart."""
    folder, log = fresh("count"), work / "count.log"
    traced(["-e", "trace=" + ",".join("?" + call for call in CALLS)], folder / "public", log)
    threads = collections.Counter(
        match.groups() for line in log.read_text().splitlines() if (match := re.match(r"(\d+) +(\w+)\(", line))
    )
    most = collections.Counter()
    for (_, call), times in threads.items():
        most[call] = max(most[call], times)
    return most, sum(threads.values())


def attempt(job):
    call, error, number = job
    folder = fresh(f"{call}-{error}-{number}")
    log = folder.with_suffix(".log")
    inject = ["-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={number}"]
    problems = []
    try:
        run = traced(inject, folder / "public", log)
        failed = [line for line in log.read_text().splitlines() if "(INJECTED)" in line]
        injected = len(failed)
        unheard = any("write(2," in line for line in failed)
        site, left = tree(folder / "public"), {path.name for path in (folder / ".letterpress").iterdir()} - KEPT
        if run.returncode == 0:
            ending = "done"
            if site != NEW:
                problems.append("it ended well, and the site is not the new one")
        elif run.returncode == 127 and "error while loading shared libraries" in run.stderr:
            ending = "not started"
        elif run.returncode == 3 or run.returncode == 1 and not injected:
            ending = "refused"
            if "help" not in run.stderr and not unheard:
                problems.append("nothing is said of what to do")
        else:
            ending = "refused"
            problems.append(f"it ended with {run.returncode}: {run.stderr[-600:]}")
        if run.returncode != 0 and site != OLD:
            problems.append("the old site is not as it was")
        if left and call not in REMOVING:
            problems.append(f"it left {left}")
        build("two", folder / "public")
        if tree(folder / "public") != NEW or {path.name for path in (folder / ".letterpress").iterdir()} != KEPT:
            problems.append("the next build does not put it right")
    except subprocess.TimeoutExpired:
        ending, injected = "hung", 1
        problems.append("it hangs")
    except subprocess.CalledProcessError as error:
        problems.append(f"the next build fails: {error.stderr.decode()[-600:]}")
    shutil.rmtree(folder)
    log.unlink(missing_ok=True)
    return job, ending, injected, problems


for site, words in [("one", "Old words."), ("two", "New words.")]:
    shutil.copytree(repository / "tests/letters/site", work / site)
    for name in ["about", "new" if site == "two" else "gone"]:
        page = work / site / f"content/pages/{name}.md"
        page.parent.mkdir(exist_ok=True)
        page.write_text(f"---\ntitle: {name}\n---\n{words}\n")
build("one", work / "start/public")
build("two", work / "whole/public")
OLD, NEW = tree(work / "start/public"), tree(work / "whole/public")
assert OLD != NEW

counts, total = count_calls()
jobs = []
for call, times in counts.items():
    numbers = range(1, times + 1)
    if not FULL:
        step = max(1, times // FEW)
        numbers = sorted({1, times, *range(step, times + 1, step)})
    jobs += [(call, error, number) for number in numbers for error in ERRORS]

print(f"A build makes {total} file operations. {len(jobs)} builds follow, in each of which some fail.", flush=True)
table = collections.defaultdict(collections.Counter)
wrong = []
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    for (call, error, number), ending, injected, problems in pool.map(attempt, jobs):
        table[call][error] += 1
        table[call][ending] += 1
        table[call]["failed"] += injected
        for problem in problems:
            table[call]["wrong"] += 1
            wrong.append(f"{call} {number} fails with {error}: {problem}")

COLUMNS = [*ERRORS, "failed", "not started", "refused", "done", "wrong"]
table["all"] = sum(table.values(), collections.Counter())
print(f"{'call':<12}" + "".join(f"{column:>12}" for column in COLUMNS))
for call, row in table.items():
    print(f"{call:<12}" + "".join(f"{row[column]:>12}" for column in COLUMNS))
print("'failed' counts operations; 'refused' builds ended with 3 and the old site, 'done' ones with the new site.")
print("\n".join(wrong))
shutil.rmtree(work)
sys.exit(1 if wrong else 0)
