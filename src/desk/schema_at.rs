//! The schema of one value of front matter.

use serde_json::Value as Schema;

use crate::parse::{FrontMatter, front_matter_schema};

/// That of the value at this path; `None` where no file of the kind has one.
pub(super) fn schema_at(kind: FrontMatter, path: &str) -> Option<&'static Schema> {
    path.split('.').try_fold(front_matter_schema(kind), |schema, part| {
        let below = match part.parse::<usize>() {
            Ok(_) => &schema["items"],
            Err(_) => &schema["properties"][part],
        };
        Some(below).filter(|schema| schema.is_object())
    })
}
