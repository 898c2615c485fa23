//! Keywords: phrases that a person would write on a folder, and where a text has
//! them. Each rule stands beside the sentence that forced it.
#![cfg(all(feature = "asian", feature = "european", feature = "middle-eastern"))]

use nutgraf::{Analysis, AnalyzeOptions, Budget, Language, SummaryOptions};

fn keywords(text: &str) -> Vec<String> {
    let analysis = Analysis::new(text, &AnalyzeOptions::default()).unwrap();
    let options = SummaryOptions { keywords: 20, ..SummaryOptions::default() };
    let summary = analysis.summarize(&options).unwrap();
    summary.keywords.iter().map(|keyword| keyword.span.of(text).to_owned()).collect()
}

#[test]
fn phrases_are_names_and_runs_of_content_words() {
    let cases: &[(&str, &[&str], &[&str])] = &[
        // A surname goes to the full name.
        (
            "Brendan Eich wrote the language in ten days. Nobody at the company believed Eich. \
             Eich had been hired for another language.",
            &["Brendan Eich", "language"],
            &["Eich", "ten days"],
        ),
        // "of" joins a name, and its parts are left out.
        (
            "The Hollywood Walk of Fame has a new star. Fans came to the Walk of Fame before dawn.",
            &["Hollywood Walk of Fame"],
            &["Fame", "new star", "Hollywood Walk"],
        ),
        // A hyphen joins function words, too.
        (
            "They bought a state-of-the-art scanner. The off-line scanner was sold.",
            &["state-of-the-art scanner"],
            &["art", "art scanner", "line scanner", "state"],
        ),
        // Full stops of initials do not part a name; a number goes with a name alone.
        (
            "It was John F. Kennedy who spoke to them at noon. The Falcon 9 rocket was over 40 villages.",
            &["John F. Kennedy", "Falcon 9 rocket", "villages"],
            &["40 villages", "9"],
        ),
        // What every text has is none: verbs, days, filler of talk.
        (
            "I know, like, um, the ferry on Tuesday was late. I think the ferry makes noise. You know the ferry.",
            &["ferry", "noise"],
            &["know", "like", "um", "Tuesday", "think", "makes"],
        ),
        // The full stop of "St." does not part a name; a letter's first and last line say nothing.
        (
            "Dear all,\n\nThe ferry to St. Brannock is late again. Nobody at St. Brannock was told.\n\nKind regards,",
            &["St. Brannock", "ferry"],
            &["Brannock", "Dear", "Kind regards"],
        ),
        // An adverb that opens a sentence before a comma.
        (
            "Infelizmente, o barco da escola não veio ao porto da ilha. Felizmente, o porto da ilha é grande.",
            &["barco da escola", "porto da ilha"],
            &["Infelizmente", "Felizmente"],
        ),
        // What ends as adverbs and verbs alone do.
        (
            "O navio custará milhões. Os vereadores apoiaram o navio, que custará muito à escola. Dizem especialmente isso.",
            &["navio", "escola", "vereadores"],
            &["custará", "apoiaram", "especialmente"],
        ),
        // A possessive parts, and is not shown.
        (
            "The ferry's captain is old. Everybody praised the captain. The ferry's horn was loud, and the ferry was late.",
            &["ferry", "captain", "horn"],
            &["ferry's", "ferry's captain", "ferry captain"],
        ),
        // An elided article is not shown; an elided "d'" joins.
        (
            "Le peuple d'agriculteurs a quitté l'île. L'île du peuple est vide. Il pleut sur l'île.",
            &["île", "peuple d'agriculteurs"],
            &["l'île", "d'agriculteurs", "peuple"],
        ),
        // Behind a name stands the verb, where adjectives follow their nouns.
        (
            "O Porto continua a preparação para o jogo de amanhã. O Porto venceu o último jogo da época.",
            &["Porto", "preparação"],
            &["Porto continua", "Porto venceu"],
        ),
    ];
    for (text, expected, unwanted) in cases {
        let found = keywords(text);
        for phrase in *expected {
            assert!(found.iter().any(|keyword| keyword == phrase), "{phrase}: {found:?}");
        }
        for phrase in *unwanted {
            assert!(!found.iter().any(|keyword| keyword == phrase), "{phrase}: {found:?}");
        }
    }
}

