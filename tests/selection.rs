//! What is chosen, on small texts whose best choice a person can tell.
#![cfg(not(target_family = "wasm"))]

use nutgraf::{Analysis, AnalyzeOptions, BlockKind, Budget, Document, Summary, SummaryOptions};

fn choose(text: &str, analyze: &AnalyzeOptions, summarize: &SummaryOptions) -> Summary {
    Analysis::new(text, analyze).unwrap().summarize(summarize).unwrap()
}

/// The sentences of a summary of `count` sentences.
fn sentences(text: &str, count: usize) -> Vec<&str> {
    let options = SummaryOptions { budget: Budget::Sentences(count), ..SummaryOptions::default() };
    let summary = choose(text, &AnalyzeOptions::default(), &options);
    summary.sentences.iter().map(|sentence| sentence.span.of(text)).collect()
}

#[test]
fn near_duplicates_are_never_both_chosen() {
    let text = "The harbor council approved the electric ferry on Tuesday after a long debate.\n\n\
                Tickets for the boat will cost two dollars and fifty cents.\n\n\
                The harbor council approved the electric ferry on Tuesday after a very long debate.\n\n\
                Crews will train on the inlet for six weeks in spring.";
    let chosen = sentences(text, 4);
    assert_eq!(chosen.len(), 3);
    assert_eq!(chosen.iter().filter(|sentence| sentence.contains("council approved")).count(), 1);
}

#[test]
fn a_sentence_that_leans_back_loses_to_its_equal() {
    let text = "The weather was fine for the time of the year on the whole coast.\n\n\
                However, the harbor ferry carried cars across the inlet all winter.\n\n\
                The harbor ferry carried cars across the inlet all summer.";
    assert!(!sentences(text, 1)[0].starts_with("However"));
    assert!(!sentences(text, 2).iter().any(|sentence| sentence.starts_with("However")));
}

#[test]
fn bylines_datelines_and_boilerplate_stay_out() {
    let text = "Ferry returns to Harlow Bay\n\
                By Jane Doe, Harlow Gazette\n\
                PUBLISHED: 14:11 EST, 25 October 2013\n\
                Scroll down for video\n\
                HARLOW BAY (AP) — The ferry will cross the inlet again from April, the council said.\n\
                READ MORE: Ferry that never came to Harlow Bay ferry council\n\
                The council paid six million dollars for the electric ferry and its landing stages.\n\
                Photo: The ferry of the council of Harlow Bay\n\
                Sign up for the ferry newsletter of the Harlow Bay council.";
    let chosen = sentences(text, 9);
    assert_eq!(
        chosen,
        [
            "The ferry will cross the inlet again from April, the council said.",
            "The council paid six million dollars for the electric ferry and its landing stages."
        ]
    );
}

#[test]
fn tables_and_code_stay_out() {
    let text = "The ferry carried more cars each year, as the table shows for three of them.\n\n\
                Year\tCars\tTrips\n2021\t900\t40\n2022\t1100\t44\n\n\
                for (let car = 0; car < cars.length; car++) { load(cars[car]); }\n\n\
                The harbor office counts every car that boards the ferry.";
    let document = Document::parse(text.to_owned(), None).unwrap();
    let kinds: Vec<BlockKind> = document.blocks().iter().map(|block| block.kind).collect();
    use BlockKind::{Code, Paragraph, Table};
    assert_eq!(kinds, [Paragraph, Table, Code, Paragraph]);
    assert_eq!(sentences(text, 9).len(), 2);
}

#[test]
fn a_title_raises_its_terms() {
    let text = "Bakers, teachers, doctors and nurses live in the quiet village below the hill.\n\n\
                Old lighthouse walls stand behind the pier, covered with green moss.\n\n\
                Children play football every evening until their supper gets cold.";
    let options = SummaryOptions { budget: Budget::Sentences(1), ..SummaryOptions::default() };
    let titled = AnalyzeOptions { title: Some("Pier and lighthouse".into()), ..AnalyzeOptions::default() };
    let with_title = choose(text, &titled, &options).sentences[0].clone();
    assert!(with_title.span.of(text).contains("lighthouse"));
    assert!(!sentences(text, 1)[0].contains("lighthouse"));
}

#[test]
fn equal_gains_go_to_the_earlier_sentence() {
    let text = "Alpha beta gamma delta epsilon zeta eta theta.\n\nIota kappa lambda mu nu xi omicron pi.";
    assert_eq!(sentences(text, 1), ["Alpha beta gamma delta epsilon zeta eta theta."]);
}

#[test]
fn a_words_budget_is_not_filled_up_with_scraps() {
    let text = "The harbor council approved the new electric ferry for the inlet on Tuesday night.\n\n\
                The electric ferry of the harbor council will cross the inlet every half hour from April.\n\n\
                So it goes. Yes indeed.";
    let options = SummaryOptions { budget: Budget::Words(18), ..SummaryOptions::default() };
    let summary = choose(text, &AnalyzeOptions::default(), &options);
    assert_eq!(summary.sentences.len(), 1);
}
