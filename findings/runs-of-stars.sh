#!/usr/bin/env bash
# Strong emphasis inside emphasis, with one star too many. CommonMark 0.31.2 pairs as many stars of two runs as it can and leaves
# the rest as text: of three stars before a word and four behind it, one pair is emphasis, one strong emphasis, and one star stays.
#
# - commonmark 0.31.2 for JavaScript, the reference, does so.
# - markdown 1.0.0 for Rust, which states that it follows CommonMark, pairs only the strong emphasis, and leaves one star
#   before and two behind; with four before and three behind likewise. With equal runs it agrees.
#
# So the text of one letter is strong and emphasised in one preview, and has loose stars in another. Letterpress renders with
# pulldown-cmark, which is as the reference; its tests, which read texts with this crate once more, leave such runs out.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

printf '%s\n' '***plans***' 'b***plans****' '****plans***b' > texts

npm install --silent --no-audit --no-fund --prefix js commonmark@0.31.2
cat > js/read.mjs <<'JS'
import fs from 'node:fs';
import { HtmlRenderer, Parser } from 'commonmark';
for (const text of fs.readFileSync('texts', 'utf8').trimEnd().split('\n')) {
  process.stdout.write('commonmark ' + new HtmlRenderer().render(new Parser().parse(text)));
}
JS
node js/read.mjs | tee seen

mkdir -p rust/src
cat > rust/Cargo.toml <<'TOML'
[package]
name = "read"
edition = "2021"

[dependencies]
markdown = "=1.0.0"
TOML
cat > rust/src/main.rs <<'RUST'
fn main() {
    for text in std::io::stdin().lines().map_while(Result::ok) {
        println!("markdown {}", markdown::to_html(&text));
    }
}
RUST
cargo run --quiet --manifest-path rust/Cargo.toml --target-dir rust/target < texts | tee -a seen

diff seen - <<'SEEN'
commonmark <p><em><strong>plans</strong></em></p>
commonmark <p>b<em><strong>plans</strong></em>*</p>
commonmark <p>*<em><strong>plans</strong></em>b</p>
markdown <p><em><strong>plans</strong></em></p>
markdown <p>b*<strong>plans</strong>**</p>
markdown <p>**<strong>plans</strong>*b</p>
SEEN
echo "As it was found."
