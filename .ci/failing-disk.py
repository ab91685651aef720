"""Builds one site over another while strace lets the k-th call of a kind fail, or kills the build at it: for each kind,
each k and each error; and once more as on a file system that can neither exchange folders nor give second names."""

import collections
import concurrent.futures
import contextlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
FULL = os.environ.get("FULL") == "1"
ERRORS = ["ENOSPC", "EIO", "EACCES", "EMFILE"]
KILL = "SIGKILL"
# On the way to these a build is killed, too.
KILLED_AT = "write mkdirat linkat renameat renameat2 fsync syncfs unlinkat ftruncate flock".split()
# A simple file system can neither exchange folders nor give second names. What then goes otherwise is tried once more.
SIMPLE_CALLS = ["renameat2", "linkat"]
WAYS = {
    "usual": [],
    "simple": ["-e", "inject=renameat2:error=EINVAL", "-e", "inject=linkat:error=EPERM"],
}
OTHERWISE = "renameat fsync unlinkat utimensat".split()
CALLS = (
    "openat openat2 read write mkdirat linkat renameat renameat2 fsync syncfs unlink unlinkat rmdir ftruncate flock "
    "statx newfstatat fstat getdents64 lseek fcntl readlink utimensat fchmod chmod close"
).split()
# No file system refuses to close a folder, and Rust's library takes it for a mistake of its own: it panics. One error
# will do, as none is told from another.
PANICS = "close"
# What the removal of a folder is made of: where it fails, something stays, for the next build to remove.
REMOVING = "openat openat2 fcntl fstat newfstatat statx getdents64 unlink unlinkat rmdir".split()
# How many of each kind are tried in a short run.
FEW = 4
SECONDS = 60
# How often it is told how far it has come.
TOLD = 500
KEPT = {"public.lock", "public.made-of", "public.manifest", "public.note", "public.parsed"}

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
    # With its filter strace is faster, and sends no signals.
    filters = [] if any(KILL in option for option in options) else ["--seccomp-bpf"]
    strace = ["strace", "-f", "-qq", *filters, "-o", str(log), *options]
    return subprocess.run(strace + command("two", output), capture_output=True, text=True, timeout=SECONDS)


def fresh(name):
    """A folder with the old site, and its manifest beside it."""
    folder = work / name
    shutil.copytree(work / "start", folder)
    return folder


def count_calls(way):
    """How often each kind of call is made by any one thread: strace counts threads apart."""
    folder, log = fresh("count"), work / "count.log"
    traced(["-e", "trace=" + ",".join("?" + call for call in CALLS), *WAYS[way]], folder / "public", log)
    threads = collections.Counter(
        match.groups() for line in log.read_text().splitlines() if (match := re.match(r"(\d+) +(\w+)\(", line))
    )
    shutil.rmtree(folder)
    most = collections.Counter()
    for (_, call), times in threads.items():
        most[call] = max(most[call], times)
    return most, sum(threads.values())


def attempt(job):
    way, call, what, number = job
    folder = fresh("-".join(map(str, job)))
    log = folder.with_suffix(".log")
    how = f"signal={what}" if what == KILL else f"error={what}"
    traces = {call, *(SIMPLE_CALLS if way == "simple" else ())}
    inject = ["-e", "trace=" + ",".join(traces), *WAYS[way], "-e", f"inject={call}:{how}:when={number}"]
    problems = []
    ending, injected = "hung", 1
    try:
        run = traced(inject, folder / "public", log)
        lines = log.read_text().splitlines()
        failed = [line for line in lines if "(INJECTED" in line and f"{call}(" in line]
        injected = len(failed)
        unheard = any("write(2," in line for line in failed)
        public, workshop = folder / "public", folder / ".letterpress"
        site = tree(public) if public.exists() else None
        left = {path.name for path in workshop.iterdir()} - KEPT
        if run.returncode == -9 and what == KILL:
            ending = "killed"
            if site not in ([OLD, NEW, None] if way == "simple" else [OLD, NEW]):
                problems.append("the site is neither the old nor the new one")
        elif run.returncode == 0:
            ending = "done"
            if what == KILL:
                problems.append("it was not killed")
            if site != NEW:
                problems.append("it ended well, and the site is not the new one")
        elif run.returncode == 101 and call == PANICS and "closedir" in run.stderr:
            ending = "panicked"
            if site not in [OLD, NEW]:
                problems.append("the site is neither the old nor the new one")
        else:
            ending = "refused"
            if run.returncode == 127 and "error while loading shared libraries" in run.stderr:
                ending = "not started"
            elif run.returncode != 3:
                problems.append(f"it ended with {run.returncode}: {run.stderr[-600:]}")
            elif "help" not in run.stderr and not unheard:
                problems.append("nothing is said of what to do")
            if site != OLD:
                problems.append("the old site is not as it was")
        if left and ending not in ["killed", "panicked"] and call not in REMOVING:
            problems.append(f"it left {left}")
        build("two", public)
        if tree(public) != NEW or {path.name for path in workshop.iterdir()} != KEPT:
            problems.append("the next build does not put it right")
    except subprocess.TimeoutExpired:
        problems.append("it hangs")
    except subprocess.CalledProcessError as error:
        problems.append(f"the next build fails: {error.stderr.decode()[-600:]}")
    shutil.rmtree(folder)
    log.unlink(missing_ok=True)
    return job, ending, injected, problems


