//! What nutgraf knows of each language: a row in [`SOURCES`], whose texts are
//! the data files of its folder. Each but English belongs to a feature of the
//! crate, for those who want less.

use super::files::{file, letter};
use super::script::Script;
use super::{Language, porter};
use std::borrow::Cow;

/// The data files of a language's folder in one text (`build.rs`): pointers to each
/// of 400 lists would be a kilobyte and a half.
macro_rules! lists {
    ($tag:literal) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/", $tag, ".bin"))
    };
}

/// What nutgraf knows of a language.
pub(super) struct Source {
    pub(super) language: Language,
    pub(super) code: &'static str,
    lists: &'static [u8],
    pub(super) script: Script,
    /// The letters beyond ASCII that it is written with, and those of its script
    /// that others of the script lack; empty where the script tells enough.
    pub(super) letters: &'static str,
    /// What gives a word its stem, where it is more than a list of affixes.
    pub(super) stem: Option<fn(&str) -> Cow<'_, str>>,
    /// Marks that end a sentence in this language and not in others.
    pub(super) stops: &'static [char],
    /// Whether ” opens quotations, too: ”Ja”, sade hon.
    pub(super) twin_marks: bool,
    /// Whether a number with a full stop is an ordinal: "12. Juni".
    pub(super) ordinals: bool,
    /// The endings, from the longest on, of adverbs and of verbs that no noun has: what
    /// ends so is no key phrase. From school grammars.
    pub(super) endings: &'static str,
}

impl Source {
    /// Gives the entries of a data file, by its place in `FILES`, in order; none where the language has no such
    /// list. They are front-coded by `build.rs`, and their letters are bytes.
    pub(super) fn list(&self, file: usize, give: &mut dyn FnMut(&str)) {
        let (home, lists) = self.lists.split_at_checked(HOME).unwrap_or_default();
        let home = sixes(home);
        let mut bytes = named(lists, file).unwrap_or_default();
        let mut entry = String::new();
        while let Some((shared, rest)) = bytes.split_first() {
            let end = rest.iter().position(|byte| *byte < b' ').unwrap_or(rest.len());
            let (own, next) = rest.split_at(end);
            entry.truncate(usize::from(*shared).saturating_sub(1));
            entry.extend(letters(own, home));
            give(&entry);
            bytes = next;
        }
    }

    /// Whether the language has a list of function words.
    pub(super) fn has_stop_words(&self) -> bool {
        self.lists.get(HOME..).is_some_and(|lists| named(lists, STOP_WORDS).is_some())
    }
}

/// The bytes before the lists.
const HOME: usize = 3;

const STOP_WORDS: usize = file("stop_words");

/// The entries of a file's list.
fn named(lists: &[u8], file: usize) -> Option<&[u8]> {
    lists.split(|byte| *byte == 0).find_map(|list| list.strip_prefix(&[letter(file)]))
}

/// The letters that bytes are where most begin at `home`.
fn letters(mut bytes: &[u8], home: u32) -> impl Iterator<Item = char> {
    std::iter::from_fn(move || {
        let (byte, rest) = bytes.split_first()?;
        bytes = rest;
        let letter = match *byte {
            ascii @ ..0x80 => u32::from(ascii),
            0xFF => {
                let (letter, rest) = bytes.split_at_checked(3)?;
                bytes = rest;
                sixes(letter)
            }
            own => home + u32::from(own) - 0x80,
        };
        char::from_u32(letter)
    })
}

/// The number that bytes of six bits are.
fn sixes(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |number, byte| number << 6 | u32::from(byte & 0x3F))
}

/// A language of which nothing is known.
pub(super) const BLANK: Source = Source {
    language: Language::Undetermined,
    code: "und",
    lists: &[],
    script: Script::Latin,
    letters: "",
    stem: None,
    stops: &[],
    twin_marks: false,
    ordinals: false,
    endings: "",
};

