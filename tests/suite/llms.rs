//! The overview for programs: of the form of <https://llmstxt.org/>, and each of its links leads somewhere.

use letterpress::plan::Route;

use crate::repository_content::own_sites;

#[test]
fn the_overview_for_programs_has_its_form_and_leads_to_what_is_there() {
    for folder in own_sites() {
        let (site, _) = folder.load();
        let text = site.render(&Route::new("/llms.txt")).expect("the overview");
        let text = String::from_utf8(text).expect("text");
        let mut lines = text.lines().filter(|line| !line.is_empty());
        assert!(lines.next().is_some_and(|line| line.starts_with("# ")), "{text}");
        assert!(lines.next().is_some_and(|line| line.starts_with("> ")), "{text}");
        let (mut sections, mut links) = (0, 0);
        for line in lines.skip_while(|line| !line.starts_with("## ")) {
            if line.starts_with("## ") {
                sections += 1;
                continue;
            }
            let address = line.strip_prefix("- [").and_then(|rest| rest.split_once("]("));
            let address = address.and_then(|(_, rest)| rest.split_once(')')).expect("a link").0;
            let path = address.strip_prefix("https://example.github.io/letterpress/");
            let route = Route::new(format!("/{}", path.expect("an address of the site")));
            assert!(site.render(&route).is_ok(), "{address}");
            links += 1;
        }
        assert!(sections == 3 && links > 10, "{text}");
        assert!(text.len() < 5_000, "{} bytes", text.len());
    }
}
