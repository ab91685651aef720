### What pages say, in Welsh. No speaker of Welsh has read these lines yet: each says so, in Welsh, until one has. Take that
### comment out of a line that you have read, and mend it where it is wrong.
###
### Words that are put in are never mutated, so sentences are built around that: a name stands behind a colon or in brackets.
### Between the items of a list there are commas alone: whether `a` or `ac` comes before the last depends on its sound.

## Dates and numbers

# Heb ei ddarllen gan siaradwr.
separator = {", "}
# Heb ei ddarllen gan siaradwr.
separator_last = {", "}
# Heb ei ddarllen gan siaradwr.
separator_long = {"; "}
# Heb ei ddarllen gan siaradwr.
number_thousands = ,
# Heb ei ddarllen gan siaradwr.
number_decimal = .
# Heb ei ddarllen gan siaradwr.
number_minus = −
# Heb ei ddarllen gan siaradwr.
percent = { $number }%
# Heb ei ddarllen gan siaradwr.
month_1 = Ionawr
# Heb ei ddarllen gan siaradwr.
month_2 = Chwefror
# Heb ei ddarllen gan siaradwr.
month_3 = Mawrth
# Heb ei ddarllen gan siaradwr.
month_4 = Ebrill
# Heb ei ddarllen gan siaradwr.
month_5 = Mai
# Heb ei ddarllen gan siaradwr.
month_6 = Mehefin
# Heb ei ddarllen gan siaradwr.
month_7 = Gorffennaf
# Heb ei ddarllen gan siaradwr.
month_8 = Awst
# Heb ei ddarllen gan siaradwr.
month_9 = Medi
# Heb ei ddarllen gan siaradwr.
month_10 = Hydref
# Heb ei ddarllen gan siaradwr.
month_11 = Tachwedd
# Heb ei ddarllen gan siaradwr.
month_12 = Rhagfyr
# Heb ei ddarllen gan siaradwr.
month_1_short = Ion
# Heb ei ddarllen gan siaradwr.
month_2_short = Chwef
# Heb ei ddarllen gan siaradwr.
month_3_short = Maw
# Heb ei ddarllen gan siaradwr.
month_4_short = Ebr
# Heb ei ddarllen gan siaradwr.
month_5_short = Mai
# Heb ei ddarllen gan siaradwr.
month_6_short = Meh
# Heb ei ddarllen gan siaradwr.
month_7_short = Gorff
# Heb ei ddarllen gan siaradwr.
month_8_short = Awst
# Heb ei ddarllen gan siaradwr.
month_9_short = Medi
# Heb ei ddarllen gan siaradwr.
month_10_short = Hyd
# Heb ei ddarllen gan siaradwr.
month_11_short = Tach
# Heb ei ddarllen gan siaradwr.
month_12_short = Rhag
# Heb ei ddarllen gan siaradwr.
season_spring = gwanwyn
# Heb ei ddarllen gan siaradwr.
season_summer = haf
# Heb ei ddarllen gan siaradwr.
season_autumn = hydref
# Heb ei ddarllen gan siaradwr.
season_winter = gaeaf
# Heb ei ddarllen gan siaradwr.
date_day = { $day }
# Heb ei ddarllen gan siaradwr.
date_day_month_year = { $day } { $month } { $year }
# Heb ei ddarllen gan siaradwr.
date_day_month = { $day } { $month }
# Heb ei ddarllen gan siaradwr.
date_month_year = { $month } { $year }
# Heb ei ddarllen gan siaradwr.
date_season_year = { $season } { $year }
# Heb ei ddarllen gan siaradwr.
date_about = { $date } (yn fras)
# Heb ei ddarllen gan siaradwr.
date_span_close = { $from }–{ $to }
# Heb ei ddarllen gan siaradwr.
date_span = { $from } – { $to }

## Names of things

# Heb ei ddarllen gan siaradwr.
home = Hafan
# Heb ei ddarllen gan siaradwr.
authorities = Awdurdodau
# Heb ei ddarllen gan siaradwr.
authority = Awdurdod
# Heb ei ddarllen gan siaradwr.
findings = Canfyddiadau
# Heb ei ddarllen gan siaradwr.
letters = Llythyrau
# Heb ei ddarllen gan siaradwr.
letter = Llythyr
# Heb ei ddarllen gan siaradwr.
measures = Mesurau
# Heb ei ddarllen gan siaradwr.
measure = Mesur
# Heb ei ddarllen gan siaradwr.
topics = Pynciau
# Heb ei ddarllen gan siaradwr.
topic = Pwnc
# Heb ei ddarllen gan siaradwr.
data = Data
# Heb ei ddarllen gan siaradwr.
search = Chwilio
# Heb ei ddarllen gan siaradwr.
inspection = Arolygiad
# Heb ei ddarllen gan siaradwr.
inspections = Arolygiadau
# Heb ei ddarllen gan siaradwr.
timeline = Llinell amser
# Heb ei ddarllen gan siaradwr.
source = Ffynhonnell
# Heb ei ddarllen gan siaradwr.
source_small = ffynhonnell
# Heb ei ddarllen gan siaradwr.
date = Dyddiad
# Heb ei ddarllen gan siaradwr.
value = Gwerth
# Heb ei ddarllen gan siaradwr.
all = Pob un
# Heb ei ddarllen gan siaradwr.
other = Arall
# Heb ei ddarllen gan siaradwr.
table = Tabl
# Heb ei ddarllen gan siaradwr.
notes = Nodiadau
# Heb ei ddarllen gan siaradwr.
back_to_text = Yn ôl i’r testun
# Heb ei ddarllen gan siaradwr.
years = Blynyddoedd
# Heb ei ddarllen gan siaradwr.
pages = Tudalennau

## At the end of every page

# Heb ei ddarllen gan siaradwr.
footer_summaries = Crynodebau: { $letters } a gyhoeddwyd gan { $publisher }.
# Heb ei ddarllen gan siaradwr.
footer_summaries_in_own_words = Crynodebau, yn ein geiriau ein hunain: { $letters } a gyhoeddwyd gan { $publisher }.
# Heb ei ddarllen gan siaradwr.
footer_independent = Mae’r safle hwn yn annibynnol: nid yw’n cael ei redeg na’i gymeradwyo gan y naill na’r llall: { $publisher }, { $recipient }.

## Counted things

# Heb ei ddarllen gan siaradwr.
count_of_findings = { $count ->
    [zero] { $count } canfyddiad
    [one] { $count } canfyddiad
    [two] { $count } ganfyddiad
    [few] { $count } chanfyddiad
    [many] { $count } chanfyddiad
   *[other] { $count } canfyddiad
}
# Heb ei ddarllen gan siaradwr.
count_of_letters = { $count ->
    [zero] { $count } llythyr
    [one] { $count } llythyr
    [two] { $count } lythyr
    [few] { $count } llythyr
    [many] { $count } llythyr
   *[other] { $count } llythyr
}
# Heb ei ddarllen gan siaradwr.
count_of_rows = { $count ->
    [zero] { $count } rhes
    [one] { $count } rhes
    [two] { $count } res
    [few] { $count } rhes
    [many] { $count } rhes
   *[other] { $count } rhes
}
# Heb ei ddarllen gan siaradwr.
noun_letter = { $count ->
    [two] lythyr
   *[other] llythyr
}
# Heb ei ddarllen gan siaradwr.
noun_letters = llythyrau
# Heb ei ddarllen gan siaradwr.
noun_authority = awdurdod
# Heb ei ddarllen gan siaradwr.
noun_authorities = awdurdodau
# Heb ei ddarllen gan siaradwr.
counted = { $count } { $noun }
# Heb ei ddarllen gan siaradwr.
findings_by_kind = { $findings }: { $kinds }

## Parts of sentences

# Heb ei ddarllen gan siaradwr.
labelled = { $label }: { $value }
# Heb ei ddarllen gan siaradwr.
with_colon = { $words }:
# Heb ei ddarllen gan siaradwr.
in_brackets = { $words } ({ $more })
# Heb ei ddarllen gan siaradwr.
quoted = “{ $words }”
# Heb ei ddarllen gan siaradwr.
quoted_speaker = { $speaker }, a ddyfynnir gan arolygwyr
# Heb ei ddarllen gan siaradwr.
title_on_site = { $title } – { $site }
# Heb ei ddarllen gan siaradwr.
title_of_page = { $title } (tudalen { $page } o { $pages })
# Heb ei ddarllen gan siaradwr.
page_of_pages = Tudalen { $page } o { $pages }
# Heb ei ddarllen gan siaradwr.
page_of_pages_small = tudalen { $page } o { $pages }
# Heb ei ddarllen gan siaradwr.
page_number = Tudalen { $page }
# Heb ei ddarllen gan siaradwr.
previous_page = Tudalen flaenorol
# Heb ei ddarllen gan siaradwr.
next_page = Tudalen nesaf
# Heb ei ddarllen gan siaradwr.
from_to = { $from } – { $to }
# Heb ei ddarllen gan siaradwr.
from_date = ers { $date }
# Heb ei ddarllen gan siaradwr.
between = Rhwng { $after } a’r dyddiad hwn: { $before }
# Heb ei ddarllen gan siaradwr.
between_small = rhwng { $after } a’r dyddiad hwn: { $before }
# Heb ei ddarllen gan siaradwr.
before_date = Cyn { $date }
# Heb ei ddarllen gan siaradwr.
before_small = cyn { $date }
# Heb ei ddarllen gan siaradwr.
before = Cynt
# Heb ei ddarllen gan siaradwr.
after = Wedyn
# Heb ei ddarllen gan siaradwr.
now = Nawr
# Heb ei ddarllen gan siaradwr.
then = Bryd hynny:
# Heb ei ddarllen gan siaradwr.
then_small = wedyn
# Heb ei ddarllen gan siaradwr.
or_small = neu

