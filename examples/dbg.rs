//! x
use nutgraf::*;
fn main(){ let a:Vec<String>=std::env::args().collect(); let t=std::fs::read_to_string(&a[1]).unwrap(); let an=Analysis::new(t.as_str(),&AnalyzeOptions::default()).unwrap(); for (o,x) in {let mut v:Vec<_>=an.antecedents().collect(); v.sort_by_key(|(o,_)|*o); v} { println!("{o} {:?} -> {:?} | {}", x.mention.of(&t), x.names.iter().map(|n|n.of(&t)).collect::<Vec<_>>(), an.document().sentences()[o].content.of(&t).chars().take(90).collect::<String>()); } }
