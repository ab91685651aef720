//! The text of PDFs: words where they stand on the page, by small ones made here.

use letterpress::import::pdf;

/// A PDF of one page that shows this, in a standard font without widths. Its page is too empty to be a letter's
/// without the line at its foot.
fn shown(content: &str) -> String {
    let foot =
        "BT /F 10 Tf 1 0 0 1 72 40 Tm (The foot of a page has letters enough for a page.) Tj ET";
    let content = format!("{content}\n{foot}");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R /T 6 0 R \
         >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Times-BoldItalic >>".to_owned(),
    ];
    let mut pdf = String::from("%PDF-1.4\n");
    let mut places = Vec::new();
    for (object, number) in objects.iter().zip(1..) {
        places.push(pdf.len());
        pdf.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let start = pdf.len();
    pdf.push_str("xref\n0 7\n0000000000 65535 f \n");
    for place in places {
        pdf.push_str(&format!("{place:010} 00000 n \n"));
    }
    pdf.push_str(&format!("trailer\n<< /Size 7 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"));
    let text = pdf::text(pdf.as_bytes()).expect("a text");
    let (words, _) = text.split_once("\n\nThe foot").unwrap_or_else(|| panic!("{text}"));
    words.to_owned()
}

/// Words at these places, each in a text object of its own.
fn at(words: &[(f32, f32, f32, &str)]) -> String {
    let text = |(x, y, size, words): &(f32, f32, f32, &str)| {
        format!("BT /F {size} Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET\n")
    };
    words.iter().map(text).collect()
}

#[test]
fn letters_of_standard_fonts_are_as_wide_as_every_reader_knows() {
    // 'William' ends at 110.65 in Helvetica 12; a guess of half the size for each letter is wrong
    // by six points.
    let words = at(&[
        (72.0, 700.0, 12.0, "Will"),
        (91.32, 700.0, 12.0, "iam"),
        (114.0, 700.0, 12.0, "Mill"),
    ]);
    assert_eq!(shown(&words), "William Mill");
    let times = "BT /T 12 Tf 1 0 0 1 72 700 Tm (Illi) Tj 1 0 0 1 86.7 700 Tm (cit) Tj ET";
    assert_eq!(shown(times), "Illicit");
}

#[test]
fn a_blank_run_sets_no_end_of_a_line_back() {
    let words = [
        (72.0, 700.0, 12.0, "De"),
        (87.34, 700.0, 12.0, "ar"),
        (85.0, 700.0, 9.0, " "),
        (103.0, 700.0, 12.0, "colleague"),
    ];
    assert_eq!(shown(&at(&words)), "Dear colleague");
    let first = [(85.0, 700.0, 9.0, " "), words[0], words[1], words[3]];
    assert_eq!(shown(&at(&first)), "Dear colleague");
}

#[test]
fn a_blank_run_parts_words_however_near_they_stand() {
    let words = [(72.0, 700.0, 12.0, "10."), (88.7, 700.0, 12.0, " "), (89.8, 700.0, 12.0, "Many")];
    assert_eq!(shown(&at(&words)), "10. Many");
    let without = [words[0], words[2]];
    assert_eq!(shown(&at(&without)), "10.Many");
}

#[test]
fn raised_letters_join_their_line() {
    let words = [
        (72.0, 700.0, 12.0, "the 18"),
        (105.4, 705.5, 8.0, "th"),
        (115.5, 700.0, 12.0, "birthday of the board"),
        (225.6, 705.5, 8.0, "1"),
        (72.0, 685.0, 12.0, "and below"),
    ];
    assert_eq!(shown(&at(&words)), "the 18th birthday of the board1\nand below");
}

#[test]
fn boxes_printed_over_one_another_are_lines_by_themselves() {
    let words = [
        (72.0, 700.0, 12.0, "Director of Services"),
        (72.0, 685.0, 12.0, "The Council"),
        (72.0, 702.0, 12.0, "Paul Example"),
        (72.0, 685.4, 12.0, "The Council"),
    ];
    assert_eq!(shown(&at(&words)), "Paul Example\nDirector of Services\nThe Council");
}

#[test]
fn a_soft_hyphen_at_the_end_of_a_line_joins_its_word() {
    let broken = [(72.0, 700.0, 12.0, "safe\\255"), (72.0, 686.0, 12.0, "guarding partners")];
    assert_eq!(shown(&at(&broken)), "safe\u{ad}\nguarding partners");
    let inside = [(72.0, 700.0, 12.0, "multi\\255agency safe\\255"), broken[1]];
    assert_eq!(shown(&at(&inside)), "multi-agency safe-\nguarding partners");
}
