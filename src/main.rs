//! The command line: what was asked for, done, and said.

mod commands;

use std::process::ExitCode;

use clap::Parser;

use commands::{Cli, Command, Outcome};

fn main() -> ExitCode {
    let Cli { command } = Cli::parse();
    let outcome = match command {
        Command::Build(arguments) => commands::build::run(&arguments),
        Command::Check(arguments) => commands::check::run(&arguments),
        Command::Schema(arguments) => commands::schema::run(&arguments),
        Command::Cms(arguments) => commands::cms::run(&arguments),
    };
    match outcome {
        Ok(outcome) => outcome.into(),
        Err(error) => {
            // Whoever read what we say may be gone; then there is nobody to tell.
            let _ =
                commands::tell::failure(&format!("could not write what there is to say: {error}"));
            Outcome::Machine.into()
        }
    }
}
