//! Front matter as an editor wrote it, before it means anything.
//!
//! Every key is optional here: what must be there is for the next step to say, in the sector's words.
//! A key that is not here is an error, with its place.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a group of keys such as `name` and `region`")]
pub(super) struct RawAuthority {
    pub(super) name: Option<String>,
    pub(super) formal_name: Option<String>,
    pub(super) aliases: Option<Vec<String>>,
    pub(super) gss_code: Option<String>,
    pub(super) former_gss_codes: Option<Vec<String>>,
    pub(super) la_code: Option<String>,
    pub(super) region: Option<String>,
    pub(super) delivery: Option<Vec<RawDelivery>>,
    pub(super) predecessors: Option<Vec<String>>,
    pub(super) successors: Option<Vec<String>>,
    pub(super) inspections: Option<Vec<RawInspection>>,
    pub(super) visits: Option<Vec<RawVisit>>,
    pub(super) events: Option<Vec<RawEvent>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a group of the keys `name`, `from` and `to`")]
pub(super) struct RawDelivery {
    pub(super) name: Option<String>,
    pub(super) short_name: Option<String>,
    pub(super) from: Option<RawDate>,
    pub(super) to: Option<RawDate>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a group of keys such as `published` and `overall`")]
pub(super) struct RawInspection {
    pub(super) on_site: Option<RawDate>,
    pub(super) published: Option<RawDate>,
    pub(super) framework: Option<String>,
    pub(super) overall: Option<String>,
    pub(super) judgements: Option<Pairs<String>>,
    pub(super) source: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a group of keys such as `visit` and `on_site`")]
pub(super) struct RawVisit {
    pub(super) visit: Option<u32>,
    pub(super) on_site: Option<RawDate>,
    pub(super) published: Option<RawDate>,
    pub(super) areas: Option<Vec<String>>,
    pub(super) progress: Option<RawProgress>,
    pub(super) note: Option<String>,
    pub(super) source: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a group of the keys `date` and `text`")]
pub(super) struct RawEvent {
    pub(super) date: Option<RawDate>,
    pub(super) text: Option<String>,
    pub(super) letter: Option<String>,
    pub(super) source: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a group of keys such as `kind` and `dated`")]
pub(super) struct RawLetter {
    pub(super) kind: Option<String>,
    pub(super) visit: Option<u32>,
    pub(super) on_site: Option<RawDate>,
    pub(super) dated: Option<RawDate>,
    pub(super) published: Option<RawDate>,
    pub(super) source: Option<String>,
    pub(super) authorities: Option<Vec<String>>,
    pub(super) inspectors: Option<Vec<RawInspector>>,
    pub(super) areas: Option<Vec<String>>,
    pub(super) evidence: Option<Vec<String>>,
    pub(super) progress: Option<RawProgress>,
    pub(super) findings: Option<Vec<RawFinding>>,
    pub(super) measures: Option<Vec<RawMeasure>>,
    pub(super) quotes: Option<Vec<RawQuote>>,
    pub(super) draft: Option<bool>,
    pub(super) slug: Option<String>,
    pub(super) aliases: Option<Vec<String>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a group of the keys `name`, `role` and `lead`")]
pub(super) struct RawInspector {
    pub(super) name: Option<String>,
    pub(super) role: Option<String>,
    pub(super) lead: Option<bool>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a group of the keys `words` and `level`")]
pub(super) struct RawProgress {
    pub(super) words: Option<String>,
    pub(super) level: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a group of the keys `polarity`, `topics` and `text`")]
pub(super) struct RawFinding {
    pub(super) id: Option<String>,
    pub(super) polarity: Option<String>,
    pub(super) topics: Option<Vec<String>>,
    pub(super) text: Option<String>,
    pub(super) subject: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a group of keys such as `id`, `label` and `points`")]
pub(super) struct RawMeasure {
    pub(super) id: Option<String>,
    pub(super) label: Option<String>,
    pub(super) topic: Option<String>,
    pub(super) unit: Option<String>,
    pub(super) better: Option<String>,
    pub(super) points: Option<Pairs<f64>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a group of the keys `words` and `speaker`")]
pub(super) struct RawQuote {
    pub(super) words: Option<String>,
    pub(super) speaker: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a group of the keys `title`, `group` and `aliases`")]
pub(super) struct RawTopic {
    pub(super) title: Option<String>,
    pub(super) group: Option<String>,
    pub(super) aliases: Option<Vec<String>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a group of the keys `title`, `menu` and `aliases`")]
pub(super) struct RawPage {
    pub(super) title: Option<String>,
    pub(super) menu: Option<i64>,
    pub(super) slug: Option<String>,
    pub(super) aliases: Option<Vec<String>>,
}

/// A date as written: one text, or a list of them. A bare `2018` is a number to YAML.
#[derive(Debug)]
pub(super) enum RawDate {
    One(String),
    Several(Vec<String>),
}

impl<'de> Deserialize<'de> for RawDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct DateVisitor;

        impl<'de> Visitor<'de> for DateVisitor {
            type Value = RawDate;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a date such as 2018-02-15")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<RawDate, E> {
                Ok(RawDate::One(text.to_owned()))
            }

            fn visit_u64<E: Error>(self, year: u64) -> Result<RawDate, E> {
                Ok(RawDate::One(year.to_string()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<RawDate, A::Error> {
                let mut dates = Vec::new();
                while let Some(date) = items.next_element()? {
                    dates.push(date);
                }
                Ok(RawDate::Several(dates))
            }
        }

        deserializer.deserialize_any(DateVisitor)
    }
}

/// A map in the order written, whose keys are data: a date, a judgement area.
#[derive(Debug)]
pub(super) struct Pairs<V>(pub(super) Vec<(String, V)>);

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Pairs<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct PairsVisitor<V>(PhantomData<V>);

        impl<'de, V: Deserialize<'de>> Visitor<'de> for PairsVisitor<V> {
            type Value = Pairs<V>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("pairs of a name and a value, one a line")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Pairs<V>, A::Error> {
                let mut pairs: Vec<(String, V)> = Vec::new();
                while let Some((key, value)) = entries.next_entry::<String, V>()? {
                    if pairs.iter().any(|(known, _)| *known == key) {
                        return Err(A::Error::custom(format!("the key `{key}` stands here twice")));
                    }
                    pairs.push((key, value));
                }
                Ok(Pairs(pairs))
            }
        }

        deserializer.deserialize_map(PairsVisitor(PhantomData))
    }
}
