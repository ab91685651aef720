//! Links that open a file of the site in an editor, at the line.

use std::path::{Path, PathBuf};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};

use crate::diagnostics::{Place, Position};

/// The editors that can be opened by a link: each with its name, and the link.
pub const EDITORS: &[(&str, &str)] = &[
    ("vscode", "vscode://file{path}:{line}:{column}"),
    ("vscodium", "vscodium://file{path}:{line}:{column}"),
    ("cursor", "cursor://file{path}:{line}:{column}"),
    ("windsurf", "windsurf://file{path}:{line}:{column}"),
    ("zed", "zed://file{path}:{line}:{column}"),
    ("idea", "idea://open?file={path}&line={line}&column={column}"),
    ("sublime", "subl://open?url=file://{path}&line={line}&column={column}"),
    ("textmate", "txmt://open?url=file://{path}&line={line}&column={column}"),
    ("none", ""),
];

/// What stands for itself in a link; everything else in a path is encoded.
const ENCODED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The editor that someone works with, on a site's folder. By default there is none, and no link.
#[derive(Debug, Clone, Default)]
pub struct Editor {
    link: &'static str,
    root: PathBuf,
}

impl Editor {
    /// The editor of this name, for the site in this folder, given by its whole path. `None` where no
    /// editor has the name.
    pub fn named(name: &str, root: &Path) -> Option<Self> {
        let (_, link) = EDITORS.iter().find(|(known, _)| *known == name)?;
        Some(Editor { link, root: root.to_owned() })
    }

    /// The link that opens a file where something is; none for what is in no file.
    pub fn link(&self, place: &Place) -> Option<String> {
        // What is wrong with a page and not with a file has the page's address for a path.
        let path = Some(place.path()).filter(|path| !path.is_empty() && !path.starts_with('/'))?;
        if self.link.is_empty() {
            return None;
        }
        let whole = self.root.join(path);
        let mut path = percent_encode(whole.as_os_str().as_encoded_bytes(), ENCODED).to_string();
        if cfg!(windows) {
            path = path.replace("%5C", "/").replace("//%3F/", "");
        }
        let slash = if path.starts_with('/') { "" } else { "/" };
        let (Position { line, column }, _) = place.positions();
        Some(
            self.link
                .replace("{path}", &format!("{slash}{path}"))
                .replace("{line}", &line.to_string())
                .replace("{column}", &column.to_string()),
        )
    }
}
