//! Publishing: what is replaced, what is left alone, and that nothing is left behind.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;

use letterpress::plan::Route;
use letterpress::publish::{ForeignFiles, OldSite, Output, PublishError, Request, Staged};

use crate::folder::{Folder, KEPT, entries, sunderland, tree, write_list};

#[test]
fn a_second_build_replaces_the_first_and_takes_away_what_is_gone() {
    let folder = Folder::with_sunderland();
    folder.write("content/pages/old.md", "---\ntitle: Old\n---\nOld.\n");
    folder.run(&["build"]).expect(0);
    assert!(folder.path().join("public/old/index.html").exists());
    fs::remove_file(folder.path().join("content/pages/old.md")).expect("the page goes");
    folder.run(&["build"]).expect(0);
    assert!(!folder.path().join("public/old").exists());
    assert!(folder.path().join("public/index.html").exists());
    let kept: Vec<String> = entries(&folder.path().join(".letterpress"))
        .iter()
        .map(|path| path.file_name().expect("a name").to_string_lossy().into_owned())
        .collect();
    assert_eq!(kept, KEPT, "nothing is left behind");
}

#[test]
fn a_folder_with_the_files_of_others_is_left_as_it_is() {
    let folder = Folder::with_sunderland();
    folder.write("elsewhere/photo.jpg", "mine");
    let told = folder.run(&["build", "--output", "elsewhere"]).expect(2).stderr;
    assert!(told.contains("photo.jpg") && told.contains("--output"), "{told}");
    assert_eq!(tree(&folder.path().join("elsewhere")).len(), 1);

    folder.run(&["build"]).expect(0);
    folder.write("public/notes.txt", "mine too");
    let before = tree(&folder.path().join("public"));
    assert!(folder.run(&["build"]).expect(2).stderr.contains("notes.txt"));
    assert_eq!(before, tree(&folder.path().join("public")));
}

/// What was published and then changed by somebody is theirs, not ours.
#[test]
fn a_changed_file_is_not_ours_any_more() {
    let folder = Folder::with_sunderland();
    folder.run(&["build"]).expect(0);
    let page = fs::read_to_string(folder.path().join("public/index.html")).expect("the page");
    // As long as before, too.
    for own in ["my own page".to_owned(), page.replace("</html>", "</HTML>")] {
        folder.write("public/index.html", &own);
        assert!(folder.run(&["build"]).expect(2).stderr.contains("index.html"));
        let left = fs::read_to_string(folder.path().join("public/index.html"));
        assert_eq!(left.expect("the page"), own);
    }
}

/// What somebody puts there while the site is made is seen before it would be lost.
#[test]
fn a_file_that_comes_while_the_site_is_made_is_not_lost() {
    let folder = Folder::with_sunderland();
    folder.run(&["build"]).expect(0);
    let (site, _) = folder.load();
    let public = folder.path().join("public");
    let request = Request {
        root: folder.path(),
        folder: &public,
        home: None,
        foreign_files: ForeignFiles::Refuse,
    };
    let output = Output::reserve(&request).expect("it is ours");
    let before = tree(&public);
    let write = |route: &Route, out: &mut dyn Write| {
        folder.write("public/mine.txt", "mine");
        site.write(route, out)?;
        // Another site than the one that is there.
        Ok(out.write_all(b"\n")?)
    };
    let refused = output.stage(&site.routes(), |_| None, write).and_then(Staged::publish);
    assert!(matches!(refused, Err(PublishError::Refused(_))), "{refused:?}");
    fs::remove_file(public.join("mine.txt")).expect("it is there");
    assert_eq!(before, tree(&public));
}

/// A large file is not kept in memory while it is made, and yet written only where it is another than before.
#[test]
fn a_large_file_is_written_piece_by_piece() {
    let folder = Folder::with_sunderland();
    let public = folder.path().join("public");
    let request = Request {
        root: folder.path(),
        folder: &public,
        home: None,
        foreign_files: ForeignFiles::Refuse,
    };
    let build = |fill: u8| {
        let write = |route: &Route, out: &mut dyn Write| {
            let pieces = if route.as_str() == "/data/findings.csv" { 5 } else { 1 };
            (0..pieces).try_for_each(|piece| out.write_all(&vec![fill + piece; 3_000_000]))?;
            Ok(())
        };
        let routes = [Route::home(), Route::new("/data/findings.csv")];
        let output = Output::reserve(&request).expect("it is ours");
        let staged = output.stage(&routes.each_ref(), |_| None, write).expect("it is made");
        staged.publish().expect("it is published").old_site
    };
    assert_eq!(build(1), OldSite::Replaced);
    assert_eq!(build(1), OldSite::Same);
    assert_eq!(build(2), OldSite::Replaced);
    let large = fs::read(public.join("data/findings.csv")).expect("a file");
    let expected: Vec<u8> = (2..7).flat_map(|piece| vec![piece; 3_000_000]).collect();
    assert!(large == expected, "{} bytes", large.len());
}

/// A page that goes from the content and from the folder leaves no empty folder.
#[test]
fn an_empty_folder_of_ours_is_taken_away() {
    let folder = Folder::with_sunderland();
    folder.write("content/pages/gone.md", "---\ntitle: Gone\n---\n");
    folder.run(&["build"]).expect(0);
    let kept = folder.path().join(".letterpress/public.manifest");
    fs::remove_file(folder.path().join("content/pages/gone.md")).expect("the page goes");
    let with_gone = fs::read(&kept).expect("the manifest");
    folder.run(&["build"]).expect(0);
    write_list(&kept.with_file_name("public.next-manifest"), fs::read(&kept).expect("it"));
    write_list(&kept, with_gone);
    fs::create_dir(folder.path().join("public/gone")).expect("an empty folder");
    folder.run(&["build"]).expect(0);
    assert!(!folder.path().join("public/gone").exists());
}