#[test]
fn a_text_of_an_unknown_language_has_keywords_too() {
    let found = keywords("Ahoy zorbal John F. Kennedy kwanda milo freta zorbal.");
    assert!(
        found.contains(&"zorbal".to_owned()) && found.contains(&"John F. Kennedy".to_owned()),
        "{found:?}"
    );
}

/// "By keeping the kernel sources in a personal directory" among Italian.
#[test]
fn a_half_translated_text_has_no_function_words_of_english_among_its_keywords() {
    let italian =
        "Il comando copia i file del server nella cartella di ogni utente, e la copia si fa di notte.";
    let english = "This makes it possible to keep the files of the server in the folder of each user.";
    let found = keywords(&[italian, english, italian, english].join(" "));
    assert!(!found.iter().any(|keyword| ["the", "This", "to", "of"].contains(&&**keyword)), "{found:?}");
    // A title or two is no English text.
    let french = "Le gardien a vu partir le but, un but superbe, et le prix “Goal of the Year” va à ce but.";
    assert!(keywords(french).contains(&"but superbe".to_owned()));
}

#[test]
fn a_key_is_no_keyword() {
    let found = keywords(
        "The ferry has a network of its own, and its key is ccb290fd4fe6b22935cbae31449e050edd02ad44.",
    );
    assert!(
        found.contains(&"network".to_owned()) && found.iter().all(|one| !one.contains("ccb2")),
        "{found:?}"
    );
}

/// Where subtitles stand on the screen is no part of them, nor of the language that they are in.
#[test]
fn keywords_of_subtitles_are_of_what_is_said() {
    let said = [
        "El barco de la bahía ha vuelto",
        "después de cuatro años, y todo",
        "el pueblo vino a ver el barco.",
    ];
    let cue = |(at, said): (usize, &&str)| {
        let place = "position:50.00%,middle  align:middle size:80.00%  line:84.67%";
        format!("{at}\n00:00:1{at}.000 --> 00:00:1{at}.480  {place}\n{said}\n\n")
    };
    let text: String = said.iter().cycle().take(9).enumerate().map(cue).collect();
    assert_eq!(Language::detect(&text).tag(), "es");
    let found = keywords(&text);
    assert!(found.contains(&"barco".to_owned()), "{found:?}");
    assert!(found.iter().all(|keyword| !keyword.contains("middle") && keyword != "line"), "{found:?}");
}

#[test]
fn a_phrase_is_shown_in_its_most_frequent_form() {
    let text = "Whale songs are long. A whale song is loud. Of every whale song there is a record.";
    assert!(keywords(text).iter().any(|keyword| keyword == "whale song"));
}

#[test]
fn occurrences_are_those_of_the_whole_phrase() {
    let text = "The trade war hurt trade. Trade wars, as every war, end. The war of words was no trade war.";
    let analysis = Analysis::new(text, &AnalyzeOptions::default()).unwrap();
    let found = |phrase: &str| {
        let spans = analysis.occurrences(phrase);
        spans.iter().map(|span| span.of(text)).collect::<Vec<_>>()
    };
    assert_eq!(found("trade war"), ["trade war", "Trade wars", "trade war"]);
    assert_eq!(found("war of words"), ["war of words"]);
    assert_eq!(found("war words"), [""; 0]);
    assert_eq!(found("trade war, end"), ["trade war", "Trade wars", "end", "trade war"]);
    assert_eq!(found("trade peace"), [""; 0]);
    assert_eq!(found("the of"), [""; 0]);
}

#[test]
fn a_query_focuses_on_its_phrase_as_a_phrase() {
    let text = "The council met on the harbor and on the new budget for the wall and the old fund. \
                A fund paid for the harbor. The wall of the old harbor is weak, and the council knows it. \
                The harbor wall was built by hand. Boats sleep behind the wall near the old harbor.";
    let analysis = Analysis::new(text, &AnalyzeOptions::default()).unwrap();
    let options = SummaryOptions {
        budget: Budget::Sentences(1),
        query: "harbor wall".into(),
        ..SummaryOptions::default()
    };
    let summary = analysis.summarize(&options).unwrap();
    assert_eq!(summary.sentences[0].span.of(text), "The harbor wall was built by hand.");
}

