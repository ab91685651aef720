//! What the system says of a process, where it does: Linux, in `/proc`
//! (<https://man7.org/linux/man-pages/man5/proc_pid_status.5.html>).

use std::fs;

/// A process.
#[derive(Debug, Clone, Copy)]
pub(super) enum Process {
    This,
    /// The one of this number.
    Other(u32),
}

impl Process {
    /// The most memory that it has used so far, in bytes.
    pub(super) fn peak_memory(self) -> Option<u64> {
        let kilobytes: u64 = self.status("VmHWM:")?.strip_suffix("kB")?.trim().parse().ok()?;
        Some(kilobytes * 1024)
    }

    /// The signals that it does not hear, a bit each.
    #[cfg(unix)]
    pub(super) fn ignored_signals(self) -> Option<u64> {
        u64::from_str_radix(&self.status("SigIgn:")?, 16).ok()
    }

    fn status(self, name: &str) -> Option<String> {
        let path = match self {
            Process::This => "/proc/self/status".to_owned(),
            Process::Other(number) => format!("/proc/{number}/status"),
        };
        let status = fs::read_to_string(path).ok()?;
        let value = status.lines().find_map(|line| line.strip_prefix(name))?;
        Some(value.trim().to_owned())
    }
}
