//! Rendering within the limits: a template that writes too much, or for too long, is stopped.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use tera::{Context, Tera};

use super::engine;
use super::fault::Fault;
use super::limits::{Excess, LARGEST_PAGE};
use crate::model::Theme;

/// In bytes: as much as most pages have, so that few are moved while they grow.
const MOSTLY: usize = 32_768;

/// How many more texts are listened to once a template is to stop: they tell where it is, which the engine does not.
const LAST_TEXTS: usize = 32;

/// Lets whoever waits for a page stop the making of it. A template is stopped at the next text that it writes.
#[derive(Debug, Default)]
pub struct Stop(AtomicBool);

impl Stop {
    /// Stops the page: it has taken too long.
    pub fn stop(&self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// What a template writes, up to a limit.
struct Bounded<'a> {
    bytes: Vec<u8>,
    stop: &'a Stop,
    excess: Option<Excess>,
    last_texts: Vec<String>,
}

/// What a template makes of a context; or what is wrong with it.
pub(super) fn render(
    tera: &Tera,
    theme: &Theme,
    template: &str,
    context: &Context,
    stop: &Stop,
) -> Result<Vec<u8>, Fault> {
    let bytes = Vec::with_capacity(MOSTLY);
    let mut page = Bounded { bytes, stop, excess: None, last_texts: Vec::new() };
    let rendered = tera.render_to(template, context, &mut page);
    if let Some(excess) = page.excess {
        return Err(Fault::Excess {
            place: engine::place_of_last(theme, template, &page.last_texts),
            excess,
        });
    }
    rendered.map_err(|error| engine::mistake(theme, &error))?;
    Ok(page.bytes)
}

impl Write for Bounded<'_> {
    fn write(&mut self, more: &[u8]) -> io::Result<usize> {
        if self.excess.is_some() {
            self.last_texts.push(String::from_utf8_lossy(more).into_owned());
            if self.last_texts.len() >= LAST_TEXTS {
                return Err(io::ErrorKind::FileTooLarge.into());
            }
            return Ok(more.len());
        }
        self.bytes.extend_from_slice(more);
        if self.bytes.len() > LARGEST_PAGE {
            self.excess = Some(Excess::Bytes);
        } else if self.stop.0.load(Ordering::Relaxed) {
            self.excess = Some(Excess::Time);
        }
        Ok(more.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
