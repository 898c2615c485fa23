//! Makes one text of each language's word lists, as small as it goes: without
//! the comments, which are for people, and with the words in order, which a
//! compressor makes a twelfth less of.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// The lists of single words whose order tells nothing.
const UNORDERED: [&str; 5] = ["affixes", "agencies", "names", "persons", "stop_words"];

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=src/language");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?);
    for folder in fs::read_dir("src/language")? {
        let folder = folder?.path();
        if folder.is_dir() {
            let tag = folder.file_name().unwrap_or_default();
            fs::write(out.join(format!("{}.txt", tag.display())), lists(&folder)?)?;
        }
    }
    Ok(())
}

/// A language's lists with a blank line between them, each under its name.
fn lists(folder: &Path) -> io::Result<String> {
    let files: io::Result<Vec<PathBuf>> =
        fs::read_dir(folder)?.map(|file| file.map(|file| file.path())).collect();
    let mut files = files?;
    files.sort();
    let lists: io::Result<Vec<String>> = files.iter().map(|file| list(file)).collect();
    Ok(lists?.join("\n\n"))
}

/// A list under its name.
fn list(file: &Path) -> io::Result<String> {
    let content = fs::read_to_string(file)?;
    let lines = content.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    let mut list = vec![name.to_string()];
    let mut words: Vec<&str> = Vec::new();
    for line in lines {
        if !UNORDERED.contains(&name.as_ref()) {
            list.push(line.into());
        } else if line.starts_with('[') {
            list.push(in_order(&mut words, &name));
            list.push(line.into());
        } else {
            words.extend(line.split_whitespace());
        }
    }
    list.push(in_order(&mut words, &name));
    list.retain(|line| !line.is_empty());
    Ok(list.join("\n"))
}

/// The words of a list in order on one line, affixes longest first, as they are
/// taken off; none are left.
fn in_order(words: &mut Vec<&str>, list: &str) -> String {
    words.sort_unstable();
    if list == "affixes" {
        words.sort_by_key(|affix| std::cmp::Reverse(affix.len()));
    }
    words.dedup();
    std::mem::take(words).join(" ")
}
