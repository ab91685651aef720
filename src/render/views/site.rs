//! `site` in every template: what is the same on all pages, made once.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::parts::LinkView;
use super::regulator::{LicenceView, NounView, RegulatorView};
use crate::model::{
    Archive, Messages, OptionValue, Page, Palette, Polarity, Settings, Term, Theme,
};
use crate::plan::Route;
use crate::render::{records, regulator, search_parts};

#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::render) struct SiteView {
    title: String,
    description: String,
    /// The whole address of the site.
    base_url: String,
    language: String,
    /// The plain pages that ask for a place in the menu, in order.
    menu: Vec<LinkView>,
    /// All plain pages, those of the menu first.
    pages: Vec<LinkView>,
    /// Whether there is a search page.
    search: bool,
    /// Whether inspections may be followed by monitoring, so that there is a page on who is monitored now.
    monitoring: bool,
    /// In how many parts its index is.
    search_parts: usize,
    /// Where the content is kept.
    repository: Option<String>,
    /// Who writes the letters, where the site says so.
    regulator: Option<RegulatorView>,
    /// What letters are called.
    letter: NounView,
    /// The same of several.
    letters: String,
    /// What those are called whom letters are sent to.
    recipient: NounView,
    /// On what terms the letters may be used, where the site says so.
    licence: Option<LicenceView>,
    /// Kinds of finding, in the order in which pages show them.
    polarities: Vec<PolarityView>,
    /// The theme's options, with what the site chose.
    options: BTreeMap<String, OptionView>,
}

/// A kind of finding, and how it looks.
#[derive(Debug, Serialize, JsonSchema)]
struct PolarityView {
    word: String,
    label: String,
    /// The label as a text of CSS, with its quotation marks.
    label_in_css: String,
    /// The name of the shape that tells it from others.
    mark: &'static str,
    light: PaletteView,
    dark: PaletteView,
}

/// Colours as CSS has them.
#[derive(Debug, Serialize, JsonSchema)]
struct PaletteView {
    mark: String,
    text: String,
    /// What the text may stand on.
    wash: String,
}

impl From<&Polarity> for PolarityView {
    fn from(polarity: &Polarity) -> Self {
        let Term { word, label } = &polarity.term;
        PolarityView {
            word: word.clone(),
            label: label.clone(),
            label_in_css: format!("\"{}\"", label.replace('\\', "\\\\").replace('"', "\\\"")),
            mark: polarity.mark.word(),
            light: polarity.light.into(),
            dark: polarity.dark.into(),
        }
    }
}

impl From<Palette> for PaletteView {
    fn from(Palette { mark, text, wash }: Palette) -> Self {
        let [mark, text, wash] = [mark, text, wash].map(|colour| colour.to_string());
        PaletteView { mark, text, wash }
    }
}

#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
enum OptionView {
    Text(String),
    Number(i64),
    Flag(bool),
}

pub(in crate::render) fn site(
    archive: &Archive,
    settings: &Settings,
    theme: &Theme,
    messages: &Messages,
) -> SiteView {
    let mut pages: Vec<&Page> = archive.pages.iter().map(AsRef::as_ref).collect();
    pages.sort_by_key(|page| (page.menu.is_none(), page.menu, &page.slug));
    let links = |pages: &[&Page]| -> Vec<LinkView> {
        pages.iter().map(|page| LinkView::new(&*page.title, &Route::page(page))).collect()
    };
    let in_menu = pages.partition_point(|page| page.menu.is_some());
    let theirs = theme.options.iter();
    let chosen = settings.theme_options.iter().map(|chosen| (&chosen.name, &chosen.value));
    SiteView {
        title: settings.title.clone(),
        description: settings.description.clone(),
        base_url: settings.base_url.clone(),
        language: settings.language.clone(),
        menu: links(&pages[..in_menu]),
        pages: links(&pages),
        search: settings.search,
        monitoring: archive.vocabulary.has_monitoring(),
        search_parts: search_parts(records::count(archive)),
        repository: settings.repository.as_ref().map(|(url, _)| url.clone()),
        regulator: super::regulator::regulator(settings),
        letter: NounView::new(regulator::letter(settings, messages, 1)),
        letters: regulator::letters(settings, messages),
        recipient: NounView::new(regulator::recipient(settings, messages, 1)),
        licence: super::regulator::licence(settings),
        polarities: archive.vocabulary.polarities.iter().map(PolarityView::from).collect(),
        options: theirs.chain(chosen).map(|(name, value)| (name.clone(), value.into())).collect(),
    }
}

impl From<&OptionValue> for OptionView {
    fn from(value: &OptionValue) -> Self {
        match value {
            OptionValue::Text(text) => OptionView::Text(text.clone()),
            OptionValue::Number(number) => OptionView::Number(*number),
            OptionValue::Flag(flag) => OptionView::Flag(*flag),
        }
    }
}
