### What pages say, in English. Other languages are held against this table: each has every message of it, with the same
### variables. The ids are those that templates ask for. `themes/README.md` says how to add a language.

## Dates and numbers

# Between the items of a list; before the last of them; and between items that have commas.
separator = {", "}
separator_last = {" and "}
separator_long = {"; "}
number_thousands = ,
number_decimal = .
number_minus = −
percent = { $number }%
month_1 = January
month_2 = February
month_3 = March
month_4 = April
month_5 = May
month_6 = June
month_7 = July
month_8 = August
month_9 = September
month_10 = October
month_11 = November
month_12 = December
month_1_short = Jan
month_2_short = Feb
month_3_short = Mar
month_4_short = Apr
month_5_short = May
month_6_short = Jun
month_7_short = Jul
month_8_short = Aug
month_9_short = Sep
month_10_short = Oct
month_11_short = Nov
month_12_short = Dec
season_spring = spring
season_summer = summer
season_autumn = autumn
season_winter = winter
# A day of a month.
date_day = { $day }
date_day_month_year = { $day } { $month } { $year }
date_day_month = { $day } { $month }
date_month_year = { $month } { $year }
date_season_year = { $season } { $year }
# A date that is not exact.
date_about = about { $date }
# From one to another: days of a month, and others.
date_span_close = { $from }–{ $to }
date_span = { $from } – { $to }


## Names of things

home = Home
authorities = Authorities
authority = Authority
findings = Findings
letters = Letters
letter = Letter
measures = Measures
measure = Measure
topics = Topics
topic = Topic
data = Data
search = Search
inspection = Inspection
inspections = Inspections
timeline = Timeline
source = Source
source_small = source
date = Date
value = Value
all = All
other = Other
table = Table
notes = Notes
back_to_text = Back to the text
years = Years
pages = Pages

## At the end of every page

footer_summaries = Summaries of { $letters } published by { $publisher }.
footer_summaries_in_own_words = Summaries of { $letters } published by { $publisher }, in our own words.
footer_independent = This site is independent: it is not run or endorsed by { $publisher } or any { $recipient }.

## Counted things

count_of_findings = { $count ->
    [one] { $count } finding
   *[other] { $count } findings
}
count_of_letters = { $count ->
    [one] { $count } letter
   *[other] { $count } letters
}
count_of_rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
# What letters are called, and those they are sent to, where the site names no regulator that has words of its own.
noun_letter = { $count ->
    [one] letter
   *[other] letters
}
noun_letters = letters
noun_authority = { $count ->
    [one] authority
   *[other] authorities
}
noun_authorities = authorities
# $noun is a kind of finding, in the form that goes with the number: '2 strengths'.
counted = { $count } { $noun }
# '3 findings: 2 strengths, 1 improving'.
findings_by_kind = { $findings }: { $kinds }

## Parts of sentences

# In a page in Markdown: what something is, and its value. Both are put in.
labelled = { $label }: { $value }
with_colon = { $words }:
in_brackets = { $words } ({ $more })
quoted = “{ $words }”
quoted_speaker = { $speaker }, quoted by inspectors
# A page or a collection of data, and the site.
title_on_site = { $title } – { $site }
title_of_page = { $title } (page { $page } of { $pages })
page_of_pages = Page { $page } of { $pages }
page_of_pages_small = page { $page } of { $pages }
page_number = Page { $page }
previous_page = Previous page
next_page = Next page
from_to = { $from } to { $to }
from_date = from { $date }
between = Between { $after } and { $before }
between_small = between { $after } and { $before }
before_date = Before { $date }
before_small = before { $date }
before = Before
after = After
now = Now
then = Then:
then_small = then
or_small = or

## Letters