## Letters

# Heb ei ddarllen gan siaradwr.
letter_title = { $authorities }: { $name }
# Heb ei ddarllen gan siaradwr.
letter_itself = Y llythyr ei hun
# Heb ei ddarllen gan siaradwr.
published_copy = Y copi cyhoeddedig
# Heb ei ddarllen gan siaradwr.
published_copy_small = y copi cyhoeddedig
# Heb ei ddarllen gan siaradwr.
letter_text_title = { $title }, y { $letter } ei hun
# Heb ei ddarllen gan siaradwr.
letter_text_about = Dyma’r { $letter } ei hun, air am air, ac nid yn ein geiriau ni. Mae darnau sy’n sail i ganfyddiad wedi’u marcio; mae’r rhif y tu ôl i bob un yn arwain at y canfyddiad.
# Heb ei ddarllen gan siaradwr.
letter_text_about_by = Dyma’r { $letter } ei hun, air am air, gan { $publisher } ac nid yn ein geiriau ni. Mae darnau sy’n sail i ganfyddiad wedi’u marcio; mae’r rhif y tu ôl i bob un yn arwain at y canfyddiad.
# Heb ei ddarllen gan siaradwr.
read_the_summary = Yr hyn y mae’n ei ddweud, fesul canfyddiad
# Heb ei ddarllen gan siaradwr.
letter_itself_named = { $name }, { $letter }
# Heb ei ddarllen gan siaradwr.
letter_published = Y gwreiddiol ({ $letter }), a gyhoeddwyd gan { $publisher }
# Heb ei ddarllen gan siaradwr.
letter_unpublished = Y gwreiddiol ({ $letter })
# Heb ei ddarllen gan siaradwr.
heading_with_areas = { $name }: { $areas }
# Heb ei ddarllen gan siaradwr.
letters_to = Llythyrau: { $authority }
# Heb ei ddarllen gan siaradwr.
letters_on = Llythyrau ar y pwnc: { $topic }
# Heb ei ddarllen gan siaradwr.
letters_of_year = Llythyrau { $year }
# Heb ei ddarllen gan siaradwr.
all_letters = Pob llythyr
# Heb ei ddarllen gan siaradwr.
all_letters_on = Pob llythyr ar y pwnc: { $topic }
# Heb ei ddarllen gan siaradwr.
all_letters_on_to = Pob llythyr ar y pwnc: { $topic } ({ $authority })
# Heb ei ddarllen gan siaradwr.
latest_letters = Llythyrau diweddaraf
# Heb ei ddarllen gan siaradwr.
no_letters_yet = Nid oes llythyrau yma eto.
# Heb ei ddarllen gan siaradwr.
all_years = Pob blwyddyn
# Heb ei ddarllen gan siaradwr.
visited = Ymweliad: { $date }
# Heb ei ddarllen gan siaradwr.
on_site = Ar y safle: { $date }
# Heb ei ddarllen gan siaradwr.
on_site_small = ar y safle: { $date }
# Heb ei ddarllen gan siaradwr.
letter_dated = Dyddiad y llythyr: { $date }
# Heb ei ddarllen gan siaradwr.
letter_dated_small = dyddiad y llythyr: { $date }
# Heb ei ddarllen gan siaradwr.
published = Cyhoeddwyd: { $date }
# Heb ei ddarllen gan siaradwr.
published_small = cyhoeddwyd: { $date }
# Heb ei ddarllen gan siaradwr.
in_letters_words = Yng ngeiriau’r llythyr:
# Heb ei ddarllen gan siaradwr.
in_sources_words = Yng ngeiriau’r ffynhonnell:
# Heb ei ddarllen gan siaradwr.
progress_in_letter = Cynnydd, yng ngeiriau’r llythyr
# Heb ei ddarllen gan siaradwr.
progress_as_printed = Cynnydd, fel y’i hargraffwyd:
# Heb ei ddarllen gan siaradwr.
progress_as_printed_small = cynnydd, fel y’i hargraffwyd
# Heb ei ddarllen gan siaradwr.
progress_in_source = Cynnydd, yn ôl y ffynhonnell:
# Heb ei ddarllen gan siaradwr.
progress_in_source_small = cynnydd, yn ôl y ffynhonnell
# Heb ei ddarllen gan siaradwr.
draft = Drafft.
# Heb ei ddarllen gan siaradwr.
draft_about = Nid yw’r crynodeb hwn wedi’i gyhoeddi eto.
# Heb ei ddarllen gan siaradwr.
suggested = Awgrym yng ngeiriau’r llythyr; nid oes neb wedi edrych arno eto:
# Heb ei ddarllen gan siaradwr.
no_link_to_letter = Nid oes gennym ddolen i’r llythyr hwn
# Heb ei ddarllen gan siaradwr.
no_public_copy = Nid oes copi cyhoeddus hysbys o’r llythyr hwn
# Heb ei ddarllen gan siaradwr.
in_their_words = Yn eu geiriau eu hunain
# Heb ei ddarllen gan siaradwr.
since_last_visit = Ers yr ymweliad diwethaf
# Heb ei ddarllen gan siaradwr.
since_last_summarised = Ers yr ymweliad diwethaf a grynhoir yma
# Heb ei ddarllen gan siaradwr.
what_inspectors_looked_at = Yr hyn yr edrychodd arolygwyr arno
# Heb ei ddarllen gan siaradwr.
check_and_reuse = Gwirio ac ailddefnyddio
# Heb ei ddarllen gan siaradwr.
show_findings = Dangos canfyddiadau sydd yn
# Heb ei ddarllen gan siaradwr.
figures_of_letter = Ffigurau a nodir yn y llythyr
# Heb ei ddarllen gan siaradwr.
revisited_about = Pynciau yr oedd gan lythyr cynharach ganfyddiadau arnynt hefyd.
# Heb ei ddarllen gan siaradwr.
revisited_open = Agorwch un i ddarllen yr hyn a ddywedodd.
# Heb ei ddarllen gan siaradwr.
letter_found = Canfu { $letter } ({ $date }):
# Heb ei ddarllen gan siaradwr.
visit_looked_at = { $letter } ({ $date }): edrychwyd ar y canlynol: { $areas }.
# Heb ei ddarllen gan siaradwr.
visit_areas_unknown = { $letter } ({ $date }): ni nodir yma yr hyn yr edrychwyd arno.
# Heb ei ddarllen gan siaradwr.
this_visit_looked_at = Edrychodd yr ymweliad hwn ar y canlynol: { $areas }.
# Heb ei ddarllen gan siaradwr.
this_visit_areas_unknown = Ni nodir yma yr hyn yr edrychodd yr ymweliad hwn arno.
# Heb ei ddarllen gan siaradwr.
both_looked_at = Edrychodd y ddau ar y canlynol: { $areas }.
# Heb ei ddarllen gan siaradwr.
nothing_in_common = Nid oes gan y ddau yr un maes yn gyffredin, felly ni chymherir yr hyn a ganfuwyd.
# Heb ei ddarllen gan siaradwr.
in_common_unknown = Felly ni chymherir yr hyn a ganfuwyd.
# Heb ei ddarllen gan siaradwr.
earlier_findings = Canfyddiadau’r llythyr cynharach ar bynciau’r llythyr hwn:
# Heb ei ddarllen gan siaradwr.
of_that_letter = yn y llythyr hwnnw
# Heb ei ddarllen gan siaradwr.
this_letter = Y llythyr hwn:
# Heb ei ddarllen gan siaradwr.
of_letter = ({ $letter }, { $date })

## Facts on a letter

