//! The boundary to JavaScript, and the only file that names it.
//!
//! Values are checked here and reworded, for serde's own messages name neither
//! the option nor the value; offsets leave in UTF-16; and every excerpt is cut
//! from the caller's own string, so that not even a lone surrogate changes.

use crate::options::{AnalyzeOptions, Budget, QuoteLimit, SummaryOptions};
use crate::summary::{KeyQuote, Statistics};
use crate::{Antecedent, Block, BlockKind};
use crate::{Error, Language, SentenceScore, Span};
use js_sys::{Array, JsString, Object, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use web_sys::Performance;

#[wasm_bindgen(typescript_custom_section)]
const CONTRACT: &'static str = include_str!("contract.ts");

#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

/// A text, analysed once, from which summaries of any length are chosen.
#[wasm_bindgen]
pub struct Analysis {
    inner: crate::Analysis,
    text: JsString,
    /// The tag of a language that nutgraf has no data for, as it came.
    tag: Option<String>,
    milliseconds: f64,
}

#[wasm_bindgen]
impl Analysis {
    /// Analyses a text. Throws an `Error` with `code`, `option` and `value`.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "string")] text: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "AnalyzeOptions")] options: JsValue,
    ) -> Result<Analysis, JsValue> {
        let began = now();
        let not_text = |value: JsValue| thrown(&Error::NotText { value: describe(&value) }, &value);
        let text: JsString = text.dyn_into().map_err(not_text)?;
        // A UTF-16 unit is a byte of UTF-8 at least: refused before it is copied.
        if text.length() as usize > crate::MAX_TEXT_BYTES {
            let error = Error::TextTooLong { bytes: text.length() as usize };
            return Err(thrown(&error, &JsValue::from(text.length())));
        }
        let bytes = utf8(&text);
        let read = analyze_options(&options, &bytes)?;
        let inner = crate::Analysis::new(bytes, &read).map_err(|error| match error.name() {
            "text" => thrown(&error, &JsValue::from(text.length())),
            name => thrown(&error, &field(&options, name)),
        })?;
        let tag = field(&options, "language").as_string();
        let tag = tag.filter(|_| inner.document().language() == Language::Undetermined);
        Ok(Analysis { inner, text, tag, milliseconds: now() - began })
    }

    /// Every sentence that may be chosen, with its place and total score.
    #[wasm_bindgen(unchecked_return_type = "ScoredPlace[]")]
    pub fn scores(&self) -> Result<JsValue, JsValue> {
        let document = self.inner.document();
        let scored = document.sentences().iter().zip(self.inner.scores());
        let places: Vec<WirePlace> = scored
            .filter(|(sentence, _)| document.is_prose(sentence))
            .map(|(sentence, score)| self.place(sentence.content, Some(score.total)))
            .collect();
        plain(&places)
    }

    /// The text's blocks, as they were given or found.
    #[wasm_bindgen(unchecked_return_type = "Block[]")]
    pub fn blocks(&self) -> Result<JsValue, JsValue> {
        let blocks = self.inner.document().blocks().iter();
        let places: Vec<WireBlock> = blocks
            .map(|Block { kind, level, span }| {
                let WirePlace { start, end, .. } = self.place(*span, None);
                WireBlock { start, end, kind: kind.name(), level: *level }
            })
            .collect();
        plain(&places)
    }

    /// Where the text has the terms of some words, in any form of theirs.
    #[wasm_bindgen(unchecked_return_type = "Place[]")]
    pub fn occurrences(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] words: JsValue,
    ) -> Result<JsValue, JsValue> {
        let words = string("words", &words)?;
        let places: Vec<WirePlace> =
            self.inner.occurrences(&words).into_iter().map(|span| self.place(span, None)).collect();
        plain(&places)
    }

    /// Chooses a summary. Throws an `Error` with `code`, `option` and `value`.
    #[wasm_bindgen(unchecked_return_type = "Summary")]
    pub fn summarize(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "SummarizeOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        let began = now();
        let summary = self.inner.summarize(&summary_options(&options)?);
        let summary = summary.map_err(|error| thrown(&error, &field(&options, error.name())))?;
        let wire = self.wire(summary, began);
        plain(&wire)
    }
}

