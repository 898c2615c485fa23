//! `nutgraf-mutants LIST FOLDER [ID…]`: puts the mutants that `cargo mutants --list --json` wrote to LIST into the
//! sources of FOLDER, which the list names, each where a variable of the environment chooses it; those of the IDs are
//! left out. Prints `[{id, file, start, end}]`: the mutants in their places, by bytes of what was written.

use std::collections::{BTreeMap, HashSet};
use std::error::Error;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

mod place;

use place::{Mutant, place};

/// What the sources ask whether a mutant is the chosen one.
const CHOICE: &str = "
/// The mutants of this build.
mod mutant {
    /// Whether the mutant of this number was chosen.
    pub(crate) fn is(id: usize) -> bool {
        static CHOSEN: std::sync::LazyLock<Option<usize>> =
            std::sync::LazyLock::new(|| std::env::var(\"MUTANT\").ok()?.parse().ok());
        *CHOSEN == Some(id)
    }
}
";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [list, folder, left_out @ ..] = arguments.as_slice() else {
        return Err("usage: nutgraf-mutants LIST FOLDER [ID…]".into());
    };
    let left_out: HashSet<usize> = left_out.iter().flat_map(|id| id.parse()).collect();
    let list: Vec<Value> = serde_json::from_str(&fs::read_to_string(list)?)?;
    let mut files: BTreeMap<&str, Vec<Mutant>> = BTreeMap::new();
    for (id, listed) in list.iter().enumerate().filter(|(id, _)| !left_out.contains(id)) {
        let file = listed["file"].as_str().ok_or("a mutant without a file")?;
        let mutant = Mutant::read(id, listed).ok_or_else(|| format!("not understood: {listed}"))?;
        files.entry(file).or_default().push(mutant);
    }
    let mut placed = Vec::new();
    for (file, mutants) in &files {
        let path = Path::new(folder).join(file);
        let (source, places) = place(&fs::read_to_string(&path)?, mutants)?;
        fs::write(&path, source)?;
        placed.extend(
            places
                .into_iter()
                .map(|place| json!({ "id": place.id, "file": file, "start": place.start, "end": place.end })),
        );
    }
    let root = Path::new(folder).join("src").join("lib.rs");
    fs::write(&root, fs::read_to_string(&root)? + CHOICE)?;
    println!("{}", Value::Array(placed));
    Ok(())
}
