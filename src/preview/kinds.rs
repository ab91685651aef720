//! One page of each kind, made to see whether the theme can.

use std::mem::{Discriminant, discriminant};

use crate::diagnostics::Report;
use crate::plan::Target;
use crate::site::Site;

/// Makes one page of each kind, and every file of the theme. What the theme cannot make is reported.
pub fn try_kinds(site: &Site) -> Report {
    let mut seen: Vec<Discriminant<Target>> = Vec::new();
    let mut report = Report::default();
    for (route, target) in site.plan().routes() {
        let is_of_theme = matches!(target, Target::ThemeFile(_));
        let is_page = match target {
            Target::Asset(_) | Target::Download(_) | Target::Twin(_) => false,
            _ => true,
        };
        let is_new = !seen.contains(&discriminant(target));
        if is_page && (is_new || is_of_theme) {
            seen.push(discriminant(target));
            report.extend(site.render(route).err());
        }
    }
    report.sort();
    report
}
