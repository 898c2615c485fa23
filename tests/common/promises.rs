//! The promises that hold for any text, asserted by the property tests and by the fuzz
//! targets alike.

use nutgraf::{Analysis, Document, Span, Summary};

/// The kinds of blocks that markup can tell.
pub const BLOCK_KINDS: [&str; 11] = [
    "title",
    "heading",
    "paragraph",
    "list-item",
    "quotation",
    "byline",
    "caption",
    "boilerplate",
    "table",
    "code",
    "aside",
];

/// Blocks tile the text, sentences their block, tokens their sentence: only white space
/// lies between.
pub fn no_text_is_lost(text: &str, document: &Document) {
    assert_eq!(document.text(), text);
    let whole = Span::new(0, text.len());
    assert!(tile(text, whole, document.blocks().iter().map(|block| block.span)), "blocks");
    for (index, block) in document.blocks().iter().enumerate() {
        let sentences = &document.sentences()[document.sentences_of(index)];
        assert!(tile(text, block.span, sentences.iter().map(|sentence| sentence.span)), "sentences");
    }
    for sentence in document.sentences() {
        assert!(sentence.span.contains(sentence.content));
        let mut end = sentence.span.start;
        for token in document.tokens(sentence.span) {
            assert_eq!(token.span.start, end, "tokens");
            end = token.span.end;
        }
        assert_eq!(end, sentence.span.end, "tokens");
    }
}

/// Quotations lie between marks, one behind the other, and are ascribed to words outside.
pub fn quotations_are_slices(text: &str, analysis: &Analysis) {
    let mut end = 0;
    for quotation in analysis.quotations() {
        assert!(quotation.span.start >= end, "quotations do not overlap");
        end = quotation.span.end;
        for part in &quotation.parts {
            assert!(quotation.span.contains(*part));
            let before = text[..part.start as usize].trim_end().chars().next_back();
            assert!(before.is_some_and(|mark| !mark.is_alphanumeric()), "a mark stands before");
        }
        for outside in [quotation.mention, quotation.cue].into_iter().flatten() {
            assert!(!outside.of(text).is_empty());
            assert!(quotation.parts.iter().all(|part| !part.contains(outside)));
        }
        for named in [quotation.speaker, quotation.role].into_iter().flatten() {
            assert!(!named.of(text).trim().is_empty());
        }
        assert!((0.0..=1.0).contains(&quotation.confidence));
        assert!(quotation.speaker.is_none() || quotation.confidence >= 0.6);
    }
}

/// What opening words stand for is named before them.
pub fn antecedents_are_named_before(text: &str, analysis: &Analysis) {
    for (order, antecedent) in analysis.antecedents() {
        let sentence = &analysis.document().sentences()[order];
        // "---!The council passed it.": marks may stand before, and no word.
        let before = Span::new(sentence.content.start as usize, antecedent.mention.start as usize);
        assert!(!before.of(text).contains(char::is_alphanumeric), "{:?}", before.of(text));
        assert!(sentence.content.contains(antecedent.mention));
        assert!(!antecedent.names.is_empty());
        for name in &antecedent.names {
            assert!(name.end <= antecedent.mention.start && !name.of(text).trim().is_empty());
        }
    }
}

/// Chosen sentences are in order, keywords and quotes slices, weights in their ranges.
pub fn summary_holds(text: &str, summary: &Summary) {
    assert!(summary.sentences.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
    assert_eq!(summary.sentences.is_empty(), summary.statistics.words == 0);
    for sentence in &summary.sentences {
        assert!(!sentence.span.of(text).is_empty() && !sentence.parts.is_empty());
        assert!(sentence.parts.iter().all(|part| sentence.span.contains(*part)));
        let parts = sentence.score.centrality * sentence.score.position * sentence.score.form;
        assert!((sentence.score.total - parts).abs() < 1e-9);
    }
    for keyword in &summary.keywords {
        assert!(!keyword.span.of(text).trim().is_empty() && keyword.count > 0);
        assert!(keyword.weight > 0.0 && keyword.weight <= 1.0);
    }
    for quote in &summary.quotes {
        assert!((0.0..=1.0).contains(&quote.score));
    }
}

/// Offsets in UTF-16 are those of JavaScript.
pub fn offsets_agree(text: &str, analysis: &Analysis) {
    let units: Vec<u16> = text.encode_utf16().collect();
    for sentence in analysis.document().sentences() {
        let [start, end] = [sentence.span.start, sentence.span.end].map(|at| analysis.utf16(at as usize));
        assert_eq!(String::from_utf16(&units[start..end]).unwrap(), sentence.span.of(text));
    }
}

/// Whether the spans ascend, lie in `whole`, and leave only white space out.
pub fn tile(text: &str, whole: Span, spans: impl Iterator<Item = Span>) -> bool {
    let mut end = whole.start;
    for span in spans {
        if span.start < end
            || span.is_empty()
            || !Span::new(end as usize, span.start as usize).of(text).trim().is_empty()
        {
            return false;
        }
        end = span.end;
    }
    end <= whole.end && Span::new(end as usize, whole.end as usize).of(text).trim().is_empty()
}
