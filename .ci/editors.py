"""Saves a letter by Vim and Emacs while `serve` shows the folder's site, and asks for its page meanwhile."""

import http.client
import re
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

SAVES = 5
# Longer than `--poll` takes, on a machine that does much else.
PATIENCE = 20
LETTER = "content/authorities/sunderland/2026-02-27-focused.md"
PAGE = "authorities/sunderland/2026-02-27-focused/"

folder, arguments = Path(sys.argv[1]), sys.argv[2:]
letter = folder / LETTER


def text(words):
    return (
        "---\nkind: focused-visit\non_site: 2026-02-03/2026-02-04\ndated: 2026-02-27\n"
        f"source: https://letters.example/load.pdf\n---\nWords of the letter: {words}.\n"
    )


def vim(*settings):
    """Vim takes the new text from the file beside the site, and writes it to the letter."""
    def save(new):
        # By itself it keeps no backups in temporary folders, such as this one.
        sets = [part for setting in ("backupskip=", *settings) for part in ("-c", f"set {setting}")]
        run("vim", "-N", "-u", "NONE", "-i", "NONE", "-es", *sets,
            "-c", "%delete _", "-c", f"0read {new}", "-c", "$global/^$/delete _", "-c", "write", "-c", "quit!", str(letter))
    return save


def emacs(*settings):
    """Emacs puts the new text into the letter's buffer, saves it beside the letter by itself, and then into it."""
    def save(new):
        run("emacs", "--batch", "-Q", "--eval", f"""
          (progn
            ; By itself it keeps no backups in temporary folders, such as this one.
            (setq backup-enable-predicate (lambda (name) t) create-lockfiles t {' '.join(settings)})
            (find-file "{letter}")
            (auto-save-mode 1)
            (erase-buffer)
            (insert-file-contents "{new}")
            (do-auto-save)
            (sleep-for 0.1)
            (save-buffer)
            (kill-emacs))""")
    return save


WAYS = {
    "Vim": vim("writebackup"),
    "Vim, backup": vim("backup"),
    "Vim, backup, backupcopy=yes": vim("backup", "backupcopy=yes"),
    "Vim, backup, backupcopy=no": vim("backup", "backupcopy=no"),
    "Vim, nowritebackup": vim("nobackup", "nowritebackup"),
    "Emacs": emacs(),
    "Emacs, backup-by-copying": emacs("backup-by-copying t"),
    "Emacs, numbered backups": emacs("version-control t", "delete-old-versions t"),
    "Emacs, file-precious-flag": emacs("file-precious-flag t"),
}


def run(*command):
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


class Reader(threading.Thread):
    """Asks for the page all the time, and counts how often it is not there or not whole."""

    def __init__(self, address):
        super().__init__(daemon=True)
        self.address, self.asked, self.lost, self.page = address, 0, [], ""

    def run(self):
        while True:
            self.asked += 1
            try:
                with urllib.request.urlopen(self.address) as answer:
                    page = answer.read().decode()
                if "Words of the letter: " in page:
                    self.page = page
                else:
                    self.lost.append("a page without the text")
            except urllib.error.HTTPError as error:
                self.lost.append(str(error))
            except (urllib.error.URLError, http.client.HTTPException):
                # It has ended.
                return
            time.sleep(0.005)


letter.write_text(text("first"))
serve = subprocess.Popen(
    ["cargo", "run", "--quiet", "--locked", "--", "serve", "--root", str(folder), "--port", "0", *arguments],
    stderr=subprocess.PIPE, text=True,
)
told = []
for line in serve.stderr:
    told.append(line)
    if ready := re.match(r"Ready in .*: (http:\S+)$", line):
        break
else:
    sys.exit("".join(told))
# What it says later is of no interest, but has to go somewhere.
threading.Thread(target=serve.stderr.read, daemon=True).start()

frozen = 0
reader = Reader(ready[1] + PAGE)
try:
    reader.start()
    for name, save in WAYS.items():
        slowest = 0.0
        for number in range(SAVES):
            words = f"{name} {number}"
            new = folder.parent / "new.md"
            new.write_text(text(words))
            save(new)
            start = time.monotonic()
            while words not in reader.page and time.monotonic() < start + PATIENCE:
                time.sleep(0.005)
            frozen += words not in reader.page
            assert letter.read_text() == text(words), f"{name} has not saved"
            slowest = max(slowest, time.monotonic() - start)
        left = sorted(path.name for path in letter.parent.iterdir() if "2026-02-27" in path.name and path != letter)
        print(f"{name:28} {SAVES} saves, each shown within {slowest:.2f} s; beside the letter: {', '.join(left) or 'nothing'}")
        for name in left:
            (letter.parent / name).unlink()
finally:
    serve.terminate()
    serve.wait()
print(f"{frozen} frozen, {len(reader.lost)} of {reader.asked} pages lost {reader.lost[:3] or ''}")
sys.exit(bool(frozen or reader.lost))
