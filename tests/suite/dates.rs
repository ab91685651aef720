//! Dates: read as EDTF says, said as people say them, never wider or narrower.

use edtf_core::{Bound, Edtf};
use letterpress::model::Date;
use letterpress::plan::DataTable;
use proptest::prelude::*;

use crate::data::{columns_in_edtf, table};
use crate::folder::{entries, load, repository};

fn words(text: &str) -> String {
    text.parse::<Date>().unwrap_or_else(|error| panic!("{text}: {error}")).words()
}

fn days(text: &str) -> (String, String) {
    let date: Date = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
    (date.earliest().to_string(), date.latest().to_string())
}

#[test]
fn a_date_is_said_at_its_own_precision() {
    let cases = [
        ("2018-01-23", "23 January 2018"),
        ("2018-01", "January 2018"),
        ("2018", "2018"),
        ("2017-21", "spring 2017"),
        ("2017-23", "autumn 2017"),
        ("2018-01~", "about January 2018"),
        ("2018-01-23/2018-01-24", "23–24 January 2018"),
        ("2015-05-11/2015-06-04", "11 May – 4 June 2015"),
        ("2016-12-29/2017-01-03", "29 December 2016 – 3 January 2017"),
        ("2017-06/2017-07", "June – July 2017"),
        ("2017/2018", "2017 – 2018"),
        ("[2022-09-29, 2022-09-30, 2022-10-01]", "29, 30 September and 1 October 2022"),
        ("[2022-10-01, 2022-09-30]", "30 September and 1 October 2022"),
        ("{2022-10-01, 2022-09-30}", "30 September and 1 October 2022"),
        ("2018-01-23/2018-01-23", "23 January 2018"),
        ("2017-21/2017-23", "spring 2017 – autumn 2017"),
        ("[2018-01-23, 2018-01-25]", "23 and 25 January 2018"),
    ];
    for (written, said) in cases {
        assert_eq!(words(written), said, "{written}");
    }
}

#[test]
fn a_date_covers_the_days_that_it_can_mean() {
    let cases = [
        ("2018-02", "2018-02-01", "2018-02-28"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2017-23", "2017-09-01", "2017-11-30"),
        ("2017-24", "2017-12-01", "2018-02-28"),
        ("2018", "2018-01-01", "2018-12-31"),
        ("2015-05-11/2015-06-04", "2015-05-11", "2015-06-04"),
        ("[2022-10-01, 2022-09-29]", "2022-09-29", "2022-10-01"),
    ];
    for (written, earliest, latest) in cases {
        assert_eq!(days(written), (earliest.to_owned(), latest.to_owned()), "{written}");
    }
}

#[test]
fn when_something_began_is_known_or_not() {
    let day = jiff::civil::date(2026, 4, 1);
    for (text, is_later) in [
        ("2026-04-01", Some(true)),
        ("2026-03-31", Some(false)),
        ("2026-04", Some(true)),
        ("2026-03-30/2026-04-03", Some(false)),
        ("2026-06-08/2026-06-19", Some(true)),
        ("2026-03/2026-04", Some(false)),
        ("[2026-03-31, 2026-04-01]", Some(false)),
        ("2026", None),
        ("2025", Some(false)),
        ("2026-21", None),
        ("2026-22", Some(true)),
        ("2026-04~", None),
        ("2026-03~", None),
        ("2026-06~", Some(true)),
        ("2026-01~", Some(false)),
        ("2026~/2027", None),
    ] {
        let date: Date = text.parse().expect("a date");
        assert_eq!(date.begins_on_or_after(day), is_later, "{text}");
    }
}

#[test]
fn what_is_not_a_date_is_refused() {
    let not_dates = [
        "",
        "~",
        "20205",
        "205-01",
        "2018-1-2",
        "2018-13",
        "2018-20",
        "2018-25",
        "2018-00",
        "2018-02-30",
        "2019-02-29",
        "2018-04-31",
        "2018-01-00",
        "2018-01-23-01",
        "23 January 2018",
        "2018-02-01/2018-01-01",
        "2018-01/",
        "/2018",
        "[]",
        "[2018",
        "2018-01-1x",
        "0999",
        "9999",
        "٢٠١٨",
        "2018-01-23/2018-01-24/2018-01-25",
        "{}",
        "{2018-01-22..2018-01-25}",
        "{2018-01-22]",
        // One of the dates lies within another, or shares a day with it.
        "2018-06-01/2018-06",
        "2018-06/2018-06-30",
        "2018/2018-06",
        "2018-06/2018",
        "2018-06~/2018-06",
        "2018-22/2018-07",
        "2018-12/2018-24",
        "2018/2017-24",
        "2017-24/2017",
        "[2018-06, 2018-06-02]",
        "{2018, 2017-24}",
    ];
    for text in not_dates {
        assert!(text.parse::<Date>().is_err(), "{text} is not a date");
    }
}

fn single() -> impl Strategy<Value = String> {
    let year = 1000..9999_i32;
    prop_oneof![
        year.clone().prop_map(|year| format!("{year}")),
        (year.clone(), 0..25_u32).prop_map(|(year, month)| format!("{year}-{month:02}")),
        (year, 0..14_u32, 0..33_u32)
            .prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}")),
    ]
    .prop_flat_map(|date| prop_oneof![Just(date.clone()), Just(format!("{date}~"))])
}

