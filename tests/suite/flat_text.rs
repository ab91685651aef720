//! Words of a letter are found however they were broken into lines and typed, and no others.

use letterpress::model::FlatText;

fn found(text: &str, words: &str) -> Option<String> {
    let flat = FlatText::new(text);
    let range = flat.find(&FlatText::new(words), 0)?;
    Some(text[flat.original(text, &range)].to_owned())
}

#[test]
fn words_are_found_however_they_are_broken_and_typed() {
    for (text, words, there) in [
        ("Most  care\nleavers have", "care leavers", "care\nleavers"),
        ("multi-\nagency work", "multi-agency work", "multi-\nagency work"),
        ("prac-\ntice is safe", "practice is", "prac-\ntice is"),
        ("prac\u{ad}\ntice is safe", "practice", "prac\u{ad}\ntice"),
        ("children’s “voice”", "children's 'voice'", "children’s “voice”"),
        ("good – and safe", "good — and", "good – and"),
        ("on page\u{c}two of it", "page two", "page\u{c}two"),
        ("ﬁndings on ﬂats", "findings on flats", "ﬁndings on ﬂats"),
        ("a\n\nnew paragraph", "a new", "a\n\nnew"),
        ("Zoë’s café", "Zoë's café", "Zoë’s café"),
    ] {
        assert_eq!(found(text, words).as_deref(), Some(there), "{words:?} in {text:?}");
    }
}

#[test]
fn other_words_are_not_found() {
    for (text, words) in [
        ("Most care leavers", "most care"),
        ("inspectors", "spectors"),
        ("caseloads are high", "caseload"),
        ("multi-agency", "multiagency"),
        ("well - known", "well-known"),
        ("not always clear", "not clear"),
        ("", "a"),
        ("a", ""),
    ] {
        assert_eq!(found(text, words), None, "{words:?} in {text:?}");
    }
}

#[test]
fn the_nearest_passage_has_most_of_the_words() {
    let flat =
        FlatText::new("Plans are late. Most care leavers have a good adviser. Visits are late.");
    let nearest = |words: &str| flat.nearest(&FlatText::new(words));
    assert_eq!(
        nearest("Most care leavers had a good adviser"),
        Some("Most care leavers have a good adviser.")
    );
    assert_eq!(nearest("nothing like it anywhere"), None);
}

#[test]
fn a_page_is_counted_from_its_first_word() {
    let flat = FlatText::new("one two\n\u{c}three\n\n\u{c}\n four");
    let page = |words: &str| flat.page_of(flat.find(&FlatText::new(words), 0)?.start);
    assert_eq!([page("two"), page("three"), page("four")], [Some(1), Some(2), Some(3)]);
    assert_eq!(FlatText::new("one").page_of(0), None);
}
