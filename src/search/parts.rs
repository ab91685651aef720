//! The parts of an index: which records are in which, which are still good, and the others made on every core.

use std::iter;
use std::panic::resume_unwind;
use std::sync::{Mutex, PoisonError};
use std::thread;

use rayon::ThreadPool;
use xxhash_rust::xxh3::Xxh3;

use super::index::{self, ENTRY, SearchFailure};
use super::{FOLDER, Index, SearchFiles, words};
use crate::render::SearchRecord;
use crate::threads;

/// The file in a part's folder that says what it was made from.
const MADE_FROM: &str = "made-from.txt";

/// The version of the indexer, which the index depends on.
const INDEXER: &str = "1.6.0";

/// Grows by one when the same records come to other words in the index, or to other results.
const FORM: &str = "1";

/// How many files hold the texts of results: few enough for a host, and each small enough for a result to come at once.
const TEXTS_OF_ONE: u32 = 2_000;
const TEXTS_OF_A_PART: u32 = 250;

/// The records that are searched as one.
struct IndexPart<'a> {
    role: Role,
    folder: String,
    records: Vec<&'a SearchRecord>,
    language: &'a str,
    /// How many files of texts it has at most.
    texts: u32,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// It has the programs, which search the others too.
    First,
    Other,
}

pub(super) fn index(
    records: &[SearchRecord],
    parts: usize,
    language: &str,
    mut last: SearchFiles,
) -> Result<Index, SearchFailure> {
    let split = split(records, parts);
    let words = words::lists(&split, language);
    let texts = if split.len() == 1 { TEXTS_OF_ONE } else { TEXTS_OF_A_PART };
    let mut index = Index { parts: split.len(), ..Index::default() };
    let parts: Vec<IndexPart<'_>> = split
        .into_iter()
        .zip(1..)
        .map(|(records, number)| {
            let (role, folder) = match number {
                1 => (Role::First, FOLDER.to_owned()),
                _ => (Role::Other, format!("{FOLDER}/{number}")),
            };
            IndexPart { role, folder, records, language, texts }
        })
        .collect();
    let mut bad = Vec::new();
    for part in &parts {
        match part.kept(&mut last) {
            Some(files) => index.files.extend(files),
            None => bad.push(part),
        }
    }
    index.made = bad.len();
    drop(last);
    index.files.extend(made(&bad)?);
    index.files.extend(words);
    Ok(index)
}

/// The records of each part, in their order. None is empty as long as there are records enough, as nothing could be
/// searched in it.
fn split(records: &[SearchRecord], parts: usize) -> Vec<Vec<&SearchRecord>> {
    let mut split = vec![Vec::new(); parts.max(1)];
    for record in records {
        split[record.part(parts)].push(record);
    }
    while let Some(empty) = split.iter().position(Vec::is_empty) {
        let fullest = split.iter_mut().max_by_key(|part| part.len()).filter(|part| part.len() > 1);
        let Some(record) = fullest.and_then(Vec::pop) else {
            split.remove(empty);
            continue;
        };
        split[empty].push(record);
    }
    split
}

