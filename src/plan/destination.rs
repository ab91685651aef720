//! What a link says, in its parts.

/// Where a link leads on this site, as it is written.
#[derive(Clone, Copy)]
pub(super) struct Destination<'a> {
    pub(super) path: &'a str,
    /// With its question mark; empty where there is none.
    pub(super) query: &'a str,
    /// Without its hash.
    pub(super) anchor: Option<&'a str>,
}

impl<'a> Destination<'a> {
    pub(super) fn of(written: &'a str) -> Self {
        let (place, anchor) = match written.split_once('#') {
            Some((place, anchor)) => (place, Some(anchor)),
            None => (written, None),
        };
        let (path, query) = place.split_at(place.find('?').unwrap_or(place.len()));
        Destination { path, query, anchor }
    }

    /// The content files that may be meant, from one that has the link: as it is written, and with what stands in it by
    /// numbers, as `%20`. None where it leads out of the content.
    pub(super) fn files(self, file: &str) -> Vec<String> {
        if self.path.is_empty() {
            let is_own = self.anchor.is_some() || !self.query.is_empty();
            return is_own.then(|| file.to_owned()).into_iter().collect();
        }
        let decoded = decoded(self.path).filter(|path| path != self.path);
        let paths = [Some(self.path.to_owned()), decoded].into_iter().flatten();
        paths.filter_map(|path| join(file, &path)).collect()
    }

    /// A path on this site with the query and the anchor behind it, but for an anchor that it has already.
    pub(super) fn follow(self, path: &str) -> String {
        let Destination { query, anchor, .. } = self;
        match (path.split_once('#'), anchor) {
            (Some((path, anchor)), _) => format!("{path}{query}#{anchor}"),
            (None, Some(anchor)) if !anchor.is_empty() => format!("{path}{query}#{anchor}"),
            (None, _) => format!("{path}{query}"),
        }
    }
}

/// A path or an anchor without its escapes; `None` where it is no text then.
pub(super) fn decoded(path: &str) -> Option<String> {
    let mut parts = path.split('%');
    let mut bytes = parts.next()?.as_bytes().to_vec();
    for part in parts {
        let byte = part.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok())?;
        bytes.push(byte);
        bytes.extend(&part.as_bytes()[2..]);
    }
    String::from_utf8(bytes).ok()
}

/// Whether a link leads away from this site, in a way that is safe: to another one, or to somebody's letter box or
/// telephone.
pub(super) fn is_elsewhere(destination: &str) -> bool {
    let schemes = ["https:", "http:", "mailto:", "tel:"];
    scheme(destination).is_some_and(|it| schemes.iter().any(|known| it.eq_ignore_ascii_case(known)))
}

/// Whether an address is one of another host, in any way that a browser would take it for one.
pub(super) fn is_on_another_host(destination: &str) -> bool {
    is_elsewhere(destination) || scheme(destination) == Some("//")
}

/// What an address to another place begins with: `https:`; or `//`, for a host under the scheme of the
/// page that it stands on. `None` for an address on this site.
pub(super) fn scheme(destination: &str) -> Option<&str> {
    if destination.starts_with("//") {
        return Some("//");
    }
    let colon = destination.find(':')?;
    let scheme = &destination[..=colon];
    (!scheme.contains(['/', '#', '?', '.'])).then_some(scheme)
}

/// What an address elsewhere is in full, where its beginning was left out.
pub(super) fn in_full(destination: &str) -> Option<String> {
    let Destination { path, .. } = Destination::of(destination);
    let host = path.split('/').next().unwrap_or(path);
    let ending = host.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_host = ["uk", "org", "com", "net", "eu", "wales", "scot"].contains(&ending);
    if let Some((name, host)) = path.split_once('@') {
        let is_mailbox = !name.is_empty() && host.contains('.') && !path.contains('/');
        return is_mailbox.then(|| format!("mailto:{destination}"));
    }
    if host.starts_with("www.") || is_host {
        return Some(format!("https://{destination}"));
    }
    let digits = destination.bytes().filter(u8::is_ascii_digit).count();
    let is_number = digits >= 7 && destination.bytes().all(|it| b"+-.()0123456789".contains(&it));
    is_number.then(|| format!("tel:{destination}"))
}

/// The content file at a path from another one; `None` where the path leads out of the content.
fn join(file: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = file.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    (parts.first() == Some(&"content")).then(|| parts.join("/"))
}
