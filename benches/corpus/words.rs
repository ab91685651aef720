//! What the letters of the corpus say: sentences put together from parts, none of them anybody's own.

use super::random::Random;

/// How many different names [`council`] has.
pub(crate) const COUNCILS: usize = FIRST_PARTS.len() * LAST_PARTS.len();

/// The topics, with how often they come up among all findings: a few lead, as in real letters.
pub(crate) const TOPICS: &[(&str, &str, usize)] = &[
    ("management-oversight", "Management oversight", 12),
    ("assessment", "Assessment", 11),
    ("planning", "Planning", 10),
    ("supervision", "Supervision", 9),
    ("workforce", "Workforce", 9),
    ("quality-assurance", "Quality assurance", 8),
    ("thresholds", "Thresholds", 7),
    ("leadership", "Leadership", 7),
    ("partnership", "Partnership", 6),
    ("voice-of-the-child", "Voice of the child", 6),
    ("recording", "Recording", 5),
    ("front-door", "Front door", 5),
    ("performance-information", "Performance information", 4),
    ("permanence", "Permanence", 4),
    ("placements", "Placements", 4),
    ("pathway-plans", "Pathway plans", 3),
    ("pre-proceedings", "Pre-proceedings", 3),
    ("early-help", "Early help", 3),
    ("exploitation-and-missing", "Exploitation and missing", 3),
    ("domestic-abuse", "Domestic abuse", 2),
    ("health", "Health", 2),
    ("education", "Education", 2),
    ("neglect", "Neglect", 1),
    ("disabled-children", "Disabled children", 1),
];

/// Measures: id, label, unit, the least and the most.
pub(crate) const MEASURES: &[(&str, &str, &str, usize, usize)] = &[
    ("open-cases", "Cases open", "count", 220, 1900),
    ("agency-workers", "Posts held by agency workers", "percent", 4, 48),
    ("visits-on-time", "Visits made on time", "percent", 58, 99),
    ("assessments-on-time", "Assessments finished on time", "percent", 52, 98),
    ("audits", "Audits finished", "count", 12, 260),
    ("repeat-referrals", "Referrals within a year of the last", "percent", 11, 37),
];

pub(crate) const AREAS: &[&str] = &[
    "help and protection",
    "children in care",
    "care leavers",
    "the front door",
    "assessment and planning",
    "managers' oversight",
    "staff and their workloads",
    "audits and learning",
];

pub(crate) const PROGRESS: &[(&str, &str)] = &[
    ("making steady progress from a low starting point", "steady"),
    ("has begun to make some of the changes needed", "initial"),
    ("has kept up the improvements seen before", "sustained"),
    ("has made significant progress in the areas looked at", "significant"),
    ("is not yet making enough progress", "insufficient"),
];

pub(crate) const FIRST_NAMES: &[&str] =
    &["Anita", "Bernard", "Cecily", "Dev", "Esther", "Frank", "Gwen", "Hamid", "Isla", "Joan"];
pub(crate) const LAST_NAMES: &[&str] =
    &["Abbott", "Bhatt", "Croft", "Dyer", "Ellis", "Farrow", "Ghani", "Holt", "Ingram", "Judd"];

pub(crate) const HEADINGS: &[&str] = &[
    "What has changed",
    "What works well",
    "What has to get better",
    "Plans and reviews",
    "Staff and managers",
    "Checks on practice",
    "What comes next",
];

