//! A site's folder, looked at again and again while its files change: only those are read and parsed anew.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::changed::Changed;
use super::content_part::{self, ContentPart, parsed};
use super::load_request::LoadRequest;
use super::progress::{Amount, Done};
use super::setup::Setup;
use super::{LoadError, LoadOptions, Site, fingerprint};
use crate::check;
use crate::diagnostics::{MachineError, Report, SourceText};
use crate::index::{Indexes, LetterTopics};
use crate::model::{Settings, Vocabulary};
use crate::parse::{self, ParseCache, ParseContext};
use crate::plan::Plan;
use crate::read::{self, Reread, Source, Sources};
use crate::render::{MadeFrom, Renderer, Shared, TemplateHost};

/// A site's folder, with what was read of it.
pub struct Folder {
    root: PathBuf,
    options: LoadOptions,
    /// Whether the content was read as a whole, so that what changes in it is all there is to be read.
    is_read: bool,
    /// What was read and not parsed yet.
    unparsed: Option<Sources>,
    files: BTreeMap<String, ContentPart>,
    /// The words with which these were parsed.
    vocabulary: Arc<Vocabulary>,
    setup: Option<Setup>,
    /// For the settings and the theme that were read last.
    renderer: Option<Arc<Renderer>>,
    topics: Arc<LetterTopics>,
    /// What earlier runs have read.
    cache: Option<ParseCache>,
    /// Where templates are rendered that did not come with the program.
    host: Option<Arc<dyn TemplateHost>>,
}

impl Folder {
    /// A folder of which nothing is read yet.
    pub fn new(root: &Path, options: LoadOptions) -> Self {
        Folder {
            root: root.to_owned(),
            options,
            is_read: false,
            unparsed: None,
            files: BTreeMap::new(),
            vocabulary: Arc::default(),
            setup: None,
            renderer: None,
            topics: Arc::default(),
            cache: None,
            host: None,
        }
    }

    /// Has the templates of a theme that did not come with the program rendered by a host, so that none of them can
    /// take more time and memory than it may.
    #[must_use]
    pub fn with_host(self, host: Arc<dyn TemplateHost>) -> Self {
        Folder { host: Some(host), ..self }
    }

    /// Takes from a cache what it has, whenever the whole content is parsed; unless there are too many letters for one.
    pub fn use_cache(&mut self, cache: ParseCache) {
        self.cache = Some(cache);
    }

    /// The cache, with what was read since.
    pub fn take_cache(&mut self) -> Option<ParseCache> {
        self.cache.take()
    }

    /// Reads all that the site is made from, for the next load, and gives numbers that are the same only
    /// for the same: settings, theme, options and content. That the program is the same is for others to see.
    ///
    /// # Errors
    /// As [`Site::load`] does.
    pub fn made_from(&mut self, tell: &mut dyn FnMut(Done)) -> Result<MadeFrom, LoadError> {
        self.renderer = None;
        let setup = self.setup.insert(Setup::read(&self.root, &self.options)?);
        tell(Done::Setup);
        let texts = setup.settings.letter_texts.as_ref().map(|it| it.path.as_str());
        let content = self.unparsed.insert(read::content(&self.root, texts)?);
        tell(Done::Read(Amount::of_all(content)));
        Ok(fingerprint::made_from(setup, &self.options, content))
    }

    /// The words that the site's front matter may use: nothing else of the site is read.
    ///
    /// # Errors
    /// As [`Site::load`] does, of settings and theme.
    pub fn vocabulary(&self) -> Result<Arc<Vocabulary>, LoadError> {
        Ok(Setup::read(&self.root, &self.options)?.vocabulary)
    }

    /// The settings, where they were read.
    pub fn settings(&self) -> Option<&Settings> {
        self.setup.as_ref().map(|setup| &setup.settings)
    }

    /// A text of the content that was read by [`Folder::made_from`], or that of the settings.
    pub fn text(&self, path: &str) -> Option<Arc<SourceText>> {
        let settings = self.setup.as_ref().map(|setup| &setup.source);
        let content = self.unparsed.as_ref().and_then(|content| content.get(path));
        match content {
            Some(Source::Text(text)) => Some(Arc::clone(text)),
            Some(Source::LetterText(_) | Source::Asset(_) | Source::Problem(_)) => None,
            None => settings.filter(|settings| settings.path == path).map(Arc::clone),
        }
    }

