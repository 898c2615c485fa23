//! A text in each language: detected, its sentences told, and its quotation given
//! to the right person.
#![cfg(all(feature = "asian", feature = "european", feature = "middle-eastern"))]

use nutgraf::{Analysis, AnalyzeOptions, Language, QuoteLimit, SummaryOptions};

#[test]
fn every_language_is_detected_and_its_quotation_has_its_speaker() {
    let cases = include_str!("languages.txt").split("\n\n").skip(1);
    let mut languages = 0;
    for case in cases {
        let (first, speaker) = case.trim().split_once("\n> ").unwrap();
        let (tag, text) = first.split_once(": ").unwrap();
        let analysis = Analysis::new(text, &AnalyzeOptions::default()).unwrap();
        let options = SummaryOptions { quotes: QuoteLimit::All, ..SummaryOptions::default() };
        let summary = analysis.summarize(&options).unwrap();
        assert_eq!(summary.language.tag(), tag);
        assert_eq!(Language::from_tag(tag), Some(summary.language));
        assert_eq!(analysis.document().sentences().len(), 2, "{tag}");
        let speakers: Vec<&str> = summary
            .quotes
            .iter()
            .map(|quote| quote.quotation.speaker.map_or("", |speaker| speaker.of(text)))
            .collect();
        assert_eq!(speakers, [speaker], "{tag}");
        languages += 1;
    }
    assert!(languages >= 25);
}

/// An article a language, of our own writing: a headline, an abbreviation and a decimal
/// that end no sentence, and a quotation. Behind "---" stand the number of its sentences,
/// its summary and who speaks.
#[test]
fn every_language_has_an_article_summarized() {
    let mut wrong = Vec::new();
    let mut languages = 0;
    for file in std::fs::read_dir("tests/articles").unwrap() {
        let file = file.unwrap();
        let name = file.file_name().into_string().unwrap();
        let tag = name.split(['.', '-']).next().unwrap();
        let content = std::fs::read_to_string(file.path()).unwrap();
        let (text, expected) = content.split_once("\n---\n").unwrap();
        let analysis = Analysis::new(text, &AnalyzeOptions::default()).unwrap();
        let options = SummaryOptions { quotes: QuoteLimit::All, ..SummaryOptions::default() };
        let summary = analysis.summarize(&options).unwrap();
        let speakers = summary.quotes.iter().map(|quote| quote.quotation.speaker);
        let speakers = speakers.map(|speaker| format!("> {}", speaker.map_or("–", |name| name.of(text))));
        let mut found = vec![analysis.document().sentences().len().to_string()];
        found.extend(summary.sentences.iter().map(|sentence| sentence.span.of(text).to_owned()));
        found.extend(speakers);
        if found != expected.lines().collect::<Vec<_>>() {
            wrong.push(format!("{name}\n  expected {expected}\n  found {}", found.join("\n")));
        }
        assert_eq!(summary.language.tag(), tag);
        let title = summary.title.map(|title| title.of(text));
        assert_eq!(title, text.lines().next(), "{name}");
        languages += 1;
    }
    assert!(languages >= 40);
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// Where sentences end in scripts and languages with rules of their own: a text,
/// and its sentences.
#[test]
fn sentences_end_as_each_language_writes() {
    let cases: &[&[&str]] = &[
        // A quotation behind a colon is a sentence of its own.
        &["他补充说：“这是漫长旅程中的一小步。”", "但是也有很多人反对新的立法。"],
        &["“这是一小步。”他补充说，但是也有很多人反对。"],
        // A question mark of ASCII has no space behind it.
        &["船はもう来ないのですか?", "町の人びとは岸で待っていた。"],
        &["「船は来ない。」と町長は述べた。", "人びとは岸で待っていた。"],
        // A colon leads in, and a comma parts clauses.
        &["وقالت رئيسة البلدية: «بُنيت هذه البلدة حول الماء، وعشنا هناك طويلا».", "وصفق الناس كلهم في القاعة."],
        &["سؤال وجواب:", "ماذا حدث بعد الانتخابات التي جرت في المدينة؟"],
        // Marks of typewriters.
        &[
            "De kloosters laten hun solidariteit zien.",
            ",,Door te vasten laten we het zien'', zegt de priester van de stad.",
        ],
        // What ends a list may end a sentence.
        &["На рынке были хлеб, рыба, соль и т. д.", "Потом пришёл паром, и все ушли."],
        // Thai writes spaces where phrases end.
        &[
            "สภาเมืองลงมติเมื่อวันอังคารให้นำเรือข้ามฟากกลับมาหลังจากพายุจมเรือลำสุดท้ายเมื่อสี่ปีก่อน",
            "เขากล่าวว่าเรือลำใหม่จะเริ่มวิ่งในเดือนเมษายน และจะวิ่งทุกสามสิบนาที",
        ],
    ];
    for sentences in cases {
        let space = if sentences[0].ends_with(['。', '?', '”']) { "" } else { " " };
        let text = sentences.join(space);
        let document = nutgraf::Document::parse(text.clone(), None).unwrap();
        let found: Vec<&str> = document.sentences().iter().map(|sentence| sentence.span.of(&text)).collect();
        assert_eq!(found, *sentences);
    }
}