const FIRST_PARTS: &[&str] = &[
    "Alder", "Amber", "Bar", "Beck", "Black", "Bram", "Briar", "Burn", "Cal", "Carl", "Chat",
    "Coal", "Copper", "Cran", "Crow", "Dun", "Ever", "Fair", "Fern", "Finch", "Flax", "Gorse",
    "Grim", "Hal", "Hazel", "Heather", "Hol", "Iron", "Ivy", "Kel", "Lamb", "Lark", "Lea",
    "Linden", "Mar", "Marl", "Mill", "Moss", "Nor", "Otter", "Pine", "Quarry", "Raven", "Reed",
    "Rook", "Rowan", "Salt", "Sedge", "Silver", "Skel", "Slate", "Stone", "Swan", "Tarn",
    "Thistle", "Under", "Wagtail", "Wether", "Whin", "Willow", "Winter", "Withy", "Yarrow", "Yew",
];
const LAST_PARTS: &[&str] = &[
    "beck", "bridge", "brook", "by", "cliffe", "combe", "cross", "dale", "den", "don", "fell",
    "field", "fold", "ford", "gate", "grove", "ham", "haven", "hill", "holme", "hurst", "keld",
    "land", "ley", "low", "mead", "mere", "mouth", "ness", "over", "pool", "port", "ridge", "scar",
    "shaw", "side", "stead", "thwaite", "ton", "wath", "well", "wick",
];

const OPENINGS: &[&str] = &[
    "Since inspectors were last here,",
    "In much of the work seen,",
    "For some children,",
    "Where practice is stronger,",
    "Where practice is weaker,",
    "In three of the teams,",
    "Against the council's own plan,",
    "",
    "",
];
const WHO: &[&str] = &[
    "social workers",
    "team managers",
    "the director and her deputies",
    "reviewing officers",
    "advisers of care leavers",
    "health visitors and schools",
    "staff at the front door",
    "those who chair conferences",
    "the improvement board",
    "newly qualified workers",
];
const DO: &[&str] = &[
    "have a firmer grip on",
    "know well",
    "are slow to put right",
    "seldom write down",
    "now look every month at",
    "have not settled",
    "speak with confidence about",
    "cannot yet show the effect of",
    "have made simpler",
    "leave too late",
    "check with care",
];
const WHAT: &[&str] = &[
    "the plans that families are asked to follow",
    "how risks to brothers and sisters add up",
    "the reasons behind decisions",
    "visits to children placed far from home",
    "what children say they want to happen",
    "the steps to take when matters get worse",
    "meetings between agencies",
    "the time that families wait for a first visit",
    "records of the lives of children in care",
    "the support for young people who leave care",
    "what audits say of the quality of work",
    "the number of cases that each worker holds",
];
const SO: &[&str] = &[
    "so that help comes sooner than it did",
    "and children tell inspectors that they notice",
    "although this differs from team to team",
    "which leaves a few children in harm's way for too long",
    "and the council knows that this is not enough",
    "because vacancies have been filled at last",
    "while a new system for records is brought in",
    "and nobody could say who would follow it up",
    "which the council's own audits had found as well",
    "even when workers change",
];

/// The name of a council, which is nobody's. Below [`COUNCILS`] no two are the same.
pub(crate) fn council(number: usize) -> String {
    let first = number % FIRST_PARTS.len();
    let last = (number / FIRST_PARTS.len() + first * 5) % LAST_PARTS.len();
    format!("{}{}", FIRST_PARTS[first], LAST_PARTS[last])
}

/// A topic, by its place in [`TOPICS`].
pub(crate) fn topic(random: &mut Random) -> usize {
    let mut left = random.below(TOPICS.iter().map(|(_, _, often)| often).sum());
    let is_it = |(_, _, often): &(&str, &str, usize)| {
        let is_it = left < *often;
        left = left.saturating_sub(*often);
        is_it
    };
    TOPICS.iter().position(is_it).unwrap_or_default()
}

/// A sentence of about twenty words, some of them in Markdown's emphasis.
pub(crate) fn sentence(random: &mut Random, emphasis: usize) -> String {
    let opening = random.one_of(OPENINGS);
    let (who, does, so) = (random.one_of(WHO), random.one_of(DO), random.one_of(SO));
    let mut what = random.one_of(WHAT).to_owned();
    if random.percent(emphasis) {
        let mark = random.one_of(&["*", "**"]);
        what = format!("{mark}{what}{mark}");
    }
    let sentence = format!("{opening} {who} {does} {what}, {so}.");
    let sentence = sentence.trim_start();
    let (first, rest) = sentence.split_at(1);
    first.to_uppercase() + rest
}
