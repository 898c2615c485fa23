//! Hash maps and sets. Their seed is fixed: in WebAssembly there is nothing to seed from,
//! and the making of one is a kilobyte.

use foldhash::fast::FixedState;
pub(crate) use foldhash::{HashMapExt, HashSetExt};

pub(crate) type HashMap<K, V> = std::collections::HashMap<K, V, FixedState>;
pub(crate) type HashSet<T> = std::collections::HashSet<T, FixedState>;
