//! The authorities of England with duties to children, now and before, as data.

/// Its first line says where it is from.
const TABLE: &str = include_str!("england.csv");

/// What stands before or after a place's name in a council's.
pub const TITLES: [&str; 15] = [
    "the",
    "of",
    "council",
    "city",
    "county",
    "borough",
    "london",
    "royal",
    "metropolitan",
    "district",
    "unitary",
    "authority",
    "mbc",
    "cc",
    "lb",
];

/// An authority that the program knows of.
#[derive(Debug)]
pub struct KnownAuthority {
    /// What its folder and its URL would be called.
    pub slug: &'static str,
    /// The name in common use.
    pub name: &'static str,
    /// Other names that it goes by.
    pub other_names: Vec<&'static str>,
    /// The ONS code.
    pub gss_code: &'static str,
    /// ONS codes that it had before.
    pub former_gss_codes: Vec<&'static str>,
    /// The number that the Department for Education gives it.
    pub la_code: &'static str,
    /// The number that Ofsted gives it, where that is known.
    pub ofsted_urn: Option<&'static str>,
    /// The region of England.
    pub region: &'static str,
    /// Slugs of authorities that it replaced.
    pub predecessors: Vec<&'static str>,
    /// Slugs of authorities that replaced it.
    pub successors: Vec<&'static str>,
    /// Slugs of its statistical neighbours, as the Department for Education has them, nearest first. Those of before
    /// have none.
    pub statistical_neighbours: Vec<&'static str>,
    /// Its cell in a map of hexagons. None for those of before.
    pub cell: Option<MapCell>,
}

/// A cell in a map of hexagons that stand on a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MapCell {
    /// Its place in its row, from the west. Every other row, from the second, stands half a cell to the east.
    pub column: u8,
    /// Its row, from the south.
    pub row: u8,
}

impl KnownAuthority {
    /// Every name that it goes by.
    pub fn names(&self) -> Vec<&'static str> {
        [self.slug, self.name].into_iter().chain(self.other_names.iter().copied()).collect()
    }
}

/// Those of today, then those of before. Nothing in the table is quoted: `;` stands between columns, and
/// `|` between the items of one.
pub fn all() -> Vec<KnownAuthority> {
    TABLE.lines().skip(2).filter_map(row).collect()
}

fn row(line: &'static str) -> Option<KnownAuthority> {
    let columns: Vec<&str> = line.split(';').collect();
    let &[slug, name, others, gss_code, former, la_code, urn, region, before, after, near, q, r] =
        &columns[..]
    else {
        return None;
    };
    let items = |column: &'static str| column.split('|').filter(|item| !item.is_empty()).collect();
    Some(KnownAuthority {
        slug,
        name,
        other_names: items(others),
        gss_code,
        former_gss_codes: items(former),
        la_code,
        ofsted_urn: Some(urn).filter(|urn| !urn.is_empty()),
        region,
        predecessors: items(before),
        successors: items(after),
        statistical_neighbours: items(near),
        cell: q.parse().ok().zip(r.parse().ok()).map(|(column, row)| MapCell { column, row }),
    })
}