# 'Sunderland: monitoring visit 6'.
letter_title = { $authorities }: { $name }
# A letter, as it was written: of that the page here is a summary.
letter_itself = The letter itself
# Where the letter's text is here too.
published_copy = The published copy
published_copy_small = the published copy
letter_text_title = { $title }, the { $letter } itself
letter_text_about = This is the { $letter } itself, word for word, and not in our words. Passages that carry a finding are marked; the number behind each leads to the finding.
letter_text_about_by = This is the { $letter } itself, word for word, by { $publisher } and not in our words. Passages that carry a finding are marked; the number behind each leads to the finding.
read_the_summary = What it says, finding by finding
letter_itself_named = { $name }, { $letter }
# What leads to it.
letter_published = The { $letter } itself, published by { $publisher }
letter_unpublished = The { $letter } itself
heading_with_areas = { $name }: { $areas }
letters_to = Letters to { $authority }
letters_on = Letters on { $topic }
letters_of_year = Letters of { $year }
all_letters = All letters
all_letters_on = All letters on { $topic }
all_letters_on_to = All letters on { $topic } to { $authority }
latest_letters = Latest letters
no_letters_yet = There are no letters yet.
all_years = All years
visited = Visited { $date }
on_site = On site { $date }
on_site_small = on site { $date }
letter_dated = Letter dated { $date }
letter_dated_small = letter dated { $date }
published = Published { $date }
published_small = published { $date }
in_letters_words = In the letter’s words:
in_sources_words = In the source’s words:
progress_in_letter = Progress, in the letter’s words
progress_as_printed = Progress, as printed:
progress_as_printed_small = progress, as printed
progress_in_source = Progress, as the source has it:
progress_in_source_small = progress, as the source has it
draft = Draft.
draft_about = This summary is not published yet.
suggested = Suggested from the letter’s words; nobody has looked at it yet:
no_link_to_letter = We have no link to this letter
no_public_copy = No public copy of this letter is known
in_their_words = In their words
since_last_visit = Since the last visit
since_last_summarised = Since the last visit summarised here
what_inspectors_looked_at = What inspectors looked at
check_and_reuse = Check and reuse
show_findings = Show findings that are
figures_of_letter = Figures that the letter states
revisited_about = Topics that an earlier letter had findings on too.
revisited_open = Open one to read what it said.
letter_found = { $letter } ({ $date }) found:
visit_looked_at = { $letter } ({ $date }) looked at { $areas }.
visit_areas_unknown = { $letter } ({ $date }): what it looked at is not named here.
this_visit_looked_at = This visit looked at { $areas }.
this_visit_areas_unknown = What this visit looked at is not named here.
both_looked_at = Both looked at { $areas }.
nothing_in_common = They have no area in common, so what they found is not compared.
in_common_unknown = So what they found is not compared.
# Before links to these.
earlier_findings = The earlier letter’s findings on topics of this one:
of_that_letter = of that letter
this_letter = This letter:
# A letter and when inspectors were there, after 'Read the summary'.
of_letter = of { $letter }, { $date }

## Facts on a letter

fact_authorities = { $count ->
    [one] Authority
   *[other] Authorities
}
fact_on_site = On site
# Which office a letter is to.
fact_addressed_to = To
fact_dated = Letter dated
# A date that is plainly wrong.
letter_prints = the letter prints { $date }
days_after_visit = { $days ->
    [one] { $days } day after the visit
   *[other] { $days } days after the visit
}
fact_published = Published
fact_areas = Areas covered
fact_inspectors = { $count ->
    [one] Inspector
   *[other] Inspectors
}
lead_inspector = lead
lead_inspector_with_role = { $role }, lead
fact_evidence = Evidence

## Facts on an authority

fact_judgement = Judgement
no_overall_since = No overall grade is given since { $date }
overall_not_recorded = Overall grade not recorded
latest_letter = Latest letter
fact_delivered_by = Delivered by
fact_delivered_before = Delivered before by
delivery_since = since { $from }
delivery_since_named = { $name }, since { $from }
delivery_between = { $from } to { $to }
delivery_between_named = { $name }, { $from } to { $to }
fact_replaced = Replaced
fact_replaced_by = Replaced by
fact_region = Region
fact_coverage = Coverage
coverage_none = No letter summarised yet
coverage_letters = { $letters ->
    [one] { $letters } letter
   *[other] { $letters } letters
}
coverage_visits = { $letters } of { $visits } known visits
coverage_findings = { $findings ->
    [one] summarised, { $findings } finding
   *[other] summarised, { $findings } findings
}
fact_formal_name = Full name
fact_other_names = Also called
fact_gss_code = ONS code
former_codes = before: { $codes }
fact_la_code = Department for Education number

