//! Whom quotations are given, against labels by hand: `{set, id, at, speakers}`, the
//! text, where the quotation stands (its first mark), and the spans of the fullest names
//! of who speaks, any of which will do; none where the text names nobody. All in code
//! points.

use crate::labels::{Texts, context, holds, starts};
use nutgraf::{Analysis, AnalyzeOptions, Span};
use serde_json::Value;
use std::collections::BTreeMap;

#[derive(Default)]
struct Counts {
    labels: usize,
    /// With somebody who is named.
    named: usize,
    given: usize,
    right: usize,
}

/// Prints for each set how many of those given are right, and how many of the named are.
pub fn report(rows: &[Value], errors: bool) -> Option<()> {
    let texts = Texts::read();
    let mut by_set: BTreeMap<&str, Counts> = BTreeMap::new();
    // The labels of one text stand beside each other.
    let mut last: Option<(&str, Analysis)> = None;
    for row in rows {
        let Some(text) = texts.of(row) else {
            println!("  no text {} {}", row["set"], row["id"]);
            continue;
        };
        let starts = starts(text);
        let at = *starts.get(row["at"].as_u64()? as usize)?;
        let labels = row["speakers"].as_array()?;
        if last.as_ref().is_none_or(|(same, _)| *same != text) {
            last = Some((text, Analysis::new(text, &AnalyzeOptions::default()).ok()?));
        }
        let speaker = last.as_ref().and_then(|(_, analysis)| speaker_at(analysis, at));
        let right =
            speaker.is_some_and(|speaker| labels.iter().any(|label| holds(text, &starts, speaker, label)));
        for set in [row["set"].as_str()?, "all"] {
            let counts = by_set.entry(set).or_default();
            counts.labels += 1;
            counts.named += usize::from(!labels.is_empty());
            counts.given += usize::from(speaker.is_some());
            counts.right += usize::from(right);
        }
        if errors && !right && (speaker.is_some() || !labels.is_empty()) {
            let what = speaker.map_or("none".to_owned(), |speaker| format!("wrong “{}”", speaker.of(text)));
            println!("  {what}: {} {}", row["id"], context(text, at));
        }
    }
    let share = |part: usize, of: usize| part as f64 / of.max(1) as f64;
    for (set, Counts { labels, named, given, right }) in by_set {
        let (of_given, of_named) = (share(right, given), share(right, named));
        println!(
            "speakers   {set:<8} of those given right {of_given:.3}  of the named right {of_named:.3}   ({labels} labels, {named} named, {given} given, {right} right)"
        );
    }
    Some(())
}

/// The speaker of the quotation that stands at a place.
fn speaker_at(analysis: &Analysis, at: usize) -> Option<Span> {
    let mut quotations = analysis.quotations().iter();
    let here = quotations.find(|quotation| quotation.parts.iter().any(|part| stands_at(*part, at)));
    here.and_then(|quotation| quotation.speaker)
}

/// Whether a part starts at a place, its mark before it or in it.
fn stands_at(part: Span, at: usize) -> bool {
    const MARK: usize = 4;
    (at..=at + MARK).contains(&(part.start as usize))
}