def flushed_in_order():
    """What was wrong with when things were on the disk: all of the new site before it takes the old one's place."""
    folder, log = fresh("order"), work / "order.log"
    traced(["-e", "trace=write,syncfs,fsync,renameat,renameat2"], folder / "public", log)
    shutil.rmtree(folder)
    lines = [line.split(" ", 1)[1].strip() for line in log.read_text().splitlines() if "(" in line]
    lines = [line for line in lines if not re.match(r"write\([12],", line)]
    calls = [line.split("(")[0] for line in lines]
    # The note comes last, sometimes more than once. Where it is lost, the next build makes the site again.
    while calls[-1:] == ["write"]:
        calls.pop()
    wanted = ["syncfs", "renameat", "fsync", "renameat2", "fsync", "renameat"]
    return [] if "write" in calls and calls[-6:] == wanted else [f"it ended in {calls[-8:]}, not in {wanted}"]


def opens(process, path):
    """Whether what strace runs has a file open."""
    for child in pathlib.Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split():
        # strace tries out what the system can with children of its own, which end meanwhile, as files are closed.
        with contextlib.suppress(OSError):
            for link in pathlib.Path(f"/proc/{child}/fd").iterdir():
                with contextlib.suppress(OSError):
                    if link.readlink() == path:
                        return True
    return False


def changed_while_read(words):
    """What was wrong with a page that was changed to these words when it had been read, but for its end."""
    folder, log = fresh("changed"), work / "changed.log"
    page = work / "changing/content/pages/new.md"
    shutil.copytree(work / "two", work / "changing")
    delayed = ["-P", str(page), "-e", "trace=openat,read", "-e", "inject=read:delay_enter=2s:when=2"]
    arguments = ["strace", "-f", "-qq", "-o", str(log), *delayed, *command("changing", folder / "public")]
    with subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while not opens(process, page) and process.poll() is None:
            time.sleep(0.01)
        time.sleep(0.5)
        with page.open("r+") as file:
            file.write(page.read_text().replace("New words.", words))
        code = process.wait(SECONDS)
    times = log.read_text().count("openat(")
    # Not there where nothing was built.
    built = tree(folder / "public").get("new/index.html", b"").decode()
    shutil.rmtree(folder)
    shutil.rmtree(work / "changing")
    if code == 0 and times == 2 and words in built and "New words." not in built:
        return []
    return [f"a page changed to {words!r} while it was read was read {times} times, with the code {code}"]


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

wrong = flushed_in_order() + changed_while_read("Own words.") + changed_while_read("Many other words.")
jobs = []
for way in WAYS:
    counts, total = count_calls(way)
    print(f"{way}: a build makes {total} file operations.")
    for call, times in counts.items():
        if way == "simple" and call not in OTHERWISE:
            continue
        numbers = range(1, times + 1)
        if not FULL:
            step = max(1, times // FEW)
            numbers = sorted({1, times, *range(step, times + 1, step)})
        what = ["EIO"] if call == PANICS else ERRORS + [KILL] if call in KILLED_AT else ERRORS
        jobs += [(way, call, error, number) for number in numbers for error in what]

print(f"{len(jobs)} builds follow, in each of which some fail.", flush=True)
table = collections.defaultdict(collections.Counter)
begin = time.monotonic()
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    for count, (job, ending, injected, problems) in enumerate(pool.map(attempt, jobs), 1):
        way, call, what, number = job
        row = table[f"{way}: {call}"]
        row[what] += 1
        row[ending] += 1
        row["operations"] += injected
        for problem in problems:
            row["wrong"] += 1
            wrong.append(f"{way}: {call} {number}, {what}: {problem}")
        if count % TOLD == 0:
            print(f"{count} of {len(jobs)} after {time.monotonic() - begin:.0f} s, {len(wrong)} wrong.", flush=True)

COLUMNS = [*ERRORS, KILL, "operations", "not started", "refused", "killed", "done", "panicked", "wrong"]
table["all"] = sum(table.values(), collections.Counter())
print(f"{'call':<22}" + "".join(f"{column:>12}" for column in COLUMNS))
for name, row in table.items():
    print(f"{name:<22}" + "".join(f"{row[column]:>12}" for column in COLUMNS))
print("'operations' are those that failed. 'refused' builds ended with 3 and the old site, 'done' ones with 0 and the new")
print("site, 'killed' ones with either; 'simple' ones, killed between two renames, with none until the next build.")
print("'panicked' ones ended with 101 and either, as Rust's library does where a folder cannot be closed.")
print("\n".join(wrong))
shutil.rmtree(work)
sys.exit(1 if wrong else 0)
