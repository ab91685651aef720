//! What claims are about, by what their features weigh for each topic: learned from findings that people judged.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

/// What was learned. `.ci/import-weights` writes it.
static LEARNED: LazyLock<TopicWeights> =
    LazyLock::new(|| TopicWeights::new(include_str!("topic_weights.csv")));

/// What features weigh, in thousandths: above 0 for a topic, below 0 against it.
#[derive(Debug)]
pub struct TopicWeights {
    by_feature: HashMap<String, Vec<(String, i64)>>,
}

impl TopicWeights {
    /// Those of a table: below three lines that say what it is, each line has a feature, `;`, and topics with their weights.
    pub fn new(table: &str) -> Self {
        let weights = |topics: &str| {
            let topics = topics.split(", ").filter_map(|it| it.split_once(' '));
            topics
                .filter_map(|(topic, weight)| Some((topic.to_owned(), weight.parse().ok()?)))
                .collect()
        };
        let rows = table.lines().skip(3).filter_map(|line| line.split_once(';'));
        TopicWeights {
            by_feature: rows.map(|(name, topics)| (name.to_owned(), weights(topics))).collect(),
        }
    }

    /// Those that come with the program.
    pub(super) fn learned() -> &'static Self {
        &LEARNED
    }

    /// Every topic with the sum of what these features weigh, the highest first.
    pub fn ranked(&self, features: &[(String, u32)]) -> Vec<(&str, i64)> {
        let mut sums: BTreeMap<&str, i64> = BTreeMap::new();
        for (feature, value) in features {
            for (topic, weight) in self.by_feature.get(feature).into_iter().flatten() {
                *sums.entry(topic).or_default() += weight * i64::from(*value);
            }
        }
        let mut ranked: Vec<(&str, i64)> = sums.into_iter().collect();
        ranked.sort_by_key(|(_, sum)| Reverse(*sum));
        ranked
    }
}
