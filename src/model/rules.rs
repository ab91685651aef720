//! On words of closed sets and of vocabularies.

use crate::diagnostics::rules;

rules! {
    Error UNKNOWN_KIND = "unknown-kind" {
        about: "A letter is of one of the kinds of visit that the site's vocabulary has: in the one that comes with the program, monitoring visits and focused visits.",
        example: "kind: monitoring",
        fix: "kind: monitoring-visit",
    }
    Error UNKNOWN_POLARITY = "unknown-polarity" {
        about: "A finding is of one of the kinds that the site's vocabulary has: in the one that comes with the program, the letters' own four, strength, improving, mixed and not-yet.",
        example: "polarity: weakness",
        fix: "polarity: not-yet",
    }
    Error UNKNOWN_LEVEL = "unknown-level" {
        about: "What the words on progress come to. Leave it out where no level fits.",
        example: "level: good",
        fix: "level: steady",
    }
    Error UNKNOWN_GRADE = "unknown-grade" {
        about: "A judgement of an inspection is one of the grades that the site's vocabulary has. A visit has none.",
        example: "overall: requires improvement",
        fix: "overall: requires-improvement",
    }
    Error UNKNOWN_FRAMEWORK = "unknown-framework" {
        about: "Inspections follow a framework, of those that the site's vocabulary has: SIF until 2018, ILACS since.",
        example: "framework: SIFF",
        fix: "framework: SIF",
    }
    Error UNKNOWN_JUDGEMENT_AREA = "unknown-judgement-area" {
        about: "Each framework judges its own areas, named as its reports print them.",
        example: "judgements:\n  leaders: good",
        fix: "judgements:\n  leadership: good",
    }
    Error UNKNOWN_NATIONAL_FRAMEWORK = "unknown-national-framework" {
        about: "Letters since 2024 say which outcome or enabler of the national framework a finding belongs to. The words are those of the site's vocabulary.",
        example: "national_framework: [outcome 3]",
        fix: "national_framework: [outcome-3]",
    }
    Error UNKNOWN_REGION = "unknown-region" {
        about: "The regions that the site's vocabulary has: in the one that comes with the program, the nine of England, as the Office for National Statistics names them.",
        example: "region: North east",
        fix: "region: North East",
    }
    Error UNKNOWN_UNIT = "unknown-unit" {
        about: "A measure counts, or is a percentage.",
        example: "unit: per cent",
        fix: "unit: percent",
    }
    Error UNKNOWN_DIRECTION = "unknown-direction" {
        about: "Which way a measure is better: higher, lower or neither.",
        example: "better: up",
        fix: "better: higher",
    }
    Error UNKNOWN_GROUP = "unknown-group" {
        about: "Topics stand in one of the groups that the site's vocabulary has.",
        example: "group: Acess",
        fix: "group: Access",
    }
}
