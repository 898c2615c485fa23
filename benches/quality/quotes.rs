//! Quotations against gold ones: spans and speakers.

use nutgraf::{Analysis, AnalyzeOptions, Span};
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

/// Prints precision, recall and F1 of spans, and the share of right speakers.
pub fn report(rows: &[Value]) -> Option<()> {
    let mut counts = Counts::default();
    for row in rows {
        count(row, &mut counts)?;
    }
    let share = |part: usize, of: usize| part as f64 / of.max(1) as f64;
    let (precision, recall) = (share(counts.matched, counts.found), share(counts.matched, counts.gold));
    let f1 = 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE);
    println!("spans      precision {precision:.3}  recall {recall:.3}  F1 {f1:.3}   ({} gold)", counts.gold);
    println!(
        "speakers   right {:.3}  none {:.3}  precision {:.3}   (of {} matched)",
        share(counts.right, counts.matched),
        share(counts.matched - counts.given, counts.matched),
        share(counts.right, counts.given),
        counts.matched
    );
    Some(())
}

fn count(row: &Value, counts: &mut Counts) -> Option<()> {
    let text = row["text"].as_str()?;
    let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let analysis = Analysis::new(text, &AnalyzeOptions::default()).ok()?;
    let found: Vec<(Span, Option<Span>)> = analysis
        .quotations()
        .iter()
        .flat_map(|quotation| quotation.parts.iter().map(|part| (part.trimmed(text), quotation.mention)))
        .collect();
    let gold = row["quotes"].as_array()?;
    counts.gold += gold.len();
    counts.found += found.len();
    for quote in gold {
        let at = |key: &str| bytes.get(quote[key].as_u64()? as usize).copied();
        let span = Span::new(at("start")?, at("end")?).trimmed(text);
        let Some((_, mention)) = found.iter().find(|(found, _)| alike(text, *found, span)) else { continue };
        counts.matched += 1;
        let Some(mention) = mention else { continue };
        counts.given += 1;
        let source = quote["source"].as_str().unwrap_or_default();
        counts.right += usize::from(same_source(mention.of(text), source));
    }
    Some(())
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
    let words = |name: &str| -> Vec<String> {
        let lower = name.to_lowercase();
        let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.filter(|word| !TITLES.contains(word)).map(str::to_owned).collect()
    };
    let (mention, source) = (words(mention), words(source));
    let shared = source.iter().filter(|word| mention.contains(word)).count();
    let last = source.last().is_some_and(|last| mention.contains(last));
    last || (shared > 0 && 2 * shared >= source.len())
}
