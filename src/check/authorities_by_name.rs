//! Authorities of a table that the program has, by their names.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::Authority;
use crate::model::council_name::{key, place};
use crate::model::england::KnownAuthority;

/// The authorities of England, by their names.
pub(super) struct AuthoritiesByName {
    pub(super) all: Vec<KnownAuthority>,
    by_key: BTreeMap<String, BTreeSet<usize>>,
    by_place: BTreeMap<String, BTreeSet<usize>>,
}

impl AuthoritiesByName {
    pub(super) fn new(all: Vec<KnownAuthority>) -> Self {
        let (mut by_key, mut by_place) = (BTreeMap::new(), BTreeMap::new());
        for (index, known) in all.iter().enumerate() {
            for name in known.names() {
                by_key.entry(key(name)).or_insert_with(BTreeSet::new).insert(index);
                by_place.entry(place(name)).or_insert_with(BTreeSet::new).insert(index);
            }
        }
        AuthoritiesByName { all, by_key, by_place }
    }

    /// The one that this authority is: by its name, another name or that of its folder, each as it is or else but for
    /// words such as 'City Council'.
    pub(super) fn of(&self, authority: &Authority) -> Option<&KnownAuthority> {
        let names = [authority.name.as_str()]
            .into_iter()
            .chain(authority.formal_name.as_deref())
            .chain(authority.other_names.iter().map(String::as_str))
            .chain([authority.slug.as_str()]);
        let mut names = names.filter(|name| !name.is_empty());
        names.find_map(|name| self.named(name))
    }

    /// The one that has this name.
    pub(super) fn named(&self, name: &str) -> Option<&KnownAuthority> {
        let exact = self.by_key.get(&key(name));
        let named = exact.or_else(|| self.by_place.get(&place(name)))?;
        self.all.get(*named.first().filter(|_| named.len() == 1)?)
    }
}
