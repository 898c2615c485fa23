//! `npm run steps`: executed instructions of the built module per byte of text, by the
//! fuel of an interpreter (wasmi). They are the same on every machine, as times are not.
//!
//! Arguments: the module, a file of made prose, then `--check-growth` (fails where a byte
//! of 1 MB costs more than one of 100 kB), `--check-table` (fails where 100 kB of a kind
//! of text are dearer than `benches/steps.json` has it) or `--write` (writes that table).

#[path = "../../texts.rs"]
mod texts;

use nutgraf_steps::Machine;
use serde_json::{Map, Value, json};
use std::process::ExitCode;

const TABLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../steps.json");

/// The two sizes that are compared, in bytes.
const SIZES: [(&str, usize); 2] = [("100 kB", 100_000), ("1 MB", 1_000_000)];

/// How much dearer a kind may become before the table must be written anew.
const DEARER: f64 = 1.03;

/// How much more a byte of 1 MB may cost than one of 100 kB: prose has more words that
/// are new, and the other kinds have nothing that is.
const GROWTH_OF_PROSE: f64 = 1.1;
const GROWTH: f64 = 1.05;

/// The kind that is most like real text.
const PROSE: &str = "made prose";

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("steps: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<bool, String> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [module, prose, mode] = arguments.as_slice() else {
        return Err("three arguments: module, prose, --check-growth, --check-table or --write".into());
    };
    let bytes = std::fs::read(module).map_err(|error| format!("{module}: {error}"))?;
    let prose = std::fs::read_to_string(prose).map_err(|error| format!("{prose}: {error}"))?;
    let machine = Machine::of(&bytes).map_err(|error| error.to_string())?;
    let sizes = if mode == "--check-table" { &SIZES[..1] } else { &SIZES[..] };
    let rows = std::thread::scope(|scope| {
        let made =
            texts::KINDS.map(|(kind, make)| (kind, sizes.iter().map(|(_, size)| make(*size)).collect()));
        let prose = (PROSE, sizes.iter().map(|(_, size)| texts::cut(prose.clone(), *size)).collect());
        let running: Vec<_> = std::iter::once(prose)
            .chain(made)
            .map(|(kind, texts): (&str, Vec<String>)| {
                let machine = &machine;
                (kind, scope.spawn(move || texts.iter().map(|text| steps_per_byte(machine, text)).collect()))
            })
            .collect();
        let row = |(kind, row): (_, std::thread::ScopedJoinHandle<'_, Result<Vec<f64>, wasmi::Error>>)| {
            let row = row.join().map_err(|_| format!("{kind}: a thread ended"))?;
            Ok((kind, row.map_err(|error| format!("{kind}: {error}"))?))
        };
        running.into_iter().map(row).collect::<Result<Vec<(&str, Vec<f64>)>, String>>()
    })?;
    let mut table = Map::new();
    let mut growths = Vec::new();
    for (kind, steps) in rows {
        let row =
            sizes.iter().zip(&steps).map(|((size, _), steps)| ((*size).to_owned(), json!(rounded(*steps))));
        table.insert(kind.to_owned(), Value::Object(row.collect()));
        println!("{kind:<16} {}", steps.iter().map(|steps| format!("{steps:9.1}")).collect::<String>());
        if let [small, large] = steps.as_slice() {
            growths.push((kind, large / small));
        }
    }
    match mode.as_str() {
        "--check-growth" => Ok(check_growth(&growths)),
        "--check-table" => check_table(&table),
        "--write" => {
            let written = serde_json::to_string_pretty(&table).map_err(|error| error.to_string())?;
            std::fs::write(TABLE, written + "\n").map_err(|error| error.to_string())?;
            Ok(true)
        }
        other => Err(format!("{other} is none of --check-growth, --check-table, --write")),
    }
}

/// The steps of a text, by its bytes, in a module that has read its word lists before.
fn steps_per_byte(machine: &Machine, text: &str) -> Result<f64, wasmi::Error> {
    let mut running = machine.start()?;
    running.run(text.get(..text.floor_char_boundary(1000)).unwrap_or_default())?;
    Ok(running.run(text)?.steps as f64 / text.len() as f64)
}

fn rounded(steps: f64) -> f64 {
    (steps * 10.0).round() / 10.0
}

fn check_growth(growths: &[(&str, f64)]) -> bool {
    let most = |kind: &str| if kind == PROSE { GROWTH_OF_PROSE } else { GROWTH };
    let grown: Vec<&(&str, f64)> = growths.iter().filter(|(kind, growth)| *growth > most(kind)).collect();
    for (kind, growth) in &grown {
        println!("{kind}: a byte of 1 MB costs {growth:.3} × one of 100 kB, of {} at most", most(kind));
        println!("help: a stage looks at every sentence, mark or name once more for each");
    }
    grown.is_empty()
}

fn check_table(table: &Map<String, Value>) -> Result<bool, String> {
    let content = std::fs::read_to_string(TABLE).map_err(|error| format!("{TABLE}: {error}"))?;
    let known: Map<String, Value> =
        serde_json::from_str(&content).map_err(|error| format!("{TABLE}: {error}"))?;
    let mut same = true;
    for (kind, row) in table {
        for (size, now) in row.as_object().into_iter().flatten() {
            let now = now.as_f64().unwrap_or_default();
            let Some(then) = known.get(kind).and_then(|row| row.get(size)?.as_f64()) else {
                println!("{kind}, {size}: not in benches/steps.json");
                same = false;
                continue;
            };
            if now > then * DEARER {
                println!("{kind}, {size}: {now} steps a byte, {then} in benches/steps.json");
                same = false;
            }
        }
    }
    if !same {
        println!("help: make it cheaper, or say why in the commit and run npm run steps -- --write");
    }
    Ok(same)
}
