//! An element's text: what a page shows of its nodes, one after the other, and
//! where in them each character stands.

/// What is shown of a node's white space, after CSS `white-space`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WhiteSpace {
    /// A run is one space: `normal`, `nowrap`.
    Collapse,
    /// A run is one space, or a line break where it has one: `pre-line`.
    Lines,
    /// All of it: `pre`, `pre-wrap`, `break-spaces`.
    Preserve,
}

impl WhiteSpace {
    /// Reads the value of the CSS property.
    pub(crate) fn of(css: &str) -> Self {
        match css {
            "pre" | "pre-wrap" | "break-spaces" | "preserve" => WhiteSpace::Preserve,
            "pre-line" | "preserve-breaks" => WhiteSpace::Lines,
            _ => WhiteSpace::Collapse,
        }
    }
}

/// Characters that stand side by side in the text and in a node, in UTF-16
/// code units.
#[derive(Clone, Copy, Debug)]
struct Segment {
    /// Where it begins in the text.
    at: u32,
    node: u32,
    /// Where it begins in the node.
    offset: u32,
}

/// Gathers the text of nodes.
#[derive(Debug, Default)]
pub(crate) struct Flow {
    text: String,
    /// The length of `text` in UTF-16 code units.
    units: u32,
    /// What stands between the text so far and the next character.
    gap: &'static str,
    segments: Vec<Segment>,
}

impl Flow {
    /// Adds a text node, known by a number.
    pub(crate) fn node(&mut self, node: u32, text: &str, white_space: WhiteSpace) {
        let mut offset = 0;
        for c in text.chars() {
            let length = c.len_utf16() as u32;
            match (c, white_space) {
                ('\n', WhiteSpace::Lines) => self.separate("\n"),
                (' ' | '\t' | '\n' | '\r' | '\x0C', WhiteSpace::Collapse | WhiteSpace::Lines) => {
                    self.separate(" ")
                }
                _ => self.push(c, Segment { at: 0, node, offset }),
            }
            offset += length;
        }
    }

    /// Separates what comes from what was: by a space, a cell, a line or a
    /// block. The widest gap counts, and none opens the text.
    pub(crate) fn separate(&mut self, gap: &'static str) {
        let width = |gap: &str| ["", " ", "\t", "\n", "\n\n"].iter().position(|known| *known == gap);
        if !self.text.is_empty() && width(gap) > width(self.gap) {
            self.gap = gap;
        }
    }

    fn push(&mut self, c: char, place: Segment) {
        self.text.push_str(self.gap);
        self.units += self.gap.len() as u32;
        self.gap = "";
        let at = self.units;
        let goes_on = self
            .segments
            .last()
            .is_some_and(|last| last.node == place.node && last.offset + (at - last.at) == place.offset);
        if !goes_on {
            self.segments.push(Segment { at, ..place });
        }
        self.text.push(c);
        self.units += c.len_utf16() as u32;
    }

    /// The text, and where its characters stand.
    pub(crate) fn finish(self) -> (String, Places) {
        (self.text, Places { segments: self.segments, units: self.units })
    }
}

/// Where the characters of a text stand in the nodes it was gathered from.
#[derive(Debug)]
pub(crate) struct Places {
    segments: Vec<Segment>,
    units: u32,
}

/// A node by its number, and a UTF-16 offset in it.
type Boundary = (u32, u32);

impl Places {
    /// The boundaries of the text between two UTF-16 offsets; `None` for an
    /// empty range and one that is not in the text.
    pub(crate) fn range(&self, start: u32, end: u32) -> Option<(Boundary, Boundary)> {
        if start >= end || end > self.units {
            return None;
        }
        let (node, last) = self.boundary(end - 1)?;
        Some((self.boundary(start)?, (node, last + 1)))
    }

    fn boundary(&self, at: u32) -> Option<Boundary> {
        let behind = self.segments.partition_point(|segment| segment.at <= at);
        let segment = self.segments.get(behind.checked_sub(1)?)?;
        Some((segment.node, segment.offset + (at - segment.at)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_collapses_and_every_word_is_found_in_its_node() {
        let nodes = ["\n  The 🎉 ferry\n   is ", " back. ", " one\n two ", "x  y\n"];
        let mut flow = Flow::default();
        flow.node(0, nodes[0], WhiteSpace::of("normal"));
        flow.node(1, nodes[1], WhiteSpace::Collapse);
        flow.separate("\n\n");
        flow.separate("\n");
        flow.node(2, nodes[2], WhiteSpace::of("pre-line"));
        flow.separate("\n\n");
        flow.node(3, nodes[3], WhiteSpace::of("pre-wrap"));
        let (text, places) = flow.finish();
        assert_eq!(text, "The 🎉 ferry is back.\n\none\ntwo\n\nx  y\n");
        let units: Vec<u16> = text.encode_utf16().collect();
        for (word, node) in [("The", 0), ("🎉 ferry", 0), ("is", 0), ("back.", 1), ("two", 2), ("x  y", 3)]
        {
            let start = text[..text.find(word).unwrap()].encode_utf16().count();
            let end = start + word.encode_utf16().count();
            assert_eq!(String::from_utf16(&units[start..end]).unwrap(), word);
            let ((first, from), (last, to)) = places.range(start as u32, end as u32).unwrap();
            assert_eq!((first, last), (node, node), "{word}");
            let of_node: Vec<u16> = nodes[node as usize].encode_utf16().collect();
            let found = String::from_utf16(&of_node[from as usize..to as usize]).unwrap();
            assert_eq!(found, word);
        }
        assert_eq!(places.range(3, 3), None);
        assert_eq!(places.range(0, text.len() as u32), None, "bytes are no units");
    }

    #[test]
    fn a_range_may_reach_over_nodes() {
        let mut flow = Flow::default();
        flow.node(7, "The fer", WhiteSpace::Collapse);
        flow.node(8, "ry sank.", WhiteSpace::Collapse);
        let (text, places) = flow.finish();
        assert_eq!(text, "The ferry sank.");
        assert_eq!(places.range(4, 9), Some(((7, 4), (8, 2))));
    }
}
