//! The authorities of England with duties to children, now and before, as data.

/// Its first line says where it is from.
const TABLE: &str = include_str!("authorities.csv");

/// An authority that the program knows of.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) slug: &'static str,
    pub(super) name: &'static str,
    pub(super) other_names: Vec<&'static str>,
    pub(super) gss_code: &'static str,
    pub(super) former_gss_codes: Vec<&'static str>,
    pub(super) la_code: &'static str,
    pub(super) region: &'static str,
    /// Slugs of authorities that it replaced.
    pub(super) predecessors: Vec<&'static str>,
    /// Slugs of authorities that replaced it.
    pub(super) successors: Vec<&'static str>,
}

impl Known {
    /// Every name that it goes by.
    pub(super) fn names(&self) -> Vec<&'static str> {
        [self.slug, self.name].into_iter().chain(self.other_names.iter().copied()).collect()
    }
}

/// Those of today, then those of before. Nothing in the table is quoted: `;` stands between columns, and
/// `|` between the items of one.
pub(super) fn all() -> Vec<Known> {
    TABLE.lines().skip(2).filter_map(row).collect()
}

fn row(line: &'static str) -> Option<Known> {
    let columns: Vec<&str> = line.split(';').collect();
    let &[slug, name, others, gss_code, former, la_code, region, before, after] = &columns[..]
    else {
        return None;
    };
    let items = |column: &'static str| column.split('|').filter(|item| !item.is_empty()).collect();
    Some(Known {
        slug,
        name,
        other_names: items(others),
        gss_code,
        former_gss_codes: items(former),
        la_code,
        region,
        predecessors: items(before),
        successors: items(after),
    })
}
