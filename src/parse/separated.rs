//! Several values that are written as one text, with other signs between them than a list has.

/// The values that a text lists: 'a; b', '(a, b)', 'a • b'; those of `names`, which have neither spaces nor capitals, also
/// 'a / b' and 'a and b'. `None` where it may be one value.
pub(super) fn separated(text: &str, are_names: bool) -> Option<Vec<&str>> {
    let inside = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(text);
    let is_name = |part: &&str| {
        part.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-')
    };
    let of_any: &[&str] = &[",", ";", "•", "·", "|", " / "];
    let of_names: &[&str] = &[",", ";", "•", "·", "|", "/", "&", "+", " and "];
    let split = |separators: &[&'static str]| {
        let mut parts = vec![inside];
        for separator in separators {
            parts = parts.iter().flat_map(|part| part.split(separator)).collect();
        }
        let parts: Vec<&str> =
            parts.into_iter().map(str::trim).filter(|it| !it.is_empty()).collect();
        let is_whole = parts.iter().all(|part| !part.contains(['(', ')', '[', ']', '{', '}']));
        (parts.len() > 1 && is_whole).then_some(parts)
    };
    let names = split(of_names).filter(|parts| are_names && parts.iter().all(is_name));
    names.or_else(|| split(of_any))
}
