//! Pages as people paste them: what is wrong with the summaries, by rules that
//! need no gold. A thermometer, not the aim: read whole summaries as well.

use nutgraf::{
    Analysis, AnalyzeOptions, Block, BlockKind, Span, Summary, SummaryOptions, SummarySentence, Weights,
};
use serde_json::Value;

/// Texts shorter than this say little.
const LEAST_WORDS: usize = 150;

/// Words that open a sentence which leans on the one before it; written for
/// this measure, not the list that the choice is made by.
const LEANING: &[&str] = &[
    "he",
    "she",
    "it",
    "they",
    "him",
    "her",
    "his",
    "its",
    "their",
    "theirs",
    "this",
    "that",
    "these",
    "those",
    "such",
    "both",
    "neither",
    "either",
    "another",
    "others",
    "however",
    "but",
    "and",
    "or",
    "so",
    "yet",
    "nor",
    "then",
    "thus",
    "therefore",
    "hence",
    "also",
    "moreover",
    "furthermore",
    "besides",
    "instead",
    "meanwhile",
    "nevertheless",
    "nonetheless",
    "still",
    "otherwise",
    "similarly",
    "likewise",
    "consequently",
    "accordingly",
    "afterwards",
    "afterward",
    "later",
    "though",
    "because",
    "who",
    "which",
    "the two",
    "the three",
    "the pair",
    "the duo",
    "the former",
    "the latter",
    "the others",
    "the same",
    "in addition",
    "as a result",
    "for example",
    "for instance",
    "in fact",
    "of course",
    "after that",
    "in contrast",
    "by contrast",
    "on the other hand",
    "at the same time",
    "in turn",
    "as such",
    "that's",
    "it's",
    "he's",
    "she's",
    "they're",
];

/// What no sentence of an article holds.
const FURNITURE: &[&str] = &[
    "image:",
    "photo:",
    "photo by",
    "photograph by",
    "photo credit",
    "image credit",
    "image courtesy",
    "getty images",
    "share this",
    "share on",
    "tweet this",
    "follow us",
    "sign up for",
    "subscribe to",
    "subscribe now",
    "click here",
    "read more",
    "advertisement",
    "retrieved ",
    "isbn",
    "doi:",
    "all rights reserved",
    "©",
    "cookie",
    "newsletter",
    "log in",
    "leave a comment",
    "last updated",
    "last modified",
    "posted in",
    "filed under",
    "related articles",
    "scroll down",
    "archived from",
];

#[derive(Default)]
struct Counts {
    texts: usize,
    sentences: usize,
    fragment: usize,
    leaning: usize,
    tiny: usize,
    marks: usize,
    furniture: usize,
    antecedents: usize,
    words: usize,
    quotes: usize,
    speakerless: usize,
}

/// Prints the faults per 100 summary sentences of the English texts, for `text`
/// and, where a reader of markup made it, for `rich`: `{text, blocks}`.
///
/// `errors` prints each fault; `show` each whole summary.
pub fn report(rows: &[Value], weights: Weights, errors: bool, show: bool) -> Option<()> {
    println!(
        "{:<6} {:>6} {:>9}   {:>8} {:>8} {:>6} {:>6} {:>9}   (per 100 summary sentences)",
        "", "texts", "sentences", "fragment", "leaning", "tiny", "marks", "furniture"
    );
    for form in ["text", "rich"] {
        let mut counts = Counts::default();
        for row in rows {
            let (text, options) = match form {
                "text" => (row["text"].as_str()?, AnalyzeOptions::default()),
                _ if row["rich"].is_null() => continue,
                _ => {
                    let text = row["rich"]["text"].as_str()?;
                    (
                        text,
                        AnalyzeOptions {
                            blocks: Some(blocks(text, &row["rich"]["blocks"])?),
                            ..AnalyzeOptions::default()
                        },
                    )
                }
            };
            count(row["id"].as_str()?, text, &options, weights, &mut counts, errors, show)?;
        }
        if counts.sentences == 0 {
            continue;
        }
        let share = |part: usize| 100.0 * part as f64 / counts.sentences as f64;
        println!(
            "{form:<6} {:>6} {:>9}   {:>8.1} {:>8.1} {:>6.1} {:>6.1} {:>9.1}   mean {:.0} words, {} antecedents, {:.0} % of {} key quotes without a speaker",
            counts.texts,
            counts.sentences,
            share(counts.fragment),
            share(counts.leaning),
            share(counts.tiny),
            share(counts.marks),
            share(counts.furniture),
            counts.words as f64 / counts.texts as f64,
            counts.antecedents,
            100.0 * counts.speakerless as f64 / counts.quotes.max(1) as f64,
            counts.quotes,
        );
    }
    Some(())
}

