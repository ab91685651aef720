//! Long lists, a page at a time.

/// A page of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListPage {
    /// Which page it is, from 1.
    pub page: usize,
    /// How many pages the list has.
    pub pages: usize,
    /// How many entries a page has; the last may have fewer.
    per_page: usize,
}

impl ListPage {
    /// The pages of a list of so many entries. An empty list has one, which says so.
    pub fn all(entries: usize, per_page: usize) -> impl Iterator<Item = ListPage> {
        let per_page = per_page.max(1);
        let pages = entries.div_ceil(per_page).max(1);
        (1..=pages).map(move |page| ListPage { page, pages, per_page })
    }

    /// The entries of the list that stand on this page.
    pub fn of<'a, Entry>(&self, list: &'a [Entry]) -> &'a [Entry] {
        list.chunks(self.per_page).nth(self.page - 1).unwrap_or_default()
    }

    /// The page before this one.
    pub fn previous(&self) -> Option<usize> {
        (self.page > 1).then(|| self.page - 1)
    }

    /// The page after this one.
    pub fn next(&self) -> Option<usize> {
        (self.page < self.pages).then(|| self.page + 1)
    }
}
