//! The files of the content, each parsed and looked at by itself.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::check;
use crate::diagnostics::Diagnostic;
use crate::parse::{self, ParseContext, Parsed};
use crate::read::{Source, Sources};

/// What a file of the content came to.
pub(super) enum ContentPart {
    Text(Parsed),
    Asset(Arc<[u8]>),
    Problem(Diagnostic),
}

/// Parses every text, and looks at each by itself.
pub(super) fn parsed(sources: Sources, context: ParseContext<'_>) -> BTreeMap<String, ContentPart> {
    let file = |source: Source| match source {
        Source::Asset(bytes) => ContentPart::Asset(bytes),
        Source::Problem(problem) => ContentPart::Problem(problem),
        Source::Text(text) => {
            let mut parsed = parse::file(&text, context);
            if let Some(item) = &parsed.item {
                let problems = check::check_file(item, &parsed.problems);
                parsed.problems.extend(problems);
            }
            ContentPart::Text(parsed)
        }
    };
    let sources: Vec<(String, Source)> = sources.into_iter().collect();
    sources.into_par_iter().map(|(path, source)| (path, file(source))).collect()
}