# Heb ei ddarllen gan siaradwr.
fact_authorities = { $count ->
    [one] Awdurdod
   *[other] Awdurdodau
}
# Heb ei ddarllen gan siaradwr.
fact_on_site = Ar y safle
# Heb ei ddarllen gan siaradwr.
fact_addressed_to = At
# Heb ei ddarllen gan siaradwr.
fact_dated = Dyddiad y llythyr
# Heb ei ddarllen gan siaradwr.
letter_prints = mae’r llythyr yn argraffu { $date }
# Heb ei ddarllen gan siaradwr.
days_after_visit = { $days ->
    [zero] { $days } diwrnod ar ôl yr ymweliad
    [one] { $days } diwrnod ar ôl yr ymweliad
    [two] { $days } ddiwrnod ar ôl yr ymweliad
    [few] { $days } diwrnod ar ôl yr ymweliad
    [many] { $days } diwrnod ar ôl yr ymweliad
   *[other] { $days } diwrnod ar ôl yr ymweliad
}
# Heb ei ddarllen gan siaradwr.
fact_published = Cyhoeddwyd
# Heb ei ddarllen gan siaradwr.
fact_areas = Meysydd dan sylw
# Heb ei ddarllen gan siaradwr.
fact_inspectors = { $count ->
    [one] Arolygydd
   *[other] Arolygwyr
}
# Heb ei ddarllen gan siaradwr.
lead_inspector = arweiniol
# Heb ei ddarllen gan siaradwr.
lead_inspector_with_role = { $role }, arweiniol
# Heb ei ddarllen gan siaradwr.
fact_evidence = Tystiolaeth

## Facts on an authority

# Heb ei ddarllen gan siaradwr.
fact_judgement = Barn
# Heb ei ddarllen gan siaradwr.
no_overall_since = Ni roddir gradd gyffredinol ers { $date }
# Heb ei ddarllen gan siaradwr.
overall_not_recorded = Gradd gyffredinol heb ei chofnodi
# Heb ei ddarllen gan siaradwr.
latest_letter = Llythyr diweddaraf
# Heb ei ddarllen gan siaradwr.
fact_delivered_by = Darperir gan
# Heb ei ddarllen gan siaradwr.
fact_delivered_before = Darparwyd gynt gan
# Heb ei ddarllen gan siaradwr.
delivery_since = ers { $from }
# Heb ei ddarllen gan siaradwr.
delivery_since_named = { $name }, ers { $from }
# Heb ei ddarllen gan siaradwr.
delivery_between = { $from } – { $to }
# Heb ei ddarllen gan siaradwr.
delivery_between_named = { $name }, { $from } – { $to }
# Heb ei ddarllen gan siaradwr.
fact_replaced = Disodlodd
# Heb ei ddarllen gan siaradwr.
fact_replaced_by = Disodlwyd gan
# Heb ei ddarllen gan siaradwr.
fact_region = Rhanbarth
# Heb ei ddarllen gan siaradwr.
fact_coverage = Cwmpas
# Heb ei ddarllen gan siaradwr.
coverage_none = Dim llythyr wedi’i grynhoi eto
# Heb ei ddarllen gan siaradwr.
coverage_letters = { $letters ->
    [zero] { $letters } llythyr
    [one] { $letters } llythyr
    [two] { $letters } lythyr
    [few] { $letters } llythyr
    [many] { $letters } llythyr
   *[other] { $letters } llythyr
}
# Heb ei ddarllen gan siaradwr.
coverage_visits = { $letters } o’r { $visits } ymweliad hysbys
# Heb ei ddarllen gan siaradwr.
coverage_findings = { $findings ->
    [zero] wedi’u crynhoi, { $findings } canfyddiad
    [one] wedi’u crynhoi, { $findings } canfyddiad
    [two] wedi’u crynhoi, { $findings } ganfyddiad
    [few] wedi’u crynhoi, { $findings } chanfyddiad
    [many] wedi’u crynhoi, { $findings } chanfyddiad
   *[other] wedi’u crynhoi, { $findings } canfyddiad
}
# Heb ei ddarllen gan siaradwr.
fact_formal_name = Enw llawn
# Heb ei ddarllen gan siaradwr.
fact_other_names = Hefyd
# Heb ei ddarllen gan siaradwr.
fact_gss_code = Cod y SYG
# Heb ei ddarllen gan siaradwr.
former_codes = cynt: { $codes }
# Heb ei ddarllen gan siaradwr.
fact_la_code = Rhif yr Adran Addysg

## An authority’s page

# Heb ei ddarllen gan siaradwr.
authority_title = { $authority }: llythyrau monitro a chanfyddiadau
# Heb ei ddarllen gan siaradwr.
names_and_codes = Enwau a chodau
# Heb ei ddarllen gan siaradwr.
names_codes_and_history = Enwau, codau a hanes
# Heb ei ddarllen gan siaradwr.
what_numbers_show = Yr hyn a ddengys y rhifau
# Heb ei ddarllen gan siaradwr.
on_this_page = Ar y dudalen hon
# Heb ei ddarllen gan siaradwr.
topic_by_topic = Fesul pwnc
# Heb ei ddarllen gan siaradwr.
topic_by_topic_about = Yr hyn a ddywed llythyrau ar un pwnc, dros amser: { $authority }. Mae canfyddiad yn cyfrif unwaith o dan bob un o’i bynciau.
# Heb ei ddarllen gan siaradwr.
background_and_sources = Cefndir a ffynonellau
# Heb ei ddarllen gan siaradwr.
follow_and_reuse = Dilyn ac ailddefnyddio
# Heb ei ddarllen gan siaradwr.
feed_for = Ffrwd: { $authority } (Atom)
# Heb ei ddarllen gan siaradwr.
findings_csv = Canfyddiadau (CSV)
# Heb ei ddarllen gan siaradwr.
page_as_json = Y dudalen hon fel JSON
# Heb ei ddarllen gan siaradwr.
page_as_markdown = Y dudalen hon fel Markdown
# Heb ei ddarllen gan siaradwr.
in_markdown = yn Markdown
# Heb ei ddarllen gan siaradwr.
edit_page = Golygu’r dudalen hon
# Heb ei ddarllen gan siaradwr.
add_letter = Ychwanegu llythyr
# Heb ei ddarllen gan siaradwr.
add_the_letter = Ychwanegu’r llythyr
# Heb ei ddarllen gan siaradwr.
newest_first = Y diweddaraf yn gyntaf.
# Heb ei ddarllen gan siaradwr.
key_findings_chosen = Y diweddaraf yn gyntaf. Mae { $shown } o’r canfyddiadau ({ $total }) ar y dudalen hon, hyd at bedwar i bob llythyr: y cyntaf o bob math yn nhrefn y llythyr; yna, os oes lle, ail un o bob math, gan ddechrau gyda’r math sydd amlaf yn y llythyr.
# Heb ei ddarllen gan siaradwr.
show_key_findings = Dangos prif ganfyddiadau sydd yn
# Heb ei ddarllen gan siaradwr.
nothing_known = Nid oes dim yn hysbys eto.
# Heb ei ddarllen gan siaradwr.
markdown_page = Tudalen
# Heb ei ddarllen gan siaradwr.
markdown_letter = { $letter } ({ $twin }): ar y safle { $on_site }, dyddiad { $dated }; { $counts }

## Its timeline

# Heb ei ddarllen gan siaradwr.
cycle = Cylch monitro { $cycle }
# Heb ei ddarllen gan siaradwr.
cycle_small = cylch monitro { $cycle }
# Heb ei ddarllen gan siaradwr.
cycle_since_publication = Cylch monitro { $cycle }: ers yr arolygiad a gyhoeddwyd { $date }
# Heb ei ddarllen gan siaradwr.
cycle_since_inspection = Cylch monitro { $cycle }: ers yr arolygiad ({ $date })
# Heb ei ddarllen gan siaradwr.
since_publication = Ers yr arolygiad a gyhoeddwyd { $date }
# Heb ei ddarllen gan siaradwr.
since_inspection = Ers yr arolygiad ({ $date })
# Heb ei ddarllen gan siaradwr.
no_inspection_listed = Nid oes arolygiad wedi’i restru yma eto
# Heb ei ddarllen gan siaradwr.
before_inspections = Cyn yr arolygiadau a restrir yma
# Heb ei ddarllen gan siaradwr.
after_inspection = Ar ôl arolygiad { $year }
# Heb ei ddarllen gan siaradwr.
after_inspection_grade = Ar ôl arolygiad { $year }: { $grade }
# Heb ei ddarllen gan siaradwr.
inspection_when = Arolygiad { $when }
# Heb ei ddarllen gan siaradwr.
framework = { $label } ({ $word })
# Heb ei ddarllen gan siaradwr.
overall = cyffredinol
# Heb ei ddarllen gan siaradwr.
the_report = Yr adroddiad
# Heb ei ddarllen gan siaradwr.
inspection_led_by = O dan arweiniad { $names }
# Heb ei ddarllen gan siaradwr.
needs_to_improve = Beth sydd angen gwella
# Heb ei ddarllen gan siaradwr.
none_of_kind = Nid oes yr un o brif ganfyddiadau’r llythyr hwn o’r math hwn.
# Heb ei ddarllen gan siaradwr.
read_all_findings = { $count ->
    [zero] Darllen: { $count } canfyddiad
    [one] Darllen: { $count } canfyddiad
    [two] Darllen: { $count } ganfyddiad
    [few] Darllen: { $count } chanfyddiad
    [many] Darllen: { $count } chanfyddiad
   *[other] Darllen: { $count } canfyddiad
}
# Heb ei ddarllen gan siaradwr.
read_summary = Darllen y crynodeb
# Heb ei ddarllen gan siaradwr.
letter_not_summarised = Ni chrynhoir y llythyr yma.
# Heb ei ddarllen gan siaradwr.
we_have_not_summarised = Nid ydym wedi crynhoi’r llythyr hwn.
# Heb ei ddarllen gan siaradwr.
where_known_from = O ble y gwyddys am hyn
# Heb ei ddarllen gan siaradwr.
for_what = ({ $what })
# Heb ei ddarllen gan siaradwr.
visit_missing = { $kind } { $first }
# Heb ei ddarllen gan siaradwr.
visits_missing = { $kind } { $first }–{ $last }
# Heb ei ddarllen gan siaradwr.
nothing_known_of = { $count ->
    [one] Ni wyddom ddim am yr ymweliad hwn, ond mae gan un diweddarach rif uwch.
   *[other] Ni wyddom ddim am yr ymweliadau hyn ({ $count }), ond mae gan un diweddarach rif uwch.
}
# Heb ei ddarllen gan siaradwr.
nothing_else_known_of = { $count ->
    [one] Ni wyddys dim arall yma am yr ymweliad hwn.
   *[other] Ni wyddys dim arall yma am yr ymweliadau hyn ({ $count }).
}
# Heb ei ddarllen gan siaradwr.
nothing_else_known = ni wyddys dim arall yma.