/// Makes parts on every core: at most as many at once, as each takes much memory while it is made.
fn made(parts: &[&IndexPart<'_>]) -> Result<SearchFiles, SearchFailure> {
    let left = Mutex::new(parts.iter());
    let next = || left.lock().unwrap_or_else(PoisonError::into_inner).next();
    let cores = rayon::current_num_threads();
    let at_once = cores.min(parts.len());
    let make = |pool: Option<ThreadPool>| -> Result<SearchFiles, SearchFailure> {
        let mut files = SearchFiles::new();
        while let Some(part) = next() {
            files.extend(match &pool {
                Some(pool) => pool.install(|| part.make())?,
                None => part.make()?,
            });
        }
        Ok(files)
    };
    // The indexer has work done by the pool that it is called in. One that it shared would begin another part within the
    // one that it waits for, of this index or of another; and would not give way as the caller does. Only where there
    // are too few threads for that, it shares it.
    let pools = iter::repeat_with(|| threads::pool(cores / at_once, OTHERS * at_once));
    let mut pools: Vec<Option<ThreadPool>> = pools.take(at_once).collect();
    let Some(own) = pools.pop() else { return Ok(SearchFiles::new()) };
    thread::scope(|scope| {
        let make = &make;
        // Where fewer can be started, each has more to do.
        let start = |pool| thread::Builder::new().spawn_scoped(scope, move || make(pool)).ok();
        let others: Vec<_> = pools.into_iter().filter_map(start).collect();
        let others = others.into_iter();
        others.fold(make(own), |all, thread| {
            let files = thread.join().unwrap_or_else(|panic| resume_unwind(panic));
            let mut all = all?;
            all.extend(files?);
            Ok(all)
        })
    })
}

/// How many threads besides a pool work on a part: the one that calls the pool, and what `index` starts and tries.
const OTHERS: usize = 3;

impl IndexPart<'_> {
    /// Takes its files from the last index, if they were made from these very records.
    fn kept(&self, last: &mut SearchFiles) -> Option<SearchFiles> {
        let made_from = String::from_utf8(last.remove(&self.path_of(MADE_FROM))?).ok()?;
        let (hash, paths) = made_from.split_once('\n')?;
        if hash != self.hash() {
            return None;
        }
        // Every file is named in it, so that none is missing.
        let mut files = SearchFiles::new();
        for path in paths.lines() {
            files.insert(path.to_owned(), last.remove(path)?);
        }
        files.retain(|path, _| self.is_data(path));
        files.extend(self.programs().ok()?);
        files.insert(self.path_of(MADE_FROM), made_from.into_bytes());
        Some(files)
    }

    fn make(&self) -> Result<SearchFiles, SearchFailure> {
        let mut files = index::files(&self.folder, &self.records, self.language, self.texts)?;
        files.retain(|path, _| match self.role {
            Role::First => true,
            Role::Other => self.is_data(path),
        });
        let mut made_from = self.hash();
        made_from.push('\n');
        for path in files.keys() {
            made_from.push_str(path);
            made_from.push('\n');
        }
        files.insert(self.path_of(MADE_FROM), made_from.into_bytes());
        Ok(files)
    }

    /// The files that are the same for all records.
    fn programs(&self) -> Result<SearchFiles, SearchFailure> {
        if self.role != Role::First {
            return Ok(SearchFiles::new());
        }
        let any = self.records.get(..1).unwrap_or_default();
        let mut files = index::files(&self.folder, any, self.language, self.texts)?;
        files.retain(|path, _| !self.is_data(path));
        Ok(files)
    }

    /// Whether a file of it holds what the records say. The others are programs.
    fn is_data(&self, path: &str) -> bool {
        let endings = ["pf_meta", "pf_index", "pf_filter", "pf_fragment"];
        let Some(name) = path.strip_prefix(&self.folder).and_then(|path| path.strip_prefix('/'))
        else {
            return false;
        };
        name == ENTRY || name.rsplit_once('.').is_some_and(|(_, ending)| endings.contains(&ending))
    }

    fn path_of(&self, name: &str) -> String {
        format!("{}/{name}", self.folder)
    }

    /// Of the indexer's version, how it is used, and the records.
    fn hash(&self) -> String {
        let mut hash = Xxh3::new();
        let mut add = |text: &str| {
            // With its length before it, no text can be taken for two.
            hash.update(&text.len().to_le_bytes());
            hash.update(text.as_bytes());
        };
        add(INDEXER);
        add(FORM);
        add(self.language);
        add(&self.texts.to_string());
        for SearchRecord { path, title, passages, about, facets } in &self.records {
            [path, title].into_iter().chain(passages).for_each(|text| add(text));
            add("");
            for (name, value) in about {
                add(name);
                add(value);
            }
            for (name, values) in facets {
                add(name);
                values.iter().for_each(|value| add(value));
                add("");
            }
        }
        format!("{:032x}", hash.digest128())
    }
}
