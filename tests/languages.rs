//! A text in each language: detected, its sentences told, and its quotation given
//! to the right person.
#![cfg(all(feature = "asian", feature = "european", feature = "middle-eastern"))]

use nutgraf::{Analysis, AnalyzeOptions, Budget, Language, QuoteLimit, SummaryOptions};
use unicode_normalization::UnicodeNormalization;

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

/// A text with its accents as characters of their own, as macOS writes the names of files,
/// has the same summary.
#[test]
fn letters_with_marks_of_their_own_are_the_same_letters() {
    let mut wrong = Vec::new();
    for file in std::fs::read_dir("tests/articles").unwrap() {
        let content = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let (text, _) = content.split_once("\n---\n").unwrap();
        let summary = |text: &str| {
            let analysis = Analysis::new(text, &AnalyzeOptions::default()).unwrap();
            let summary = analysis.summarize(&SummaryOptions::default()).unwrap();
            let sentences = summary.sentences.iter().map(|sentence| sentence.span.of(text).nfc().collect());
            (summary.language, sentences.collect::<Vec<String>>())
        };
        let [whole, apart] =
            [text.nfc().collect::<String>(), text.nfd().collect()].map(|text| summary(&text));
        if whole != apart {
            wrong.push(format!("{whole:?}\n{apart:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// What stands under these headings is no prose, and what begins as these lines do is the
/// site's: the summary of an article is the same with them behind it.
#[test]
fn sections_and_lines_that_are_no_prose_are_known_in_each_language() {
    let behind: &[(&str, &str, &str)] = &[
        ("ar", "المراجع", "اقرأ أيضا: العبّارة التي لم تأتِ"),
        ("ca", "Referències", ""),
        ("cs", "Externí odkazy", "Čtěte také: Loď, která nepřijela"),
        ("da", "Eksterne henvisninger", "Læs også: Færgen, der aldrig kom"),
        ("de", "Einzelnachweise", "Lesen Sie auch: Die Fähre, die nie kam"),
        ("el", "Παραπομπές", "Διαβάστε επίσης: Το πλοίο που δεν ήρθε"),
        ("es", "Véase también", "Lea también: El barco que nunca llegó"),
        ("fa", "منابع", ""),
        ("fi", "Lähteet", "Lue myös: Lautta, joka ei koskaan tullut"),
        ("fr", "Liens externes", "Lire aussi : Le bac qui n’est jamais venu"),
        ("he", "קישורים חיצוניים", ""),
        ("hi", "सन्दर्भ", ""),
        ("hu", "Jegyzetek", ""),
        ("id", "Daftar pustaka", "Baca juga: Kapal yang tak pernah datang"),
        ("it", "Collegamenti esterni", "Leggi anche: Il traghetto che non arrivò"),
        ("ja", "脚注", ""),
        ("ko", "외부 링크", ""),
        ("nl", "Zie ook", "Lees ook: De pont die nooit kwam"),
        ("no", "Eksterne lenker", "Les også: Ferja som aldri kom"),
        ("pl", "Przypisy", "Czytaj też: Prom, który nie przypłynął"),
        ("pt", "Ligações externas", "Leia também: O barco que nunca chegou"),
        ("ro", "Legături externe", "Citește și: Bacul care nu a venit"),
        ("ru", "Примечания", "Читайте также: Паром, который не пришёл"),
        ("sv", "Externa länkar", "Läs också: Färjan som aldrig kom"),
        ("th", "อ้างอิง", ""),
        ("tr", "Kaynakça", "Ayrıca okuyun: Hiç gelmeyen vapur"),
        ("uk", "Примітки", "Читайте також: Пором, який не прийшов"),
        ("vi", "Tham khảo", ""),
        ("zh", "参考文献", ""),
    ];
    for (tag, heading, line) in behind {
        let file = std::fs::read_to_string(format!("tests/articles/{tag}.txt")).unwrap();
        let (article, _) = file.split_once("\n---\n").unwrap();
        let chosen = |text: &str| -> Vec<String> {
            let analysis = Analysis::new(text, &AnalyzeOptions::default()).unwrap();
            let options = SummaryOptions { budget: Budget::Sentences(50), ..SummaryOptions::default() };
            let summary = analysis.summarize(&options).unwrap();
            summary.sentences.iter().map(|sentence| sentence.span.of(text).to_owned()).collect()
        };
        let (most, last) = article.trim_end().rsplit_once("\n\n").unwrap();
        let without = chosen(most);
        let with = chosen(&format!("{most}\n\n{line}\n\n{heading}\n\n{last}"));
        assert_eq!(with, without, "{tag}: {heading}, {line}");
        assert!(chosen(article).len() > without.len(), "{tag}: {last}");
    }
}

/// Where sentences end in scripts and languages with rules of their own: a text,
/// and its sentences.
#[test]
fn sentences_end_as_each_language_writes() {
    let cases: &[&[&str]] = &[
        // A quotation behind a colon is a sentence of its own.
        &["他补充说：“这是漫长旅程中的一小步。”", "但是也有很多人反对新的立法。"],
        &[
            "“我们都知道船会回来的。”鲍尔笑了笑，说没有人再问。",
            "“那是很久以前的事了。”",
            "苏拉和他，岸上的两个人，都没有动。",
        ],
        &["“这是一小步。”他补充说，但是也有很多人反对。"],
        // A question mark of ASCII has no space behind it.
        &["船はもう来ないのですか?", "町の人びとは岸で待っていた。"],
        &["「船は来ない。」と町長は述べた。", "人びとは岸で待っていた。"],
        // A colon leads in, and a comma parts clauses.
        &["وقالت رئيسة البلدية: «بُنيت هذه البلدة حول الماء، وعشنا هناك طويلا».", "وصفق الناس كلهم في القاعة."],
        &["سؤال وجواب:", "ماذا حدث بعد الانتخابات التي جرت في المدينة؟"],
        // A closing mark with a space before it.
        &[
            "Le maire nous avait laissé un conseil : « Notez tout, même rien. »",
            "Le vent était fort et les oiseaux étaient partis.",
        ],
        // Abbreviations of two words, with a space in them.
        &["Die Stadt wurde im Jahr 833 n. Chr. durch die Franken erobert.", "Sie war sehr klein."],
        &["Atenas era en el siglo V a. C. una ciudad muy rica.", "Sus barcos llegaban a todas partes."],
        &["Она заплатила 3% этой суммы, т. е. 360 фунтов, и ушла.", "Больше её никто не видел."],
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