## The strip above it

# Heb ei ddarllen gan siaradwr.
strip_title = Arolygiadau ac ymweliadau, { $years }
# Heb ei ddarllen gan siaradwr.
years_covered = { $first } – { $last }
# Heb ei ddarllen gan siaradwr.
strip_visit = Ymweliad
# Heb ei ddarllen gan siaradwr.
strip_visit_number = Ymweliad { $number }
# Heb ei ddarllen gan siaradwr.
strip_visits = Ymweliadau { $first }–{ $last }
# Heb ei ddarllen gan siaradwr.
strip_visit_area = { $visit } · { $area }
# Heb ei ddarllen gan siaradwr.
strip_not_summarised = Heb ei grynhoi
# Heb ei ddarllen gan siaradwr.
strip_nothing_known = Dim yn hysbys
# Heb ei ddarllen gan siaradwr.
strip_letter = Llythyr wedi’i grynhoi
# Heb ei ddarllen gan siaradwr.
strip_without_letter = Llythyr heb ei grynhoi
# Heb ei ddarllen gan siaradwr.
strip_gap = Dim ond y rhif yn hysbys
# Heb ei ddarllen gan siaradwr.
strip_mark = { $mark }.
# Heb ei ddarllen gan siaradwr.
strip_mark_dated = { $mark }, { $date }.
# Heb ei ddarllen gan siaradwr.
strip_mark_more = { $mark }: { $more }.
# Heb ei ddarllen gan siaradwr.
strip_mark_dated_more = { $mark }, { $date }: { $more }.

## Findings

# Heb ei ddarllen gan siaradwr.
finding_number = Canfyddiad { $number }
# Heb ei ddarllen gan siaradwr.
finding_number_small = canfyddiad { $number }
# Heb ei ddarllen gan siaradwr.
finding_of_this_letter = Canfyddiad { $number } yn y llythyr hwn
# Heb ei ddarllen gan siaradwr.
finding_of_that_letter = Canfyddiad { $number } yn y llythyr hwnnw
# Heb ei ddarllen gan siaradwr.
finding_title = { $letter }, canfyddiad { $number }
# Heb ei ddarllen gan siaradwr.
about_subject = Ynghylch: { $subject }.
# Heb ei ddarllen gan siaradwr.
what_letter_says = Yr hyn y mae’r llythyr yn ei ddweud
# Heb ei ddarllen gan siaradwr.
page_of_letter = Tudalen { $page } o’r llythyr
# Heb ei ddarllen gan siaradwr.
takes_up = Yn parhau o: { $finding }
# Heb ei ddarllen gan siaradwr.
findings_about = Un honiad mewn llythyr yw pob canfyddiad, yn ein geiriau ni.
# Heb ei ddarllen gan siaradwr.
findings_about_linked = Un honiad mewn llythyr yw pob canfyddiad, yn ein geiriau ni, gyda’i ddolen ei hun. Dewiswch bwnc, neu rif i weld y canfyddiadau hynny.
# Heb ei ddarllen gan siaradwr.
findings_description = Yr hyn a ganfu arolygwyr, fesul canfyddiad, fesul pwnc ac ar draws awdurdodau, fel y’i crynhowyd o’u llythyrau cyhoeddedig.
# Heb ei ddarllen gan siaradwr.
findings_description_of = Yr hyn a ganfu arolygwyr ({ $service }), fesul canfyddiad, fesul pwnc ac ar draws awdurdodau, fel y’i crynhowyd o’u llythyrau cyhoeddedig.
# Heb ei ddarllen gan siaradwr.
newest_findings = Canfyddiadau diweddaraf
# Heb ei ddarllen gan siaradwr.
no_findings_yet = Nid oes canfyddiadau yma eto.
# Heb ei ddarllen gan siaradwr.
findings_on_page = { $count ->
    [zero] { $count } canfyddiad ar y dudalen hon
    [one] { $count } canfyddiad ar y dudalen hon
    [two] { $count } ganfyddiad ar y dudalen hon
    [few] { $count } chanfyddiad ar y dudalen hon
    [many] { $count } chanfyddiad ar y dudalen hon
   *[other] { $count } canfyddiad ar y dudalen hon
}
# Heb ei ddarllen gan siaradwr.
findings_by_topic = Canfyddiadau fesul pwnc
# Heb ei ddarllen gan siaradwr.
findings_by_topic_small = canfyddiadau fesul pwnc
# Heb ei ddarllen gan siaradwr.
kinds_of_finding = Mathau o ganfyddiad
# Heb ei ddarllen gan siaradwr.
also_called = Enwau eraill: { $names }.
# Heb ei ddarllen gan siaradwr.
topic_and_kind = { $topic }: { $kind }
# Heb ei ddarllen gan siaradwr.
matrix_about = Mae canfyddiad yn cyfrif unwaith o dan bob un o’i bynciau, ac unwaith yn y llinell olaf.
# Heb ei ddarllen gan siaradwr.
matrix_caption = Canfyddiadau fesul pwnc a math
# Heb ei ddarllen gan siaradwr.
matrix_cell = { $topic }, { $kind }: { $count }
# Heb ei ddarllen gan siaradwr.
matrix_all = Pob canfyddiad, unwaith yr un
# Heb ei ddarllen gan siaradwr.
largest_topics = Y pynciau â’r nifer fwyaf o ganfyddiadau
# Heb ei ddarllen gan siaradwr.
largest_topics_about = Y pynciau â’r nifer fwyaf o ganfyddiadau. Mae canfyddiad yn cyfrif unwaith o dan bob un o’i bynciau.
# Heb ei ddarllen gan siaradwr.
largest_topics_here = Y rhai â’r nifer fwyaf o ganfyddiadau. Mae canfyddiad yn cyfrif unwaith o dan bob un o’i bynciau.
# Heb ei ddarllen gan siaradwr.
all_topics = Pob pwnc
# Heb ei ddarllen gan siaradwr.
all_topics_and_findings = Pob pwnc a chanfyddiad

## One authority on one topic

# Heb ei ddarllen gan siaradwr.
thread_title = { $authority }: { $topic }
# Heb ei ddarllen gan siaradwr.
thread_description = Yr hyn a ddywed llythyrau arolygwyr, yn nhrefn amser: { $authority }, { $topic }.
# Heb ei ddarllen gan siaradwr.
thread_about = Yr hyn a ddywed llythyrau ar y pwnc hwn, yr hynaf yn gyntaf: { $authority }.
# Heb ei ddarllen gan siaradwr.
same_topic_across = Yr un pwnc ar draws awdurdodau
# Heb ei ddarllen gan siaradwr.
same_topic = Yr un pwnc { $link }.
# Heb ei ddarllen gan siaradwr.
across_authorities = ar draws awdurdodau
# Heb ei ddarllen gan siaradwr.
oldest_first = { $counts }, yr hynaf yn gyntaf.
# Heb ei ddarllen gan siaradwr.
topic_is = Pwnc: { $topic }.

## Measures

