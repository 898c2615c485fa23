//! Direct quotations, and who said them.
//!
//! Indirect speech ("She said that it rained") is out of scope, and so is who
//! quotes whom: a quotation here is what stands between quotation marks, three
//! words or more (`piece.rs`), its source is what the sentence names
//! (`source.rs`, by the words of its clauses, `clause.rs`, and their subjects,
//! `subject.rs`), and its speaker the person that stands for (`people`).

mod cased;
mod clause;
mod dialogue;
mod mention;
mod piece;
mod rank;
mod source;
mod subject;
mod uncased;

use crate::Language;
use crate::Span;
use crate::document::Document;
use crate::find::{DIGITS, Marked, find};
use crate::people::People;
use crate::segment::furniture;
use crate::word::Words;
pub(crate) use clause::BE;
pub use mention::SourceKind;
pub(crate) use mention::is_role;
use mention::{Mention, before_verb, is_noun_phrase};
pub(crate) use piece::Piece;
use piece::pieces;
pub(crate) use rank::{QuotationVectors, best};
pub(crate) use source::{Pattern, Source};

/// A direct quotation.
#[derive(Clone, Debug, PartialEq)]
pub struct Quotation {
    /// From the first quotation mark to the last.
    pub span: Span,
    /// The words between the marks: one piece, or several where the
    /// quotation is split ("“Go,” she said, “and don’t look back.”") or runs
    /// over paragraphs.
    pub parts: Vec<Span>,
    /// The fullest earlier name of who said it, `None` where that is not
    /// certain.
    pub speaker: Option<Span>,
    /// What names the speaker beside the cue verb: a name, a pronoun or
    /// another phrase.
    pub mention: Option<Span>,
    /// The cue verb.
    pub cue: Option<Span>,
    /// What the mention is of.
    pub source: SourceKind,
    /// What says who the speaker is: "director of the department of …", "Senator".
    /// `None` where the text does not say it beside the name.
    pub role: Option<Span>,
    /// How certain the speaker is, by the pattern that told it and by what the mention
    /// is. 0 to 1; under 0.6 `speaker` is `None`.
    pub confidence: f64,
    /// The sentence that it begins in, as an index into
    /// [`Document::sentences`].
    pub sentence: usize,
}

/// Finds the direct quotations of a document, in document order, and the people
/// that it names.
pub(crate) fn quotations(document: &Document, words: &Words) -> (Vec<Quotation>, People) {
    let pieces = pieces(document);
    let sources = sources(document, &pieces);
    let people = People::of(document, words, &pieces, &sources);
    let mut quotations: Vec<Quotation> = Vec::new();
    let mut sentence = 0;
    for (index, (piece, source)) in pieces.iter().zip(&sources).enumerate() {
        let before = index
            .checked_sub(1)
            .and_then(|before| Some((pieces.get(before)?, sources.get(before)?.as_ref())));
        if let (Some(last), Some(before)) = (quotations.last_mut(), before) {
            if joins(document, words, &people, before, (piece, source.as_ref())) {
                last.span.end = piece.span.end;
                last.parts.push(piece.content);
                continue;
            }
            // A mark that was never closed, and the next paragraph is another's.
            if before.0.goes_on && last.parts.len() == 1 {
                quotations.pop();
            }
        }
        sentence = sentence_at(document, piece.span.start, sentence);
        let Mention { kind, speaker, role, confidence } =
            source.as_ref().map(|source| Mention::of(document, words, &people, source)).unwrap_or_default();
        quotations.push(Quotation {
            span: piece.span,
            parts: vec![piece.content],
            speaker,
            mention: source.map(|source| source.mention),
            cue: source.and_then(|source| source.cue),
            source: kind,
            role,
            confidence,
            sentence,
        });
    }
    let short = |quotation: &Quotation| {
        let [part] = quotation.parts.as_slice() else { return false };
        pieces
            .binary_search_by_key(&part.start, |piece| piece.content.start)
            .is_ok_and(|at| pieces.get(at).is_some_and(|piece| piece.short))
    };
    quotations.retain(|quotation| !short(quotation));
    (quotations, people)
}

