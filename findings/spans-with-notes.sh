#!/usr/bin/env bash
# Where a value ends, as a reader of YAML 1.2 says. A comment is no part of a value (YAML 1.2.2, 6.6), nor is the space before it.
#
# saphyr-parser 0.3.4 for Rust gives each event a span. That of a value without quotes ends with its last character. That of
# one in quotes, of a key in quotes, and of the bracket that closes a list goes on over the spaces behind it, and over the
# comment where one follows on the line.
#
# So whoever marks such a value, or writes another in its place, takes the comment for a part of it. Letterpress did: its help
# said to write a note to oneself into a list. It ends these spans itself now, at the second quotation mark and behind the bracket.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

mkdir src
cat > Cargo.toml <<'TOML'
[package]
name = "spans"
edition = "2021"

[dependencies]
saphyr-parser = "=0.3.4"
TOML
cat > src/main.rs <<'RUST'
use saphyr_parser::{Event, Parser};

fn main() {
    for text in ["a: plans  # late", "a: \"plans\"  # late", "a: 'plans'  # late", "'a' : b", "[plans]  # late"] {
        for event in Parser::new_from_str(text) {
            let (event, span) = event.expect("valid YAML");
            if matches!(event, Event::Scalar(..) | Event::SequenceEnd) {
                println!("{text} => <{}>", &text[span.start.index()..span.end.index()]);
            }
        }
    }
}
RUST
cargo run --quiet | tee seen

diff seen - <<'SEEN'
a: plans  # late => <a>
a: plans  # late => <plans>
a: "plans"  # late => <a>
a: "plans"  # late => <"plans"  # late>
a: 'plans'  # late => <a>
a: 'plans'  # late => <'plans'  # late>
'a' : b => <'a' >
'a' : b => <b>
[plans]  # late => <plans>
[plans]  # late => <]  # late>
SEEN
echo "As it was found."
