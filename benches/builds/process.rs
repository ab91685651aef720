//! A process that is run to its end: how long it took, or how much memory it used.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// Between two looks at the memory.
const BETWEEN_LOOKS: Duration = Duration::from_millis(5);

/// The most memory that was used, in bytes, where the system says so.
pub(crate) type Peak = Option<u64>;

/// How long a process took from its start to its exit.
pub(super) struct Took {
    pub(super) whole: Duration,
    /// How long processors worked for it, where the system says so: what else runs on the machine matters less.
    pub(super) worked: Option<Duration>,
}

/// Times a process. Nothing else looks at it meanwhile.
pub(super) fn timed(program: &mut Command) -> io::Result<Took> {
    program.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let start = Instant::now();
    let mut child = program.spawn().map_err(|error| not_run(program, &error.to_string()))?;
    wait(&mut child)?;
    let whole = start.elapsed();
    let worked = worked(child.id());
    let status = child.wait()?;
    if status.success() {
        Ok(Took { whole, worked })
    } else {
        Err(not_run(program, &status.to_string()))
    }
}

/// Waits until a process has ended, and leaves what the system knows of it.
#[cfg(target_os = "linux")]
fn wait(child: &mut Child) -> io::Result<()> {
    use rustix::process::{Pid, WaitId, WaitIdOptions, waitid};
    let pid = WaitId::Pid(Pid::from_child(child));
    waitid(pid, WaitIdOptions::EXITED | WaitIdOptions::NOWAIT)?;
    Ok(())
}

/// Elsewhere nothing is known of it.
#[cfg(not(target_os = "linux"))]
fn wait(child: &mut Child) -> io::Result<()> {
    child.wait().map(drop)
}

/// Linux counts in hundredths of a second: the process itself, and the children that it has waited for.
fn worked(pid: u32) -> Option<Duration> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The second field is a name in brackets, which may hold anything; these are the 14th to the 17th.
    let (_, fields) = stat.rsplit_once(')')?;
    let fields = fields.split_whitespace().skip(11).take(4);
    let ticks: u64 = fields.map(|field| field.parse::<u64>().ok()).sum::<Option<u64>>()?;
    Some(Duration::from_millis(10 * ticks))
}

/// How much memory a process uses at most, together with all processes that it starts.
pub(crate) fn watched(program: &mut Command) -> io::Result<Peak> {
    let (_, peak) = said(program.stdout(Stdio::null()))?;
    Ok(peak)
}

/// The same, with what it said on its standard output, which must fit into a pipe.
pub(crate) fn said(program: &mut Command) -> io::Result<(String, Peak)> {
    program.stdin(Stdio::null()).stderr(Stdio::null());
    let mut child = program.spawn().map_err(|error| not_run(program, &error.to_string()))?;
    let mut peak = None;
    while child.try_wait()?.is_none() {
        peak = peak.max(memory(&child));
        thread::sleep(BETWEEN_LOOKS);
    }
    let output = child.wait_with_output()?;
    if !output.status.success() {
        return Err(not_run(program, &output.status.to_string()));
    }
    Ok((String::from_utf8_lossy(&output.stdout).into_owned(), peak))
}

fn not_run(program: &Command, why: &str) -> io::Error {
    io::Error::other(format!("{program:?}: {why}"))
}

/// What all processes of the tree hold now; or what its root held at most, where that is more.
fn memory(root: &Child) -> Peak {
    let mut pids = BTreeSet::from([root.id()]);
    let mut next = vec![root.id()];
    while let Some(pid) = next.pop() {
        next.extend(children(pid).into_iter().filter(|child| pids.insert(*child)));
    }
    let together = pids.iter().filter_map(|pid| in_status(*pid, "VmRSS:")).sum();
    in_status(root.id(), "VmHWM:").map(|most| most.max(together))
}

/// Linux lists them with the thread that started them.
fn children(pid: u32) -> Vec<u32> {
    let threads = fs::read_dir(format!("/proc/{pid}/task")).into_iter().flatten().flatten();
    let lists =
        threads.filter_map(|thread| fs::read_to_string(thread.path().join("children")).ok());
    lists
        .flat_map(|list| {
            list.split_whitespace().filter_map(|pid| pid.parse().ok()).collect::<Vec<_>>()
        })
        .collect()
}

/// A size that Linux tells of a process, in bytes.
fn in_status(pid: u32, key: &str) -> Peak {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(key))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024)
}
