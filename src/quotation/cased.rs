//! Who speaks before a quotation in languages with capitals, but for English: by the commas of
//! the clause, its stop words, and the openings that lean on the sentence before.

use super::clause::Clause;
use crate::Span;
use crate::language::Leaning;

/// What a German subject opens with that is no name.
const SUBJECTS: &str = "der die das ein eine sein seine ihr ihre unser unsere mein meine kein keine dieser diese dieses jeder jede \
    viele einige mehrere zwei beide alle jemand man niemand";

/// German prepositions, alone and with an article.
const PREPOSITIONS: &str = "des dem den in im an am auf aus bei beim mit nach von vom vor zu zum zur für über unter gegenüber während seit";

/// The articles of the languages of Romance that are nothing else behind a verb.
const ARTICLES: &str = "el la los las un una le les il lo gli";

/// Their prepositions that stand apart from an article.
const BEFORE_PLACES: &str =
    "en de a por con para sobre desde ante tras dans à sur chez avec pour par in su da per di";

/// The words that tell when and where at most: "este martes", "en la plaza del puerto".
const LONGEST_ADVERB: usize = 6;

impl Clause<'_> {
    /// The subject of a verb that stands before a quotation: a pronoun alone, what stands
    /// behind the verb, or what does before it.
    pub(super) fn subject_of(&self, verb: usize) -> Option<Span> {
        // "Mais le capitaine Paul Sol a déclaré"
        let start = self.behind_connective(self.segment(verb), verb);
        let last = (start..verb).rev().find(|at| !self.is_passed(*at));
        // "Très ému, il confie que", "Il a cependant déclaré que"
        if start < verb && self.is_alone(start) && (start + 1 == verb || self.is_passed(start + 1)) {
            return self.span(start, start);
        }
        // "На шоу Эндрю Марра он заявил"
        if let Some(at) = verb.checked_sub(1).filter(|at| self.is_stop_word(start) && self.is_alone(*at)) {
            return self.span(at, at);
        }
        if let Some(behind) = self.behind_verb(start, verb) {
            return Some(behind);
        }
        // "En el Show de Andrew Marr declaró": what stands behind a preposition is no subject.
        let placed = self.is_stop_word(start) && self.is_stop_word(start + 1)
            || self.german && self.is_of(start, PREPOSITIONS);
        if placed && last.is_some() {
            return None;
        }
        let Some(last) = last else {
            // "La procureure de la Cour, Mme Fatou Bensouda, a déclaré :"
            let last = start.checked_sub(1)?;
            let apposition = self.segment(last);
            let first = apposition.checked_sub(1).map_or(apposition, |head| self.segment(head));
            let first = self.behind_connective(first, last);
            // "Bei Fahrten in die Heimat sitze er lange im Zug, sagt"
            let placed = self.german && self.is_of(first, PREPOSITIONS);
            return self.span(first, last).filter(|_| !placed);
        };
        // "Ana Ruiz ha criticado a Madrid y dijo que"
        if verb - last > 1 && self.leans(verb - 1, Leaning::Connective) {
            return self.subject();
        }
        // "Ministerpräsident Karl Sol (CDU) sagte"
        if start == last && start > 0 && self.gap(verb).starts_with(')') {
            return self.span(self.segment(start - 1), start - 1);
        }
        // "Zudem forderte", behind which nobody is told
        self.span(start, last).filter(|_| start < last || !self.leans(start, Leaning::Connective))
    }

    /// What stands behind a verb, where no subject can stand before it: "Am Montag sagte Angela
    /// Merkel", "comme le rappelle HRW,", "sagte er".
    fn behind_verb(&self, start: usize, verb: usize) -> Option<Span> {
        let next = verb + 1;
        let led = start == verb || self.is_stop_word(start) || start == 0 && verb == 1;
        if !led || self.breaks(next, false) {
            return None;
        }
        if self.is_alone(next) {
            return self.span(next, next);
        }
        // "Auf Anfrage antwortet die Partei:"
        let article = self.german && self.is_of(next, SUBJECTS);
        let noun = (next + 1..self.words.len())
            .find(|at| self.is_capital(*at) || self.is_stop_word(*at))
            .filter(|at| article && self.is_capital(*at));
        // "sagt de Decker", "sagte von Salm"
        let particle = self.german && self.is_of(next, "de van von zu") && self.is_capital(next + 1);
        let end = self.end_of_name(noun.unwrap_or(next + usize::from(particle)));
        self.span(next, end - 1).filter(|_| end > next)
    }

    /// Where a German subject behind its verb begins: "sagt auch | Sol", "sagte uns | die Köchin",
    /// "sagte ausgerechnet | Rosa Sol", "sagt vor der Kamera | ein Bürger". Nouns have capitals, which
    /// tell where what a preposition is of ends.
    pub(super) fn subject_behind(&self, verb_end: usize) -> Option<usize> {
        let mut first = verb_end;
        while !self.is_capital(first) && !self.is_of(first, SUBJECTS) && !self.is_alone(first) {
            if self.is_of(first, PREPOSITIONS) {
                first = (first..self.words.len()).find(|at| self.is_capital(*at))?;
            }
            first += 1;
            if first >= self.words.len() || self.breaks(first, false) {
                return None;
            }
        }
        Some(first)
    }

    /// Where a subject behind its verb begins in the languages of Romance, whose article tells:
    /// "advirtió ayer | la alcaldesa", "preguntaba en la plaza | el concejal".
    pub(super) fn behind_adverbs(&self, first: usize) -> usize {
        if self.is_capital(first) || self.is_of(first, ARTICLES) {
            return first;
        }
        let inside = |at: &usize| *at < self.words.len() && !self.breaks(*at, false);
        let opens = |at: &usize| self.is_of(*at, ARTICLES) && !self.is_of(at - 1, BEFORE_PLACES);
        (first + 1..=first + LONGEST_ADVERB).take_while(inside).find(opens).unwrap_or(first)
    }

    /// Where the words between commas begin that end before a word.
    #[inline(never)]
    fn segment(&self, end: usize) -> usize {
        (1..=end).rev().find(|at| self.breaks(*at, false)).unwrap_or(0)
    }

    /// The first word of a phrase behind one such as "Mais".
    fn behind_connective(&self, first: usize, last: usize) -> usize {
        first
            + usize::from(
                first < last
                    && self.is_stop_word(first)
                    && (self.leans(first, Leaning::Connective) || self.is_of(first, "wie")),
            )
    }

    /// Whether a word is a pronoun or the like.
    pub(super) fn is_alone(&self, at: usize) -> bool {
        self.is_stop_word(at) && self.leans(at, Leaning::Mention)
    }

    /// Whether a word can stand between a subject and its verb: "a", "cependant".
    fn is_passed(&self, at: usize) -> bool {
        !self.is_capital(at) && (self.is_stop_word(at) || self.leans(at, Leaning::Connective))
    }

    /// Whether the words from one on lean on what stands before.
    #[inline(never)]
    fn leans(&self, at: usize, leaning: Leaning) -> bool {
        let from =
            self.words.get(at).map_or("", |word| Span { start: word.start, ..self.span }.of(self.text));
        self.lexicon.leaning(from) == Some(leaning)
    }
}
