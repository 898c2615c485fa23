//! Quotations against gold ones: spans, and the words that say who speaks.

use crate::labels::starts;
use nutgraf::{Analysis, AnalyzeOptions, Quotation, Span};
use serde_json::Value;

/// What is counted over all texts.
#[derive(Default)]
struct Counts {
    gold: usize,
    found: usize,
    matched: usize,
    /// Of the matched: with a mention, and with the right one.
    given: usize,
    right: usize,
}

/// The words of a piece that the gold data counts as a quotation.
const LEAST_WORDS: usize = 3;

/// Prints precision, recall and F1 of spans, and the share of right speakers.
///
/// `errors` prints each quotation that is wrong, too.
pub fn report(rows: &[Value], errors: bool) -> Option<()> {
    let mut counts = Counts::default();
    for row in rows {
        count(row, &mut counts, errors)?;
    }
    let share = |part: usize, of: usize| part as f64 / of.max(1) as f64;
    let (precision, recall) = (share(counts.matched, counts.found), share(counts.matched, counts.gold));
    let f1 = 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE);
    println!(
        "spans      precision {precision:.3}  recall {recall:.3}  F1 {f1:.4}   ({} found, {} matched, {} gold)",
        counts.found, counts.matched, counts.gold
    );
    println!(
        "speakers   right {:.3}  none {:.3}  precision {:.3}   (of {} matched)",
        share(counts.right, counts.matched),
        share(counts.matched - counts.given, counts.matched),
        share(counts.right, counts.given),
        counts.matched
    );
    Some(())
}

fn count(row: &Value, counts: &mut Counts, errors: bool) -> Option<()> {
    let text = row["text"].as_str()?;
    let bytes = starts(text);
    let analysis = Analysis::new(text, &AnalyzeOptions::default()).ok()?;
    let quotations = analysis.quotations().iter();
    let found: Vec<(Span, &Quotation)> = quotations
        .flat_map(|quotation| quotation.parts.iter().map(move |part| (part.trimmed(text), quotation)))
        .filter(|(part, _)| part.of(text).split_whitespace().count() >= LEAST_WORDS)
        .collect();
    let gold = row["quotes"].as_array()?;
    counts.gold += gold.len();
    counts.found += found.len();
    let complain = |what: &str, span: Span, expected: &str| {
        if errors {
            println!("  {what}: {} {expected}", surroundings(text, span));
        }
    };
    let mut matched = Vec::new();
    for quote in gold {
        let at = |key: &str| bytes.get(quote[key].as_u64()? as usize).copied();
        let span = Span::new(at("start")?, at("end")?).trimmed(text);
        let Some((part, quotation)) = found.iter().find(|(found, _)| alike(text, *found, span)) else {
            complain("missed", span, "");
            continue;
        };
        counts.matched += 1;
        matched.push(*part);
        let source = quote["source"].as_str().unwrap_or_default();
        let Some(mention) = quotation.mention else {
            complain("no speaker", span, source);
            continue;
        };
        counts.given += 1;
        if same_source(mention.of(text), source) {
            counts.right += 1;
        } else {
            complain("wrong speaker", span, &format!("found “{}”, gold “{source}”", mention.of(text)));
        }
    }
    for (part, _) in found.iter().filter(|(part, _)| !matched.contains(part)) {
        complain("not in gold", *part, "");
    }
    Some(())
}

/// The bytes shown on either side of a quotation.
const SHOWN: usize = 160;

/// A quotation between brackets with what stands around it, on one line.
fn surroundings(text: &str, span: Span) -> String {
    let boundary = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    let from = boundary((span.start as usize).saturating_sub(SHOWN)).unwrap_or(0);
    let to = boundary(span.end as usize + SHOWN).unwrap_or(text.len());
    let before = Span::new(from, span.start as usize).of(text);
    let behind = Span::new(span.end as usize, to).of(text);
    format!("{before}⟦{}⟧{behind}", span.of(text)).replace('\n', "⏎")
}

/// Whether two spans are one quotation: the same but for marks and
/// punctuation at the ends.
fn alike(text: &str, found: Span, gold: Span) -> bool {
    let bare = |span: Span| {
        let slice = span.of(text);
        let inner = slice.trim_matches(|c: char| !c.is_alphanumeric());
        let start = span.start as usize + slice.find(inner).unwrap_or(0);
        (start, start + inner.len())
    };
    bare(found) == bare(gold)
}

/// Words that are no part of a name.
const TITLES: [&str; 8] = ["mr", "mrs", "ms", "dr", "sen", "rep", "gov", "the"];

/// Whether a mention names a source: it shares its last word or half of its
/// words, titles aside.
fn same_source(mention: &str, source: &str) -> bool {
    let (mention, source) = (name_words(mention), name_words(source));
    let shared = source.iter().filter(|word| mention.contains(word)).count();
    let last = source.last().is_some_and(|last| mention.contains(last));
    last || (shared > 0 && 2 * shared >= source.len())
}

/// The words of a name in lower case, titles aside.
fn name_words(name: &str) -> Vec<String> {
    let lower = name.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.filter(|word| !TITLES.contains(word)).map(str::to_owned).collect()
}
