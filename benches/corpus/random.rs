//! Numbers that look random and are the same on every machine: SplitMix64, by Sebastiano Vigna.

/// A row of numbers that a seed decides.
pub(crate) struct Random(u64);

impl Random {
    /// The row that belongs to a seed and a number: neighbours have nothing in common.
    pub(crate) fn new(seed: u64, number: usize) -> Self {
        let mut random = Random(seed);
        let mixed = random.next() ^ number as u64;
        Random(Random(mixed).next())
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below another.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    /// Yes, so many times in a hundred.
    pub(crate) fn percent(&mut self, chance: usize) -> bool {
        self.below(100) < chance
    }

    /// One of several.
    pub(crate) fn one_of<'a, T: ?Sized>(&mut self, several: &[&'a T]) -> &'a T {
        several[self.below(several.len())]
    }
}