    /// Reads what has changed, and gives the site as it is now, as [`Site::load`] would.
    ///
    /// # Errors
    /// As [`Site::load`] does. What was read before is kept, so that the next call needs only what changed.
    pub fn load<'a>(
        &mut self,
        request: impl Into<LoadRequest<'a>>,
    ) -> Result<(Site, Report), LoadError> {
        let mut request = request.into();
        // Both are read even if the first fails, as each change is told only once.
        let setup = self.read_setup(&mut request);
        self.use_words_of(setup.as_ref().ok());
        let content = self.read_content(&mut request);
        let setup = setup?;
        content?;

        let (archive, mut problems) =
            content_part::archive(&self.files, &self.vocabulary, self.options.drafts);
        let indexes = Indexes::new(&archive, &self.topics);
        self.topics = indexes.letter_topics();
        let findings = archive.letters.iter().map(|letter| letter.findings.len()).sum();
        request.done(Done::Indexed { findings });
        let Setup { settings, theme, messages, .. } = setup.clone();
        let last = self.renderer.take();
        let made_for = (&settings, &theme, &messages);
        let (of_rules, ((plan, of_plan), renderer)) = rayon::join(
            || check::check(&archive, &indexes),
            || {
                rayon::join(
                    || Plan::new(&archive, &indexes, &settings, &theme),
                    || Renderer::new(&archive, made_for, self.host.as_ref(), last),
                )
            },
        );
        let renderer = renderer?;
        problems.extend(setup.problems());
        problems.extend([of_rules, of_plan, renderer.problems().to_vec()].into_iter().flatten());
        self.renderer = Some(Arc::clone(&renderer));
        problems.retain(parse::is_known);
        let report = check::without_checked(&archive, problems).into_iter().collect();
        let shared = Shared::new(&archive, &messages);
        request.done(Done::Planned { addresses: plan.routes().len() });
        Ok((Site { archive, indexes, plan, settings, theme, messages, renderer, shared }, report))
    }

    /// Takes these bytes for what a file of the content holds, as if they were written into it. The disk is left as it is, and
    /// what is loaded next is the site as it would be.
    ///
    /// # Errors
    /// Where the machine would not read what belongs to the file.
    pub fn suppose(&mut self, path: &str, bytes: Vec<u8>) -> Result<(), MachineError> {
        let reread = read::again(&self.root, self.letter_texts(), Path::new(path))?;
        if let Some(mut reread) = reread {
            reread.sources.insert(path.to_owned(), read::text_source(path, bytes));
            self.replace(reread);
        }
        Ok(())
    }

    /// The settings and the theme; those read before, where only content has changed.
    fn read_setup(&mut self, request: &mut LoadRequest<'_>) -> Result<Setup, LoadError> {
        let is_known = request.changed.is_content() || self.unparsed.is_some();
        if let Some(setup) = self.setup.take().filter(|_| is_known) {
            return Ok(self.setup.insert(setup).clone());
        }
        self.renderer = None;
        let setup = Setup::read(&self.root, &self.options)?;
        request.done(Done::Setup);
        Ok(self.setup.insert(setup).clone())
    }

    /// Takes the words of these settings for what is parsed from now on; where there are none, those of last time. What
    /// was parsed with others means nothing any more.
    fn use_words_of(&mut self, setup: Option<&Setup>) {
        let words = match setup {
            Some(setup) => &setup.vocabulary,
            None if self.is_read => return,
            None => &parse::built_in_vocabulary(),
        };
        if *words != self.vocabulary {
            self.vocabulary = Arc::clone(words);
            self.is_read = false;
        }
    }

    fn read_content(&mut self, request: &mut LoadRequest<'_>) -> Result<(), MachineError> {
        let was_read = std::mem::replace(&mut self.is_read, false);
        if let Some(content) = self.unparsed.take() {
            self.parse_all(content, request);
            self.is_read = true;
            return Ok(());
        }
        match request.changed {
            Changed::Paths(paths) if was_read && !self.has_texts_in(paths) => {
                for path in paths {
                    if let Some(reread) = read::again(&self.root, self.letter_texts(), path)? {
                        self.replace(reread);
                    }
                }
                // What was read is a part; whether all is too large is known of the whole.
                if self.files.contains_key(read::CONTENT) || self.has_too_large_assets() {
                    self.files.clear();
                    self.read_all(request)?;
                }
            }
            _ => self.read_all(request)?,
        }
        self.is_read = true;
        Ok(())
    }

    /// Where the texts of letters are that do not lie beside them.
    fn letter_texts(&self) -> Option<&str> {
        Some(&self.settings()?.letter_texts.as_ref()?.path)
    }

    /// Whether texts of letters may have changed that do not lie beside them.
    fn has_texts_in(&self, paths: &BTreeSet<PathBuf>) -> bool {
        self.letter_texts().is_some_and(|texts| paths.iter().any(|path| path.starts_with(texts)))
    }

    fn read_all(&mut self, request: &mut LoadRequest<'_>) -> Result<(), MachineError> {
        let sources = read::content(&self.root, self.letter_texts())?;
        request.done(Done::Read(Amount::of_all(&sources)));
        self.parse_all(sources, request);
        Ok(())
    }

    fn parse_all(&mut self, sources: Sources, request: &mut LoadRequest<'_>) {
        let texts = Amount::of_texts(&sources);
        self.cache = self.cache.take().and_then(|cache| cache.sized_for(texts.bytes));
        self.files = parsed(sources, self.context(self.cache.as_ref()), self.keeps_texts());
        request.done(Done::Parsed(texts));
    }

    fn context<'a>(&'a self, cache: Option<&'a ParseCache>) -> ParseContext<'a> {
        ParseContext { vocabulary: &self.vocabulary, cache }
    }

    /// Whether the texts of letters are held on to once the letters were held against them.
    fn keeps_texts(&self) -> bool {
        let are_published = self.settings().is_some_and(|it| it.publishes_letter_texts);
        self.options.keeps_texts || are_published
    }

    fn has_too_large_assets(&self) -> bool {
        let size = |file: &ContentPart| match file {
            ContentPart::Asset(bytes) => bytes.len() as u64,
            ContentPart::Text(_) | ContentPart::Problem(_) => 0,
        };
        self.files.values().map(size).sum::<u64>() > read::ASSETS_AT_MOST
    }

    fn replace(&mut self, Reread { path, sources }: Reread) {
        let below = format!("{path}/");
        let gone: Vec<String> = self
            .files
            .range(below.clone()..)
            .map(|(path, _)| path.clone())
            .take_while(|path| path.starts_with(&below))
            .chain(read::text_of(&path))
            .chain([path])
            .collect();
        for path in gone {
            self.files.remove(&path);
        }
        let parsed = parsed(sources, self.context(None), self.keeps_texts());
        self.files.extend(parsed);
    }
}