/// The source of each piece, where one is found.
fn sources(document: &Document, pieces: &[Piece]) -> Vec<Option<Source>> {
    let mut sources: Vec<Option<Source>> = Vec::with_capacity(pieces.len());
    let cased = document.lexicon().script().is_cased();
    let english = document.language() == Language::English;
    let mut alone = Vec::with_capacity(pieces.len());
    let mut order = 0;
    for (index, piece) in pieces.iter().enumerate() {
        order = sentence_at(document, piece.span.start, order);
        let last = index.checked_sub(1).and_then(|before| pieces.get(before));
        let next = pieces.get(index + 1);
        let surroundings = Surroundings::of(document, order, piece, last, next);
        // "… legt Zunder“, sagte Franz Salm. Der Leiter widersprach. „Das zeigen alle.“" is no Salm.
        let near =
            |last: &Piece| english || document.sentence_at(last.span.end.saturating_sub(1)) + 1 >= order;
        let run = last
            .is_some_and(|last| last.block == piece.block && near(last) || last.goes_on)
            .then(|| sources.last().copied().flatten());
        let run = run.flatten().map(|source| match source.pattern {
            // No list tells verbs there, and what is unsure stays so.
            Pattern::Subject if !english => source,
            _ => source.by(Pattern::Run),
        });
        let named = |source: &Source| is_noun_phrase(document, source.mention);
        let trimmed = |source: Source| Source { mention: before_verb(document, source.mention), ..source };
        let passive = || source::is_passive(document, surroundings.before);
        // "voir Section 12.1, « Où trouver de l’aide ? »"
        let refers = || {
            let before = surroundings.before.of(document.text()).before_marks(", \n").last_word();
            before.has_mark(".") && before.ends_in_mark(DIGITS)
        };
        let subject = || {
            let subject = source::subject(document, surroundings.before).filter(|_| cased);
            subject.map(trimmed).filter(named).filter(|_| !passive() && !refers())
        };
        let beside = match cased {
            true => source::beside(document, surroundings.before, piece, surroundings.behind),
            false => uncased::beside(document, surroundings.before, surroundings.behind),
        };
        let dialogue = last.is_some_and(|last| last.block + 1 == piece.block);
        let source = match beside {
            Some(beside) => Some(trimmed(beside)).filter(named).or_else(subject),
            None => run
                .filter(|_| surroundings.stands_alone)
                .or_else(subject)
                .or(run.filter(|_| cased && !passive() && (english || surroundings.goes_on)))
                .or_else(|| {
                    let answers = surroundings.stands_alone && !surroundings.is_paragraph && dialogue;
                    let of_block = document.sentences_of(piece.block);
                    // "Jory shrugged. “He would have fixed it.”"
                    let near =
                        [Some(order + 1), order.checked_sub(1)].into_iter().flatten().filter(|_| answers);
                    let mut near = near.filter(|order| of_block.contains(order));
                    near.find_map(|order| source::acting(document, document.sentences().get(order)?))
                })
                .or_else(|| {
                    let last_source = sources.last().copied().flatten();
                    // "“It is what it is” has become the town's motto."
                    let said = piece.content.of(document.text()).ends_in_mark(",.!?…");
                    // "«Ci hanno mentito», protesta uno dei residenti." is no longer the minister's.
                    let other = surroundings.behind.of(document.text()).trim_start().opens_with_mark(",–—");
                    let own = said || surroundings.stands_alone || !english;
                    let last_source = last_source.filter(|_| own && !other);
                    surroundings.opens.then(|| announced(document, order, piece, last, last_source)).flatten()
                })
                .map(trimmed)
                .filter(named),
        };
        let source = match label(document, piece) {
            Some(label) => source.filter(|source| source.pattern == Pattern::Cue).or(label),
            None => source,
        };
        let turn = || turn(document, pieces, &sources, index).map(|source| source.by(Pattern::Turn));
        let source = surroundings.is_paragraph.then(turn).flatten().or(source);
        sources.push(source);
        alone.push(surroundings.is_paragraph);
    }
    answers(document, pieces, &alone, &mut sources);
    sources
}

/// The sources on either side of a quotation that it may address.
const NEAR: usize = 64;

