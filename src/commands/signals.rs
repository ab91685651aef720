//! Signals: a limit that is reached is told as an error, and a build that somebody ends leaves nothing behind.

use std::io;
#[cfg(unix)]
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

#[cfg(unix)]
use signal_hook::{
    consts::{SIGABRT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXFSZ},
    flag, low_level,
};

#[cfg(unix)]
use super::process::Process;

/// Those by which people and machines ask a program to end.
#[cfg(unix)]
const ENDING: [i32; 4] = [SIGHUP, SIGINT, SIGQUIT, SIGTERM];

/// Lets a run end with a word and a code where a signal would end it with neither.
#[cfg(unix)]
pub(crate) fn tame() {
    // Nothing of this fails for signals that a program may hear. Once somebody hears that a file may grow no further,
    // writing to it fails, as on a full disk.
    let _ = flag::register(SIGXFSZ, Arc::default());
    // By then it is said why: as a rule, that there is no more memory.
    let code = super::Outcome::Machine.code().into();
    let _ = flag::register_conditional_shutdown(SIGABRT, code, &ABORT_IS_A_CODE);
}

/// Whether a run that aborts ends with the code of [`super::Outcome::Machine`].
#[cfg(unix)]
static ABORT_IS_A_CODE: AtomicBool = AtomicBool::new(true);

/// Lets a run that aborts end by that signal, as whoever started it is to know how it ended.
pub(super) fn show_abort() {
    #[cfg(unix)]
    ABORT_IS_A_CODE.store(false, Ordering::SeqCst);
}

/// Elsewhere there are no such signals.
#[cfg(not(unix))]
pub(crate) fn tame() {}

/// Those that ask a program to end, but for what it was started not to hear, as by `nohup`. Where nobody tells, it hears
/// them all.
#[cfg(unix)]
pub(super) fn ending() -> impl Iterator<Item = i32> {
    let ignored = Process::This.ignored_signals().unwrap_or(0);
    ENDING.into_iter().filter(move |signal| ignored & (1 << (signal - 1)) == 0)
}

/// Whether one of them ends the program at once. It does not while something is there that would be left behind.
static ENDS_AT_ONCE: AtomicBool = AtomicBool::new(true);

/// The number of the one that came last; 0 before the first, and where the system has none.
static LAST: AtomicUsize = AtomicUsize::new(0);

/// Listens from now on for those that ask the program to end.
pub(super) fn listen() {
    #[cfg(unix)]
    for signal in ending() {
        let number = usize::try_from(signal).unwrap_or_default();
        let _ = flag::register_usize(signal, &LAST, number);
        let _ = flag::register_conditional_default(signal, &ENDS_AT_ONCE);
    }
}

/// Lets the program go on until what this gives is dropped, whoever asks it to end meanwhile.
pub(super) fn hold() -> HeldSignals {
    ENDS_AT_ONCE.store(false, Ordering::SeqCst);
    HeldSignals
}

/// Fails once somebody has asked the program to end: what is being made is for nobody.
pub(super) fn check() -> io::Result<()> {
    match LAST.load(Ordering::SeqCst) {
        0 => Ok(()),
        signal => Err(io::Error::other(format!("signal {signal} has ended this run"))),
    }
}

/// While this is there, the program goes on.
pub(super) struct HeldSignals;

impl Drop for HeldSignals {
    /// Ends the program by the very signal that came meanwhile, so that whoever started it sees which.
    fn drop(&mut self) {
        ENDS_AT_ONCE.store(true, Ordering::SeqCst);
        #[cfg(unix)]
        if let Ok(signal @ 1..) = i32::try_from(LAST.load(Ordering::SeqCst)) {
            let _ = low_level::emulate_default_handler(signal);
        }
    }
}
