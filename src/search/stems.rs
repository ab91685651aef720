//! What the forms of a word have in common: `plan` of `plans`, `planned` and `planning`.

use std::collections::HashMap;

use pagefind_stem::{Algorithm, Stemmer};

/// Ends each word of the index, and stands in no other place: so nothing there is the beginning of what is asked for,
/// which the indexer would take in its stead. `search-words.js` has it too.
pub(super) const END: char = 'ʘ';

/// Finds stems in one language, and remembers them.
pub(super) struct Stems {
    stemmer: Option<Stemmer>,
    known: HashMap<String, String>,
}

impl Stems {
    /// For a language as BCP 47 has it. In one without rules each word is its own stem.
    pub(super) fn of(language: &str) -> Stems {
        let stemmer = algorithm(&primary(language)).map(Stemmer::create);
        Stems { stemmer, known: HashMap::new() }
    }

    /// The stem of a word in the form that `Tokens` has.
    pub(super) fn stem(&mut self, word: &str) -> &str {
        let stemmer = self.stemmer.as_ref();
        let stem = |word: &str| {
            let stem = stemmer.map(|stemmer| stemmer.stem(word).into_owned());
            stem.filter(|stem| !stem.is_empty()).unwrap_or_else(|| word.to_owned())
        };
        // Looked for first, as most words come again.
        if !self.known.contains_key(word) {
            self.known.insert(word.to_owned(), stem(word));
        }
        self.known.get(word).map_or("", String::as_str)
    }
}

/// The language without region or script: `en` of `en-GB`.
fn primary(language: &str) -> String {
    language.split('-').next().unwrap_or(language).to_lowercase()
}

fn algorithm(language: &str) -> Option<Algorithm> {
    Some(match language {
        "ar" => Algorithm::Arabic,
        "ca" => Algorithm::Catalan,
        "da" => Algorithm::Danish,
        "de" => Algorithm::German,
        "el" => Algorithm::Greek,
        "en" => Algorithm::English,
        "eo" => Algorithm::Esperanto,
        "es" => Algorithm::Spanish,
        "et" => Algorithm::Estonian,
        "eu" => Algorithm::Basque,
        "fi" => Algorithm::Finnish,
        "fr" => Algorithm::French,
        "ga" => Algorithm::Irish,
        "hi" => Algorithm::Hindi,
        "hu" => Algorithm::Hungarian,
        "hy" => Algorithm::Armenian,
        "id" => Algorithm::Indonesian,
        "it" => Algorithm::Italian,
        "lt" => Algorithm::Lithuanian,
        "nb" | "nn" | "no" => Algorithm::Norwegian,
        "ne" => Algorithm::Nepali,
        "nl" => Algorithm::Dutch,
        "pl" => Algorithm::Polish,
        "pt" => Algorithm::Portuguese,
        "ro" => Algorithm::Romanian,
        "ru" => Algorithm::Russian,
        "sr" => Algorithm::Serbian,
        "sv" => Algorithm::Swedish,
        "ta" => Algorithm::Tamil,
        "tr" => Algorithm::Turkish,
        "yi" => Algorithm::Yiddish,
        _ => return None,
    })
}
