//! England's authorities as a map of hexagons: which of them the site covers.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::chart::tenths;
use super::parts::LinkView;
use crate::model::AuthorityId;
use crate::model::england::{KnownAuthority, MapCell};
use crate::render::page_context::Scene;

/// From the middle of a hexagon to its corners.
const RADIUS: f64 = 20.0;

/// What to draw, in units of `width` and `height`, from the top left.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct MapView {
    width: f64,
    height: f64,
    cells: Vec<HexagonView>,
    /// How many cells have letters, a page without letters, and nothing.
    with_letters: usize,
    without_letters: usize,
    not_here: usize,
}

/// An authority of England.
#[derive(Debug, Serialize, JsonSchema)]
struct HexagonView {
    /// Its middle.
    x: f64,
    y: f64,
    name: &'static str,
    /// The name in three letters or fewer.
    short: String,
    /// Its page, where the site has one.
    authority: Option<LinkView>,
    letters: usize,
}

fn known(scene: &Scene<'_>) -> Vec<KnownAuthority> {
    scene.archive.vocabulary.known_authorities.all()
}

/// The authorities on this site that the program knows of, by the ONS code that it knows each by. An authority
/// is found by its code, one that it had before, or else its slug. Empty for a site about other places,
/// which then has no map.
pub(super) fn covered(scene: &Scene<'_>) -> BTreeMap<&'static str, AuthorityId> {
    let mut by_code: BTreeMap<&str, AuthorityId> = BTreeMap::new();
    let mut by_slug: BTreeMap<&str, AuthorityId> = BTreeMap::new();
    for (id, authority) in scene.archive.authority_ids() {
        let codes = authority.gss_code.iter().chain(&authority.former_gss_codes);
        by_code.extend(codes.map(|code| (code.as_str(), id)));
        by_slug.insert(authority.slug.as_str(), id);
    }
    let known = known(scene).into_iter().filter(|known| known.cell.is_some());
    let covered = known.filter_map(|known| {
        let mut codes = std::iter::once(known.gss_code).chain(known.former_gss_codes);
        let found = codes.find_map(|code| by_code.get(code)).or_else(|| by_slug.get(known.slug));
        Some((known.gss_code, *found?))
    });
    covered.collect()
}

/// The names of a region's authorities that the site has nothing on, in order.
pub(super) fn not_here(
    scene: &Scene<'_>,
    covered: &BTreeMap<&'static str, AuthorityId>,
    region: &str,
) -> BTreeSet<&'static str> {
    let in_region = |known: &KnownAuthority| known.region == region && known.cell.is_some();
    let missing = known(scene).into_iter().filter(in_region);
    missing.filter(|known| !covered.contains_key(known.gss_code)).map(|known| known.name).collect()
}

/// The map. None where the site has no authority that stands on one.
pub(super) fn map(scene: &Scene<'_>) -> Option<MapView> {
    let covered = covered(scene);
    if covered.is_empty() {
        return None;
    }
    let known = known(scene);
    let cells = || known.iter().filter_map(|known| Some((known, known.cell?)));
    let columns = cells().map(|(_, cell)| cell.column).max()?;
    let rows = cells().map(|(_, cell)| cell.row).max()?;
    let mut views: Vec<HexagonView> =
        cells().map(|(known, cell)| cell_view(scene, &covered, known, place(cell, rows))).collect();
    // As people read: from the top, and from the left.
    views.sort_by(|one, other| one.y.total_cmp(&other.y).then(one.x.total_cmp(&other.x)));
    let count = |is: &dyn Fn(&HexagonView) -> bool| views.iter().filter(|cell| is(cell)).count();
    Some(MapView {
        width: tenths((f64::from(columns) + 1.5) * across()),
        height: tenths(f64::from(rows) * RADIUS * 1.5 + RADIUS * 2.0),
        with_letters: count(&|cell| cell.letters > 0),
        without_letters: count(&|cell| cell.authority.is_some() && cell.letters == 0),
        not_here: count(&|cell| cell.authority.is_none()),
        cells: views,
    })
}

fn cell_view(
    scene: &Scene<'_>,
    covered: &BTreeMap<&'static str, AuthorityId>,
    known: &KnownAuthority,
    (x, y): (f64, f64),
) -> HexagonView {
    let id = covered.get(known.gss_code);
    HexagonView {
        x,
        y,
        name: known.name,
        short: short(id.map_or(known.name, |&id| &scene.archive.authority(id).name)),
        authority: id.map(|&id| LinkView::authority(scene.archive.authority(id))),
        letters: id.map_or(0, |&id| scene.indexes.authority(id).letters.len()),
    }
}

/// From side to side of a hexagon.
fn across() -> f64 {
    RADIUS * 3.0_f64.sqrt()
}

fn place(cell: MapCell, rows: u8) -> (f64, f64) {
    let half = f64::from(cell.row % 2) / 2.0;
    let x = (f64::from(cell.column) + half + 0.5) * across();
    let y = f64::from(rows - cell.row) * RADIUS * 1.5 + RADIUS;
    (tenths(x), tenths(y))
}

/// The first letters of the words of a name, or those of its only word: 'BNE', 'Sun'.
fn short(name: &str) -> String {
    let small = ["and", "of", "upon", "on", "with", "the"];
    let words: Vec<&str> = name
        .split([' ', '-'])
        .filter(|word| !small.contains(&word.to_lowercase().as_str()))
        .collect();
    match words[..] {
        [word] => word.chars().take(3).collect(),
        _ => words.iter().filter_map(|word| word.chars().next()).take(3).collect(),
    }
}
