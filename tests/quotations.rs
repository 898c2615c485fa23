//! The cases of `quotations.txt`.
#![cfg(not(target_family = "wasm"))]

use nutgraf::{Analysis, AnalyzeOptions, Language, Quotation, Span};

/// A quotation as the cases have it.
fn line(text: &str, quotation: &Quotation) -> String {
    let parts: Vec<&str> = quotation.parts.iter().map(|part| part.of(text)).collect();
    let name = |span: Option<Span>| span.map_or("–", |span| span.of(text));
    let names = [quotation.cue, quotation.mention, quotation.speaker].map(name);
    format!("{} | {}", parts.join(" / "), names.join(" | "))
}

#[test]
fn quotations_have_their_speakers() {
    let file: String =
        include_str!("quotations.txt").split_inclusive('\n').filter(|line| !line.starts_with('#')).collect();
    let mut wrong = Vec::new();
    let mut count = 0;
    for case in file.split("===\n").filter(|case| !case.trim().is_empty()) {
        let (name, case) = case.split_once('\n').expect("a case has a name");
        let (text, expected) = case.split_once("\n---\n").expect("a case has a line ---");
        let analysis = Analysis::new(text, &AnalyzeOptions::default()).expect("the text is short");
        let found: Vec<String> =
            analysis.quotations().iter().map(|quotation| line(text, quotation)).collect();
        let expected: Vec<&str> = expected.lines().collect();
        if found != expected {
            wrong.push(format!("{name}\n  expected {expected:#?}\n  found {found:#?}"));
        }
        count += 1;
    }
    assert!(count > 30, "the cases are read");
    assert!(
        wrong.is_empty(),
        "{}\nhelp: find the general rule in src/quotation/, and run npm run eval on quotations",
        wrong.join("\n\n")
    );
}

#[test]
fn a_source_has_its_name() {
    use nutgraf::SourceKind::{Document, Group, Organization, Person, Unknown};
    let names = [Person, Organization, Document, Group, Unknown].map(|kind| kind.name());
    assert_eq!(names, ["person", "organization", "document", "group", "unknown"]);
}

