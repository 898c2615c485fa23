//! `--speakers`: every speaker that the quotations of a file's texts are given, to be
//! read whole: none may be anything but somebody, or something, that speaks.

use crate::labels::{context, whole};
use nutgraf::{Analysis, AnalyzeOptions};
use serde_json::Value;
use std::collections::BTreeMap;

/// Prints each speaker with its kind and how often it is given, the most frequent first;
/// `places` prints where, too.
pub fn report(rows: &[Value], places: bool) -> Option<()> {
    let mut counts: BTreeMap<(String, &str), usize> = BTreeMap::new();
    let (mut given, mut all) = (0, 0);
    for row in rows {
        let text = whole(row)?;
        let analysis = Analysis::new(text.as_str(), &AnalyzeOptions::default()).ok()?;
        for quotation in analysis.quotations() {
            all += 1;
            let Some(speaker) = quotation.speaker else { continue };
            given += 1;
            if places {
                println!("  {}: {}", speaker.of(&text), context(&text, quotation.span.start as usize));
            }
            *counts.entry((speaker.of(&text).to_owned(), quotation.source.name())).or_default() += 1;
        }
    }
    println!("{all} quotations, {given} with a speaker, {} speakers", counts.len());
    let mut speakers: Vec<_> = counts.into_iter().collect();
    speakers.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    for ((speaker, kind), count) in speakers {
        println!("{count:5}  {kind:<13} {speaker}");
    }
    Some(())
}
