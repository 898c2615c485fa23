//! Leaves the comments out of the word lists: they are for people, and the
//! module need not carry them.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=src/language");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?);
    for folder in fs::read_dir("src/language")? {
        let folder = folder?.path();
        if folder.is_dir() {
            strip(&folder, &out.join(folder.file_name().unwrap_or_default()))?;
        }
    }
    Ok(())
}

/// Copies a language's lists without comments and blank lines.
fn strip(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for file in fs::read_dir(from)? {
        let path = file?.path();
        let list = fs::read_to_string(&path)?;
        let lines = list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        let lines: Vec<&str> = lines.collect();
        fs::write(to.join(path.file_name().unwrap_or_default()), lines.join("\n"))?;
    }
    Ok(())
}
