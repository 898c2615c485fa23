//! Mutants put into the source of a file, each beside what it changes.

use std::collections::HashMap;
use std::mem;

use proc_macro2::{LineColumn, Span};
use serde_json::Value;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Arm, BinOp, Block, Expr, ExprBinary, ExprMatch, ExprUnary, Pat, UnOp};

/// One change of one place.
pub struct Mutant {
    id: usize,
    /// What kind of change: a name of `cargo mutants`.
    genre: String,
    /// Where what is changed begins: a line from 1 and a column from 1.
    at: (usize, usize),
    replacement: String,
}

impl Mutant {
    /// Of what `cargo mutants` lists.
    pub fn read(id: usize, listed: &Value) -> Option<Self> {
        let start = &listed["span"]["start"];
        let number = |name: &str| start[name].as_u64().and_then(|number| usize::try_from(number).ok());
        Some(Self {
            id,
            genre: listed["genre"].as_str()?.to_owned(),
            at: (number("line")?, number("column")?),
            replacement: listed["replacement"].as_str().unwrap_or_default().to_owned(),
        })
    }
}

/// Where a mutant is, in bytes of the source that was written.
pub struct Place {
    pub id: usize,
    pub start: usize,
    pub end: usize,
}

/// The source with mutants in it, and where they are. Those that no variable can choose are left out: in tables that
/// the compiler makes, beside `let` in a condition, in fields.
pub fn place(source: &str, mutants: &[Mutant]) -> syn::Result<(String, Vec<Place>)> {
    let file = syn::parse_file(source)?;
    let mut by_place: HashMap<(usize, usize), Vec<&Mutant>> = HashMap::new();
    for mutant in mutants {
        by_place.entry(mutant.at).or_default().push(mutant);
    }
    let mut placing =
        Placing { source, mutants: by_place, edits: Vec::new(), regions: Vec::new(), rest: false };
    placing.visit_file(&file);
    Ok(write(source, placing.edits, placing.regions))
}

/// Words in the place of some bytes.
struct Edit {
    at: usize,
    /// Bytes that the words replace.
    length: usize,
    words: String,
    /// What ends here comes before what begins here.
    begins: bool,
}

/// An expression with mutants, in bytes of the source.
struct Region {
    ids: Vec<usize>,
    start: usize,
    end: usize,
}

/// The source with its edits made.
fn write(source: &str, mut edits: Vec<Edit>, regions: Vec<Region>) -> (String, Vec<Place>) {
    edits.sort_by_key(|edit| (edit.at, edit.begins));
    let mut written = String::new();
    let mut from = 0;
    // Where each byte of the source went, at the edits.
    let mut moved: Vec<(usize, usize, usize)> = Vec::new();
    for edit in edits {
        written += &source[from..edit.at];
        let before = written.len();
        written += &edit.words;
        from = edit.at + edit.length;
        moved.push((edit.at, before, written.len()));
    }
    written += &source[from..];
    let first =
        |at: usize| moved[moved.partition_point(|moved| moved.0 < at)..].first().map_or(at, |moved| moved.1);
    let last =
        |at: usize| moved[..moved.partition_point(|moved| moved.0 <= at)].last().map_or(at, |moved| moved.2);
    let places = regions.into_iter().flat_map(|Region { ids, start, end }| {
        let (start, end) = (first(start), last(end));
        ids.into_iter().map(move |id| Place { id, start, end })
    });
    let places = places.collect();
    (written, places)
}

/// Walks a file.
struct Placing<'a> {
    source: &'a str,
    mutants: HashMap<(usize, usize), Vec<&'a Mutant>>,
    edits: Vec<Edit>,
    regions: Vec<Region>,
    /// Whether a last arm takes what the others leave, so that each of them may go.
    rest: bool,
}

impl<'a> Placing<'a> {
    /// The mutants of what begins here.
    fn take(&mut self, at: LineColumn, genre: &str) -> Vec<&'a Mutant> {
        let Some(here) = self.mutants.get_mut(&(at.line, at.column + 1)) else {
            return Vec::new();
        };
        here.extract_if(.., |mutant| mutant.genre == genre).collect()
    }

    fn insert(&mut self, at: usize, begins: bool, words: String) {
        self.edits.push(Edit { at, length: 0, words, begins });
    }

    fn replace(&mut self, token: Span, words: &str) {
        let range = token.byte_range();
        self.edits.push(Edit { at: range.start, length: range.len(), words: words.to_owned(), begins: true });
    }

    fn region(&mut self, mutants: &[&Mutant], span: Span) {
        let ids = mutants.iter().map(|mutant| mutant.id).collect();
        let range = span.byte_range();
        self.regions.push(Region { ids, start: range.start, end: range.end });
    }

    /// Gives back another value at once.
    fn values(&mut self, block: &Block) {
        let Some(first) = block.stmts.first() else {
            return;
        };
        for mutant in self.take(first.span().start(), "FnValue") {
            let at = block.brace_token.span.open().byte_range().end;
            let words = format!("if crate::mutant::is({}) {{ return {}; }}", mutant.id, mutant.replacement);
            self.regions.push(Region { ids: vec![mutant.id], start: at, end: at });
            self.insert(at, true, words);
        }
    }
}

/// One of several by the chosen mutant, else `other`.
fn choice(mutants: &[&Mutant], made: impl Fn(&str) -> String, other: String) -> String {
    let mut words = String::new();
    for mutant in mutants {
        words += &format!("if crate::mutant::is({}) {{ {} }} else ", mutant.id, made(&mutant.replacement));
    }
    words + &format!("{{ {other} }}")
}

