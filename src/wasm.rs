//! The boundary to JavaScript, and the only file that names it.
//!
//! Values are checked here and reworded, for serde's own messages name neither
//! the option nor the value; offsets leave in UTF-16; and every excerpt is cut
//! from the caller's own string, so that not even a lone surrogate changes.

use crate::document::Sentence;
use crate::keyword::Keyword;
use crate::options::{AnalyzeOptions, Budget, QuoteLimit, SummaryOptions};
use crate::summary::{KeyQuote, Statistics, Summary, SummarySentence};
use crate::{Antecedent, Block, BlockKind};
use crate::{Error, Language, SentenceScore, Span};
use js_sys::{Array, JsString, Object, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::{Serializer, preserve};
use talc::wasm::{WasmDynamicTalc, new_wasm_dynamic_allocator};
use wasm_bindgen::prelude::*;
use web_sys::Performance;

/// Smaller than the standard library's: see ARCHITECTURE.md, "Dependencies".
#[global_allocator]
static ALLOCATOR: WasmDynamicTalc = new_wasm_dynamic_allocator();

#[wasm_bindgen(typescript_custom_section)]
const CONTRACT: &'static str = include_str!("contract.ts");

#[wasm_bindgen(start)]
fn start() {
    // A panic comes to JavaScript as an error with its message, and not as a bare trap, which
    // running out of memory is.
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        wasm_bindgen::throw_str(&panic.to_string())
    }));
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
        let bytes = text.length() as usize;
        if !has_room(bytes) {
            return Err(thrown(&Error::OutOfMemory { bytes }, &JsValue::from(text.length())));
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
        let prose = scored.filter(|(sentence, _)| document.is_prose(sentence));
        let place = |(sentence, score): (&Sentence, &SentenceScore)| {
            let mut fields = self.place(sentence.content);
            fields.push(("score", Wire::Number(score.total)));
            Wire::Object(fields)
        };
        Wire::list(prose, place).plain()
    }

    /// The text's blocks, as they were given or found.
    #[wasm_bindgen(unchecked_return_type = "Block[]")]
    pub fn blocks(&self) -> Result<JsValue, JsValue> {
        let place = |Block { kind, level, span }: &Block| {
            let mut fields = self.place(*span);
            fields.push(("kind", Wire::Name(kind.name())));
            fields.extend(level.map(|level| ("level", Wire::Number(level.into()))));
            Wire::Object(fields)
        };
        Wire::list(self.inner.document().blocks(), place).plain()
    }

    /// Where the text has a phrase, in any form of its words.
    #[wasm_bindgen(unchecked_return_type = "Place[]")]
    pub fn occurrences(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] phrase: JsValue,
    ) -> Result<JsValue, JsValue> {
        let places = self.inner.occurrences(&string("phrase", &phrase)?);
        Wire::list(places, |span| Wire::Object(self.place(span))).plain()
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
        self.summary(summary, began).plain()
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

/// A fault of ours, for the tests of what follows one.
#[cfg(feature = "bench")]
#[wasm_bindgen]
pub fn trap() {
    panic!("a panic that a test asked for")
}

/// The whole way without JavaScript, for what counts instructions or compares with the host.
#[cfg(feature = "bench")]
#[wasm_bindgen]
pub fn steps(text: String) -> u64 {
    crate::stages::whole(text)
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

/// The bytes that the analysis of a long text takes for each of the text's, about: where
/// there are none, the text is refused before it is copied.
const ROOM: usize = 5;

/// Whether memory has room for the analysis of so many bytes: in pieces of a text's size, for
/// what an earlier one left is no whole.
fn has_room(bytes: usize) -> bool {
    let mut pieces = vec![Vec::<u8>::new(); ROOM];
    pieces.iter_mut().all(|piece| piece.try_reserve_exact(bytes).is_ok())
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

// The contract of contract.ts, field by field.

/// A value on its way to JavaScript. One type for all of them, and not a
/// structure each, for serde writes every structure's own code.
enum Wire {
    Null,
    Number(f64),
    Name(&'static str),
    Text(JsString),
    List(Vec<Wire>),
    Object(Fields),
}

type Fields = Vec<(&'static str, Wire)>;

impl Serialize for Wire {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Wire::Null => serializer.serialize_unit(),
            Wire::Number(number) => serializer.serialize_f64(*number),
            Wire::Name(name) => serializer.serialize_str(name),
            Wire::Text(text) => preserve::serialize(text, serializer),
            Wire::List(items) => serializer.collect_seq(items),
            Wire::Object(fields) => serializer.collect_map(fields.iter().map(|(name, value)| (*name, value))),
        }
    }
}

impl Wire {
    fn list<T>(items: impl IntoIterator<Item = T>, wire: impl FnMut(T) -> Wire) -> Wire {
        Wire::List(items.into_iter().map(wire).collect())
    }

    /// The value as plain objects and arrays.
    fn plain(&self) -> Result<JsValue, JsValue> {
        self.serialize(&Serializer::json_compatible()).map_err(JsValue::from)
    }
}

/// A count or an offset, which a text of 256 MiB keeps exact.
fn count(count: usize) -> Wire {
    Wire::Number(count as f64)
}

impl Analysis {
    fn place(&self, span: Span) -> Fields {
        let offset = |byte: u32| count(self.inner.utf16(byte as usize));
        vec![("start", offset(span.start)), ("end", offset(span.end))]
    }

    fn excerpt_and(&self, span: Span, more: impl IntoIterator<Item = (&'static str, Wire)>) -> Wire {
        let (start, end) = (self.inner.utf16(span.start as usize), self.inner.utf16(span.end as usize));
        let text = Wire::Text(self.text.slice(start as u32, end as u32));
        let mut fields = vec![("text", text), ("start", count(start)), ("end", count(end))];
        fields.extend(more);
        Wire::Object(fields)
    }

    fn excerpt(&self, span: Span) -> Wire {
        self.excerpt_and(span, [])
    }

    fn excerpts(&self, spans: Vec<Span>) -> Wire {
        Wire::list(spans, |span| self.excerpt(span))
    }

    fn optional(&self, span: Option<Span>) -> Wire {
        span.map_or(Wire::Null, |span| self.excerpt(span))
    }

    fn summary(&self, summary: Summary, began: f64) -> Wire {
        let language = match &self.tag {
            Some(tag) => Wire::Text(JsString::from(tag.as_str())),
            None => Wire::Name(summary.language.tag()),
        };
        Wire::Object(vec![
            ("title", self.optional(summary.title)),
            ("language", language),
            ("sentences", Wire::list(summary.sentences, |sentence| self.sentence(sentence))),
            ("quotes", Wire::list(summary.quotes, |quote| self.quotation(quote))),
            ("keywords", Wire::list(summary.keywords, |keyword| self.keyword(keyword))),
            ("statistics", statistics(&summary.statistics, self.milliseconds + now() - began)),
        ])
    }

    fn sentence(&self, sentence: SummarySentence) -> Wire {
        let score = Wire::Object(vec![
            ("centrality", Wire::Number(sentence.score.centrality)),
            ("position", Wire::Number(sentence.score.position)),
            ("form", Wire::Number(sentence.score.form)),
            ("total", Wire::Number(sentence.score.total)),
        ]);
        let text = self.inner.document().text();
        let more = [
            ("parts", self.excerpts(sentence.parts)),
            ("section", self.optional(sentence.section)),
            ("antecedents", Wire::list(sentence.antecedents, |found| self.antecedent(found))),
            ("order", count(sentence.order)),
            ("rank", count(sentence.rank)),
            ("paragraph", count(sentence.paragraph)),
            ("score", score),
            ("terms", Wire::list(sentence.terms, |term| Wire::Text(JsString::from(term.of(text))))),
        ];
        self.excerpt_and(sentence.span, more)
    }

    fn antecedent(&self, Antecedent { mention, names }: Antecedent) -> Wire {
        Wire::Object(vec![("mention", self.excerpt(mention)), ("names", self.excerpts(names))])
    }

    fn quotation(&self, KeyQuote { quotation, score }: KeyQuote) -> Wire {
        let more = [
            ("parts", self.excerpts(quotation.parts)),
            ("speaker", self.optional(quotation.speaker)),
            ("mention", self.optional(quotation.mention)),
            ("cue", self.optional(quotation.cue)),
            ("source", Wire::Name(quotation.source.name())),
            ("role", self.optional(quotation.role)),
            ("confidence", Wire::Number(quotation.confidence)),
            ("sentence", count(quotation.sentence)),
            ("score", Wire::Number(score)),
        ];
        self.excerpt_and(quotation.span, more)
    }

    fn keyword(&self, keyword: Keyword) -> Wire {
        self.excerpt_and(
            keyword.span,
            [("weight", Wire::Number(keyword.weight)), ("count", count(keyword.count))],
        )
    }
}

fn statistics(counts: &Statistics, milliseconds: f64) -> Wire {
    Wire::Object(vec![
        ("characters", count(counts.characters)),
        ("words", count(counts.words)),
        ("sentences", count(counts.sentences)),
        ("summaryWords", count(counts.summary_words)),
        ("compressionRatio", Wire::Number(counts.compression_ratio)),
        ("readingSeconds", Wire::Number(counts.reading_seconds)),
        ("savedSeconds", Wire::Number(counts.saved_seconds)),
        ("milliseconds", Wire::Number(milliseconds)),
    ])
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
        let names = budgets.iter().flat_map(|(name, _)| [", ", name]).skip(1).collect();
        return Err(thrown(&Error::ConflictingOptions { names }, options));
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