/// What a mention is of, whom it names and what says who that is. Each rule stands
/// beside the sentence that forced it; "–" is none.
#[test]
fn mentions_are_told_by_their_form() {
    use nutgraf::SourceKind::{Document, Group, Organization, Person, Unknown};
    let cases = [
        ("“The ferry is late again,” said the bakers.", Group, "–", "–"),
        (
            "“The ferry is late again,” said Ingrid Sol, a baker on the quay.",
            Person,
            "Ingrid Sol",
            "a baker on the quay",
        ),
        (
            "Xu Poling, director of the department of Russian economy of the Institute of Russian, Eastern European \
             and Central Asian Studies at the Chinese Academy, said ties are “as strong as they were before”.",
            Person,
            "Xu Poling",
            "director of the department of Russian economy of the Institute of Russian, Eastern European and Central \
             Asian Studies at the Chinese Academy",
        ),
        // A role goes on to the name's other places, and ends before a relative clause.
        (
            "Tom Reed, a harbor pilot who retired last year, came too. “The ferry is late again,” Reed said.",
            Person,
            "Tom Reed",
            "a harbor pilot",
        ),
        (
            "Tom Reed, a pilot from that harbor, came. “The ferry is late again,” Reed said.",
            Person,
            "Tom Reed",
            "a pilot",
        ),
        (
            "Tom Reed, the man who built it, came. “The ferry is late again,” Reed said.",
            Person,
            "Tom Reed",
            "–",
        ),
        // What stands before a name says who that is.
        (
            "“The ferry is late again,” said planning officer Liz Moyes.",
            Person,
            "Liz Moyes",
            "planning officer",
        ),
        ("“The ferry is late again,” said her husband Tom Reed.", Person, "Tom Reed", "her husband"),
        (
            "“The ferry is late again,” said Poland-based developer Tom Reed.",
            Person,
            "Tom Reed",
            "Poland-based developer",
        ),
        (
            "House Speaker Paul Reed was there. “The ferry is late again,” Reed said.",
            Person,
            "Paul Reed",
            "House Speaker",
        ),
        (
            "Harlow have signed Roma defender Paul Reed. “The ferry is late again,” Reed said.",
            Person,
            "Paul Reed",
            "Roma defender",
        ),
        (
            "Meanwhile skipper Paul Reed waits. “The ferry is late again,” Reed said.",
            Person,
            "Paul Reed",
            "skipper",
        ),
        (
            "The disgraced cyclist Paul Reed was there. “The ferry is late again,” Reed said.",
            Person,
            "Paul Reed",
            "disgraced cyclist",
        ),
        ("Defiant Paul Reed was there. “The ferry is late again,” Reed said.", Person, "Paul Reed", "–"),
        (
            "The 9/11 widow Terry Reed was there. “The ferry is late again,” Reed said.",
            Person,
            "Terry Reed",
            "–",
        ),
        (
            "The former Paul Reed house burned. “The ferry is late again,” Paul Reed said.",
            Person,
            "Paul Reed",
            "–",
        ),
        ("On the boat Paul Reed waited. “The ferry is late again,” Reed said.", Person, "Paul Reed", "–"),
        (
            "“The ferry is late again,” said Harlow’s President, Nestor Kirch, on Monday.",
            Person,
            "Nestor Kirch",
            "Harlow’s President",
        ),
        (
            "The EU’s Aid Commissioner, Louis Mitchell, said “the ferry is late again” on Monday.",
            Person,
            "Louis Mitchell",
            "The EU’s Aid Commissioner",
        ),
        ("Her mother, Fiona, said “the ferry is late again” on Monday.", Person, "Fiona", "Her mother"),
        (
            "Ann Sol, head of policy at the trust said “the ferry is late again” on Monday.",
            Person,
            "Ann Sol",
            "head of policy at the trust",
        ),
        (
            "One buyer on the market, elmo666, said “the ferry is late again” on Monday.",
            Person,
            "One buyer on the market",
            "–",
        ),
        (
            "A senior vice president, Technology and Property, said “the ferry is late again”.",
            Person,
            "A senior vice president",
            "–",
        ),
        (
            "Chief executive Jean-Pierre Garnier was there. “The ferry is late again,” Garnier said.",
            Person,
            "Jean-Pierre Garnier",
            "Chief executive",
        ),
        ("“The ferry is late again,” Mayor Ingrid Sol said.", Person, "Mayor Ingrid Sol", "Mayor"),
        (
            "“The ferry is late again,” said Harlow Ferry Committee Chairman Adam Sol.",
            Person,
            "Harlow Ferry Committee Chairman Adam Sol",
            "Harlow Ferry Committee Chairman",
        ),
        (
            "“The ferry is late again,” said Jane Sol, a fellow of the trust and author of “Ferries”.",
            Person,
            "Jane Sol",
            "a fellow of the trust and author",
        ),
        (
            "Jane Sol, a favorite running against Sen. Paul Reed in Harlow, said “the ferry is late again”.",
            Person,
            "Jane Sol",
            "a favorite running against Sen. Paul Reed in Harlow",
        ),
        ("“The ferry is late again,” the harbor pilot said.", Person, "the harbor pilot", "–"),
        // What is owned is not its owner.
        ("“The ferry is late again,” said Sol’s sister.", Person, "Sol’s sister", "–"),
        ("“The ferry is late again,” the e-mail said.", Document, "the e-mail", "–"),
        (
            "A joint statement from the two agencies said “the ferry is late again” on Monday.",
            Document,
            "A joint statement from the two agencies",
            "–",
        ),
        (
            "“The ferry is late again,” the Ministry of Ferries said.",
            Organization,
            "the Ministry of Ferries",
            "–",
        ),
        ("“The ferry is late again,” residents said.", Group, "–", "–"),
        ("“The ferry is late again,” they said.", Group, "–", "–"),
        ("“The ferry is late again,” the arm said.", Unknown, "–", "–"),
        // Clauses are no noun phrases.
        (
            "Though typically the wait is short, it is prohibited “to wait in the rain” there.",
            Unknown,
            "–",
            "–",
        ),
    ];
    for (text, kind, speaker, role) in cases {
        let analysis =
            Analysis::new(text, &AnalyzeOptions { language: Language::from_tag("en"), ..Default::default() });
        let analysis = analysis.unwrap();
        let [quotation] = analysis.quotations() else { panic!("{text}") };
        let shown = |span: Option<Span>| span.map_or("–", |span| span.of(text));
        let found = (quotation.source, shown(quotation.speaker), shown(quotation.role));
        assert_eq!(found, (kind, speaker, role), "{text}");
        assert_eq!(quotation.speaker.is_some(), quotation.confidence >= 0.6, "{text}");
    }
}
