//! What is chosen, on small texts whose best choice a person can tell.
#![cfg(not(target_family = "wasm"))]

use nutgraf::{Analysis, AnalyzeOptions, BlockKind, Budget, Document, QuoteLimit, Summary, SummaryOptions};

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
fn a_list_of_fragments_is_summarized_by_its_items() {
    let things = [
        "keep comments in the tree",
        "drop support for the old engine",
        "run again whenever a file changes",
        "numbers with underscores are read",
        "no crash on an empty folder",
        "colours on a dark screen",
        "a shorter message for long lines",
        "quicker start on cold mornings",
        "names of ships in capitals",
        "tickets for children under six",
        "a second deckhand in summer",
        "maps without a network",
    ];
    let items: String = things.iter().map(|thing| format!("* {thing}\n")).collect();
    let automatic = |text: &str| -> Vec<String> {
        let summary = choose(text, &AnalyzeOptions::default(), &SummaryOptions::default());
        summary.sentences.iter().map(|sentence| sentence.span.of(text).to_owned()).collect()
    };
    assert_eq!(automatic(&items).len(), 5);
    let said = "The parser of the ferry is quicker than it has ever been.\n\n";
    assert_eq!(automatic(&[said, &items].concat()), [said.trim()], "a whole sentence is better");
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

/// The summary that is focused on a word.
fn focused(text: &str, query: &str, count: usize) -> Summary {
    let budget = Budget::Sentences(count);
    let options = SummaryOptions { budget, query: query.into(), ..SummaryOptions::default() };
    choose(text, &AnalyzeOptions::default(), &options)
}

#[test]
fn what_leans_brings_along_what_it_leans_on() {
    let text = "The weather was fine for the time of the year on the whole coast.\n\n\
                Nobody had seen the old harbor ferry of the inlet for years. \
                This carried cars across the cold water all winter.\n\n\
                The council will meet again in the town hall on the first Monday of the month.";
    let starts = |summary: Summary| -> Vec<String> {
        let sentences = summary.sentences.iter().map(|sentence| sentence.span.of(text));
        sentences.filter_map(|sentence| sentence.split(' ').next().map(str::to_owned)).collect()
    };
    assert_eq!(starts(focused(text, "cars", 2)), ["Nobody", "This"]);
    assert_eq!(starts(focused(text, "cars", 1)), ["The"], "alone it would not be understood");
}

#[test]
fn a_pronoun_whose_name_is_known_may_stand_alone() {
    let text = "Ingrid Sol lives in Saltmarsh near the sea. She bakes bread for the guests of the ferry.\n\n\
                The ferry crosses the inlet every half hour from six in the morning.";
    let summary = focused(text, "guests", 1);
    let [pronoun] = summary.sentences.as_slice() else { panic!("one sentence") };
    assert!(pronoun.span.of(text).starts_with("She bakes"));
    assert_eq!(pronoun.antecedents[0].mention.of(text), "She");
    assert_eq!(pronoun.antecedents[0].names[0].of(text), "Ingrid Sol");
}

#[test]
fn a_long_text_gets_a_minute_of_its_sections() {
    let section = |name: &str| {
        let sentence = |n: usize| {
            let words: Vec<String> = (0..9)
                .map(|word| format!("{name}{}", "aeiou".repeat(1 + (n * 9 + word) % 7) + &n.to_string()))
                .collect();
            format!("The {name} has {} in it. ", words.join(" and "))
        };
        format!("## The {name}\n\n{}\n\n", (1..40).map(sentence).collect::<String>())
    };
    let sections = ["ferry", "bridge", "lighthouse", "bakery", "council"].map(section).concat();
    let text = format!("# Harlow Bay\n\n{sections}");
    let summary = choose(&text, &AnalyzeOptions::default(), &SummaryOptions::default());
    assert!(summary.statistics.words > 3600 && summary.statistics.summary_words <= 240);
    let mut sections: Vec<&str> =
        summary.sentences.iter().filter_map(|sentence| Some(sentence.section?.of(&text))).collect();
    sections.dedup();
    assert_eq!(sections, ["The ferry", "The bridge", "The lighthouse", "The bakery", "The council"]);
}

#[test]
fn a_long_text_without_headings_is_covered_to_its_end() {
    let sentence = |n: usize| {
        let words: Vec<String> =
            (0..9).map(|word| format!("{}{}", "aeiou".repeat(1 + word), n % 40)).collect();
        format!("The ferry has {} in it. ", words.join(" and "))
    };
    let order = |count: usize| {
        let text: String = (0..count).map(sentence).collect();
        let summary = choose(&text, &AnalyzeOptions::default(), &SummaryOptions::default());
        summary.sentences.last().unwrap().order
    };
    assert!(order(80) < 20, "news says first what counts most");
    assert!(order(400) > 200, "a speech does not");
}

#[test]
fn nothing_fills_up_the_automatic_length() {
    let text = "The electric ferry of Harlow Bay will cross the inlet again from April, the council said on Monday.\n\n\
                - two eggs\n- a cup of flour\n- a pinch of salt\n- an hour of patience\n\n\
                You need the following for it:";
    let summary = choose(text, &AnalyzeOptions::default(), &SummaryOptions::default());
    assert_eq!(summary.sentences.len(), 1, "fragments are not chosen beside a sentence");
}

/// Key quotes are worth a pull quote: each rule beside the text that forced it.
#[test]
fn key_quotes_are_no_questions_no_repetitions_and_not_in_the_summary() {
    let quotes = |text: &str, sentences: usize| {
        let analysis = Analysis::new(text, &AnalyzeOptions::default()).unwrap();
        let options = SummaryOptions {
            budget: Budget::Sentences(sentences),
            quotes: QuoteLimit::Best(2),
            ..SummaryOptions::default()
        };
        let summary = analysis.summarize(&options).unwrap();
        summary.quotes.iter().map(|quote| quote.quotation.parts[0].of(text).to_owned()).collect::<Vec<_>>()
    };
    let interview = "The ferry is back on the river. “Why did the ferry take four years to come back to the river?” \
                     asked Tom Reed. “The river was closed and nobody would pay for the ferry,” said Ingrid Sol. \
                     The town was happy about it.";
    assert!(quotes(interview, 1)[0].starts_with("The river was closed"));
    let twice = "The ferry is back on the river. “The ferry is the heart of this river town,” said Ingrid Sol. Later \
                 she spoke to the council. “The ferry is the very heart of our river town,” said Ingrid Sol again. \
                 “Bread costs a little more in the winter,” said Tom Reed.";
    let found = quotes(twice, 1);
    assert!(found.iter().filter(|quote| quote.contains("heart")).count() == 1, "{found:?}");
    let nobody = "The ferry is “slow and steady” again. Will “the river fund” pay, or “where is the money for the ferry?”";
    assert_eq!(quotes(nobody, 1), [""; 0]);
    let advice =
        "She left a book and a piece of advice: “Write all down.” The ferry is “slow and steady” again.";
    assert_eq!(quotes(advice, 1), ["Write all down."]);
    let piece = "It was “the right thing to do for the harbour” and its quays, and there are ferries again.";
    assert_eq!(quotes(piece, 1), [""; 0]);
    let manual =
        "How to row is told in Section 5.1.6, “The Ferries of the Inlet and their Oars”, and in the notes.";
    assert_eq!(quotes(manual, 1), [""; 0]);
    let chinese =
        "渡轮在夜里过海。船夫应参见第 5.1 节 “海湾的夜间渡轮和船上的桨”，也应看潮水。海湾的渡轮很旧。";
    assert_eq!(quotes(chinese, 1), [""; 0]);
}

/// "To be or not to be." has no terms, and what has no words is no summary.
#[test]
fn a_text_without_terms_has_its_first_words() {
    for text in [
        "* * *\n\nTo be or not to be.",
        "To be or not to be.\n\n* * *",
        "…\n\nTo be or not to be.\n\nAnd so it is.",
    ] {
        assert_eq!(sentences(text, 1), ["To be or not to be."], "{text:?}");
    }
}

#[test]
fn what_a_paper_sets_out_to_do_and_comes_to_is_chosen() {
    let counted = "Lamps on quays were counted by two people in each of eleven harbours for a whole summer.";
    let drawn = "Moths were caught under every second lamp with a net, and were let go when it was light.";
    let rain = "Rain halved what was caught under lamps, and wind took a third of the moths on all quays.";
    let conclusion = "Warm lamps draw fewer moths to quays than cold lamps do.";
    // By a label in a paragraph, before one of its own, and by a heading.
    let labelled = format!("METHODS: {counted} {drawn} RESULTS: {rain} CONCLUSION: {conclusion}");
    assert_eq!(sentences(&labelled, 1), [format!("CONCLUSION: {conclusion}")]);
    let paragraphs =
        format!("Methods: {counted} {drawn}\n\nResults: {rain}\n\nConclusions: {conclusion} {drawn}");
    assert_eq!(sentences(&paragraphs, 1), [format!("Conclusions: {conclusion}")]);
    let headed = format!("Methods\n\n{counted} {drawn}\n\nResults\n\n{rain}\n\nConclusion\n\n{conclusion}");
    assert_eq!(sentences(&headed, 1), [conclusion]);
    // By its opening words, whoever "this" would be.
    for opening in ["This paper asks whether", "In conclusion,", "The aim of this study was to know whether"]
    {
        let said = format!("{opening} warm lamps draw fewer moths to quays than cold lamps do.");
        assert_eq!(sentences(&format!("{counted} {drawn} {rain} {said} Wind took a third."), 1), [said]);
    }
}