/// The blocks that the reader of markup gave, their UTF-16 offsets as bytes.
fn blocks(text: &str, given: &Value) -> Option<Vec<Block>> {
    let mut bytes = Vec::with_capacity(text.len() + 1);
    for (at, c) in text.char_indices() {
        bytes.extend(std::iter::repeat_n(at, c.len_utf16()));
    }
    bytes.push(text.len());
    let place = |value: &Value| bytes.get(value.as_u64()? as usize).copied();
    let block = |block: &Value| {
        let kind = BlockKind::from_name(block["kind"].as_str()?)?;
        let level = block["level"].as_u64().map(|level| level as u8);
        Some(Block { kind, level, span: Span::new(place(&block["start"])?, place(&block["end"])?) })
    };
    given.as_array()?.iter().map(block).collect()
}

fn count(
    id: &str,
    text: &str,
    options: &AnalyzeOptions,
    weights: Weights,
    counts: &mut Counts,
    errors: bool,
    show: bool,
) -> Option<()> {
    let analysis = Analysis::with_weights(text, options, weights).ok()?;
    let summary = analysis.summarize(&SummaryOptions::default()).ok()?;
    if summary.language.tag() != "en" || text.split_whitespace().count() < LEAST_WORDS {
        return Some(());
    }
    counts.texts += 1;
    if show {
        print(id, text, &summary);
    }
    for quote in &summary.quotes {
        counts.quotes += 1;
        counts.speakerless += usize::from(quote.quotation.speaker.is_none());
    }
    for sentence in &summary.sentences {
        counts.sentences += 1;
        let shown: String = sentence.parts.iter().map(|part| part.of(text)).collect();
        counts.words += shown.split_whitespace().count();
        counts.antecedents += sentence.antecedents.len();
        let mut fault = |what: &str, is: bool, count: fn(&mut Counts) -> &mut usize| {
            if is {
                *count(counts) += 1;
                if errors {
                    println!("  {what:<9} {id}: {}", shown.replace('\n', "⏎"));
                }
            }
        };
        fault("fragment", !ends(&shown), |counts| &mut counts.fragment);
        let leaning = leans(&shown) && sentence.antecedents.is_empty() && !follows(&summary, sentence);
        fault("leaning", leaning, |counts| &mut counts.leaning);
        fault("tiny", shown.split_whitespace().count() < 5, |counts| &mut counts.tiny);
        fault("marks", odd_marks(&shown), |counts| &mut counts.marks);
        let lower = shown.to_lowercase();
        fault("furniture", FURNITURE.iter().any(|phrase| lower.contains(phrase)), |counts| {
            &mut counts.furniture
        });
    }
    Some(())
}

fn print(id: &str, text: &str, summary: &Summary) {
    let line = |span: Span| span.of(text).replace('\n', "⏎");
    println!("\n=== {id} | {}", summary.title.map(line).unwrap_or_default());
    let mut section = None;
    for sentence in &summary.sentences {
        if sentence.section != section {
            section = sentence.section;
            println!("  ## {}", section.map(line).unwrap_or_default());
        }
        let shown: String = sentence.parts.iter().map(|part| part.of(text)).collect();
        println!("  {:>2} {:5.2} {}", sentence.rank, sentence.score.total, shown.replace('\n', "⏎"));
        for antecedent in &sentence.antecedents {
            let names: Vec<String> = antecedent.names.iter().map(|name| line(*name)).collect();
            println!("         [{} = {}]", line(antecedent.mention), names.join(" + "));
        }
    }
    for quote in &summary.quotes {
        let speaker = quote.quotation.speaker.map_or("–".to_owned(), line);
        println!("   > {} — {speaker}", line(quote.quotation.span));
    }
}

/// Whether a sentence ends as one does: with a stop, and closing marks behind it.
fn ends(shown: &str) -> bool {
    let bare = shown.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»', '*', '_']);
    bare.ends_with(['.', '!', '?', '…'])
}

fn leans(shown: &str) -> bool {
    let lower = shown.to_lowercase().replace('’', "'");
    let opening = lower.trim_start_matches(|c: char| !c.is_alphanumeric());
    LEANING.iter().any(|word| {
        opening
            .strip_prefix(word)
            .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '\''))
    })
}

/// Whether the neighbour before a sentence is chosen, too.
fn follows(summary: &Summary, sentence: &SummarySentence) -> bool {
    summary.sentences.iter().any(|other| other.order + 1 == sentence.order)
}

/// Whether quotation marks or brackets do not pair.
fn odd_marks(shown: &str) -> bool {
    let count = |mark: char| shown.matches(mark).count();
    count('“') != count('”') && count('“') + count('”') > 0
        || count('"') % 2 == 1
        || count('(') != count(')')
        || count('[') != count(']')
}