# Heb ei ddarllen gan siaradwr.
measures_description = Ffigurau a nodir yn llythyrau arolygwyr, dros amser, fesul awdurdod.
# Heb ei ddarllen gan siaradwr.
measures_description_of = Ffigurau a nodir yn llythyrau arolygwyr ({ $service }), dros amser, fesul awdurdod.
# Heb ei ddarllen gan siaradwr.
figures_as_stated = Ffigurau fel y’u nodir yn y llythyrau; dim ond y gwahaniaethau sy’n eiddo i ni. Mae pob siart yn dechrau o sero.
# Heb ei ddarllen gan siaradwr.
figures_difference = Ffigurau fel y’u nodir yn y llythyrau. Ni sydd wedi cyfrifo’r gwahaniaeth rhwng y cyntaf a’r olaf.
# Heb ei ddarllen gan siaradwr.
measures_in_letters_to = Mesurau mewn llythyrau: { $authority }
# Heb ei ddarllen gan siaradwr.
all_figures_of = Pob ffigur, fel tabl: { $authority }
# Heb ei ddarllen gan siaradwr.
no_figures_yet = Nid oes llythyr yma yn nodi ffigur eto.
# Heb ei ddarllen gan siaradwr.
show_as_table = Dangos y ffigurau hyn fel tabl
# Heb ei ddarllen gan siaradwr.
as_table = { $what }, fel tabl
# Heb ei ddarllen gan siaradwr.
stated_once = Nodwyd unwaith
# Heb ei ddarllen gan siaradwr.
letters_differ = Mae llythyrau’n anghytuno
# Heb ei ddarllen gan siaradwr.
letters_differ_small = mae llythyrau’n anghytuno
# Heb ei ddarllen gan siaradwr.
letters_differ_on = Mae llythyrau’n anghytuno ar y gwerth ({ $date }): dangosir y ddau.
# Heb ei ddarllen gan siaradwr.
unit_count = Nifer
# Heb ei ddarllen gan siaradwr.
unit_percent = Canran
# Heb ei ddarllen gan siaradwr.
better_higher = mae uwch yn well
# Heb ei ddarllen gan siaradwr.
better_lower = mae is yn well
# Heb ei ddarllen gan siaradwr.
better_neither = nid yw’r naill na’r llall yn well
# Heb ei ddarllen gan siaradwr.
change_none = dim newid
# Heb ei ddarllen gan siaradwr.
change_up = i fyny { $change }
# Heb ei ddarllen gan siaradwr.
change_down = i lawr { $change }
# Heb ei ddarllen gan siaradwr.
change_in_points = { $points ->
    [zero] { $number } pwynt
    [one] { $number } pwynt
    [two] { $number } bwynt
    [few] { $number } phwynt
    [many] { $number } phwynt
   *[other] { $number } pwynt
}

## All authorities

# Heb ei ddarllen gan siaradwr.
authorities_description = Yr awdurdodau ar y safle hwn, fesul rhanbarth, gyda chyflwr pob un.
# Heb ei ddarllen gan siaradwr.
authorities_about = Barn yr arolygiad diweddaraf a ddangosir. Ni raddir ymweliadau.
# Heb ei ddarllen gan siaradwr.
authorities_of_region = Awdurdodau: { $region }
# Heb ei ddarllen gan siaradwr.
authorities_small = awdurdodau
# Heb ei ddarllen gan siaradwr.
letters_small = llythyrau
# Heb ei ddarllen gan siaradwr.
latest_judgement = Barn ddiweddaraf
# Heb ei ddarllen gan siaradwr.
being_monitored = yn cael ei fonitro
# Heb ei ddarllen gan siaradwr.
monitored_now = Yn cael eu monitro nawr
# Heb ei ddarllen gan siaradwr.
monitored_about = Pwy sy’n cael eu monitro nawr, ers pa arolygiad a pham, a pha ymweliadau sy’n hysbys.
# Heb ei ddarllen gan siaradwr.
monitored_stand = Dilynir rhai arolygiadau gan fonitro: daw arolygwyr yn ôl tan yr arolygiad nesaf. Ystyr ‘nawr’ yw { $date }, y dyddiad diweddaraf ar y wefan hon.
# Heb ei ddarllen gan siaradwr.
monitored_count = Yn cael eu monitro nawr: { $count }
# Heb ei ddarllen gan siaradwr.
llms_about = Mae testun pob tudalen llythyr ac awdurdod ar gael fel Markdown wrth ei hymyl, yn index.md, ac mae data pob awdurdod mewn un ffeil JSON.
# Heb ei ddarllen gan siaradwr.
lists = Rhestrau
# Heb ei ddarllen gan siaradwr.
monitored_none = Nid oes neb yn cael ei fonitro nawr, hyd y gŵyr y wefan hon.
# Heb ei ddarllen gan siaradwr.
monitored_since = Yn cael ei fonitro ers
# Heb ei ddarllen gan siaradwr.
monitored_why = Pam
# Heb ei ddarllen gan siaradwr.
visits_known = Ymweliadau hysbys
# Heb ei ddarllen gan siaradwr.
highest_number = Rhif uchaf
# Heb ei ddarllen gan siaradwr.
with_letter_here = Gyda llythyr yma
# Heb ei ddarllen gan siaradwr.
last_visit = Ymweliad diwethaf
# Heb ei ddarllen gan siaradwr.
time_since_last_visit = Amser ers hynny
# Heb ei ddarllen gan siaradwr.
months = { $count ->
    [zero] { $count } mis
    [one] { $count } mis
    [two] { $count } fis
    [few] { $count } mis
    [many] { $count } mis
   *[other] { $count } mis
}
# Heb ei ddarllen gan siaradwr.
none_yet = Dim eto
# Heb ei ddarllen gan siaradwr.
nothing_here_on = Dim byd yma eto: { $names }.
# Heb ei ddarllen gan siaradwr.
the_latest_of = y diweddaraf { $date }
# Heb ei ddarllen gan siaradwr.
all_authorities_as_table = Pob awdurdod fel tabl
# Heb ei ddarllen gan siaradwr.
find_authority = Chwilio: { $recipient }
# Heb ei ddarllen gan siaradwr.
home_about = Ar ôl pob ymweliad mae arolygwyr yn ysgrifennu ({ $letter }, { $recipient }). { $count ->
    [one] Crynhoir un yma,
   *[other] Crynhoir { $count } yma,
} mewn geiriau syml: { $letters }, { $recipients }, { $findings }.
# Heb ei ddarllen gan siaradwr.
collection = { $count ->
    [one] Crynhoir un llythyr yma, dyddiedig { $from }: { $kinds }.
   *[other] Crynhoir { $count } o lythyrau yma, dyddiedig o { $from } i { $to }: { $kinds }.
}
# Heb ei ddarllen gan siaradwr.
collection_kind = { $kind } ({ $count })
# Heb ei ddarllen gan siaradwr.
find_topic = Chwilio am bwnc
# Heb ei ddarllen gan siaradwr.
map_label = Awdurdodau Lloegr. Rhestrir hefyd y rhai sydd â thudalen yma.
# Heb ei ddarllen gan siaradwr.
map_letters = { $letters ->
    [zero] { $authority }: { $letters } llythyr
    [one] { $authority }: { $letters } llythyr
    [two] { $authority }: { $letters } lythyr
    [few] { $authority }: { $letters } llythyr
    [many] { $authority }: { $letters } llythyr
   *[other] { $authority }: { $letters } llythyr
}
# Heb ei ddarllen gan siaradwr.
map_nothing = { $authority }: dim byd yma eto
# Heb ei ddarllen gan siaradwr.
map_with_letters = Llythyrau yma: { $count }
# Heb ei ddarllen gan siaradwr.
map_without_letters = Tudalen, dim llythyrau eto: { $count }
# Heb ei ddarllen gan siaradwr.
map_not_here = Dim byd yma eto: { $count }
# Heb ei ddarllen gan siaradwr.
map_about = Dengys lliw yr hyn sydd ar y safle hwn yn unig, nid pa mor dda y mae awdurdod yn gwneud. Mae gan bob awdurdod un hecsagon, ger ei le.

## Around every page

# Heb ei ddarllen gan siaradwr.
skip_to_main = Neidio i’r prif gynnwys
# Heb ei ddarllen gan siaradwr.
main_menu = Prif ddewislen
# Heb ei ddarllen gan siaradwr.
breadcrumb = Llwybr
# Heb ei ddarllen gan siaradwr.
feed_of_all_letters = Ffrwd o bob llythyr
# Heb ei ddarllen gan siaradwr.
atom_feed = { $title } (ffrwd Atom)
# Heb ei ddarllen gan siaradwr.
source_of_site = Ffynhonnell y safle hwn
# Heb ei ddarllen gan siaradwr.
page_not_found = Ni chafwyd hyd i’r dudalen
# Heb ei ddarllen gan siaradwr.
page_not_found_about = Nid oes tudalen yn y cyfeiriad hwn. Os gwnaethoch ei deipio, gwiriwch ef. Os daeth dolen â chi yma, efallai fod y dudalen wedi symud.
# Heb ei ddarllen gan siaradwr.
page_moved = Mae’r dudalen hon wedi symud
# Heb ei ddarllen gan siaradwr.
page_moved_to = Mae’r dudalen hon wedi symud: { $link }.
# Heb ei ddarllen gan siaradwr.
go_to_new_page = ewch i’r un newydd
# Heb ei ddarllen gan siaradwr.
copy_link = Copïo’r ddolen
# Heb ei ddarllen gan siaradwr.
copy_link_to = ({ $what })
# Heb ei ddarllen gan siaradwr.
copied_link = Copïwyd y ddolen: { $what }
# Heb ei ddarllen gan siaradwr.
could_not_copy = Ni ellid copïo: mae’r ddolen ym mlwch y cyfeiriad nawr

