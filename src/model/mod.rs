//! What letters are about: authorities, inspections, visits, findings. Typed, whole, and without serde.

mod archive;
mod authority;
mod date;
pub mod england;
mod excerpt;
mod file_name;
mod letter;
mod measure;
mod narrow;
mod page;
mod prose;
mod regulator;
mod settings;
mod slug;
mod theme;
mod topic;
mod vocabulary;

pub use archive::{Archive, AuthorityId, FindingId, Item, LetterId, PageId, TopicId};
pub(crate) use archive::{ItemRef, MarkdownText};
pub use authority::{
    Authority, Delivery, Event, Framework, Grade, Inspection, JudgementArea, KnownVisit, Region,
};
pub(crate) use date::MONTHS;
pub use date::{Date, DateError, DatePart};
pub use excerpt::Excerpt;
pub(crate) use file_name::{SAFE_ENDINGS, is_plain_path, is_safe_file};
pub use letter::{
    Finding, FindingAnchors, FindingLink, Inspector, Letter, LetterKind, Level, Polarity, Progress,
    Quote,
};
pub use measure::{Better, Measure, MeasurePoint, Unit};
pub(crate) use narrow::to_u32;
pub use page::Page;
pub use prose::{Heading, HeadingAnchors, Link, LinkKind, Prose};
pub use regulator::{Licence, LicenceSentence, Noun, Regulator};
pub use settings::{ChosenOption, Settings};
pub use slug::Slug;
pub(crate) use slug::is_device;
pub use theme::{OptionValue, Theme, ThemeAsset, ThemeLayer};
pub use topic::{Topic, TopicGroup};
pub(crate) use vocabulary::RULES;
pub use vocabulary::Vocabulary;