/// Gives a paragraph that is nothing but a quotation to whom the one before addresses, if
/// that is somebody who speaks near: "“Nippers,” said I, “what do you think of it?” ⏎ “I
/// think I should kick him out.”"
fn answers(document: &Document, pieces: &[Piece], alone: &[bool], sources: &mut [Option<Source>]) {
    for (index, piece) in pieces.iter().enumerate() {
        let told = |source: &Source| !matches!(source.pattern, Pattern::Turn | Pattern::Run);
        if alone.get(index) != Some(&true)
            || sources.get(index).copied().flatten().is_some_and(|source| told(&source))
        {
            continue;
        }
        let near =
            sources.get(index.saturating_sub(NEAR)..sources.len().min(index + NEAR)).unwrap_or_default();
        let last = pieces.get(index.saturating_sub(TURN_REACH)..index).unwrap_or_default().iter().rev();
        let mut asked =
            last.take_while(|last| last.block + 1 >= piece.block).filter(|last| last.block < piece.block);
        let addressed = asked.find_map(|last| vocative(document.text(), last.content, near));
        if let (Some(mention), Some(source)) = (addressed, sources.get_mut(index)) {
            *source = Some(Source { mention, cue: None, pattern: Pattern::Turn });
        }
    }
}

/// Whom a quotation addresses last: a name between marks that speaks near.
fn vocative(text: &str, content: Span, near: &[Option<Source>]) -> Option<Span> {
    let slice = content.of(text);
    let mut start = 0;
    let mut last = None;
    let marks = slice.char_indices().filter(|(_, c)| matches!(c, '?' | '!' | '.' | ',' | ';'));
    for end in marks.map(|(at, _)| at).chain([slice.len()]) {
        let part = Span::new(content.start as usize + start, content.start as usize + end).trimmed(text);
        let name = part.of(text);
        let named = (3..=LONGEST_VOCATIVE).contains(&part.len()) && name.opens_capital();
        let speaks = |source: &Source| source.mention.len() == part.len() && source.mention.of(text) == name;
        if named && near.iter().flatten().any(speaks) {
            last = Some(part);
        }
        start = end + 1;
    }
    last
}

/// The bytes of what addresses somebody at most: "Mr. Nippers".
const LONGEST_VOCATIVE: usize = 32;

/// The pieces that are looked back at for who spoke two paragraphs before.
const TURN_REACH: usize = 8;

/// Who speaks by turns: where two people spoke in the two paragraphs before, a
/// paragraph that is nothing but a quotation is the first one's.
#[inline(never)]
fn turn(document: &Document, pieces: &[Piece], sources: &[Option<Source>], index: usize) -> Option<Source> {
    let block = pieces.get(index)?.block;
    let of_block = |block: usize| {
        let near = index.saturating_sub(TURN_REACH)..index;
        let near = pieces.get(near.clone())?.iter().zip(sources.get(near)?).rev();
        let source = near.filter(|(piece, _)| piece.block == block).find_map(|(_, source)| *source)?;
        Some((source, source.mention.of(document.text())))
    };
    let (_, last) = of_block(block.checked_sub(1)?)?;
    let (source, before) = of_block(block.checked_sub(2)?)?;
    (last != before).then_some(source)
}

/// The label of the turn that a piece stands in, if it stands in one: "WN: “We had asked
/// three times.”" A letter alone names nobody: "A: “It will be ready.”"
#[inline(never)]
fn label(document: &Document, piece: &Piece) -> Option<Option<Source>> {
    let text = document.text();
    let block = document.blocks().get(piece.block)?.span;
    let sentence = document.sentences().get(document.sentences_of(piece.block).start)?;
    let label = Span::new(block.start as usize, sentence.content.start as usize);
    let slice = label.of(text);
    // "本报讯记者李长云报道：" is a dateline.
    if !slice.trim_end().ends_in_mark(":：>") || furniture::dateline(block.of(text)).is_some() {
        return None;
    }
    let name = slice.bare();
    let start = find(slice, name)? + block.start as usize;
    let mention = Span::new(start, start + name.len());
    let named = name.has_more(1);
    Some(named.then_some(Source { mention, cue: None, pattern: Pattern::Label }))
}

