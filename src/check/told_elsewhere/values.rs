//! On single values of front matter.

use super::{Rule, error};

pub(super) const RULES: &[Rule] = &[
    error(
        "bad-date",
        "Dates are written year first, as exactly as the letter gives them and no more so.",
        "dated: 15/02/2018",
        "dated: 2018-02-15",
    ),
    error(
        "bad-number",
        "Visits are counted from 1 in each cycle, and figures are finite.",
        "visit: 2018",
        "visit: 6",
    ),
    error(
        "bad-slug",
        "Names that stand in a web address have small letters, digits and hyphens only.",
        "slug: Visit 6",
        "slug: visit-6",
    ),
    error(
        "bad-address",
        "A source is the whole address of a page on the web.",
        "source: www.gov.uk/ofsted",
        "source: https://www.gov.uk/ofsted",
    ),
    error(
        "bad-alias",
        "An alias with a slash is an old address of this site, from its first slash on.",
        "aliases: [old/visit-6]",
        "aliases: [/old/visit-6/]",
    ),
    error(
        "reserved-id",
        "Some anchors are the page's own: `main`, and those that begin with `section-` or `measure-`.",
        "id: main",
        "id: main-risk-understood",
    ),
    error(
        "duplicate-authority",
        "A letter is sent to an authority once.",
        "authorities: [medway, medway]",
        "authorities: [medway]",
    ),
    error(
        "duplicate-topic",
        "A finding is about a topic once.",
        "topics: [recording, recording]",
        "topics: [recording]",
    ),
    error(
        "unknown-kind",
        "A letter is of a monitoring visit or of a focused visit.",
        "kind: monitoring",
        "kind: monitoring-visit",
    ),
    error(
        "unknown-polarity",
        "A finding is one of four kinds, which are the letters' own: strength, improving, mixed, not-yet.",
        "polarity: weakness",
        "polarity: not-yet",
    ),
    error(
        "unknown-level",
        "What the words on progress come to. Leave it out where no level fits.",
        "level: good",
        "level: steady",
    ),
    error(
        "unknown-grade",
        "A judgement of an inspection is one of the grades. A visit has none.",
        "overall: requires improvement",
        "overall: requires-improvement",
    ),
    error(
        "unknown-framework",
        "Inspections follow a framework: SIF until 2018, ILACS since.",
        "framework: SIFF",
        "framework: SIF",
    ),
    error(
        "unknown-judgement-area",
        "Each framework judges its own areas, named as its reports print them.",
        "judgements:\n  leaders: good",
        "judgements:\n  leadership: good",
    ),
    error(
        "unknown-region",
        "The nine regions of England, as the Office for National Statistics names them.",
        "region: North east",
        "region: North East",
    ),
    error(
        "unknown-unit",
        "A measure counts, or is a percentage.",
        "unit: per cent",
        "unit: percent",
    ),
    error(
        "unknown-direction",
        "Which way a measure is better: higher, lower or neither.",
        "better: up",
        "better: higher",
    ),
    error("unknown-group", "Topics stand in one of six groups.", "group: Acess", "group: Access"),
];
