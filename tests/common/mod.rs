//! What the golden tests show of a text, on the host and in WebAssembly.

use nutgraf::{Analysis, AnalyzeOptions, Budget, QuoteLimit, Span, SummaryOptions};
use std::fmt::Write;

/// Everything that nutgraf finds in a text, as lines that a person can check.
pub fn show(text: &str) -> String {
    let analysis = Analysis::new(text, &AnalyzeOptions::default()).expect("the text is short");
    let document = analysis.document();
    let options =
        SummaryOptions { budget: Budget::Sentences(4), quotes: QuoteLimit::All, ..SummaryOptions::default() };
    let summary = analysis.summarize(&options).expect("the options are valid");
    let slice = |span: Span| span.of(text).replace('\n', "⏎");
    let mut shown = format!("language {}\n\n# structure\n", summary.language.tag());
    for (index, block) in document.blocks().iter().enumerate() {
        writeln!(shown, "{:?}", block.kind).unwrap();
        let sentences = document.sentences().iter().zip(analysis.scores());
        for (sentence, score) in
            sentences.skip(document.sentences_of(index).start).take(document.sentences_of(index).len())
        {
            writeln!(shown, "  {:<18?} {}", score.total, slice(sentence.content)).unwrap();
        }
    }
    shown += "\n# summary\n";
    for sentence in &summary.sentences {
        let terms: Vec<String> = sentence.terms.iter().map(|term| slice(*term)).collect();
        writeln!(shown, "{} [{}] {}", sentence.rank, terms.join(", "), slice(sentence.span)).unwrap();
    }
    shown += "\n# quotes\n";
    for quote in &summary.quotes {
        let name = |span: Option<Span>| span.map_or("–".to_owned(), slice);
        let quotation = &quote.quotation;
        let parts: Vec<String> = quotation.parts.iter().map(|part| slice(*part)).collect();
        let [speaker, mention, cue] = [quotation.speaker, quotation.mention, quotation.cue].map(name);
        writeln!(shown, "{:?} {speaker} | {mention} | {cue} | {}", quote.score, parts.join(" / ")).unwrap();
    }
    shown += "\n# keywords\n";
    for keyword in &summary.keywords {
        writeln!(shown, "{:?} {}", keyword.weight, slice(keyword.span)).unwrap();
    }
    write!(shown, "\n# statistics\n{:#?}\n", summary.statistics).unwrap();
    shown
}
