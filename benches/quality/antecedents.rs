//! What opening words stand for, against labels by hand: `{set, id, at, names}`,
//! the text (of `../shared`), where the opening stands, and the spans of what it
//! stands for, each with its alternatives; none where it stands for nothing that
//! the text names. All in code points.

use crate::labels::{Texts, context, holds, starts};
use nutgraf::{Analysis, AnalyzeOptions};
use serde_json::Value;

/// Prints how many of those given are right, and how many of the labelled are given.
pub fn report(rows: &[Value], errors: bool) -> Option<()> {
    let texts = Texts::read();
    let (mut labelled, mut given, mut right) = (0, 0, 0);
    for row in rows {
        let Some(text) = texts.of(row) else {
            println!("  no text {} {}", row["set"], row["id"]);
            continue;
        };
        let bytes = starts(text);
        let at = *bytes.get(row["at"].as_u64()? as usize)?;
        let analysis = Analysis::new(text, &AnalyzeOptions::default()).ok()?;
        let found = analysis.antecedents().find(|(_, antecedent)| antecedent.mention.start as usize == at);
        let names = row["names"].as_array()?;
        labelled += usize::from(!names.is_empty());
        let Some((_, antecedent)) = found else {
            if errors && !names.is_empty() {
                println!("  none  {}", context(text, at));
            }
            continue;
        };
        given += 1;
        let all = names.iter().all(|alternatives| {
            let alternatives = alternatives.as_array().map_or(&[][..], Vec::as_slice);
            antecedent
                .names
                .iter()
                .any(|name| alternatives.iter().any(|label| holds(text, &bytes, *name, label)))
        });
        let same = all && names.len() == antecedent.names.len();
        right += usize::from(same);
        if errors && !same {
            let names: Vec<&str> = antecedent.names.iter().map(|name| name.of(text)).collect();
            println!("  wrong {names:?} {}", context(text, at));
        }
    }
    let share = |part: usize, of: usize| part as f64 / of.max(1) as f64;
    println!(
        "antecedents  of those given right {:.3}  of the labelled given {:.3}   ({} openings, {labelled} stand for something, {given} given, {right} right)",
        share(right, given),
        share(right, labelled),
        rows.len(),
    );
    Some(())
}
