//! Rendering a theme's own templates in processes of their own, which are ended when they take too much.

mod process;
mod server;
mod watchdog;

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use letterpress::render::{Excess, HostError, TemplateHost, TemplateSet};
use xxhash_rust::xxh3::xxh3_128;

use process::TemplateProcess;
pub(crate) use server::serve;

/// Processes that render templates, as many as are asked for at once.
#[derive(Default)]
pub(super) struct TemplateProcesses {
    idle: Mutex<Vec<TemplateProcess>>,
    /// Jobs that took too much, by the fingerprints of their templates and of what they were made from. The same
    /// would again: a browser that asks for a page once more need not wait once more.
    excesses: Mutex<BTreeMap<(u128, u128), Excess>>,
}

impl TemplateHost for TemplateProcesses {
    fn answer(&self, templates: &TemplateSet, job: &[u8]) -> Result<Vec<u8>, HostError> {
        let key = (templates.fingerprint(), xxh3_128(job));
        if let Some(excess) = lock(&self.excesses).get(&key) {
            return Err(HostError::Excess(*excess));
        }
        let mut process = self.process(templates)?;
        let answer = process.answer(job);
        match &answer {
            Ok(_) => lock(&self.idle).push(process),
            Err(HostError::Excess(excess)) => {
                let mut excesses = lock(&self.excesses);
                // Those of templates that were changed since are not asked for again.
                excesses.retain(|(of, _), _| *of == key.0);
                excesses.insert(key, *excess);
            }
            Err(HostError::Machine(_)) => {}
        }
        answer
    }
}

impl TemplateProcesses {
    /// A process that waits for jobs on these templates. Those that wait for jobs on others are ended.
    fn process(&self, templates: &TemplateSet) -> Result<TemplateProcess, HostError> {
        let mut idle = lock(&self.idle);
        let is_of_others = |it: &TemplateProcess| it.templates() != templates.fingerprint();
        let of_others: Vec<TemplateProcess> = idle.extract_if(.., |it| is_of_others(it)).collect();
        let own = idle.pop();
        // To wait for the end of processes, or for a new one, holds up nobody else.
        drop(idle);
        drop(of_others);
        own.map_or_else(|| TemplateProcess::start(templates).map_err(HostError::Machine), Ok)
    }
}

fn lock<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}