/// Found by fuzzing: the comma of a number parted the phrase, and nothing was found.
#[test]
fn a_keyword_with_a_number_in_groups_is_found_as_often_as_it_says() {
    let text = "The Ferry 20,000 sank. The Ferry 20,000 was old; the Ferry 20,000 had no lifeboats.";
    let analysis = Analysis::new(text, &AnalyzeOptions::default()).unwrap();
    let summary = analysis.summarize(&SummaryOptions::default()).unwrap();
    let keyword = summary.keywords.first().unwrap();
    assert_eq!((keyword.span.of(text), keyword.count), ("Ferry 20,000", 3));
    assert_eq!(analysis.occurrences("Ferry 20,000").len(), 3);
    assert_eq!(analysis.occurrences("lifeboats, Ferry 20,000;old").len(), 5);
}

/// Found by fuzzing: the mark at the end of a Hebrew word was taken for a possessive's.
#[test]
fn a_hebrew_mark_belongs_to_its_word() {
    let text = "המעבורת של ג'ורג' חזרה לנמל. ג'ורג' שמח, והמעבורת של ג'ורג' יצאה שוב אל הים.";
    let analysis = Analysis::new(text, &AnalyzeOptions::default()).unwrap();
    let summary = analysis.summarize(&SummaryOptions::default()).unwrap();
    assert_eq!(summary.language.tag(), "he");
    assert!(summary.keywords.iter().any(|keyword| keyword.span.of(text).contains("ג'ורג'")));
    for keyword in &summary.keywords {
        assert!(keyword.count > 0);
        assert_eq!(analysis.occurrences(keyword.span.of(text)).len(), keyword.count);
    }
    // Whatever the text's language is.
    let text = "Il traghetto è di ג'ורג', e anche il porto è di ג'ורג', ma la città aspetta da molti anni.";
    let analysis = Analysis::new(text, &AnalyzeOptions::default()).unwrap();
    let summary = analysis.summarize(&SummaryOptions::default()).unwrap();
    assert_eq!(summary.language.tag(), "it");
    assert!(summary.keywords.iter().any(|keyword| keyword.span.of(text).contains("ג'ורג'")));
    assert!(summary.keywords.iter().all(|keyword| keyword.count > 0));
}

/// A particle of Korean ends a phrase and is not shown, and no predicate is in one; a run
/// of Thai is cut at no vowel that wants its consonant, and ends in no function word.
#[test]
fn keywords_of_scripts_are_words() {
    let keywords = |text: &str| -> Vec<String> {
        let analysis = Analysis::new(text, &AnalyzeOptions::default()).unwrap();
        let summary = analysis.summarize(&SummaryOptions::default()).unwrap();
        summary.keywords.iter().map(|keyword| keyword.span.of(text).to_owned()).collect()
    };
    let korean = keywords(include_str!("articles/ko.txt").split("\n---\n").next().unwrap());
    assert_eq!(korean.get(..3).unwrap(), ["여객선", "시의회", "항구"]);
    assert!(korean.iter().all(|keyword| !keyword.ends_with("했다")), "{korean:?}");
    let verbs =
        keywords("자동차를 사용하여 명시적 타입 변환을 합니다. 동일한 이름을 구현하도록 수정할 수 있습니다.");
    assert!(verbs.contains(&"명시적 타입 변환".to_owned()), "{verbs:?}");
    for verb in ["사용하여", "동일한", "구현하도록", "수정할"] {
        assert!(verbs.iter().all(|keyword| !keyword.contains(verb)), "{verbs:?}");
    }
    let thai = keywords(include_str!("articles/th.txt").split("\n---\n").next().unwrap());
    assert_eq!(thai.first().unwrap(), "เรือ");
    for piece in ["อข้ามฟาก", "ดค้าน", "หลัง", "งการ"] {
        assert!(!thai.contains(&piece.to_owned()), "{thai:?}");
    }
}

/// Found by fuzzing: a vowel sign without its consonant is another word by itself.
#[test]
fn a_keyword_that_is_read_otherwise_by_itself_is_none() {
    for text in ["The ferry is back. \u{940}'\u{940}  i", "The ferry is back. \u{940},\u{940}-ה."] {
        for tag in ["de", "en"] {
            let options = AnalyzeOptions { language: Language::from_tag(tag), ..AnalyzeOptions::default() };
            let analysis = Analysis::new(text, &options).unwrap();
            let summary = analysis.summarize(&SummaryOptions::default()).unwrap();
            assert!(!summary.keywords.is_empty());
            assert!(summary.keywords.iter().all(|keyword| keyword.count > 0), "{text}");
        }
    }
}
