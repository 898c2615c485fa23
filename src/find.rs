//! Words in a text, and at its ends. The standard library's two-way search is for long needles, and would
//! be 2.6 kB of the module; ours are short.

use memchr::memchr_iter;

/// Where words begin in a text first.
pub(crate) fn find(text: &str, words: &str) -> Option<usize> {
    let (text, words) = (text.as_bytes(), words.as_bytes());
    let begins = |at: &usize| text.get(*at..).is_some_and(|rest| rest.starts_with(words));
    memchr_iter(*words.first()?, text).find(begins)
}

/// Whether a text has words.
pub(crate) fn has(text: &str, words: &str) -> bool {
    find(text, words).is_some()
}

/// What stands behind the first of some words that a text begins with.
#[inline(never)]
pub(crate) fn behind<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    words.iter().find_map(|words| text.strip_prefix(words))
}

/// What stands before the first of some words that a text ends with.
#[inline(never)]
pub(crate) fn before<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    words.iter().find_map(|words| text.strip_suffix(words))
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn words_are_found_where_they_begin_first() {
        assert_eq!(find("the ferry, the ferry", "ferry"), Some(4));
        assert_eq!(find("aab", "ab"), Some(1));
        assert_eq!(find("čas", "s"), Some(3));
        assert_eq!(find("ferry", "ferry boat"), None);
        assert_eq!(find("", "a"), None);
    }
}
