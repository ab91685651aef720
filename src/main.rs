//! The command line: what was asked for, done, and said.

mod commands;

use std::io::ErrorKind;
use std::process::ExitCode;

use letterpress::threads;

use commands::{Cli, Command, Outcome};

/// With the system's own a third of a build's time went into memory: pages are made of many small texts.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    commands::signals::tame();
    let Cli { command } = match commands::parse_command_line() {
        Ok(asked) => asked,
        Err(told) => return told,
    };
    if let Some(most) = command.threads()
        && let Err(error) = threads::share_out(most)
    {
        let _ = commands::output::failure(&error);
        return Outcome::Machine.into();
    }
    let outcome = match command {
        Command::Build(arguments) => commands::build::run(&arguments),
        Command::Check(arguments) => commands::check::run(&arguments),
        #[cfg(feature = "preview")]
        Command::Serve(arguments) => commands::serve::run(&arguments),
        Command::Explain { code } => commands::explain::run(code.as_deref()),
        Command::Ids(arguments) => commands::ids::run(&arguments),
        Command::Import(arguments) => commands::import::run(&arguments),
        Command::ReadPdf => commands::import::read_pdf(),
        Command::RenderTemplates => commands::templates::serve(),
        Command::New(arguments) => commands::new::run(&arguments),
        Command::Init(arguments) => commands::init::run(&arguments),
        Command::List(arguments) => commands::list::run(&arguments),
        Command::Schema(arguments) => commands::schema::run(&arguments),
        Command::Cms(arguments) => commands::cms::run(&arguments),
    };
    match outcome {
        Ok(outcome) => outcome.into(),
        // Whoever read what we say has had enough, as `head` has after ten lines.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Outcome::Done.into(),
        Err(error) => {
            commands::output::unheard(&error);
            Outcome::Machine.into()
        }
    }
}
