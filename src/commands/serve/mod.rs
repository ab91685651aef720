//! `serve`: the site in a browser, and each change as it is saved.

mod desk;
mod ending;
mod index;
mod listen;
mod shared_folder;
mod update;
mod watch;

use std::io;
use std::net::{IpAddr, TcpListener};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use clap::Args;
use clap::builder::PossibleValuesParser;
use letterpress::desk::{Desk, Secret, server as desk_server};
use letterpress::diagnostics::{MachineError, Report};
use letterpress::preview::{self, EDITORS, Editor, Hosts, Preview};
use letterpress::site::Changed;
use letterpress::{LoadError, Site, threads};

use super::failure::Failure;
use super::pages::PageMaker;
use super::{Outcome, SiteArguments, now, output};
use desk::SiteFiles;
use ending::{Ending, How};
use index::BackgroundIndex;
use shared_folder::SharedFolder;
use update::Update;
use watch::Watch;

#[derive(Debug, Args)]
#[command(mut_arg("base_url", |argument| argument.help(
    "The address that the preview is reached at, where that is not its own, such as behind another server"
)))]
pub(crate) struct ServeArguments {
    #[command(flatten)]
    pub(super) site: SiteArguments,
    /// The port to answer at; 0 takes any that is free
    #[arg(long, value_name = "NUMBER", default_value_t = 1111)]
    port: u16,
    /// The name or number of this machine to answer at; 0.0.0.0 lets others in the network look too
    #[arg(long, value_name = "HOST", default_value = "127.0.0.1")]
    host: String,
    /// Open the site in a browser
    #[arg(long)]
    open: bool,
    /// Open a desk beside it, where letters are worked on: its pages write into `content/`. Drafts are shown
    #[arg(long)]
    edit: bool,
    /// Look for changes twice a second, where the system tells of none
    #[arg(long)]
    poll: bool,
    /// The editor in which links to mistakes open
    #[arg(long, value_name = "NAME", default_value = "vscode",
        value_parser = PossibleValuesParser::new(EDITORS.iter().map(|(name, _)| *name)))]
    editor: String,
    /// Show only the address and problems
    #[arg(long)]
    quiet: bool,
}

pub(crate) fn run(arguments: &ServeArguments) -> io::Result<Outcome> {
    preview(arguments).or_else(|failure| failure.tell(&arguments.site.root))
}

fn preview(arguments: &ServeArguments) -> Result<Outcome, Failure> {
    let start = now();
    threads::room_for(THREADS)?;
    let listener = listen::listen(&arguments.host, arguments.port)?;
    if arguments.edit && !listener.local_addr()?.ip().is_loopback() {
        let help = "leave out --host: only this machine may write";
        return Err(Failure::usage(format!("the desk answers this machine alone\n  help: {help}")));
    }
    let origin = listen::origin(&arguments.host, listener.local_addr()?.port());
    let root = &arguments.site.root;
    let (preview, update, folder) = match prepare(arguments, &origin) {
        Ok(prepared) => prepared,
        Err(error) => {
            return Ok(output::problems(root, &(&error).into()).map(|()| (&error).into())?);
        }
    };
    let site = Arc::clone(preview.shown().site());
    let address = format!("{origin}{}", site.settings().base_path());
    let machine = MachineError::without_path;
    let mut router = preview::server(Arc::clone(&preview));
    let mut desk_address = None;
    if arguments.edit {
        let desk = open_desk(root, folder, Arc::clone(&preview))?;
        desk_address = Some(format!("{origin}{}", desk.address()));
        router = desk_server(Arc::new(desk)).merge(router);
    }
    let server = serve(listener, router).map_err(|it| machine("answer browsers", it))?;
    let ending = Ending::listen().map_err(|error| machine("listen to signals", error))?;
    output::problems(root, preview.shown().report())?;
    if !arguments.quiet {
        output::line(&format!("Preview of {}. Ctrl+C ends it.", output::contents(&site)))?;
    }
    // The last line, so that nobody has to look for it.
    output::line(&format!("Ready in {}: {address}", output::time(start.elapsed())))?;
    if let Some(desk) = &desk_address {
        output::line(&format!("Desk, for whoever has this address: {desk}"))?;
    }
    if arguments.open
        && let Err(error) = open::that_detached(desk_address.as_ref().unwrap_or(&address))
    {
        output::line(&format!("note: the browser could not be opened: {error}"))?;
    }
    let ended = BackgroundIndex::start(Arc::clone(&preview), arguments.quiet, ending.guard())
        .and_then(|index| update.start(index, ending.guard()))
        .and_then(|()| ending.wait(&server));
    server.shutdown_background();
    match ended.map_err(|error| machine("go on with the preview", error))? {
        How::Asked => Ok(Outcome::Done),
        How::Broken => {
            let message = "the preview has a mistake of its own: please report what is said above";
            Err(Failure::Message(Outcome::Machine, message.to_owned()))
        }
    }
}