## Search

# Heb ei ddarllen gan siaradwr.
search_description = Chwilio llythyrau, canfyddiadau, awdurdodau a phynciau yn ôl gair, lle, blwyddyn a math.
# Heb ei ddarllen gan siaradwr.
search_words = Geiriau i chwilio amdanynt
# Heb ei ddarllen gan siaradwr.
search_needs_scripts = Mae angen sgriptiau i chwilio, ac nid ydynt yn rhedeg yma. Hebddynt, dyma’r ffyrdd: { $findings }, { $authorities }, { $letters }.
# Heb ei ddarllen gan siaradwr.
show_more = Dangos mwy
# Heb ei ddarllen gan siaradwr.
search_results = { $form ->
    [zero] { $count } canlyniad
    [one] { $count } canlyniad
    [two] { $count } ganlyniad
    [few] { $count } chanlyniad
    [many] { $count } chanlyniad
   *[other] { $count } canlyniad
}
# Heb ei ddarllen gan siaradwr.
search_results_for = { $results }: “{ $words }”
# Heb ei ddarllen gan siaradwr.
search_nothing = Ni chafwyd hyd i ddim. Rhowch gynnig ar lai o eiriau neu eiriau eraill, neu dewiswch lai.
# Heb ei ddarllen gan siaradwr.
search_nothing_for = Ni chafwyd hyd i ddim: “{ $words }”. Rhowch gynnig ar lai o eiriau neu eiriau eraill, neu dewiswch lai.
# Heb ei ddarllen gan siaradwr.
search_nothing_besides = Dim byd ar gyfer “{ $words }”. { $rest }
# Heb ei ddarllen gan siaradwr.
search_failed = Nid yw chwilio’n gweithio yma ar hyn o bryd. Rhowch gynnig arall arni, neu edrychwch drwy’r canfyddiadau fesul pwnc.
# Heb ei ddarllen gan siaradwr.
facet_kind = Beth
# Heb ei ddarllen gan siaradwr.
facet_polarity = Math o ganfyddiad
# Heb ei ddarllen gan siaradwr.
facet_year = Blwyddyn y llythyr
# Heb ei ddarllen gan siaradwr.
facet_visit = Ymweliad
# Heb ei ddarllen gan siaradwr.
national_framework = Fframwaith cenedlaethol
# Heb ei ddarllen gan siaradwr.
kind_authority = Awdurdod
# Heb ei ddarllen gan siaradwr.
kind_topic = Pwnc
# Heb ei ddarllen gan siaradwr.
kind_letter = Llythyr
# Heb ei ddarllen gan siaradwr.
kind_finding = Canfyddiad

## Data

