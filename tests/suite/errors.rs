//! Errors of the library: each says what is wrong, and gives the cause that it holds.

use std::error::Error;
use std::io::{self, ErrorKind};

use letterpress::publish::{ForeignFiles, Output, Request};
use letterpress::render::RenderError;
use letterpress::{LoadOptions, Site};

use crate::folder::Folder;

/// What kind of failure of the machine is at the end of the causes.
fn first_cause(error: &dyn Error) -> Option<ErrorKind> {
    let cause = error.source()?;
    first_cause(cause).or_else(|| cause.downcast_ref::<io::Error>().map(io::Error::kind))
}

#[test]
fn an_error_gives_the_failure_of_the_machine_behind_it() {
    let folder = Folder::new();
    folder.write("file", "a file, and no folder");
    let file = folder.path().join("file");

    let error = Site::load(&file, &LoadOptions::default()).map(drop).expect_err("no folder");
    assert_eq!(first_cause(&error), Some(ErrorKind::NotADirectory), "{error}");

    let output = file.join("site");
    let request = Request {
        root: folder.path(),
        folder: &output,
        home: None,
        foreign_files: ForeignFiles::Refuse,
    };
    let error = Output::reserve(&request).map(drop).expect_err("no folder");
    assert_eq!(first_cause(&error), Some(ErrorKind::NotADirectory), "{error}");

    let error = RenderError::from(io::Error::from(ErrorKind::StorageFull));
    assert_eq!(first_cause(&error), Some(ErrorKind::StorageFull), "{error}");
}