/// A row a language: those of one script, and those that are alike, beside each other, for
/// in that order a compressor makes 0.8 kB less of their lists.
pub(super) static SOURCES: &[Source] = &[
    Source {
        language: Language::English,
        code: "en",
        lists: lists!("en"),
        script: Script::Latin,
        letters: "éï",
        stem: Some(porter::stem),
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Dutch,
        code: "nl",
        lists: lists!("nl"),
        script: Script::Latin,
        letters: "éëïóèöü",
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::German,
        code: "de",
        lists: lists!("de"),
        script: Script::Latin,
        letters: "äöüßé",
        ordinals: true,
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Danish,
        code: "da",
        lists: lists!("da"),
        script: Script::Latin,
        letters: "æøåéö",
        ordinals: true,
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Norwegian,
        code: "no",
        lists: lists!("no"),
        script: Script::Latin,
        letters: "æøåéòôó",
        ordinals: true,
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Swedish,
        code: "sv",
        lists: lists!("sv"),
        script: Script::Latin,
        letters: "åäöé",
        twin_marks: true,
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Finnish,
        code: "fi",
        lists: lists!("fi"),
        script: Script::Latin,
        letters: "äöåšž",
        ordinals: true,
        twin_marks: true,
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Estonian,
        code: "et",
        lists: lists!("et"),
        script: Script::Latin,
        letters: "äõöüšž",
        ordinals: true,
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Hungarian,
        code: "hu",
        lists: lists!("hu"),
        script: Script::Latin,
        letters: "áéíóöőúüű",
        ordinals: true,
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Lithuanian,
        code: "lt",
        lists: lists!("lt"),
        script: Script::Latin,
        letters: "ąčęėįšųūž",
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Polish,
        code: "pl",
        lists: lists!("pl"),
        script: Script::Latin,
        letters: "ąćęłńóśźż",
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Czech,
        code: "cs",
        lists: lists!("cs"),
        script: Script::Latin,
        letters: "áčďéěíňóřšťúůýž",
        ordinals: true,
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Slovak,
        code: "sk",
        lists: lists!("sk"),
        script: Script::Latin,
        letters: "áäčďéíĺľňóôŕšťúýž",
        ordinals: true,
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Slovenian,
        code: "sl",
        lists: lists!("sl"),
        script: Script::Latin,
        letters: "čšž",
        ordinals: true,
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Croatian,
        code: "hr",
        lists: lists!("hr"),
        script: Script::Latin,
        letters: "čćđšž",
        ordinals: true,
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Romanian,
        code: "ro",
        lists: lists!("ro"),
        script: Script::Latin,
        letters: "ăâîșțşţ",
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Italian,
        code: "it",
        lists: lists!("it"),
        script: Script::Latin,
        letters: "àèéìíîòóùú",
        endings: "mente|ranno|arono|irono|erà|irà",
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Catalan,
        code: "ca",
        lists: lists!("ca"),
        script: Script::Latin,
        letters: "àèéíïòóúüç·",
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Spanish,
        code: "es",
        lists: lists!("es"),
        script: Script::Latin,
        letters: "áéíñóúü",
        endings: "mente|arán|erán|irán|aron|ieron|ará|erá|irá",
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Portuguese,
        code: "pt",
        lists: lists!("pt"),
        script: Script::Latin,
        letters: "ãáàâçéêíõóôúü",
        endings: "mente|aram|eram|iram|ará|erá|irá",
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::French,
        code: "fr",
        lists: lists!("fr"),
        script: Script::Latin,
        letters: "àâæçéèêëîïôœùûüÿ",
        endings: "amment|emment|eusement|iquement|èrent|eront|iront",
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Turkish,
        code: "tr",
        lists: lists!("tr"),
        script: Script::Latin,
        letters: "çğıöşüâî",
        ..BLANK
    },
    #[cfg(feature = "asian")]
    Source {
        language: Language::Indonesian,
        code: "id",
        lists: lists!("id"),
        script: Script::Latin,
        letters: "é",
        ..BLANK
    },
    #[cfg(feature = "asian")]
    Source {
        language: Language::Vietnamese,
        code: "vi",
        lists: lists!("vi"),
        script: Script::Latin,
        letters: "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Greek,
        code: "el",
        lists: lists!("el"),
        script: Script::Greek,
        stops: &[';'],
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Bulgarian,
        code: "bg",
        lists: lists!("bg"),
        script: Script::Cyrillic,
        letters: "ъьщюяйц",
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Russian,
        code: "ru",
        lists: lists!("ru"),
        script: Script::Cyrillic,
        letters: "ёъыэщьюяйц",
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Ukrainian,
        code: "uk",
        lists: lists!("uk"),
        script: Script::Cyrillic,
        letters: "ґєіїщьюяйц",
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Kazakh,
        code: "kk",
        lists: lists!("kk"),
        script: Script::Cyrillic,
        letters: "әғқңөұүһіщъыьэюяйцё",
        ..BLANK
    },
    #[cfg(feature = "european")]
    Source {
        language: Language::Armenian,
        code: "hy",
        lists: lists!("hy"),
        script: Script::Armenian,
        stops: &[':'],
        ..BLANK
    },
    #[cfg(feature = "middle-eastern")]
    Source { language: Language::Hebrew, code: "he", lists: lists!("he"), script: Script::Hebrew, ..BLANK },
    #[cfg(feature = "middle-eastern")]
    Source {
        language: Language::Arabic,
        code: "ar",
        lists: lists!("ar"),
        script: Script::Arabic,
        stops: &[':', '،'],
        ..BLANK
    },
    #[cfg(feature = "middle-eastern")]
    Source {
        language: Language::Persian,
        code: "fa",
        lists: lists!("fa"),
        script: Script::Arabic,
        letters: "پچژگکی",
        ..BLANK
    },
    #[cfg(feature = "middle-eastern")]
    Source {
        language: Language::Urdu,
        code: "ur",
        lists: lists!("ur"),
        script: Script::Arabic,
        letters: "ٹڈڑںہےپچگکیھ",
        ..BLANK
    },
    #[cfg(feature = "middle-eastern")]
    Source {
        language: Language::Amharic,
        code: "am",
        lists: lists!("am"),
        script: Script::Ethiopic,
        ..BLANK
    },
    #[cfg(feature = "asian")]
    Source {
        language: Language::Hindi,
        code: "hi",
        lists: lists!("hi"),
        script: Script::Devanagari,
        ..BLANK
    },
    #[cfg(feature = "asian")]
    Source {
        language: Language::Marathi,
        code: "mr",
        lists: lists!("mr"),
        script: Script::Devanagari,
        ..BLANK
    },
    #[cfg(feature = "asian")]
    Source { language: Language::Thai, code: "th", lists: lists!("th"), script: Script::Thai, ..BLANK },
    #[cfg(feature = "asian")]
    Source { language: Language::Burmese, code: "my", lists: lists!("my"), script: Script::Burmese, ..BLANK },
    #[cfg(feature = "asian")]
    Source { language: Language::Chinese, code: "zh", lists: lists!("zh"), script: Script::Han, ..BLANK },
    #[cfg(feature = "asian")]
    Source { language: Language::Japanese, code: "ja", lists: lists!("ja"), script: Script::Kana, ..BLANK },
    #[cfg(feature = "asian")]
    Source {
        language: Language::Korean,
        code: "ko",
        lists: lists!("ko"),
        script: Script::Hangul,
        endings: "하는|되는|있는|없는|않는|려는|하여|되어|하고|되고|했고|였고|하며|되며|하면|되면|면서|하지|되지|지만|는데|하게|되게|도록|해서|아서|어서|했던|하던|된|될|한|할|하기|되기|거나|려고|다고|라고|니다|어요|아요|해요|네요|지요|세요",
        ..BLANK
    },
    BLANK,
];
