//! What letters are about: authorities, inspections, visits, findings. Typed, whole, and without serde.

mod archive;
mod argument;
mod authority;
mod closed_set;
pub mod council_name;
mod date;
pub mod england;
mod english;
mod excerpt;
mod file_name;
mod finding;
mod flat_text;
mod language;
mod letter;
mod measure;
mod message;
mod message_form;
mod messages;
mod narrow;
mod numbers;
mod ordinal;
mod page;
mod prose;
mod regulator;
pub(crate) mod rules;
mod settings;
mod slug;
mod theme;
mod topic;
mod vocabulary;

pub use archive::{Archive, AuthorityId, FindingId, Item, LetterId, PageId, TopicId};
pub(crate) use archive::{ItemRef, MarkdownText};
pub use argument::Argument;
pub use authority::{Authority, Delivery, Event, Inspection, KnownVisit, OverallJudgement};
pub use closed_set::ClosedSet;
pub use date::{Date, DateError, DatePart, DateWords, MonthNames};
pub use english::{english, english_months};
pub use excerpt::Excerpt;
pub(crate) use file_name::{SAFE_ENDINGS, is_plain_path, is_safe_file, plain_path};
pub use finding::{Finding, FindingAnchors, FindingLink, FollowedFinding, MissingRun, Quotation};
pub use flat_text::FlatText;
pub use language::Language;
pub use letter::{Inspector, Letter, LetterText, Progress, PublicCopy, Quote};
pub use measure::{Better, Measure, MeasurePoint, Unit};
pub use message::Message;
pub(crate) use message_form::{each_inline, variables};
pub use messages::{MessageError, Messages};
pub(crate) use narrow::{to_u8, to_u32};
pub use numbers::NumberMarks;
pub(crate) use ordinal::ordinal;
pub use page::Page;
pub use prose::{Heading, HeadingAnchors, Link, LinkKind, Prose};
pub use regulator::{Licence, LicenceSentence, Regulator};
pub use settings::{ChosenOption, NamedFolder, Settings};
pub use slug::Slug;
pub(crate) use slug::is_device;
pub use theme::{OptionValue, Theme, ThemeAsset, ThemeLayer};
pub use topic::Topic;
pub use vocabulary::{
    Colour, Counted, Framework, FrameworkId, Grade, GradeId, JudgementArea, JudgementAreaId,
    KnownAuthorities, LetterKind, LetterKindId, LevelId, Mark, NationalFrameworkId, Palette,
    Polarity, PolarityId, RegionId, Term, TermId, TermList, TopicGroupId, Vocabulary,
};