# Heb ei ddarllen gan siaradwr.
data_description_unlicensed = Holl lythyrau, canfyddiadau, mesurau, arolygiadau ac ymweliadau’r safle hwn fel tablau.
# Heb ei ddarllen gan siaradwr.
data_description = Holl lythyrau, canfyddiadau, mesurau, arolygiadau ac ymweliadau’r safle hwn fel tablau, yn rhad ac am ddim i’w defnyddio.
# Heb ei ddarllen gan siaradwr.
data_package = Pecyn data
# Heb ei ddarllen gan siaradwr.
data_about_unlicensed = Popeth sydd ar y safle hwn fel tablau, ar gyfer ymchwil a safleoedd eraill. Mae dolen i ganfyddiad, llythyr neu awdurdod yn aros yr un fath.
# Heb ei ddarllen gan siaradwr.
data_about = Popeth sydd ar y safle hwn fel tablau, yn rhad ac am ddim i’w defnyddio, ar gyfer ymchwil a safleoedd eraill. Mae dolen i ganfyddiad, llythyr neu awdurdod yn aros yr un fath.
# Heb ei ddarllen gan siaradwr.
data_licence = Y drwydded: { $licence }.
# Heb ei ddarllen gan siaradwr.
data_licence_terms = Y drwydded: { $licence }: { $terms }.
# Heb ei ddarllen gan siaradwr.
data_form = Ffurf y ffeiliau hyn yw { $version }; byddai rhif cyntaf uwch yn golygu bod colofn wedi’i thynnu allan neu’n dweud rhywbeth arall.
# Heb ei ddarllen gan siaradwr.
data_sources = { $letters } ac adroddiadau a gyhoeddwyd gan { $publisher }, pob un wedi’i enwi yn y golofn { $column }
# Heb ei ddarllen gan siaradwr.
data_index = { $file }: yr hyn sydd ar gael i raglenni, ac ym mhle, gyda’r ffrydiau
# Heb ei ddarllen gan siaradwr.
data_package_file = { $file }: yr hyn sydd ym mhob colofn, fel { $standard }
# Heb ei ddarllen gan siaradwr.
data_csv = CSV mewn UTF-8 yw’r tablau, gyda chomas.
# Heb ei ddarllen gan siaradwr.
data_dates = Mae dyddiadau mor fanwl ag y mae’r llythyrau’n eu rhoi, yn { $edtf }: { $month } yw Ionawr 2018, { $season } hydref 2017, { $about } Ionawr 2018 yn fras, { $span } o un diwrnod i un arall, a { $several } y ddau ddiwrnod hyn. Ar gyfer trefnu ac ar gyfer rhaglenni, saif y diwrnod cynharaf a’r olaf y gall dyddiad eu golygu wrth ei ochr.
# Heb ei ddarllen gan siaradwr.
data_dates_in_programs = Ychydig o raglenni sy’n darllen dyddiadau o’r fath fel y’u bwriedir: darllenwch y colofnau sy’n gorffen â { $earliest } a { $latest } fel dyddiadau, a chadwch y lleill fel testun. Mae pandas 3.1.1, o gael cais am ddyddiad { $span }, yn rhoi amser o’r dydd mewn parth arall. Yma Mawrth i Fai yw gwanwyn, Mehefin i Awst yw haf, Medi i Dachwedd yw hydref, a Rhagfyr i Chwefror y flwyddyn ganlynol yw gaeaf, o’r flwyddyn y mae’n dechrau ynddi, fel y mae’r Swyddfa Dywydd yn cyfrif. Dim ond ar ei ben ei hun y mae tymor yn EDTF: mewn cyfnod ac wrth ochr dyddiadau eraill, a lle mae’n dymor yn fras, saif misoedd y tymor yn ei le, sef yr un diwrnodau. Mae edtf 4.11.1 ar gyfer JavaScript yn cymryd tymhorau yn chwarteri’r flwyddyn, ac edtf 5.0.2 ar gyfer Python yn cymryd gaeaf yn un Rhagfyr.
# Heb ei ddarllen gan siaradwr.
data_lists = Lle mae cell yn dal sawl enw neu destun, saif { $mark } rhyngddynt.
# Heb ei ddarllen gan siaradwr.
data_two_authorities = Un rhes yw llythyr at ddau awdurdod, o dan yr un y cedwir ef yn ei ffolder; mae’r golofn { $column } yn enwi’r ddau.
# Heb ei ddarllen gan siaradwr.
data_guards = Mae gan destun y byddai taenlen yn ei gymryd yn fformiwla gollnod ({ $mark }) o’i flaen; felly hefyd ran o destun y tu ôl i { $semicolon }, { $bar }, tab neu ddiwedd llinell, lle mae rhai rhaglenni’n dechrau cell. Mae’r ffeiliau JSON yn dal y testunau hebddo.
# Heb ei ddarllen gan siaradwr.
columns_of = Colofnau { $file }
# Heb ei ddarllen gan siaradwr.
column = Colofn
# Heb ei ddarllen gan siaradwr.
column_kind = Math
# Heb ei ddarllen gan siaradwr.
column_about = Yr hyn y mae’n ei ddweud
# Heb ei ddarllen gan siaradwr.
or_empty = neu’n wag
# Heb ei ddarllen gan siaradwr.
column_is_key = Rhan o’r hyn sy’n enwi rhes.
# Heb ei ddarllen gan siaradwr.
column_from = O’r tabl { $table }.
# Heb ei ddarllen gan siaradwr.
column_words = Un o { $words }.
# Heb ei ddarllen gan siaradwr.
column_list = Rhwng sawl un saif { $mark }.
# Heb ei ddarllen gan siaradwr.
column_edtf = Cadwch ef fel testun: mae rhaglenni’n darllen y colofnau sy’n gorffen â { $earliest } a { $latest }. Mawrth i Fai yw gwanwyn, Mehefin i Awst yw haf, Medi i Dachwedd yw hydref, a Rhagfyr i Chwefror y flwyddyn ganlynol yw gaeaf. Mae cromfachau cyrliog yn golygu pob un o sawl dyddiad.
# Heb ei ddarllen gan siaradwr.
each_authority_as_json = Pob awdurdod fel JSON
# Heb ei ddarllen gan siaradwr.
each_authority_about = Popeth sydd gan y safle am awdurdod mewn un ffeil: rhesi’r tablau, o dan yr un enwau, y naill o fewn y llall; canfyddiadau a mesurau heb yr hyn y mae eu llythyr yn ei ddweud eisoes a’r hyn nad oes dim yn hysbys amdano (rhif canfyddiad yw ei le, ei brif bwnc yw’r cyntaf o’i bynciau, ei gyfeiriad yw cyfeiriad ei lythyr gyda { $mark } a’i enw ei hun, ac un mesur gyda { $prefix } a’i enw); a’r hyn nad oes tabl yn ei ddal, megis crynodebau cyfan, dyfyniadau, digwyddiadau a rhifau cylchoedd monitro. Mae llythyr at ddau awdurdod yn y ddwy ffeil.
# Heb ei ddarllen gan siaradwr.
table_guards = Mae gan destun y byddai taenlen yn ei gymryd yn fformiwla gollnod o’i flaen; felly hefyd ran o destun a fyddai’n un mewn rhaglen sy’n gwahanu celloedd wrth `;`, `|`, tabiau neu ddiweddau llinell. Mae’r JSON yn dal y testunau hebddo.
# Heb ei ddarllen gan siaradwr.
column_kind_text = testun
# Heb ei ddarllen gan siaradwr.
column_kind_slug = enw
# Heb ei ddarllen gan siaradwr.
column_kind_slugs = enwau
# Heb ei ddarllen gan siaradwr.
column_kind_texts = testunau
# Heb ei ddarllen gan siaradwr.
column_kind_word = gair
# Heb ei ddarllen gan siaradwr.
column_kind_edtf = dyddiad (EDTF)
# Heb ei ddarllen gan siaradwr.
column_kind_day = diwrnod
# Heb ei ddarllen gan siaradwr.
column_kind_integer = rhif cyfan
# Heb ei ddarllen gan siaradwr.
column_kind_number = rhif
# Heb ei ddarllen gan siaradwr.
column_kind_flag = gwir neu anwir
# Heb ei ddarllen gan siaradwr.
column_kind_address = cyfeiriad
# Heb ei ddarllen gan siaradwr.
column_letters_of_polarity = Faint o’i ganfyddiadau sydd o’r polaredd { $polarity }.
# Heb ei ddarllen gan siaradwr.
column_inspections_judgement = Y farn ar y maes hwn: { $area }.
# Heb ei ddarllen gan siaradwr.
column_slug = Yr enw mewn cyfeiriadau, y mae tablau eraill yn ei ddefnyddio.
# Heb ei ddarllen gan siaradwr.
column_authorities_name = Yr enw a ddefnyddir yn gyffredin.
# Heb ei ddarllen gan siaradwr.
column_authorities_formal_name = Yr enw llawn: { $recipient }.
# Heb ei ddarllen gan siaradwr.
column_authorities_other_names = Enwau eraill y mae llythyrau’n eu defnyddio.
# Heb ei ddarllen gan siaradwr.
column_authorities_gss_code = Cod y Swyddfa Ystadegau Gwladol.
# Heb ei ddarllen gan siaradwr.
column_authorities_former_gss_codes = Codau’r Swyddfa Ystadegau Gwladol a oedd ganddo gynt.
# Heb ei ddarllen gan siaradwr.
column_authorities_la_code = Y rhif y mae’r Adran Addysg yn ei roi iddo.
# Heb ei ddarllen gan siaradwr.
column_authorities_ofsted_urn = Y rhif y mae Ofsted yn ei roi iddo.
# Heb ei ddarllen gan siaradwr.
column_authorities_region = Y rhanbarth.
# Heb ei ddarllen gan siaradwr.
column_authorities_delivered_by = Ymddiriedolaethau a chwmnïau sy’n darparu ei wasanaethau, neu a oedd yn gwneud hynny.
# Heb ei ddarllen gan siaradwr.
column_authorities_predecessors = Awdurdodau ar y safle hwn y gwnaeth eu disodli.
# Heb ei ddarllen gan siaradwr.
column_authorities_successors = Awdurdodau ar y safle hwn a’i disodlodd.
# Heb ei ddarllen gan siaradwr.
column_authorities_statistical_neighbours = Yr awdurdodau y mae’r Adran Addysg yn ei gymharu â nhw, yr agosaf yn gyntaf, ar y safle hwn neu beidio.
# Heb ei ddarllen gan siaradwr.
column_authorities_letters = Faint o lythyrau ato sydd ar y safle; mae un at ddau awdurdod yn cyfrif i’r ddau.
# Heb ei ddarllen gan siaradwr.
column_authorities_findings = Faint o ganfyddiadau sydd yn y llythyrau hynny.
# Heb ei ddarllen gan siaradwr.
column_path = Ei dudalen, o wraidd y safle.
# Heb ei ddarllen gan siaradwr.
column_page_url = Ei dudalen, fel cyfeiriad cyfan.
# Heb ei ddarllen gan siaradwr.
table_authorities = Awdurdodau
# Heb ei ddarllen gan siaradwr.
table_authorities_about = { $recipients } y mae gan y safle rywbeth amdanynt.
# Heb ei ddarllen gan siaradwr.
column_letter_authority = Yr awdurdod y saif y llythyr o dan ei gyfeiriad.
# Heb ei ddarllen gan siaradwr.
column_letter = Y llythyr, unigryw o fewn yr awdurdod.
# Heb ei ddarllen gan siaradwr.
column_findings_finding = Y canfyddiad, unigryw o fewn y llythyr: diwedd ei gyfeiriad.
# Heb ei ddarllen gan siaradwr.
column_whole_url = Ei gyfeiriad cyfan.
# Heb ei ddarllen gan siaradwr.
column_findings_number = Ei le yn y llythyr.
# Heb ei ddarllen gan siaradwr.
column_findings_polarity = Pa fath o honiad ydyw, yn nhermau’r llythyrau.
# Heb ei ddarllen gan siaradwr.
column_findings_topic = Y prif bwnc.
# Heb ei ddarllen gan siaradwr.
column_findings_topics = Pob pwnc, y prif un yn gyntaf.
# Heb ei ddarllen gan siaradwr.
column_findings_subject = Pwy y mae’n sôn amdano, lle nad yr awdurdod yw hwnnw.
# Heb ei ddarllen gan siaradwr.
column_findings_text = Yr honiad, heb bwyslais na dolenni.
# Heb ei ddarllen gan siaradwr.
column_findings_title = Yr honiad mewn ychydig eiriau.
# Heb ei ddarllen gan siaradwr.
column_findings_key = A yw’n un o’r ychydig sydd bwysicaf yn y llythyr.
# Heb ei ddarllen gan siaradwr.
column_findings_words = Geiriau’r llythyr ei hun sy’n ei gynnal, fel y’u hargraffwyd; saif … am yr hyn a adawyd allan.
# Heb ei ddarllen gan siaradwr.
column_findings_pages = Y dudalen o’r llythyr y mae pob un o’r geiriau’n dechrau arni.
# Heb ei ddarllen gan siaradwr.
column_findings_follows = Y llythyr cynharach a’r canfyddiad ynddo y mae hwn yn ei ddilyn.
# Heb ei ddarllen gan siaradwr.
column_findings_national_framework = Ble mae’n perthyn yn y fframwaith cenedlaethol, yn ôl y llythyr.
# Heb ei ddarllen gan siaradwr.
column_findings_authorities = Pob awdurdod yr anfonwyd y llythyr ato.
# Heb ei ddarllen gan siaradwr.
column_findings_kind = Pa fath o ymweliad a ddilynodd y llythyr.
# Heb ei ddarllen gan siaradwr.
column_visit = Rhif yr ymweliad, fel y nodir yn y llythyr.
# Heb ei ddarllen gan siaradwr.
column_on_site = Pryd yr oedd arolygwyr yno, mewn EDTF: mor fanwl â’r ffynhonnell, a dim mwy.
# Heb ei ddarllen gan siaradwr.
column_on_site_earliest = Y diwrnod cyntaf y gall on_site ei olygu, i drefnu wrtho.
# Heb ei ddarllen gan siaradwr.
column_on_site_latest = Y diwrnod olaf y gall on_site ei olygu.
# Heb ei ddarllen gan siaradwr.
column_dated = Y dyddiad a argraffwyd ar y llythyr, mewn EDTF: mor fanwl â’r ffynhonnell, a dim mwy.
# Heb ei ddarllen gan siaradwr.
column_dated_earliest = Y diwrnod cyntaf y gall dated ei olygu, i drefnu wrtho.
# Heb ei ddarllen gan siaradwr.
column_dated_latest = Y diwrnod olaf y gall dated ei olygu.
# Heb ei ddarllen gan siaradwr.
table_findings = Canfyddiadau
# Heb ei ddarllen gan siaradwr.
table_findings_about = Yr hyn a ddywed llythyrau, fesul honiad, yng ngeiriau’r safle. Mae pob un yma unwaith.
# Heb ei ddarllen gan siaradwr.
column_inspections_number = Ei le yn rhestr arolygiadau’r awdurdod.
# Heb ei ddarllen gan siaradwr.
column_inspections_published = Pryd y cyhoeddwyd yr adroddiad, mewn EDTF: mor fanwl â’r ffynhonnell, a dim mwy.
# Heb ei ddarllen gan siaradwr.
column_published_earliest = Y diwrnod cyntaf y gall published ei olygu, i drefnu wrtho.
# Heb ei ddarllen gan siaradwr.
column_published_latest = Y diwrnod olaf y gall published ei olygu.
# Heb ei ddarllen gan siaradwr.
column_inspections_framework = Y fframwaith a ddilynodd.
# Heb ei ddarllen gan siaradwr.
column_inspections_overall = Y farn ar effeithiolrwydd cyffredinol.
# Heb ei ddarllen gan siaradwr.
column_inspections_no_overall = Ni roddir un ers { $date } o dan y fframwaith hwn: { $framework }.
# Heb ei ddarllen gan siaradwr.
column_inspections_lead_inspectors = Pwy a’i harweiniodd, fel yr argraffa’r adroddiad yr enwau.
# Heb ei ddarllen gan siaradwr.
column_inspections_needs_to_improve = Beth sydd angen gwella, fel y’i rhestrir yn yr adroddiad.
# Heb ei ddarllen gan siaradwr.
column_inspections_monitored = A oes ymweliadau monitro’n dilyn, lle gwyddys hynny heblaw o’r graddau.
# Heb ei ddarllen gan siaradwr.
column_inspections_opens_a_cycle = A yw’n agor cylch monitro: fel y dywedir amdano, neu fel arall am fod gradd sy’n agor cylch ({ $grades }), yn gyffredinol neu mewn maes.
# Heb ei ddarllen gan siaradwr.
column_inspections_source = Yr adroddiad.
# Heb ei ddarllen gan siaradwr.
column_inspections_path = Ble y saif ar dudalen yr awdurdod, o wraidd y safle.
# Heb ei ddarllen gan siaradwr.
column_place_url = Yr un peth fel cyfeiriad cyfan.
# Heb ei ddarllen gan siaradwr.
table_inspections = Arolygiadau
# Heb ei ddarllen gan siaradwr.
table_inspections_about = Arolygiadau, gyda phob barn. Arolygiadau’n unig sy’n barnu; nid yw ymweliadau.
# Heb ei ddarllen gan siaradwr.
column_letters_letter = Yr enw mewn cyfeiriadau, unigryw o fewn yr awdurdod.
# Heb ei ddarllen gan siaradwr.
column_letters_authorities = Pob awdurdod yr anfonwyd ef ato: un, neu ddau.
# Heb ei ddarllen gan siaradwr.
column_letters_kind = Pa fath o ymweliad a ddilynodd.
# Heb ei ddarllen gan siaradwr.
column_letters_printed = Y dyddiad y mae’r llythyr yn ei argraffu, lle mae hwnnw’n anghywir.
# Heb ei ddarllen gan siaradwr.
column_letters_addressed_to = Y swydd yr anfonwyd y llythyr ati, fel y’i hargraffwyd.
# Heb ei ddarllen gan siaradwr.
column_letters_published = Pryd y’i cyhoeddwyd, mewn EDTF.
# Heb ei ddarllen gan siaradwr.
column_letters_areas = Y meysydd gwasanaeth dan sylw, fel y’u hargraffwyd.
# Heb ei ddarllen gan siaradwr.
column_letters_evidence = Yr hyn yr edrychodd arolygwyr arno, fel y’i hargraffwyd.
# Heb ei ddarllen gan siaradwr.
column_letters_inspectors = Pwy a ymwelodd, fel y’u hargraffwyd.
# Heb ei ddarllen gan siaradwr.
column_letters_lead_inspectors = Pwy ohonynt a arweiniodd yr ymweliad.
# Heb ei ddarllen gan siaradwr.
column_letters_progress = Sut y mae’r llythyr yn disgrifio’r cynnydd, fel yr argraffwyd.
# Heb ei ddarllen gan siaradwr.
column_letters_level = Yr hyn y mae’r geiriau hynny’n ei olygu. Nid tuedd: mae pob ymweliad yn edrych ar faes arall.
# Heb ei ddarllen gan siaradwr.
column_letters_summary = Paragraff cyntaf y crynodeb, yng ngeiriau’r safle.
# Heb ei ddarllen gan siaradwr.
column_letters_findings = Faint o ganfyddiadau sydd ganddo.
# Heb ei ddarllen gan siaradwr.
column_letters_source = Copi’r rheoleiddiwr.
# Heb ei ddarllen gan siaradwr.
table_letters = Llythyrau
# Heb ei ddarllen gan siaradwr.
table_letters_about = Llythyrau a ysgrifennwyd ar ôl ymweliad, fel y’u crynhoir ar y safle. Mae pob un yma unwaith.
# Heb ei ddarllen gan siaradwr.
column_measures_measure = Yr hyn sy’n uno ffigurau llythyrau yn un gyfres.
# Heb ei ddarllen gan siaradwr.
column_measures_date = Pryd yr oedd felly, mewn EDTF: mor fanwl â’r ffynhonnell, a dim mwy.
# Heb ei ddarllen gan siaradwr.
column_measures_date_earliest = Y diwrnod cyntaf y gall date ei olygu, i drefnu wrtho.
# Heb ei ddarllen gan siaradwr.
column_measures_date_latest = Y diwrnod olaf y gall date ei olygu.
# Heb ei ddarllen gan siaradwr.
column_measures_value = Y ffigur, yn ei uned.
# Heb ei ddarllen gan siaradwr.
column_measures_unit = Beth yw’r ffigur: nifer, neu ganran.
# Heb ei ddarllen gan siaradwr.
column_measures_better = Pa ffordd sy’n well.
# Heb ei ddarllen gan siaradwr.
column_measures_label = Yr hyn a gyfrifir.
# Heb ei ddarllen gan siaradwr.
column_measures_topic = Y pwnc y mae’n perthyn iddo.
# Heb ei ddarllen gan siaradwr.
column_measures_dated = Y dyddiad a argraffwyd ar y llythyr, mewn EDTF.
# Heb ei ddarllen gan siaradwr.
table_measures = Mesurau
# Heb ei ddarllen gan siaradwr.
table_measures_about = Ffigurau fel y’u nodir yn llythyrau. Mae’r un mesur mewn llythyr diweddarach yn parhau.
# Heb ei ddarllen gan siaradwr.
column_authority = Yr awdurdod.
# Heb ei ddarllen gan siaradwr.
column_topics_title = Yr enw i bobl.
# Heb ei ddarllen gan siaradwr.
column_topics_group = Y grŵp y mae’n perthyn iddo.
# Heb ei ddarllen gan siaradwr.
column_topics_other_names = Geiriau y mae llythyrau’n eu defnyddio amdano.
# Heb ei ddarllen gan siaradwr.
column_topics_findings = Faint o ganfyddiadau sydd arno; mae canfyddiad yn cyfrif o dan bob un o’i bynciau.
# Heb ei ddarllen gan siaradwr.
table_topics = Pynciau
# Heb ei ddarllen gan siaradwr.
table_topics_about = Yr hyn y mae canfyddiadau’n sôn amdano, mewn grwpiau.
# Heb ei ddarllen gan siaradwr.
column_visits_number = Ei le yn rhestr ymweliadau o’r fath â’r awdurdod.
# Heb ei ddarllen gan siaradwr.
column_visits_visit = Rhif yr ymweliad, fel y nodir yn ei ffynhonnell.
# Heb ei ddarllen gan siaradwr.
column_visits_published = Pryd y cyhoeddwyd neu y dyddiwyd y llythyr, mewn EDTF: mor fanwl â’r ffynhonnell, a dim mwy.
# Heb ei ddarllen gan siaradwr.
column_visits_areas = Y meysydd gwasanaeth dan sylw.
# Heb ei ddarllen gan siaradwr.
column_visits_progress = Sut y mae’r ffynhonnell yn disgrifio’r cynnydd.
# Heb ei ddarllen gan siaradwr.
column_visits_level = Yr hyn y mae’r geiriau hynny’n ei olygu.
# Heb ei ddarllen gan siaradwr.
column_visits_note = Yr hyn sy’n hysbys, a sut.
# Heb ei ddarllen gan siaradwr.
column_visits_source = O ble y gwyddys amdano.
# Heb ei ddarllen gan siaradwr.
column_visits_path = Tudalen yr awdurdod, o wraidd y safle.
# Heb ei ddarllen gan siaradwr.
table_visits = Ymweliadau heb lythyr yma
# Heb ei ddarllen gan siaradwr.
table_visits_about = Ymweliadau y gwyddys eu bod wedi digwydd, ond nad yw eu llythyr ar y safle.
