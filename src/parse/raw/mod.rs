//! Front matter as an editor wrote it, before it means anything.
//!
//! Every key is optional to serde: what must be there is for the next step to say, in the sector's
//! words. A key that is not here is an error, with its place. The doc comments are written for
//! editors: they are the descriptions of the JSON Schema and the hints in browser editors.

mod authority;
mod letter;
mod page;
mod topic;
mod values;

pub(super) use authority::{RawAuthority, RawDelivery, RawEvent, RawInspection, RawVisit};
pub(super) use letter::{RawFinding, RawInspector, RawLetter, RawMeasure, RawProgress, RawQuote};
pub(super) use page::RawPage;
pub(super) use topic::RawTopic;
pub(super) use values::{OneOrMore, Pairs, RawDate};
