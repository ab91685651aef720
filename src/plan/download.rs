//! Files below `/data/`: tables, and what programs read beside them.

use crate::model::AuthorityId;

/// A file below `/data/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Download {
    /// A table, as CSV.
    Table(DataTable),
    /// What the tables hold: a Frictionless Data Package.
    Package,
    /// What there is, and where.
    Index,
    /// An authority with everything in it.
    Authority(AuthorityId),
}

/// A table of the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DataTable {
    /// Councils.
    Authorities,
    /// What findings are about.
    Topics,
    /// Letters.
    Letters,
    /// Findings of letters.
    Findings,
    /// Figures that letters state.
    Measures,
    /// Inspections of authorities.
    Inspections,
    /// Visits whose letter is not here.
    Visits,
}

impl DataTable {
    /// All tables, those that others refer to first.
    pub const ALL: &[DataTable] = &[
        DataTable::Authorities,
        DataTable::Topics,
        DataTable::Letters,
        DataTable::Findings,
        DataTable::Measures,
        DataTable::Inspections,
        DataTable::Visits,
    ];

    /// The table's name, and its file's without the ending.
    pub fn name(self) -> &'static str {
        match self {
            DataTable::Authorities => "authorities",
            DataTable::Topics => "topics",
            DataTable::Letters => "letters",
            DataTable::Findings => "findings",
            DataTable::Measures => "measures",
            DataTable::Inspections => "inspections",
            DataTable::Visits => "visits",
        }
    }
}
