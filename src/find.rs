//! Words in a text. The standard library's two-way search is for long needles, and would
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
