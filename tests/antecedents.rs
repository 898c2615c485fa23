//! The cases of `antecedents.txt`. `antecedents.jsonl` has labels of real texts, for
//! `npm run eval`.
#![cfg(not(target_family = "wasm"))]

use nutgraf::{Analysis, AnalyzeOptions, Language};

#[test]
fn opening_words_stand_for_what_is_certain() {
    let file: String =
        include_str!("antecedents.txt").split_inclusive('\n').filter(|line| !line.starts_with('#')).collect();
    let mut wrong = Vec::new();
    let mut count = 0;
    for case in file.split("===\n").filter(|case| !case.trim().is_empty()) {
        let (name, case) = case.split_once('\n').expect("a case has a name");
        let (text, expected) = case.split_once("\n---\n").expect("a case has a line ---");
        let options = AnalyzeOptions { language: Some(Language::English), ..AnalyzeOptions::default() };
        let analysis = Analysis::new(text, &options).expect("the text is short");
        let found: Vec<String> = analysis
            .antecedents()
            .map(|(_, antecedent)| {
                let names: Vec<&str> = antecedent.names.iter().map(|name| name.of(text)).collect();
                format!("{} = {}", antecedent.mention.of(text), names.join(" + "))
            })
            .collect();
        if found != expected.lines().collect::<Vec<_>>() {
            wrong.push(format!("{name}\n  expected {expected}\n  found {found:#?}"));
        }
        count += 1;
    }
    assert!(count > 10, "the cases are read");
    assert!(
        wrong.is_empty(),
        "{}\nhelp: an unsure name is worse than none: see src/people/antecedent.rs, and npm run eval -- tests/antecedents.jsonl",
        wrong.join("\n\n")
    );
}

/// "Il" stood for "Mort de Paul Martin": no other language has the rules.
#[test]
fn only_english_has_antecedents() {
    let text = "Harlow : Mort de Paul Martin, maire de la ville\n\n\
                Il était jusqu'au printemps dernier l'ami de tous ceux qui vivent sur le quai. \
                Paul Martin est mort ce mardi à neuf heures dans sa maison.";
    let analysis = Analysis::new(text, &AnalyzeOptions::default()).expect("the text is short");
    assert_eq!(analysis.document().language(), Language::French);
    assert_eq!(analysis.antecedents().count(), 0);
}