/// A run stopped between putting the site in its place and saying so leaves the manifest before it.
#[test]
fn a_run_that_was_stopped_late_does_not_lock_anybody_out() {
    let folder = Folder::with_sunderland();
    folder.run(&["build"]).expect(0);
    let kept = |name: &str| folder.path().join(".letterpress").join(name);
    let before = fs::read(kept("public.manifest")).expect("the manifest");
    folder.write("content/pages/new.md", "---\ntitle: New\n---\nNew.\n");
    folder.run(&["build"]).expect(0);
    fs::rename(kept("public.manifest"), kept("public.next-manifest")).expect("the new one");
    write_list(&kept("public.manifest"), before);
    folder.run(&["build"]).expect(0);
    assert!(!kept("public.next-manifest").exists());
}

/// The folder holds the addresses of the plan, each with its own bytes, the search index, and nothing else.
#[test]
fn the_folder_is_the_plan() {
    let folder = Folder::with_sunderland();
    folder.run(&["build"]).expect(0);
    let (site, _) = folder.load();
    let planned: BTreeMap<String, Vec<u8>> = site
        .routes()
        .into_iter()
        .map(|route| (route.file(), site.render(route).expect("a page")))
        .collect();
    let mut published = tree(&folder.path().join("public"));
    published.retain(|path, _| !path.starts_with("pagefind/"));
    assert_eq!(planned, published);
}

#[test]
fn an_empty_folder_is_built_into() {
    let folder = Folder::with_sunderland();
    fs::create_dir(folder.path().join("empty")).expect("a folder");
    folder.run(&["build", "--output", "empty"]).expect(0);
    assert!(folder.path().join("empty/index.html").exists());
}

#[test]
fn what_the_site_is_made_from_is_never_replaced() {
    let folder = Folder::with_sunderland();
    let before = tree(folder.path());
    for output in [".", "..", "content", "content/pages", "themes", "./content/../content"] {
        folder.run(&["build", "--output", output]).expect(2);
        assert_eq!(before, tree(folder.path()), "{output}");
    }
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("content", folder.path().join("link")).expect("a link");
        folder.run(&["build", "--output", "link"]).expect(2);
        folder.run(&["build", "--output", "link/pages"]).expect(2);
    }
}

#[cfg(unix)]
#[test]
fn links_in_the_content_are_not_followed() {
    let folder = Folder::with_sunderland();
    folder.write("secret.txt", "for nobody");
    let link = folder.path().join("content/pages/secret.txt");
    std::os::unix::fs::symlink("../../secret.txt", link).expect("a link");
    let told = folder.run(&["build"]).expect(1).stderr;
    assert!(told.contains("error[not-a-file]"), "{told}");
    assert!(told.contains("content/pages/secret.txt"), "{told}");
}

#[test]
fn files_that_a_text_links_to_are_copied_and_others_are_not() {
    let folder = Folder::with_sunderland();
    folder.write("content/pages/chart.png", [0x89, b'P', b'N', b'G', 0xff]);
    folder.write("content/pages/private.pdf", "for nobody");
    folder.write("content/pages/about.md", "---\ntitle: About\n---\n![A chart](chart.png)\n");
    let told = folder.run(&["build"]).expect(0).stderr;
    assert!(told.contains("warning[unlinked-file]") && told.contains("private.pdf"), "{told}");
    assert!(!folder.path().join("public/pages/private.pdf").exists());
    let public = folder.path().join("public");
    assert_eq!(
        fs::read(public.join("pages/chart.png")).expect("the chart"),
        [0x89, b'P', b'N', b'G', 0xff]
    );
    let about = fs::read_to_string(public.join("about/index.html")).expect("the page");
    assert!(about.contains("src=\"../pages/chart.png\" alt=\"A chart\""), "{about}");
}

#[test]
fn files_that_could_run_in_a_browser_are_refused() {
    for name in
        ["page.html", "picture.svg", "script.js", "letter.docx", "visit-6.md.txt", "a b.png"]
    {
        let folder = Folder::with_sunderland();
        folder.write(&format!("content/pages/{name}"), "<script>alert(1)</script>");
        folder.write("content/pages/about.md", format!("---\ntitle: About\n---\n[x](<{name}>)\n"));
        assert!(folder.run(&["build"]).expect(1).stderr.contains("error[unsafe-file]"), "{name}");
    }
}

/// The folder is readable for whoever serves it, as any folder that a person makes.
#[cfg(unix)]
#[test]
fn the_folder_has_the_rights_of_any_other() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::with_sunderland();
    folder.run(&["build"]).expect(0);
    let mode = |path: &Path| fs::metadata(path).expect("it").permissions().mode() & 0o777;
    assert_eq!(mode(&folder.path().join("public")), mode(&folder.path().join("content")));
}

#[test]
fn a_real_site_builds_from_its_own_folder_alone() {
    let folder = Folder::new();
    folder.copy(&sunderland(), "");
    folder.run(&["build"]).expect(0);
    assert!(folder.path().join("public/style.css").exists(), "the theme is in the program");
}
