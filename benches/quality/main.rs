//! `npm run eval -- FILE… [--words N] [--ablate] [--set NAME=VALUE]… [--errors]
//! [--show] [--speakers]`: how good the results are; `--errors` shows each that is wrong,
//! `--show` whole summaries of pages, `--speakers` all that quotations are given, with
//! `--errors` each where it is.
//!
//! Each file is JSON lines of one of eight forms, told apart by its keys:
//! summaries `{paragraphs, references}`, segmentation `{text, sentences}`,
//! languages `{id, lang, text, sentences}`,
//! keywords `{id, set, lang, text, keys}`, quotations `{text, quotes}`, pages
//! `{text, html}`, which `scripts/eval.js` reads by the reader of markup first, and labels by
//! hand of antecedents `{set, id, at, names}` and of speakers `{set, id, at, speakers}`.

mod antecedents;
mod keywords;
mod labels;
mod languages;
mod pages;
mod parameters;
mod quotes;
mod resolution;
mod rouge;
mod segmentation;
mod speakers;
mod summaries;

use nutgraf::Weights;
use serde_json::Value;
use std::process::ExitCode;
use summaries::{Article, Protocol};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("eval: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let mut files = Vec::new();
    let mut protocol = Protocol::ReferenceLength;
    let mut weights = Weights::default();
    let mut ablate = false;
    let mut errors = false;
    let mut show = false;
    let mut speakers = false;
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next().map_err(|error| error.to_string())? {
        match argument {
            lexopt::Arg::Long("words") => {
                let value = arguments.value().map_err(|error| error.to_string())?;
                let words = value
                    .to_string_lossy()
                    .parse()
                    .map_err(|_| format!("--words takes a number, not {value:?}"))?;
                protocol = Protocol::Words(words);
            }
            lexopt::Arg::Long("ablate") => ablate = true,
            lexopt::Arg::Long("errors") => errors = true,
            lexopt::Arg::Long("show") => show = true,
            lexopt::Arg::Long("speakers") => speakers = true,
            lexopt::Arg::Long("set") => {
                let value = arguments.value().map_err(|error| error.to_string())?;
                parameters::set(&mut weights, &value.to_string_lossy())?;
            }
            lexopt::Arg::Long("bench") => {} // cargo bench adds it
            lexopt::Arg::Value(file) => files.push(file),
            other => return Err(other.unexpected().to_string()),
        }
    }
    if files.is_empty() {
        return Err("name one JSONL file or more: npm run eval -- FILE… [--words N]".into());
    }
    for file in files {
        let name = file.to_string_lossy().into_owned();
        let content = std::fs::read_to_string(&file).map_err(|error| format!("{name}: {error}"))?;
        let lines = content.lines().filter(|line| !line.trim().is_empty());
        let rows: Vec<Value> = lines
            .map(serde_json::from_str)
            .collect::<Result<_, _>>()
            .map_err(|error| format!("{name}: {error}"))?;
        report(&name, &rows, &Settings { protocol, weights, ablate, errors, show, speakers })?;
    }
    Ok(())
}

/// What the command line asks for.
struct Settings {
    protocol: Protocol,
    weights: Weights,
    ablate: bool,
    errors: bool,
    show: bool,
    speakers: bool,
}

fn report(name: &str, rows: &[Value], settings: &Settings) -> Result<(), String> {
    let Settings { protocol, weights, ablate, errors, show, speakers } = *settings;
    let first = rows.first().ok_or(format!("{name}: no rows"))?;
    let odd = || format!("{name}: a row lacks a field of its form");
    println!("\n{name}: {} rows", rows.len());
    if speakers {
        return speakers::report(rows, errors).ok_or_else(odd);
    }
    if first.get("references").is_some() {
        let articles: Vec<Article> = rows.iter().map(Article::read).collect::<Option<_>>().ok_or_else(odd)?;
        println!("{:<24} ROUGE-1  ROUGE-2  ROUGE-L   ({})", "", protocol.name());
        let compare = if ablate { summaries::ablate } else { summaries::compare };
        for row in compare(&articles, protocol, weights) {
            let [one, two, longest] = row.figures.map(|figure| 100.0 * figure);
            println!("{:<24} {one:7.2}  {two:7.2}  {longest:7.2}", row.name);
        }
    } else if first.get("html").is_some() {
        pages::report(rows, weights, errors, show).ok_or_else(odd)?;
    } else if first.get("names").is_some() {
        antecedents::report(rows, errors).ok_or_else(odd)?;
    } else if first.get("speakers").is_some() {
        resolution::report(rows, errors).ok_or_else(odd)?;
    } else if first.get("sentences").is_some() && first.get("id").is_some() {
        languages::report(rows, errors).ok_or_else(odd)?;
    } else if first.get("sentences").is_some() {
        segmentation::report(rows).ok_or_else(odd)?;
    } else if first.get("keys").is_some() {
        keywords::report(rows, weights, errors).ok_or_else(odd)?;
    } else if first.get("quotes").is_some() {
        quotes::report(rows, errors).ok_or_else(odd)?;
    } else {
        return Err(format!(
            "{name}: neither references, sentences, keys, quotes, html, names nor speakers in its first row"
        ));
    }
    Ok(())
}