/// The end of a `match` whose value is the pair of an operator's two sides.
fn operators(mutants: &[&Mutant], left: &str, operator: &str) -> String {
    let by = |operator: &str| format!("{left} {operator} right");
    format!(")) {{ (left, right) => {} }})", choice(mutants, by, by(operator)))
}

/// Whether one of them was chosen.
fn any(mutants: &[&Mutant]) -> String {
    let asked: Vec<String> =
        mutants.iter().map(|mutant| format!("crate::mutant::is({})", mutant.id)).collect();
    if asked.is_empty() { "false".to_owned() } else { asked.join(" || ") }
}

/// Whether a condition has a `let` in it, which only conditions may have.
fn has_let(expression: &Expr) -> bool {
    match expression {
        Expr::Let(_) => true,
        Expr::Binary(ExprBinary { left, right, .. }) => has_let(left) || has_let(right),
        _ => false,
    }
}

impl<'a> Visit<'a> for Placing<'_> {
    fn visit_item_const(&mut self, _: &'a syn::ItemConst) {}
    fn visit_item_static(&mut self, _: &'a syn::ItemStatic) {}
    fn visit_impl_item_const(&mut self, _: &'a syn::ImplItemConst) {}

    fn visit_item_fn(&mut self, item: &'a syn::ItemFn) {
        if item.sig.constness.is_some() {
            return;
        }
        self.values(&item.block);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'a syn::ImplItemFn) {
        if item.sig.constness.is_some() {
            return;
        }
        self.values(&item.block);
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_expr_binary(&mut self, binary: &'a ExprBinary) {
        let mutants = self.take(binary.op.span().start(), "BinaryOperator");
        if mutants.is_empty() || has_let(&binary.left) || has_let(&binary.right) {
            visit::visit_expr_binary(self, binary);
            return;
        }
        let operator = &self.source[binary.op.span().byte_range()];
        let (opening, between, closing) = match binary.op {
            // `a && b` is `a` where that is false, and `a || b` where it is true.
            BinOp::And(_) | BinOp::Or(_) => {
                let same = if operator == "&&" { "==" } else { "!=" };
                let early =
                    format!(") {{ __left => if __left {same} ({}) {{ __left }} else {{ ", any(&mutants));
                ("(match (", early, " } })".to_owned())
            }
            BinOp::Eq(_) | BinOp::Ne(_) | BinOp::Lt(_) | BinOp::Le(_) | BinOp::Gt(_) | BinOp::Ge(_) => {
                ("(match (&(", "), &(".to_owned(), operators(&mutants, "left", operator))
            }
            _ if operator.ends_with('=') => {
                ("(match (&mut (", "), (".to_owned(), operators(&mutants, "*left", operator))
            }
            _ => ("(match ((", "), (".to_owned(), operators(&mutants, "left", operator)),
        };
        let range = binary.span().byte_range();
        self.insert(range.start, true, opening.to_owned());
        self.visit_expr(&binary.left);
        self.replace(binary.op.span(), &between);
        self.visit_expr(&binary.right);
        self.insert(range.end, false, closing);
        self.region(&mutants, binary.span());
    }

    fn visit_expr_unary(&mut self, unary: &'a ExprUnary) {
        let mutants = self.take(unary.op.span().start(), "UnaryOperator");
        if mutants.is_empty() {
            visit::visit_expr_unary(self, unary);
            return;
        }
        let operator = if matches!(unary.op, UnOp::Not(_)) { "!" } else { "-" };
        let closing = choice(&mutants, |_| "value".to_owned(), format!("{operator}value"));
        self.replace(unary.op.span(), "(match (");
        self.visit_expr(&unary.expr);
        self.insert(unary.span().byte_range().end, false, format!(") {{ value => {closing} }})"));
        self.region(&mutants, unary.span());
    }

    fn visit_expr_match(&mut self, expression: &'a ExprMatch) {
        let rest = |arm: &Arm| matches!(arm.pat, Pat::Wild(_)) && arm.guard.is_none();
        let outer = mem::replace(&mut self.rest, expression.arms.iter().any(rest));
        visit::visit_expr_match(self, expression);
        self.rest = outer;
    }

    fn visit_arm(&mut self, arm: &'a Arm) {
        let deleted = self.take(arm.span().start(), "MatchArm");
        let arrow = arm.fat_arrow_token.span().byte_range().start;
        let Some((_, guard)) = &arm.guard else {
            if self.rest && !deleted.is_empty() {
                self.region(&deleted, arm.pat.span());
                self.insert(arrow, true, format!("if !({}) ", any(&deleted)));
            }
            visit::visit_arm(self, arm);
            return;
        };
        let guards = self.take(guard.span().start(), "MatchArmGuard");
        let range = guard.span().byte_range();
        if has_let(guard) || (deleted.is_empty() && guards.is_empty()) {
            visit::visit_arm(self, arm);
            return;
        }
        let always = |value: &str| {
            let same = guards.iter().copied().filter(|mutant| mutant.replacement == value);
            any(&same.collect::<Vec<_>>())
        };
        let (yes, no) = (always("true"), always("false"));
        self.insert(range.start, true, format!("(!({}) && ({yes} || (!({no}) && (", any(&deleted)));
        self.region(&[deleted, guards].concat(), guard.span());
        visit::visit_arm(self, arm);
        self.insert(range.end, false, "))))".to_owned());
    }
}