/// What a piece's sentence has besides quotations.
struct Surroundings {
    before: Span,
    behind: Span,
    /// Whether the quotation before stands in the same sentence.
    goes_on: bool,
    /// Whether no word stands before, and behind.
    opens: bool,
    stands_alone: bool,
    /// Whether it is all of its paragraph.
    is_paragraph: bool,
}

impl Surroundings {
    fn of(
        document: &Document,
        order: usize,
        piece: &Piece,
        last: Option<&Piece>,
        next: Option<&Piece>,
    ) -> Self {
        let sentences = document.sentences();
        let start = sentences.get(order).map_or(piece.span.start, |sentence| sentence.span.start);
        let from = last.map_or(start, |last| last.span.end.max(start));
        let ending = sentence_at(document, piece.span.end.saturating_sub(1), order);
        let end = sentences.get(ending).map_or(piece.span.end, |sentence| sentence.span.end);
        let block = document.blocks().get(piece.block).map_or(end, |block| block.span.end);
        // "“…his flag.” ― Carlos Raúl": what signs it is a sentence of its own.
        let signed = source::is_dash(Span::new(piece.span.end as usize, block as usize).of(document.text()));
        let stops = document.lexicon().script().has_stops();
        let end = if signed || !stops { block } else { end };
        let to = next.map_or(end, |next| next.span.start.min(end));
        let before = Span::new(from as usize, piece.span.start as usize);
        let behind = Span::new(piece.span.end as usize, to as usize);
        let [opens, closes] = [before, behind].map(|span| !span.of(document.text()).has_words());
        let whole = document.blocks().get(piece.block).is_some_and(|block| block.span == piece.span);
        let goes_on = last.is_some_and(|last| last.span.end == from);
        Surroundings { before, behind, goes_on, opens, stands_alone: opens && closes, is_paragraph: whole }
    }
}

/// The source of a piece that opens its paragraph: the sentence before it may
/// announce it ("Caddell continued:"), or it goes on a run of paragraphs by
/// the same speaker.
#[inline(never)]
fn announced(
    document: &Document,
    order: usize,
    piece: &Piece,
    last: Option<&Piece>,
    source: Option<Source>,
) -> Option<Source> {
    let before = document.sentences().get(order.checked_sub(1)?)?;
    let quoted = last.is_some_and(|last| last.span.start >= before.span.start);
    let near = last.is_some_and(|last| last.block + 1 == piece.block);
    // "… ist die Brücke „sicher“. „Das ist eine Schande“": what quotes announces nothing, but for
    // the speaker of what a dash opens.
    if quoted && piece.span != piece.content {
        return source.filter(|_| near).map(|source| source.by(Pattern::Run));
    }
    source::announced(document, before).map(|source| source.by(Pattern::Announced))
}

/// Whether a piece goes on with the quotation of the one before: over
/// paragraphs, or over its own cue ("“Go,” she said, “and don’t look back.”").
fn joins(
    document: &Document,
    words: &Words,
    people: &People,
    before: (&Piece, Option<&Source>),
    piece: (&Piece, Option<&Source>),
) -> bool {
    let (last, last_source) = before;
    let (piece, source) = piece;
    if last.goes_on {
        let speaker = |source: Option<&Source>| people.speaker(document, words, source?.mention);
        let (one, other) = (speaker(last_source), speaker(source));
        return one.is_none() || other.is_none() || one == other;
    }
    // No mark opens what goes on behind "– ha detto il sindaco –".
    if piece.span.start == piece.content.start && piece.span.end > piece.content.end {
        return true;
    }
    let between = Span::new(last.span.end as usize, piece.span.start as usize).of(document.text());
    let told = last_source.is_some_and(|source| {
        source.mention.start >= last.span.end && source.mention.end <= piece.span.start
    });
    let same = last_source.zip(source).is_some_and(|(one, other)| one.is_same(other));
    last.block == piece.block && told && same && !between.trim_end().ends_in_mark(".!?:")
}

/// The sentence that holds a byte, at `from` or behind it.
fn sentence_at(document: &Document, byte: u32, from: usize) -> usize {
    let behind = document.sentences().iter().skip(from);
    from + behind.take_while(|sentence| sentence.span.end <= byte).count()
}
