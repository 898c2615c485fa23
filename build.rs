//! Makes one text of each language's word lists, as small as it goes: without the
//! comments, which are for people, and front-coded (Witten, Moffat and Bell 1999),
//! which leaves a compressor a fifth less.
//!
//! A list is the letter of its file and its entries, the lines that begin its classes as letters
//! (`files.rs`), each behind a control character that tells how many bytes it begins with as the
//! one before did: U+0001 for none. U+0000 parts lists.
//!
//! A letter that is not ASCII is one byte from 0x80 on, its distance from where most of the
//! language's letters begin, which the text begins with (after Unicode's SCSU, Technical
//! Standard #6): a compressor leaves a thirtieth less of all lists. Others are 0xFF and three
//! bytes of six bits.

#[path = "src/language/files.rs"]
mod files;

use files::{FILES, MARK, file, letter};
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// The lists whose entries are lines, and not words.
const OF_LINES: [&str; 5] = ["antecedents", "editorial", "furniture", "openings", "sections"];

/// The bytes that an entry may share with the one before.
const MOST_SHARED: usize = 30;

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=src/language");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?);
    for folder in fs::read_dir("src/language")? {
        let folder = folder?.path();
        if folder.is_dir() {
            let tag = folder.file_name().unwrap_or_default();
            fs::write(out.join(format!("{}.bin", tag.display())), coded(&lists(&folder)?))?;
        }
    }
    Ok(())
}

/// The letters that one byte tells apart.
const LETTERS: u32 = 0x7F;

/// A text with its letters as bytes.
fn coded(lists: &str) -> Vec<u8> {
    let near = |home: u32| lists.chars().filter(|c| (home..home + LETTERS).contains(&u32::from(*c))).count();
    let home = (0x80..0x1_0000).step_by(32).rev().max_by_key(|home| near(*home)).unwrap_or(0x80);
    let sixes = |value: u32| [value >> 12, value >> 6, value].map(|bits| 0x40 | (bits & 0x3F) as u8);
    let mut coded = sixes(home).to_vec();
    for letter in lists.chars() {
        match u32::from(letter) {
            ascii @ ..0x80 => coded.push(ascii as u8),
            own if (home..home + LETTERS).contains(&own) => coded.push(0x80 + (own - home) as u8),
            other => {
                coded.push(0xFF);
                coded.extend(sixes(other));
            }
        }
    }
    coded
}

/// A language's lists.
fn lists(folder: &Path) -> io::Result<String> {
    let files: io::Result<Vec<PathBuf>> =
        fs::read_dir(folder)?.map(|file| file.map(|file| file.path())).collect();
    let mut files = files?;
    files.sort_by_key(|path| file(&name(path)));
    let lists: io::Result<Vec<String>> = files.iter().map(|file| list(file)).collect();
    Ok(lists?.join("\0"))
}

/// What a file is called.
fn name(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// A list under its letter; the entries of each class are in order, affixes longest
/// first, as they are taken off.
fn list(path: &Path) -> io::Result<String> {
    let content = fs::read_to_string(path)?;
    let lines = content.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let place = file(&name(path));
    let (name, classes) = FILES[place];
    let mut list = String::from(char::from(letter(place)));
    let mut entries: Vec<&str> = Vec::new();
    for line in lines {
        if let Some(class) = line.strip_prefix('[') {
            push(&mut list, &mut entries, name);
            let class = classes.iter().position(|known| class.strip_suffix(']') == Some(*known));
            let class = class.ok_or_else(|| io::Error::other(format!("{}: {line}", path.display())))?;
            list.extend(['\u{1}', MARK.into(), letter(class).into()]);
        } else if OF_LINES.contains(&name) {
            entries.push(line);
        } else {
            entries.extend(line.split_whitespace());
        }
    }
    push(&mut list, &mut entries, name);
    Ok(list)
}

/// Front-codes the entries of a class; none are left.
fn push(list: &mut String, entries: &mut Vec<&str>, name: &str) {
    entries.sort_unstable();
    if name == "affixes" {
        entries.sort_by_key(|affix| std::cmp::Reverse(affix.len()));
    }
    entries.dedup();
    let mut last = "";
    for entry in entries.drain(..) {
        let same = last.bytes().zip(entry.bytes()).take_while(|(one, other)| one == other).count();
        let same = entry.floor_char_boundary(same.min(MOST_SHARED));
        list.push(char::from(1 + same as u8));
        list.push_str(entry.get(same..).unwrap_or_default());
        last = entry;
    }
}