#[cfg(feature = "bench")]
#[wasm_bindgen]
impl Analysis {
    /// The words that one pass of UAX #29 finds: the floor of the benchmarks.
    pub fn floor(&self) -> usize {
        crate::stages::floor(self.inner.document().text())
    }
}

#[wasm_bindgen]
extern "C" {
    /// web-sys's own takes its text from Rust, and this one's is in JavaScript.
    type TextEncoder;
    #[wasm_bindgen(constructor)]
    fn new() -> TextEncoder;
    #[wasm_bindgen(method, js_name = encodeInto)]
    fn encode_into(this: &TextEncoder, text: &JsString, bytes: &mut [u8]) -> Encoded;

    type Encoded;
    #[wasm_bindgen(method, getter)]
    fn read(this: &Encoded) -> u32;
    #[wasm_bindgen(method, getter)]
    fn written(this: &Encoded) -> usize;

    #[wasm_bindgen(thread_local_v2, js_name = performance)]
    static PERFORMANCE: Option<Performance>;
}

/// A text in UTF-8, lone surrogates as U+FFFD, written straight into memory of
/// about its size: wasm-bindgen's own way would take three times as much for a
/// while, and `encode` takes three times as long in Chromium.
fn utf8(text: &JsString) -> String {
    let encoder = TextEncoder::new();
    let length = text.length();
    // Most of a text in a Latin script is ASCII.
    let mut bytes = vec![0; length as usize + length as usize / 16 + 4];
    let (mut read, mut written) = (0, 0);
    loop {
        let rest = if read == 0 { text.clone() } else { text.slice(read, length) };
        let encoded = encoder.encode_into(&rest, bytes.get_mut(written..).unwrap_or_default());
        read += encoded.read();
        written += encoded.written();
        if read >= length || encoded.read() == 0 {
            break;
        }
        bytes.resize(written + 3 * (length - read) as usize, 0);
    }
    bytes.truncate(written);
    String::from_utf8(bytes).unwrap_or_default() // an encoder gives nothing else
}

/// Milliseconds on the host's monotonic clock, 0 where it has none.
fn now() -> f64 {
    PERFORMANCE.with(|performance| performance.as_ref().map_or(0.0, Performance::now))
}

/// A value as a plain object or array.
fn plain(value: &impl Serialize) -> Result<JsValue, JsValue> {
    value.serialize(&Serializer::json_compatible()).map_err(JsValue::from)
}

// Wire types: the contract of contract.ts, field by field.

#[derive(Serialize)]
struct Excerpt {
    #[serde(with = "serde_wasm_bindgen::preserve")]
    text: JsString,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct WirePlace {
    start: usize,
    end: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<f64>,
}

#[derive(Serialize)]
struct WireBlock {
    start: usize,
    end: usize,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<u8>,
}

#[derive(Serialize)]
struct WireSummary<'a> {
    title: Option<Excerpt>,
    language: &'a str,
    sentences: Vec<WireSentence>,
    quotes: Vec<WireQuotation>,
    keywords: Vec<WireKeyword>,
    statistics: WireStatistics,
}

#[derive(Serialize)]
struct WireSentence {
    #[serde(with = "serde_wasm_bindgen::preserve")]
    text: JsString,
    start: usize,
    end: usize,
    parts: Vec<Excerpt>,
    section: Option<Excerpt>,
    antecedents: Vec<WireAntecedent>,
    order: usize,
    rank: usize,
    paragraph: usize,
    score: SentenceScore,
    terms: Vec<String>,
}