## An authority’s page

authority_title = { $authority }: monitoring letters and findings
names_and_codes = Names and codes
names_codes_and_history = Names, codes and history
what_numbers_show = What the numbers show
on_this_page = On this page
topic_by_topic = Topic by topic
topic_by_topic_about = What letters to { $authority } say on one topic, over time. A finding counts once under each of its topics.
background_and_sources = Background and sources
follow_and_reuse = Follow and reuse
feed_for = Feed for { $authority } (Atom)
findings_csv = Findings (CSV)
page_as_json = This page as JSON
page_as_markdown = This page as Markdown
in_markdown = in Markdown
edit_page = Edit this page
add_letter = Add a letter
add_the_letter = Add the letter
newest_first = Newest first.
key_findings_chosen = Newest first. { $shown } of { $total } findings are on this page, up to four a letter: the first of each kind in the letter’s order; then, if there is room, a second of each, beginning with the kind that the letter has most of.
show_key_findings = Show key findings that are
nothing_known = Nothing is known yet.
# Of a page in Markdown: its address.
markdown_page = Page
# A letter in the list of a page in Markdown.
markdown_letter = { $letter } ({ $twin }): on site { $on_site }, dated { $dated }; { $counts }

## Its timeline

cycle = Monitoring cycle { $cycle }
cycle_small = monitoring cycle { $cycle }
cycle_since_publication = Monitoring cycle { $cycle }: since the inspection published { $date }
cycle_since_inspection = Monitoring cycle { $cycle }: since the inspection of { $date }
since_publication = Since the inspection published { $date }
since_inspection = Since the inspection of { $date }
no_inspection_listed = No inspection is listed here yet
before_inspections = Before the inspections listed here
after_inspection = After the { $year } inspection
after_inspection_grade = After the { $year } inspection: { $grade }
inspection_when = Inspection { $when }
# A framework that inspections follow, and its short name.
framework = { $label } ({ $word })
overall = overall
the_report = The report
# Who led an inspection.
inspection_led_by = Led by { $names }
needs_to_improve = What needs to improve
none_of_kind = None of this letter’s key findings is of this kind.
read_all_findings = { $count ->
    [one] Read { $count } finding
   *[other] Read all { $count } findings
}
read_summary = Read the summary
letter_not_summarised = The letter is not summarised here.
we_have_not_summarised = We have not summarised this letter.
where_known_from = Where this is known from
for_what = for { $what }
# Visits of which nothing is known but their numbers.
visit_missing = { $kind } { $first }
visits_missing = { $kind } { $first } to { $last }
nothing_known_of = { $count ->
    [one] We know nothing about this visit, but a later one has a higher number.
   *[other] We know nothing about these { $count } visits, but a later one has a higher number.
}
nothing_else_known_of = { $count ->
    [one] Nothing else is known here of this visit.
   *[other] Nothing else is known here of these { $count } visits.
}
nothing_else_known = nothing else is known here.

## The strip above it

strip_title = Inspections and visits, { $years }
years_covered = { $first } to { $last }
strip_visit = Visit
strip_visit_number = Visit { $number }
strip_visits = Visits { $first }–{ $last }
strip_visit_area = { $visit } · { $area }
strip_not_summarised = Not summarised
strip_nothing_known = Nothing known
strip_letter = Letter summarised
strip_without_letter = Letter not summarised
strip_gap = Only the number known
# For those who do not see it: what stands there, when it was, and what else is said of it.
strip_mark = { $mark }.
strip_mark_dated = { $mark }, { $date }.
strip_mark_more = { $mark }: { $more }.
strip_mark_dated_more = { $mark }, { $date }: { $more }.

## Findings