/// Reads the site once, watched from before, so that no change is missed.
fn prepare(
    arguments: &ServeArguments,
    origin: &str,
) -> Result<(Arc<Preview>, Update, Arc<SharedFolder>), LoadError> {
    let root = &arguments.site.root;
    let not_there = |_| LoadError::NotASite(root.clone());
    let real_root = root.canonicalize().map_err(not_there)?;
    let watch = Watch::new(&real_root, arguments.poll);

    let mut options = arguments.site.load_options();
    options.drafts |= arguments.edit;
    options.keeps_texts |= arguments.edit;
    if options.base_url.is_none() {
        options.origin = Some(origin.to_owned());
    }
    let folder = Arc::new(SharedFolder::new(arguments.site.folder(options)));
    let (site, mut report) = folder.load(&Changed::Anything)?;
    if !report.has_errors() {
        report = with_trial(&site, report);
    }

    let hosts = hosts(arguments, &site);
    // The command line takes no other name.
    let editor = Editor::named(&arguments.editor, &real_root).unwrap_or_default();
    let is_good = !report.has_errors();
    let preview = Arc::new(Preview::new(site, report, hosts, editor));
    let shared = Arc::clone(&folder);
    let update = Update::new(shared, watch, Arc::clone(&preview), root, is_good, arguments.quiet);
    Ok((preview, update, folder))
}

/// A desk on the site's files, with an address that nobody can guess.
fn open_desk(
    root: &Path,
    folder: Arc<SharedFolder>,
    preview: Arc<Preview>,
) -> Result<Desk, Failure> {
    let mut random = [0; 16];
    let machine = MachineError::without_path;
    getrandom::fill(&mut random)
        .map_err(|error| machine("get random bytes for the desk's address", error.into()))?;
    let files = Box::new(SiteFiles::new(root, folder));
    Desk::new(files, preview, Secret::new(random))
        .map_err(|error| machine("open the desk", io::Error::other(error.to_string())).into())
}

/// Adds what the theme cannot make of this site, seen from one page of each kind.
fn with_trial(site: &Site, mut report: Report) -> Report {
    let pages = PageMaker::new(site);
    let tried = preview::try_kinds(site, |route, out| pages.write(route, out));
    report.merge(tried);
    report
}

/// The names besides those of any machine: the one listened at, and the one that the site is told it has.
fn hosts(arguments: &ServeArguments, site: &Site) -> Hosts {
    let own = Some(arguments.host.clone()).filter(|host| host.parse::<IpAddr>().is_err());
    let told = arguments.site.base_url.as_ref().map(|_| site.settings().host().to_owned());
    Hosts::new(own.into_iter().chain(told))
}

/// Makes ready to answer, as soon as somebody waits for the end.
fn serve(listener: TcpListener, router: Router) -> io::Result<tokio::runtime::Runtime> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .max_blocking_threads(PAGES_AT_ONCE)
        .thread_keep_alive(FOREVER)
        .build()?;
    // The first thread for pages stays. Where no other can be started, a page waits for it; Tokio panics without one.
    runtime.spawn_blocking(|| ());
    listener.set_nonblocking(true)?;
    let listener = runtime.block_on(async { tokio::net::TcpListener::from_std(listener) })?;
    runtime.spawn(async move { axum::serve(listener, router).await });
    Ok(runtime)
}

/// Longer than any preview.
const FOREVER: Duration = Duration::from_secs(1 << 32);

/// How many threads a preview has besides those that share its work: one each that is told of changes, takes them up, has
/// the search index made, makes that, and makes pages.
const THREADS: usize = 5;

/// A page that takes long holds up no other before so many do.
const PAGES_AT_ONCE: usize = 16;
