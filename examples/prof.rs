//! x
use nutgraf::*;
fn main() {
    let t = std::fs::read_to_string("../shared/speed/prose.txt").unwrap();
    let t = &t[..400000];
    let an = Analysis::new(t, &AnalyzeOptions::default()).unwrap();
    println!("{}", an.quotations().len());
}
