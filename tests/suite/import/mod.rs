//! `import`: what is read out of a letter, what is doubted, what is refused.

mod letters;
mod table;
