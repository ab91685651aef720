//! Whether something can be written though a file is another than the page that it comes from has shown.

use super::act::Act;
use super::value_path::{items, path};
use crate::edit::{Step, Value};

/// Whether what an act is on is the same in both, so that it means in the one what it meant in the other.
pub(super) fn means_the_same(act: &Act, shown: &Value, now: &Value) -> bool {
    let is_same = |at: &[Step]| shown.get(at) == now.get(at);
    match act {
        Act::Write { path: text, .. } => {
            let at = path(text);
            // An item is known by all that it says: one in another place may be another.
            match at.iter().position(|step| matches!(step, Step::Index(_))) {
                Some(index) => {
                    let list = &at[..index];
                    items(shown, list).len() == items(now, list).len() && is_same(&at[..=index])
                }
                None => is_same(&at),
            }
        }
        Act::Add { list } | Act::Remove { list, .. } | Act::Move { list, .. } => {
            is_same(&path(list))
        }
        Act::Finding { .. } | Act::Claim { .. } => {
            is_same(&path("findings")) && is_same(&path("suggested"))
        }
        Act::Publish => is_same(&path("draft")),
        Act::Body { .. } | Act::File { .. } | Act::Undo => false,
    }
}
