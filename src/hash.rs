//! Hash maps. Their seed is fixed: in WebAssembly there is nothing to seed from but
//! addresses, which are the same each time, and the making of one is 0.3 kB.

pub(crate) use foldhash::HashMapExt;
use foldhash::fast::FixedState;

pub(crate) type HashMap<K, V> = std::collections::HashMap<K, V, FixedState>;