#[derive(Serialize)]
struct WireAntecedent {
    mention: Excerpt,
    names: Vec<Excerpt>,
}

#[derive(Serialize)]
struct WireQuotation {
    #[serde(with = "serde_wasm_bindgen::preserve")]
    text: JsString,
    start: usize,
    end: usize,
    parts: Vec<Excerpt>,
    speaker: Option<Excerpt>,
    mention: Option<Excerpt>,
    cue: Option<Excerpt>,
    sentence: usize,
    score: f64,
}

#[derive(Serialize)]
struct WireKeyword {
    #[serde(with = "serde_wasm_bindgen::preserve")]
    text: JsString,
    start: usize,
    end: usize,
    weight: f64,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WireStatistics {
    characters: usize,
    words: usize,
    sentences: usize,
    summary_words: usize,
    compression_ratio: f64,
    reading_seconds: f64,
    saved_seconds: f64,
    milliseconds: f64,
}

impl Analysis {
    fn excerpt(&self, span: Span) -> Excerpt {
        let start = self.inner.utf16(span.start as usize);
        let end = self.inner.utf16(span.end as usize);
        Excerpt { text: self.text.slice(start as u32, end as u32), start, end }
    }

    fn place(&self, span: Span, score: Option<f64>) -> WirePlace {
        let (start, end) = (self.inner.utf16(span.start as usize), self.inner.utf16(span.end as usize));
        WirePlace { start, end, score }
    }

    fn wire(&self, summary: crate::Summary, began: f64) -> WireSummary<'_> {
        let text = self.inner.document().text();
        WireSummary {
            title: summary.title.map(|title| self.excerpt(title)),
            language: self.tag.as_deref().unwrap_or_else(|| summary.language.tag()),
            sentences: summary
                .sentences
                .into_iter()
                .map(|sentence| {
                    let Excerpt { text: excerpt, start, end } = self.excerpt(sentence.span);
                    WireSentence {
                        text: excerpt,
                        start,
                        end,
                        parts: sentence.parts.into_iter().map(|part| self.excerpt(part)).collect(),
                        section: sentence.section.map(|section| self.excerpt(section)),
                        antecedents: sentence
                            .antecedents
                            .into_iter()
                            .map(|found| self.antecedent(found))
                            .collect(),
                        order: sentence.order,
                        rank: sentence.rank,
                        paragraph: sentence.paragraph,
                        score: sentence.score,
                        terms: sentence.terms.into_iter().map(|term| term.of(text).to_owned()).collect(),
                    }
                })
                .collect(),
            quotes: summary.quotes.into_iter().map(|quote| self.quotation(quote)).collect(),
            keywords: summary
                .keywords
                .into_iter()
                .map(|keyword| {
                    let Excerpt { text, start, end } = self.excerpt(keyword.span);
                    WireKeyword { text, start, end, weight: keyword.weight }
                })
                .collect(),
            statistics: wire_statistics(summary.statistics, self.milliseconds + now() - began),
        }
    }

    fn antecedent(&self, Antecedent { mention, names }: Antecedent) -> WireAntecedent {
        WireAntecedent {
            mention: self.excerpt(mention),
            names: names.into_iter().map(|name| self.excerpt(name)).collect(),
        }
    }

    fn quotation(&self, KeyQuote { quotation, score }: KeyQuote) -> WireQuotation {
        let optional = |span: Option<Span>| span.map(|span| self.excerpt(span));
        let Excerpt { text, start, end } = self.excerpt(quotation.span);
        WireQuotation {
            text,
            start,
            end,
            speaker: optional(quotation.speaker),
            mention: optional(quotation.mention),
            cue: optional(quotation.cue),
            sentence: quotation.sentence,
            parts: quotation.parts.into_iter().map(|part| self.excerpt(part)).collect(),
            score,
        }
    }
}

