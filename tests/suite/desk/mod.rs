//! The desk over HTTP, as browsers and whoever else is on the machine reach it: who may use it, what it writes, and that it
//! never writes over what another program has written.

mod access;
mod browser;
mod changes_of_others;
mod edits;
mod files;
mod letters;
mod steps;
