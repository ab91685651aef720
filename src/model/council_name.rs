//! Which authority a name means: 'Hull City Council', 'kingston-upon-hull', 'St Helens'.

use super::england::TITLES;

/// Those that have this name; where none has, those that have it but for words such as 'City Council'.
pub fn matching<T: Copy>(name: &str, named: &[(T, Vec<&str>)]) -> Vec<T> {
    let having = |form: &dyn Fn(&str) -> String| -> Vec<T> {
        let wanted = form(name);
        let has = |names: &[&str]| names.iter().any(|name| form(name) == wanted);
        named.iter().filter(|(_, names)| has(names)).map(|(which, _)| *which).collect()
    };
    let exact = having(&key);
    if exact.is_empty() { having(&place) } else { exact }
}

/// A name's words, so that case, hyphens, dots and '&' make no difference.
pub fn key(name: &str) -> String {
    let name = name.to_lowercase().replace('&', " and ").replace(['\'', '’'], "");
    let words: Vec<&str> = name.split(|letter: char| !letter.is_alphanumeric()).collect();
    words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The place of a council's name, in the form of a key. A name that is nothing but titles stays as it is.
pub fn place(name: &str) -> String {
    let key = key(name);
    let mut words: Vec<&str> = key.split(' ').collect();
    while words.last().is_some_and(|word| TITLES.contains(word)) {
        words.pop();
    }
    let titles = words.iter().take_while(|word| TITLES.contains(word)).count();
    let place = words[titles..].join(" ");
    if place.is_empty() { key } else { place }
}
