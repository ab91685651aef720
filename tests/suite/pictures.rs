//! Pictures in texts: their sizes on pages, and the words in their place.

use std::fs;

use scraper::{Html, Selector};

use crate::folder::{Folder, Run, letter_with};

const LETTER: &str = "content/authorities/sunderland/visit-2.md";

fn png(width: u32, height: u32) -> Vec<u8> {
    let size = [width.to_be_bytes(), height.to_be_bytes()].concat();
    [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], &size, b"\x08\x02\0\0\0"].concat()
}

/// A photograph; one that is turned as a camera notes it, in either order of bytes.
fn jpeg(width: u16, height: u16, turned: Option<(u8, bool)>) -> Vec<u8> {
    let note = |(orientation, is_little): (u8, bool)| {
        let facts = match is_little {
            true => {
                [&b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0"[..], &[orientation, 0, 0, 0]]
                    .concat()
            }
            false => {
                [&b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01"[..], &[0, orientation, 0, 0]]
                    .concat()
            }
        };
        let length = u8::try_from(facts.len() + 8).expect("a short part");
        [&[0xff, 0xe1, 0, length][..], b"Exif\0\0", &facts].concat()
    };
    let size = [height.to_be_bytes(), width.to_be_bytes()].concat();
    let start = b"\xff\xd8\xff\xe0\0\x04ab";
    [&start[..], &turned.map(note).unwrap_or_default(), b"\xff\xc0\0\x11\x08", &size, &[0; 12]]
        .concat()
}

fn gif(width: u16, height: u16) -> Vec<u8> {
    [&b"GIF89a"[..], &width.to_le_bytes(), &height.to_le_bytes(), &[0; 8]].concat()
}

fn webp(width: u32, height: u32) -> Vec<u8> {
    let part = |size: u32| (size - 1).to_le_bytes()[..3].to_vec();
    [&b"RIFF\x20\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0"[..], &part(width), &part(height), &[0; 8]]
        .concat()
}

fn avif(width: u32, height: u32) -> Vec<u8> {
    let part = |name: &[u8; 4], inner: &[u8]| {
        let length = u32::try_from(inner.len() + 8).expect("a short part");
        [&length.to_be_bytes()[..], name, inner].concat()
    };
    let size = [&[0; 4][..], &width.to_be_bytes(), &height.to_be_bytes()].concat();
    let properties = part(b"iprp", &part(b"ipco", &part(b"ispe", &size)));
    let meta = part(b"meta", &[&[0; 4][..], &properties].concat());
    [part(b"ftyp", b"avif\0\0\0\0avif"), meta, part(b"mdat", &[])].concat()
}

/// What the pictures of a page say of themselves: width, height, loading, words.
fn pictures(folder: &Folder, page: &str) -> Vec<[String; 4]> {
    let page = fs::read_to_string(folder.path().join("public").join(page)).expect("the page");
    let page = Html::parse_document(&page);
    let selector = Selector::parse("main img").expect("a selector");
    let of = |name| move |it: scraper::ElementRef<'_>| it.attr(name).unwrap_or("-").to_owned();
    page.select(&selector)
        .map(|it| ["width", "height", "loading", "alt"].map(|name| of(name)(it)))
        .collect()
}

#[test]
fn pictures_have_their_size_and_are_fetched_when_they_are_seen() {
    let files: &[(&str, Vec<u8>, [&str; 2])] = &[
        ("a.png", png(1600, 900), ["1600", "900"]),
        ("b.jpg", jpeg(640, 480, None), ["640", "480"]),
        ("c.jpeg", jpeg(640, 480, Some((6, true))), ["480", "640"]),
        ("d.JPG", jpeg(640, 480, Some((8, false))), ["480", "640"]),
        ("e.jpg", jpeg(640, 480, Some((3, true))), ["640", "480"]),
        ("f.gif", gif(30, 20), ["30", "20"]),
        ("g.webp", webp(300, 200), ["300", "200"]),
        ("h.avif", avif(1200, 800), ["1200", "800"]),
        ("i.png", b"no picture".to_vec(), ["-", "-"]),
        ("j.jpg", b"\xff\xd8\xff\xe1\0\x10Exif\0\0MM".to_vec(), ["-", "-"]),
    ];
    for theme in ["plain", "gazette"] {
        let folder = Folder::with_sunderland();
        for (name, bytes, _) in files {
            folder.write(&format!("content/authorities/sunderland/{name}"), bytes);
        }
        let words: Vec<String> = files
            .iter()
            .map(|(name, ..)| format!("![Cases *fall* “fast” & <b>]({name}?x=1&y#z)\n"))
            .collect();
        folder.write(LETTER, letter_with(&words.join("\n")).replace("<b>", "more"));
        folder.run(&["build", "--theme", theme]).expect(0);
        let shown = pictures(&folder, "authorities/sunderland/visit-2/index.html");
        assert_eq!(shown.len(), files.len());
        for ((name, _, [width, height]), shown) in files.iter().zip(shown) {
            assert_eq!(shown, [width, height, "lazy", "Cases fall “fast” & more"], "{name}");
        }
        let css = fs::read_to_string(folder.path().join("public").join("style.css"));
        let css = css
            .or_else(|_| fs::read_to_string(folder.path().join("public/static/style.css")))
            .expect("styles");
        assert!(css.contains("main img") && css.contains("max-width: 100%"), "{theme}");
    }
}

/// A page is made anew where only a picture on it has changed.
#[test]
fn a_picture_of_another_size_makes_its_page_anew() {
    let folder = Folder::with_sunderland();
    folder.write(LETTER, letter_with("![Cases fall](a.png)"));
    for width in ["30", "40"] {
        let bytes = png(width.parse().expect("a number"), 20);
        folder.write("content/authorities/sunderland/a.png", bytes);
        folder.run(&["build"]).expect(0);
        assert_eq!(pictures(&folder, "authorities/sunderland/visit-2/index.html")[0][0], width);
    }
}

#[test]
fn words_that_do_not_say_what_a_picture_shows_are_told() {
    let odd = [
        "chart.png",
        "chart",
        "Chart",
        "CHART.PNG",
        "IMG_2031.jpeg",
        "image",
        "Picture 3",
        "a photo of staff",
        "Image of the plan",
        "Graphic: cases",
        "screenshot",
    ];
    let good = [
        "Open cases rose from 252 to 646",
        "Chart of open cases",
        "Staff in a meeting",
        "Imagery in plans",
    ];
    for (words, count) in odd.iter().map(|it| (it, 1)).chain(good.iter().map(|it| (it, 0))) {
        let folder = Folder::with_sunderland();
        folder.write("content/authorities/sunderland/chart.png", png(3, 2));
        folder.write(LETTER, letter_with(&format!("![{words}](chart.png)")));
        let Run { stderr, .. } = folder.run(&["check", "--quiet"]).expect(0);
        assert_eq!(stderr.matches("warning[odd-image-words]").count(), count, "{words}: {stderr}");
    }
}