finding_number = Finding { $number }
finding_number_small = finding { $number }
finding_of_this_letter = Finding { $number } of this letter
finding_of_that_letter = Finding { $number } of that letter
finding_title = { $letter }, finding { $number }
about_subject = About: { $subject }.
# What opens to the letter's own words for a finding, and where in the letter they stand.
what_letter_says = What the letter says
page_of_letter = Page { $page } of the letter
# $finding is a link to a finding of an earlier letter.
takes_up = Takes up: { $finding }
findings_about = Each finding is one claim of a letter, in our words.
findings_about_linked = Each finding is one claim of a letter, in our words, with a link of its own. Choose a topic, or a number to see those findings.
findings_description = What inspectors found, finding by finding, by topic and across authorities, as summarised from their published letters.
findings_description_of = What inspectors found in { $service }, finding by finding, by topic and across authorities, as summarised from their published letters.
newest_findings = Newest findings
no_findings_yet = There are no findings here yet.
findings_on_page = { $count ->
    [one] { $count } finding on this page
   *[other] { $count } findings on this page
}
findings_by_topic = Findings by topic
findings_by_topic_small = findings by topic
kinds_of_finding = Kinds of finding
also_called = Also called: { $names }.
topic_and_kind = { $topic }: { $kind }
matrix_about = A finding counts once under each of its topics, and once in the last line.
matrix_caption = Findings by topic and kind
matrix_cell = { $topic }, { $kind }: { $count }
matrix_all = All findings, each once
largest_topics = The topics with most findings
largest_topics_about = The topics with most findings. A finding counts once under each of its topics.
largest_topics_here = Those with most findings. A finding counts once under each of its topics.
all_topics = All topics
all_topics_and_findings = All topics and findings

## One authority on one topic

thread_title = { $authority }: { $topic }
thread_description = What inspectors’ letters to { $authority } say about { $topic }, in order of time.
thread_about = What letters to { $authority } say on this topic, oldest first.
same_topic_across = The same topic across authorities
same_topic = The same topic { $link }.
across_authorities = across authorities
oldest_first = { $counts }, oldest first.
topic_is = Topic: { $topic }.

## Measures

measures_description = Figures that inspectors’ letters state, over time, authority by authority.
measures_description_of = Figures that inspectors’ letters state of { $service }, over time, authority by authority.
figures_as_stated = Figures as the letters state them; only the differences are ours. Every chart starts at zero.
figures_difference = Figures as the letters state them. The difference between the first and the last is ours.
measures_in_letters_to = Measures in letters to { $authority }
all_figures_of = All figures of { $authority }, as a table
no_figures_yet = No letter here states a figure yet.
show_as_table = Show these figures as a table
as_table = { $what }, as a table
stated_once = Stated once
letters_differ = Letters differ
letters_differ_small = letters differ
letters_differ_on = Letters differ on the value for { $date }: both are shown.
unit_count = Number
unit_percent = Percentage
better_higher = higher is better
better_lower = lower is better
better_neither = neither way is better
change_none = no change
change_up = up { $change }
change_down = down { $change }
# $number is $points as it is written.
change_in_points = { $points ->
    [one] { $number } point
   *[other] { $number } points
}

## All authorities

authorities_description = The authorities on this site, by region, with the state of each.
authorities_about = The judgement is that of the latest inspection. Visits are not graded.
authorities_of_region = Authorities: { $region }
authorities_small = authorities
letters_small = letters
latest_judgement = Latest judgement
being_monitored = being monitored
monitored_now = Monitored now
monitored_about = Who is monitored now, since which inspection and why, and which visits are known of.
monitored_stand = Some inspections are followed by monitoring: inspectors come back until the next inspection. ‘Now’ is { $date }, the newest date on this site.
monitored_count = Monitored now: { $count }
llms_about = The page of each letter and each authority has its text as Markdown beside it, at index.md, and each authority’s data are one JSON file.
lists = Lists
monitored_none = Nobody is monitored now, as far as this site knows.
monitored_since = Monitored since
monitored_why = Why
visits_known = Visits known
highest_number = Highest number
with_letter_here = With letter here
last_visit = Last visit
time_since_last_visit = Time since then
months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
none_yet = None yet
nothing_here_on = Nothing here yet on { $names }.
the_latest_of = the latest of { $date }
all_authorities_as_table = All authorities as a table
find_authority = Find { $article } { $recipient }
# $letters, $recipients and $findings are counted: '12 letters', '3 councils', '240 findings'. $count is the number of letters.
home_about = { $count ->
    [one] After each visit inspectors write { $article } { $letter } to the { $recipient }: { $letters } to { $recipients } is summarised here, as { $findings } in plain words.
   *[other] After each visit inspectors write { $article } { $letter } to the { $recipient }: { $letters } to { $recipients } are summarised here, as { $findings } in plain words.
}
collection = { $count ->
    [one] One letter is summarised here, dated { $from }: { $kinds }.
   *[other] { $count } letters are summarised here, dated { $from } to { $to }: { $kinds }.
}
collection_kind = { $kind } ({ $count })
find_topic = Find a topic
map_label = England’s authorities. Those with a page here are listed too.
map_letters = { $letters ->
    [one] { $authority }: { $letters } letter
   *[other] { $authority }: { $letters } letters
}
map_nothing = { $authority }: nothing here yet
map_with_letters = Letters here: { $count }
map_without_letters = A page, no letters yet: { $count }
map_not_here = Nothing here yet: { $count }
map_about = Colour shows only what this site has, not how well an authority does. Each authority has one hexagon, near its place.

