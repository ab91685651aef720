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

/// How long a process takes from its start to its exit. Nothing else looks at it meanwhile.
pub(super) fn timed(program: &mut Command) -> io::Result<Duration> {
    program.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let start = Instant::now();
    let status = program.status().map_err(|error| not_run(program, &error.to_string()))?;
    let took = start.elapsed();
    if status.success() { Ok(took) } else { Err(not_run(program, &status.to_string())) }
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