fn wire_statistics(counts: Statistics, milliseconds: f64) -> WireStatistics {
    let Statistics { characters, words, sentences, summary_words, .. } = counts;
    let Statistics { compression_ratio, reading_seconds, saved_seconds, .. } = counts;
    WireStatistics {
        characters,
        words,
        sentences,
        summary_words,
        compression_ratio,
        reading_seconds,
        saved_seconds,
        milliseconds,
    }
}

// Options in.

fn analyze_options(options: &JsValue, text: &str) -> Result<AnalyzeOptions, JsValue> {
    let mut read = AnalyzeOptions::default();
    for (name, value) in entries(options)? {
        match name.as_str() {
            "language" => read.language = Some(language(&value)?),
            "title" => read.title = Some(string("title", &value)?),
            "blocks" => read.blocks = Some(blocks(&value, text)?),
            _ => return Err(thrown(&Error::UnknownOption { name }, &value)),
        }
    }
    Ok(read)
}

fn summary_options(options: &JsValue) -> Result<SummaryOptions, JsValue> {
    let mut read = SummaryOptions::default();
    let mut budgets = Vec::new();
    for (name, value) in entries(options)? {
        match name.as_str() {
            "sentences" => budgets.push(("sentences", Budget::Sentences(whole("sentences", 1, &value)?))),
            "words" => budgets.push(("words", Budget::Words(whole("words", 1, &value)?))),
            "ratio" => budgets.push(("ratio", Budget::Ratio(ratio(&value)?))),
            "query" => read.query = string("query", &value)?,
            "quotes" if value.as_string().as_deref() == Some("all") => read.quotes = QuoteLimit::All,
            "quotes" => read.quotes = QuoteLimit::Best(whole("quotes", 0, &value)?),
            "keywords" => read.keywords = whole("keywords", 0, &value)?,
            _ => return Err(thrown(&Error::UnknownOption { name }, &value)),
        }
    }
    if budgets.len() > 1 {
        let names: Vec<&str> = budgets.iter().map(|(name, _)| *name).collect();
        return Err(thrown(&Error::ConflictingOptions { names: names.join(", ") }, options));
    }
    if let Some((_, budget)) = budgets.pop() {
        read.budget = budget;
    }
    Ok(read)
}

/// The own properties of an options object that are not undefined.
fn entries(options: &JsValue) -> Result<Vec<(String, JsValue)>, JsValue> {
    if options.is_undefined() {
        return Ok(Vec::new());
    }
    if !options.is_object() || Array::is_array(options) {
        return Err(invalid("options", options, "an object"));
    }
    let names = Object::keys(options.unchecked_ref::<Object>());
    let entries = names.iter().filter_map(|name| {
        let name = name.as_string()?;
        let value = field(options, &name);
        (!value.is_undefined()).then_some((name, value))
    });
    Ok(entries.collect())
}

/// Blocks, whose offsets are UTF-16: those of ascending places are converted in
/// one pass, and the first that is wrong is named.
fn blocks(value: &JsValue, text: &str) -> Result<Vec<Block>, JsValue> {
    let list: &Array = value.dyn_ref().ok_or_else(|| invalid("blocks", value, "an array of blocks"))?;
    let mut bytes = Bytes { text, at: 0, units: 0 };
    let read = |(index, block): (usize, JsValue)| {
        block_of(&block, &mut bytes).ok_or_else(|| {
            let wrong = Error::InvalidOption {
                name: "blocks",
                value: format!("wrong at block {index}"),
                expected: "{ start, end, kind, level? }, places in the text, in its order and apart, by UTF-16 offsets",
            };
            thrown(&wrong, &block)
        })
    };
    list.iter().enumerate().map(read).collect()
}