## Around every page

skip_to_main = Skip to main content
main_menu = Main
breadcrumb = Breadcrumb
feed_of_all_letters = Feed of all letters
atom_feed = { $title } (Atom feed)
source_of_site = Source of this site
page_not_found = Page not found
page_not_found_about = There is no page at this address. If you typed it, check it. If a link brought you here, the page may have moved.
page_moved = This page has moved
page_moved_to = This page has moved: { $link }.
go_to_new_page = go to the new one

# Beside the number of each finding: a button that copies its address.
copy_link = Copy link
copy_link_to = to { $what }
copied_link = Copied the link to { $what }
could_not_copy = Could not copy: the link is in the address bar now

## Search

search_description = Search letters, findings, authorities and topics by word, place, year and kind.
search_words = Words to search for
search_needs_scripts = Searching needs scripts, which do not run here. Without them there are the { $findings }, the { $authorities } and the { $letters }.
show_more = Show more
# The plural category of $count, as the browser knows it, is $form.
search_results = { $form ->
    [one] { $count } result
   *[other] { $count } results
}
search_results_for = { $results } for “{ $words }”
search_nothing = Nothing found. Try fewer or other words, or choose less.
search_nothing_for = Nothing found for “{ $words }”. Try fewer or other words, or choose less.
# Behind it, in $rest, what there is for the other words: search_results_for or search_nothing_for.
search_nothing_besides = Nothing for “{ $words }”. { $rest }
search_failed = Search does not work here just now. Please try again, or look through the findings by topic.
facet_kind = What
facet_polarity = Kind of finding
facet_year = Year of the letter
facet_visit = Visit
national_framework = National framework
# What a result is.
kind_authority = Authority
kind_topic = Topic
kind_letter = Letter
kind_finding = Finding

## Data