fn is_season(text: &str) -> bool {
    text.len() < 9 && text.get(5..7).is_some_and(|month| month > "12")
}

/// More seasons than among all single dates.
fn season_or_single() -> impl Strategy<Value = String> {
    let season = (2016..2019_i32, 21..25_u32, prop_oneof![Just(""), Just("~")]);
    let season = season.prop_map(|(year, season, about)| format!("{year}-{season}{about}"));
    let near = (2016..2019_i32, 1..13_u32).prop_map(|(year, month)| format!("{year}-{month:02}"));
    prop_oneof![single(), season, near, (2016..2019_i32).prop_map(|year| year.to_string())]
}

/// The days of what is published, as another reader of EDTF reads it.
fn published_days(date: &Date) -> (String, String) {
    let published = date.edtf();
    let read = Edtf::parse(&published).unwrap_or_else(|error| panic!("{published}: {error}"));
    assert!(!published.starts_with('['), "{published} is one of these days, not all of them");
    // The standard leaves open when a season begins; it has one only by itself.
    if is_season(&published) {
        return (date.earliest().to_string(), date.latest().to_string());
    }
    let seasons = ["-21", "-22", "-23", "-24"];
    let mut parts = published.trim_matches(['{', '}']).split(['/', ',']);
    assert!(!parts.any(|part| part.len() > 6 && seasons.contains(&&part[4..7]) && is_season(part)));
    let bounds = read.bounds();
    (day(&bounds.earliest), day(&bounds.latest))
}

fn day(bound: &Bound) -> String {
    match bound {
        Bound::Date(date) => date.to_string(),
        other => panic!("{other:?} is not a day"),
    }
}

/// Every date that a site for tests publishes is EDTF to another reader, and the days that stand beside it.
#[test]
fn what_sites_publish_as_edtf_is_edtf() {
    let mut count = 0;
    for folder in entries(&repository().join("tests/sites")) {
        let (site, _) = load(&folder.join("in"));
        for name in DataTable::ALL.iter().map(|it| it.name()) {
            for (row, column) in columns_in_edtf(&site, name).iter().flat_map(|column| {
                table(&site, name).rows.into_iter().map(move |row| (row, column))
            }) {
                let published = &row[column];
                if published.is_empty() {
                    continue;
                }
                let date: Date = published.parse().expect("a date");
                let days = published_days(&date);
                assert_eq!(date.edtf(), *published);
                if let Some(earliest) = row.get(&format!("{column}_earliest")) {
                    let latest = &row[&format!("{column}_latest")];
                    assert_eq!(days, (earliest.clone(), latest.clone()), "{published}");
                }
                count += 1;
            }
        }
    }
    assert!(count > 1000, "{count} dates are found");
}

proptest! {
    /// An independent reader of EDTF agrees on every single date: what it refuses, we refuse.
    #[test]
    fn single_dates_are_read_as_another_reader_reads_them(text in single()) {
        let ours = text.parse::<Date>();
        let theirs = Edtf::parse(&text);
        prop_assert_eq!(ours.is_ok(), theirs.is_ok(), "{}", text);
        if let (Ok(ours), Ok(theirs)) = (ours, theirs) {
            prop_assert_eq!(ours.to_string(), theirs.to_string());
            // The standard leaves open when a season begins.
            if !is_season(&text) {
                let bounds = theirs.bounds();
                prop_assert_eq!(ours.earliest().to_string(), day(&bounds.earliest));
                prop_assert_eq!(ours.latest().to_string(), day(&bounds.latest));
            }
        }
    }

    /// What is printed for editors is read back as the same date. What is published for programs is the same days to
    /// another reader of EDTF, and in no form that readers disagree on.
    #[test]
    fn what_is_printed_is_the_same_date(start in season_or_single(), end in season_or_single()) {
        let braces = format!("{{{start}, {end}}}");
        for text in [start.clone(), format!("{start}/{end}"), format!("[{start}, {end}]"), braces] {
            if let Ok(date) = text.parse::<Date>() {
                let again: Date = date.to_string().parse().expect("its own form");
                prop_assert_eq!(&again, &date);
                prop_assert!(date.earliest() <= date.latest());
                prop_assert_eq!(published_days(&date), (date.earliest().to_string(), date.latest().to_string()));
            }
        }
    }

    /// No text at all makes the reader panic.
    #[test]
    fn any_text_is_read_or_refused(text in ".{0,40}") {
        let _ = text.parse::<Date>();
    }
}