fn block_of(block: &JsValue, bytes: &mut Bytes) -> Option<Block> {
    if !block.is_object() {
        return None;
    }
    let mut offset = |name: &str| {
        let units = field(block, name).as_f64().filter(|units| units.fract() == 0.0 && *units >= 0.0)?;
        bytes.before(units as usize)
    };
    let (start, end) = (offset("start")?, offset("end")?);
    let kind = BlockKind::from_name(&field(block, "kind").as_string()?)?;
    let level = match field(block, "level") {
        none if none.is_undefined() => None,
        level => Some(level.as_f64().filter(|level| [1.0, 2.0, 3.0, 4.0, 5.0, 6.0].contains(level))? as u8),
    };
    (start <= end).then_some(Block { kind, level, span: Span::new(start, end) })
}

/// Bytes of a text by UTF-16 offsets, in one pass: offsets ascend.
struct Bytes<'a> {
    text: &'a str,
    at: usize,
    /// The UTF-16 units before byte `at`.
    units: usize,
}

impl Bytes<'_> {
    /// The byte at an offset; `None` behind the text, within a character, and for
    /// an offset before the last one.
    fn before(&mut self, units: usize) -> Option<usize> {
        while self.units < units {
            let c = self.text.get(self.at..)?.chars().next()?;
            self.at += c.len_utf8();
            self.units += c.len_utf16();
        }
        (self.units == units).then_some(self.at)
    }
}

fn language(value: &JsValue) -> Result<Language, JsValue> {
    let read = value.as_string().and_then(|tag| Language::from_tag(&tag));
    read.ok_or_else(|| invalid("language", value, "a BCP 47 tag, such as \"en\" or \"pt-BR\""))
}

fn string(name: &'static str, value: &JsValue) -> Result<String, JsValue> {
    value.as_string().ok_or_else(|| invalid(name, value, "a string"))
}

fn whole(name: &'static str, least: u32, value: &JsValue) -> Result<usize, JsValue> {
    let expected = match (name, least) {
        ("quotes", _) => "a whole number from 0, or \"all\"",
        (_, 0) => "a whole number from 0",
        _ => "a whole number from 1",
    };
    let whole = |number: &f64| number.fract() == 0.0 && *number >= f64::from(least);
    let number = value.as_f64().filter(whole).ok_or_else(|| invalid(name, value, expected))?;
    Ok(number as usize)
}

fn ratio(value: &JsValue) -> Result<f64, JsValue> {
    let expected = "a number over 0 and up to 1";
    value.as_f64().ok_or_else(|| invalid("ratio", value, expected))
}

// Errors out.

fn invalid(name: &'static str, value: &JsValue, expected: &'static str) -> JsValue {
    thrown(&Error::InvalidOption { name, value: describe(value), expected }, value)
}

/// An `Error` with the code, the argument's name and the offending value.
fn thrown(error: &Error, value: &JsValue) -> JsValue {
    let thrown = js_sys::Error::new(&error.to_string());
    for (key, value) in [("code", &error.code().into()), ("option", &error.name().into()), ("value", value)] {
        let set = Reflect::set(&thrown, &key.into(), value);
        debug_assert!(set.is_ok(), "a fresh Error takes properties");
    }
    thrown.into()
}

fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// The most characters of a string that an error's message repeats.
const SHOWN_CHARACTERS: usize = 40;

/// A value as a person would write it.
fn describe(value: &JsValue) -> String {
    if let Some(string) = value.as_string() {
        let shown: String = string.chars().take(SHOWN_CHARACTERS).collect();
        let more = if shown.len() < string.len() { "…" } else { "" };
        return format!("\"{shown}{more}\"");
    }
    if let Some(number) = value.as_f64() {
        return js_sys::Number::from(number)
            .to_string_with_radix(10)
            .map_or_else(|_| "a number".into(), String::from);
    }
    match value.as_bool() {
        Some(truth) => truth.to_string(),
        None if value.is_null() => "null".into(),
        None if value.is_undefined() => "undefined".into(),
        None => format!("a value of type {}", value.js_typeof().as_string().unwrap_or_default()),
    }
}