data_description_unlicensed = All letters, findings, measures, inspections and visits of this site as tables.
# Where the site names a licence.
data_description = All letters, findings, measures, inspections and visits of this site as tables, free to use.
data_package = Data package
data_about_unlicensed = All that is on this site as tables, for research and for other sites. A link to a finding, a letter or an authority stays the same.
# Where the site names a licence.
data_about = All that is on this site as tables, free to use, for research and for other sites. A link to a finding, a letter or an authority stays the same.
data_licence = The licence is the { $licence }.
data_licence_terms = The licence is the { $licence }: { $terms }.
data_form = These files have the form { $version }; a higher first number would mean that a column was taken out or says something else.
# Of all tables together.
data_sources = { $letters } and reports published by { $publisher }, each named in the column { $column }
data_index = { $file }: what there is for programs, and where, with the feeds
data_package_file = { $file }: what every column holds, as a { $standard }
data_csv = Tables are CSV in UTF-8, with commas.
data_dates = Dates are as exact as the letters give them, in { $edtf }: { $month } is January 2018, { $season } autumn 2017, { $about } about January 2018, { $span } from one day to another, and { $several } both of these days. For sorting and for programs, the earliest and the latest day that a date can mean stand beside it.
data_dates_in_programs = Few programs read such dates as they are meant: read the columns in { $earliest } and { $latest } as dates, and keep the others as text. pandas 3.1.1, asked for the date of { $span }, gives a time of day in another zone. Here spring is March to May, summer June to August, autumn September to November, and a winter, of the year it begins in, December to February of the next year, as the Met Office counts. EDTF has a season only by itself: in an interval and beside other dates, and where it is about a season, the season’s months stand in its place, which are the same days. edtf 4.11.1 for JavaScript takes seasons for quarters of the year, and edtf 5.0.2 for Python a winter for one December.
data_lists = Where a cell holds several names or texts, { $mark } stands between them.
data_two_authorities = A letter to two authorities is one row, under the one in whose folder it is kept; the column { $column } names both.
data_guards = A text that a spreadsheet would take for a formula has an apostrophe ({ $mark }) before it; so has a part of a text behind { $semicolon }, { $bar }, a tab or an end of line, where some programs begin a cell. The JSON files have the texts without.
columns_of = Columns of { $file }
column = Column
column_kind = Kind
column_about = What it says
or_empty = or empty
column_is_key = Part of what names a row.
column_from = From { $table }.
column_words = One of { $words }.
column_list = Several have { $mark } between them.
column_edtf = Keep it as text: programs read the columns in { $earliest } and { $latest }. Spring is March to May, summer June to August, autumn September to November, and winter December to February of the next year. Braces are all of several dates.
each_authority_as_json = Each authority as JSON
each_authority_about = All that the site has on an authority in one file: the rows of the tables, under the same names, one within the other; findings and measures without what their letter says already and what nothing is known of (a finding’s number is its place, its main topic is the first of its topics, its address is its letter’s with { $mark } and its own name, a measure’s with { $prefix } and its name); and what no table holds, such as whole summaries, quotes, events and the numbers of monitoring cycles. A letter to two authorities is in both files.
table_guards = A text that a spreadsheet would take for a formula has an apostrophe before it; so has a part of a text that would be one in a program that parts cells at `;`, `|`, tabs or ends of line. The JSON has the texts without.
column_kind_text = text
column_kind_slug = name
column_kind_slugs = names
column_kind_texts = texts
column_kind_word = word
column_kind_edtf = date (EDTF)
column_kind_day = day
column_kind_integer = whole number
column_kind_number = number
column_kind_flag = true or false
column_kind_address = address
column_letters_of_polarity = How many of its findings are of the polarity { $polarity }.
column_inspections_judgement = The judgement of { $area }.
column_slug = The name in addresses, which other tables use.
column_authorities_name = The name in common use.
column_authorities_formal_name = The name of the { $recipient }.
column_authorities_other_names = Other names that letters use.
column_authorities_gss_code = The code of the Office for National Statistics.
column_authorities_former_gss_codes = Codes of the Office for National Statistics that it had before.
column_authorities_la_code = The number that the Department for Education gives it.
column_authorities_ofsted_urn = The number that Ofsted gives it.
column_authorities_region = The region.
column_authorities_delivered_by = Trusts and companies that deliver its services, or did.
column_authorities_predecessors = Authorities on this site that it replaced.
column_authorities_successors = Authorities on this site that replaced it.
column_authorities_statistical_neighbours = The authorities that the Department for Education compares it with, nearest first, on this site or not.
column_authorities_letters = How many letters to it the site has; one to two authorities counts for both.
column_authorities_findings = How many findings those letters have.
column_path = Its page, from the root of the site.
column_page_url = Its page, as a whole address.
table_authorities = Authorities
table_authorities_about = { $recipients } that the site has something on.
column_letter_authority = The authority under whose address the letter stands.
column_letter = The letter, unique within the authority.
column_findings_finding = The finding, unique within the letter: the end of its address.
column_whole_url = Its whole address.
column_findings_number = Its place in the letter.
column_findings_polarity = What kind of claim it is, in the terms of the letters.
column_findings_topic = The main topic.
column_findings_topics = All topics, the main one first.
column_findings_subject = Who it is about, where that is not the authority.
column_findings_text = The claim, without emphasis and links.
column_findings_title = The claim in a few words.
column_findings_key = Whether it is one of the few that matter most in the letter.
column_findings_words = The letter’s own words that carry it, as printed; … stands for what is left out.
column_findings_pages = The page of the letter that each of the words begins on.
column_findings_follows = The earlier letter and the finding of it that this one takes up.
column_findings_national_framework = Where the letter says that it belongs in the national framework.
column_findings_authorities = All authorities that the letter was sent to.
column_findings_kind = What kind of visit the letter followed.
column_visit = The number of the visit, as the letter states it.
column_on_site = When inspectors were there, in EDTF: as exact as the source, and no more so.
column_on_site_earliest = The first day that on_site can mean, to sort by.
column_on_site_latest = The last day that on_site can mean.
column_dated = The date of the letter, in EDTF: as exact as the source, and no more so.
column_dated_earliest = The first day that dated can mean, to sort by.
column_dated_latest = The last day that dated can mean.
table_findings = Findings
table_findings_about = What letters say, claim by claim, in the words of the site. Each is here once.
column_inspections_number = Its place in the list of the inspections of the authority.
column_inspections_published = When the report was published, in EDTF: as exact as the source, and no more so.
column_published_earliest = The first day that published can mean, to sort by.
column_published_latest = The last day that published can mean.
column_inspections_framework = The framework that it followed.
column_inspections_overall = The judgement of overall effectiveness.
# After what is said of the overall grade; $framework is its short name.
column_inspections_no_overall = Under { $framework } none is given since { $date }.
column_inspections_lead_inspectors = Who led it, as the report prints the names.
column_inspections_needs_to_improve = What needs to improve, as the report lists it.
column_inspections_monitored = Whether monitoring visits follow, where that is known otherwise than by the grades.
# $grades are those that open a monitoring cycle: 'inadequate'.
column_inspections_opens_a_cycle = Whether it opens a monitoring cycle: as is said of it, or else as it found services { $grades }, overall or in an area.
column_inspections_source = The report.
column_inspections_path = Where it stands on the page of the authority, from the root of the site.
column_place_url = The same as a whole address.
table_inspections = Inspections
table_inspections_about = Inspections, with each judgement. Only inspections judge; visits do not.
column_letters_letter = The name in addresses, unique within the authority.
column_letters_authorities = All authorities that it was sent to: one, or two.
column_letters_kind = What kind of visit it followed.
column_letters_printed = The date that the letter prints, where that is wrong and dated is right.
column_letters_addressed_to = The office that the letter is to, as printed.
column_letters_published = When it was published, in EDTF.
column_letters_areas = The service areas covered, as printed.
column_letters_evidence = What inspectors looked at, as printed.
column_letters_inspectors = Who visited, as printed.
column_letters_lead_inspectors = Who of them led the visit.
column_letters_progress = How the letter puts the progress, as printed.
column_letters_level = What those words come to. Not a trend: each visit looks at another area.
column_letters_summary = The first paragraph of the summary, in the words of the site.
column_letters_findings = How many findings it has.
column_letters_source = The copy of the regulator.
table_letters = Letters
table_letters_about = Letters written after a visit, as summarised on the site. Each is here once.
column_measures_measure = What joins the figures of letters into one series.
column_measures_date = When it was so, in EDTF: as exact as the source, and no more so.
column_measures_date_earliest = The first day that date can mean, to sort by.
column_measures_date_latest = The last day that date can mean.
column_measures_value = The figure, in its unit.
column_measures_unit = What the figure is: a count, or a percentage.
column_measures_better = Which way is better.
column_measures_label = What is counted.
column_measures_topic = The topic that it belongs under.
column_measures_dated = The date printed on the letter, in EDTF.
table_measures = Measures
table_measures_about = Figures as letters state them. The same measure in a later letter goes on.
column_authority = The authority.
column_topics_title = The name for people.
column_topics_group = The group that it belongs to.
column_topics_other_names = Words that letters use for it.
column_topics_findings = How many findings are on it; a finding counts under each of its topics.
table_topics = Topics
table_topics_about = What findings are about, in six groups.
column_visits_number = Its place in the list of such visits to the authority.
column_visits_visit = The number of the visit, as its source states it.
column_visits_published = When the letter was published or dated, in EDTF: as exact as the source, and no more so.
column_visits_areas = The service areas covered.
column_visits_progress = How the source puts the progress.
column_visits_level = What those words come to.
column_visits_note = What is known, and how.
column_visits_source = Where it is known from.
column_visits_path = The page of the authority, from the root of the site.
table_visits = Visits without a letter here
table_visits_about = Visits that are known to have happened, but whose letter is not on the site.
