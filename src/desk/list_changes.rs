//! From one list of texts to another by as few steps as can be, so that what stays keeps its notes.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::value_path::item;
use crate::edit::{Change, Path, Value};

/// The steps, to be made one after the other.
pub(super) fn list_changes(list: &Path, old: &[Value], new: &[Value]) -> Vec<Change> {
    let texts =
        |values: &[Value]| values.iter().map(|value| format!("{value:?}")).collect::<Vec<_>>();
    let mut changes = Vec::new();
    // How far the items behind what was done have moved.
    let mut index = 0;
    for step in capture_diff_slices(Algorithm::Myers, &texts(old), &texts(new)) {
        let (removed, inserted) = match step {
            DiffOp::Equal { len, .. } => {
                index += len;
                continue;
            }
            DiffOp::Delete { old_len, .. } => (old_len, 0..0),
            DiffOp::Insert { new_index, new_len, .. } => (0, new_index..new_index + new_len),
            DiffOp::Replace { old_len, new_index, new_len, .. } => {
                (old_len, new_index..new_index + new_len)
            }
        };
        let set = removed.min(inserted.len());
        for (count, value) in new[inserted].iter().enumerate() {
            let value = value.clone();
            changes.push(if count < set {
                Change::Set { path: item(list, index), value }
            } else {
                Change::Insert { list: list.clone(), index, value }
            });
            index += 1;
        }
        let gone = (set..removed).map(|_| Change::Remove { path: item(list, index) });
        changes.extend(gone);
    }
    changes
}
