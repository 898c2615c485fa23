//! What the golden tests show of a text, on the host and in WebAssembly.

use nutgraf::{Analysis, AnalyzeOptions, Budget, Quotation, QuoteLimit, Span, Summary, SummaryOptions};
use std::fmt::Write;

/// Everything that nutgraf finds in a text, as lines that a person can check.
pub fn show(text: &str) -> String {
    let analysis = Analysis::new(text, &AnalyzeOptions::default()).expect("the text is short");
    let summarize = |budget| {
        let options = SummaryOptions { budget, quotes: QuoteLimit::All, ..SummaryOptions::default() };
        analysis.summarize(&options).expect("the options are valid")
    };
    let summary = summarize(Budget::Sentences(4));
    let mut shown = format!("language {}\n\n# structure\n", summary.language.tag());
    write_structure(&mut shown, text, &analysis);
    shown += "\n# summary\n";
    write_summary(&mut shown, text, &summary);
    shown += "\n# other lengths\n";
    for budget in
        [Budget::Auto, Budget::Sentences(1), Budget::Words(60), Budget::Ratio(0.2), Budget::Ratio(0.5)]
    {
        let chosen: Vec<usize> = summarize(budget).sentences.iter().map(|sentence| sentence.order).collect();
        writeln!(shown, "{budget:?} {chosen:?}").unwrap();
    }
    shown += "\n# antecedents\n";
    for (sentence, antecedent) in analysis.antecedents() {
        let names: Vec<String> = antecedent.names.iter().map(|name| slice(text, *name)).collect();
        writeln!(shown, "{sentence} {}: {}", slice(text, antecedent.mention), names.join(", ")).unwrap();
    }
    shown += "\n# quotes\n";
    for quote in &summary.quotes {
        writeln!(shown, "{:?} {}", quote.score, quotation(text, &quote.quotation)).unwrap();
    }
    let best = SummaryOptions { quotes: QuoteLimit::Best(3), ..SummaryOptions::default() };
    for quote in analysis.summarize(&best).expect("the options are valid").quotes {
        writeln!(shown, "best {}", slice(text, quote.quotation.span)).unwrap();
    }
    shown += "\n# keywords\n";
    for keyword in &summary.keywords {
        writeln!(shown, "{:?} {} {}", keyword.weight, keyword.count, slice(text, keyword.span)).unwrap();
    }
    write!(shown, "\n# statistics\n{:#?}\n", summary.statistics).unwrap();
    shown
}

/// Who says it, what names them, by which verb, what they are, how certain that is, and the words.
pub fn quotation(text: &str, quotation: &Quotation) -> String {
    let name = |span: Option<Span>| span.map_or("–".to_owned(), |span| slice(text, span));
    let [speaker, mention, cue, role] =
        [quotation.speaker, quotation.mention, quotation.cue, quotation.role].map(name);
    let parts: Vec<String> = quotation.parts.iter().map(|part| slice(text, *part)).collect();
    let Quotation { confidence, source, .. } = quotation;
    let parts = parts.join(" / ");
    format!("{speaker} | {mention} | {cue} | {role} | {source:?} {confidence:?} | {parts}")
}

fn write_structure(shown: &mut String, text: &str, analysis: &Analysis) {
    let document = analysis.document();
    for (index, block) in document.blocks().iter().enumerate() {
        writeln!(shown, "{:?}", block.kind).unwrap();
        for sentence in document.sentences_of(index) {
            let (score, span) = (analysis.scores()[sentence].total, document.sentences()[sentence].content);
            writeln!(shown, "  {score:<18?} {}", slice(text, span)).unwrap();
        }
    }
}

fn write_summary(shown: &mut String, text: &str, summary: &Summary) {
    for sentence in &summary.sentences {
        let terms: Vec<String> = sentence.terms.iter().map(|term| slice(text, *term)).collect();
        let parts: Vec<String> = sentence.parts.iter().map(|part| slice(text, *part)).collect();
        let section =
            sentence.section.map_or(String::new(), |section| format!(" ({})", slice(text, section)));
        let terms = terms.join(", ");
        writeln!(shown, "{} [{terms}]{section} {}", sentence.rank, parts.join(" / ")).unwrap();
    }
}

fn slice(text: &str, span: Span) -> String {
    span.of(text).replace('\n', "⏎")
}
