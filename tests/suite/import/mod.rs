//! `import`: what is read out of a letter, what is doubted, what is refused.

#![expect(clippy::print_stdout, reason = "`.ci/import-table` shows what is measured")]

mod commands;
mod counts;
mod cues;
mod forms;
mod learning;
mod letters;
mod pdf;
mod reports;
mod shapes;
mod table;
mod table_reports;
mod table_suggestions;
mod texts;

use crate::folder::Folder;

#[test]
fn what_is_missing_doubted_or_refused_is_told_by_its_code() {
    let folder = Folder::with_sunderland();
    let letter = "Focused visit to Sunderland children's services\n\nThis letter summarises the findings of a focused \
                  visit to Sunderland on 4 May 2021.\n\nYours sincerely\n";
    folder.write("letter.txt", format!("5 May 2021\n6 May 2021\n\nDear colleague\n\n{letter}"));
    folder.write("undated.txt", letter);
    folder.write("report.txt", "A report.\n");
    folder.write("picture.pdf", "%PDF-1.4\n");
    let run = folder
        .run(&["import", "--print", "letter.txt", "undated.txt", "report.txt", "picture.pdf"])
        .expect(1);
    for code in [
        "warning[import-missing]",
        "warning[import-doubt]",
        "error[not-a-letter]",
        "error[unreadable-letter]",
    ] {
        assert!(run.stderr.contains(code), "{code}: {}", run.stderr);
    }
}
