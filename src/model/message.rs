//! The messages that the program itself asks for; templates ask for more, by their ids.

macro_rules! messages {
    ($($name:ident)+) => {
        /// A message that the program asks for.
        #[expect(non_camel_case_types, reason = "each is named as in the tables")]
        #[expect(missing_docs, reason = "what each says stands in the tables")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Message {
            $($name,)+
        }

        impl Message {
            /// All of them.
            pub const ALL: &[Message] = &[$(Message::$name),+];

            /// The id that tables have it under.
            pub fn id(self) -> &'static str {
                match self {
                    $(Message::$name => stringify!($name),)+
                }
            }
        }
    };
}

messages! {
    separator separator_last separator_long number_thousands number_decimal number_minus percent month_1 month_2
    month_3 month_4 month_5 month_6 month_7 month_8 month_9 month_10 month_11 month_12 month_1_short month_2_short
    month_3_short month_4_short month_5_short month_6_short month_7_short month_8_short month_9_short
    month_10_short month_11_short month_12_short season_spring season_summer season_autumn season_winter date_day
    date_day_month_year date_day_month date_month_year date_season_year date_about date_span_close date_span home
    authorities findings letters measures data search inspection inspections timeline source source_small all
    other finding_number_small all_letters_on letter_found visit_looked_at visit_areas_unknown
    this_visit_looked_at this_visit_areas_unknown both_looked_at nothing_in_common in_common_unknown
    all_letters_on_to page_number findings_on_page
    thread_about table notes back_to_text count_of_findings noun_letter noun_letters noun_authority noun_authorities counted
    findings_by_kind labelled in_brackets quoted quoted_speaker title_on_site title_of_page between_small
    before_small letter_title letter_itself letter_itself_named letter_published letter_unpublished
    page_of_letter takes_up with_colon
    letter_text_title letter_text_about letter_text_about_by published_copy_small
    heading_with_areas letters_to letters_on letters_of_year all_letters visited on_site_small letter_dated_small
    published_small progress_in_letter progress_as_printed_small progress_in_source_small draft draft_about
    suggested no_link_to_letter no_public_copy collection collection_kind
    in_their_words fact_authorities fact_addressed_to letter_prints fact_on_site fact_dated days_after_visit fact_published fact_areas
    fact_inspectors lead_inspector lead_inspector_with_role fact_evidence fact_judgement no_overall_since
    overall_not_recorded
    latest_letter fact_delivered_by fact_delivered_before delivery_since delivery_since_named delivery_between
    delivery_between_named fact_replaced fact_replaced_by fact_region fact_coverage coverage_none coverage_letters
    coverage_visits coverage_findings fact_formal_name fact_other_names fact_gss_code former_codes fact_la_code
    authority_title page_as_json page_as_markdown in_markdown newest_first markdown_page markdown_letter cycle
    cycle_since_publication cycle_since_inspection since_publication since_inspection no_inspection_listed
    before_inspections inspection_when framework overall the_report inspection_led_by needs_to_improve
    letter_not_summarised where_known_from
    visit_missing visits_missing nothing_else_known years_covered strip_visit strip_visit_number strip_visits
    strip_visit_area strip_not_summarised strip_nothing_known strip_mark strip_mark_dated strip_mark_more
    strip_mark_dated_more finding_number finding_title about_subject findings_description findings_description_of
    topic_and_kind thread_title thread_description measures_description measures_description_of unit_count
    unit_percent better_higher better_lower better_neither change_none change_up change_down change_in_points
    monitored_now monitored_about months
    authorities_description page_not_found page_moved search_description kind_authority kind_topic kind_letter
    kind_finding data_description read_all_findings of_letter data_description_unlicensed data_package
    data_sources column_list column_edtf table_guards column_kind_text column_kind_slug column_kind_slugs column_kind_texts
    column_kind_word column_kind_edtf column_kind_day column_kind_integer column_kind_number column_kind_flag
    column_kind_address column_letters_of_polarity column_inspections_judgement column_slug
    column_authorities_name column_authorities_formal_name column_authorities_other_names
    column_authorities_gss_code column_authorities_former_gss_codes column_authorities_la_code column_authorities_ofsted_urn
    column_authorities_region column_authorities_delivered_by column_authorities_predecessors
    column_authorities_successors column_authorities_statistical_neighbours column_authorities_letters column_authorities_findings column_path
    column_page_url table_authorities table_authorities_about column_letter_authority column_letter
    column_findings_finding column_whole_url column_findings_number column_findings_polarity column_findings_topic
    column_findings_topics column_findings_subject column_findings_text column_findings_title
    column_findings_key column_findings_words column_findings_pages column_findings_follows
    column_findings_national_framework column_findings_authorities
    column_findings_kind column_visit column_on_site column_on_site_earliest column_on_site_latest column_dated
    column_dated_earliest column_dated_latest table_findings table_findings_about column_inspections_number
    column_inspections_published column_published_earliest column_published_latest column_inspections_framework
    column_inspections_overall column_inspections_no_overall column_inspections_lead_inspectors
    column_inspections_needs_to_improve column_inspections_monitored
    column_inspections_opens_a_cycle column_inspections_source column_inspections_path
    column_place_url table_inspections table_inspections_about column_letters_letter column_letters_authorities
    column_letters_kind column_letters_printed column_letters_addressed_to column_letters_published column_letters_areas column_letters_evidence
    column_letters_inspectors column_letters_lead_inspectors column_letters_progress column_letters_level
    column_letters_summary column_letters_findings column_letters_source table_letters table_letters_about
    column_measures_measure column_measures_date column_measures_date_earliest column_measures_date_latest
    column_measures_value column_measures_unit column_measures_better column_measures_label column_measures_topic
    column_measures_dated table_measures table_measures_about column_authority column_topics_title
    column_topics_group column_topics_other_names column_topics_findings table_topics table_topics_about
    column_visits_number column_visits_visit column_visits_published column_visits_areas column_visits_progress
    column_visits_level column_visits_note column_visits_source column_visits_path table_visits table_visits_about
}
