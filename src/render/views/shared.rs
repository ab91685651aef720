//! Links that many pages show, made once for all of them: to an engine a shared value is a pointer.

use tera::Value;

use super::parts::LinkView;
use crate::model::{Archive, AuthorityId, TopicId};

/// Links to every authority and topic, as templates see them.
pub(crate) struct Shared {
    authorities: Vec<Value>,
    topics: Vec<Value>,
}

impl Shared {
    /// The links of an archive.
    pub(crate) fn new(archive: &Archive) -> Self {
        let authorities = archive.authorities.iter().map(|it| LinkView::authority(it));
        let topics = archive.topics.iter().map(|it| LinkView::topic(it));
        Shared {
            authorities: authorities.map(|link| Value::from_serializable(&link)).collect(),
            topics: topics.map(|link| Value::from_serializable(&link)).collect(),
        }
    }

    /// A link to an authority.
    pub(in crate::render) fn authority(&self, id: AuthorityId) -> Value {
        self.authorities[id.0].clone()
    }

    /// A link to a topic.
    pub(in crate::render) fn topic(&self, id: TopicId) -> Value {
        self.topics[id.0].clone()
    }
}
