//! The module in an interpreter that counts: wasmi, with fuel. For the bench of steps, and
//! for fuzzing.

use wasmi::{Config, Engine, Error, ExternType, Linker, Memory, Module, Store, TypedFunc};

/// The module, compiled for the interpreter.
pub struct Machine {
    engine: Engine,
    module: Module,
}

impl Machine {
    /// Compiles a module that was built with the feature `bench`.
    pub fn of(bytes: &[u8]) -> Result<Self, Error> {
        let mut config = Config::default();
        config.consume_fuel(true);
        let engine = Engine::new(&config);
        let module = Module::new(&engine, bytes)?;
        Ok(Machine { engine, module })
    }

    /// A fresh instance. What the module imports is JavaScript's, and the way from text to
    /// choice asks for none of it: whatever is called ends the run.
    pub fn start(&self) -> Result<Running, Error> {
        let mut store = Store::new(&self.engine, ());
        let mut linker = Linker::new(&self.engine);
        for import in self.module.imports() {
            let ExternType::Func(kind) = import.ty() else { continue };
            let name = import.name().to_owned();
            let refuse = move |_: wasmi::Caller<'_, ()>, _: &[wasmi::Val], _: &mut [wasmi::Val]| {
                Err(Error::new(format!("JavaScript was asked for {name}")))
            };
            linker.func_new(import.module(), import.name(), kind.clone(), refuse)?;
        }
        store.set_fuel(u64::MAX)?;
        let instance = linker.instantiate_and_start(&mut store, &self.module)?;
        let allocate = instance.get_typed_func(&store, "__wbindgen_malloc")?;
        let steps = instance.get_typed_func(&store, "steps")?;
        let memory = instance.get_memory(&store, "memory").ok_or_else(|| Error::new("no memory"))?;
        Ok(Running { store, memory, allocate, steps })
    }
}

/// An instance of the module.
pub struct Running {
    store: Store<()>,
    memory: Memory,
    allocate: TypedFunc<(u32, u32), u32>,
    steps: TypedFunc<(u32, u32), u64>,
}

/// What became of a text.
pub struct Run {
    /// What `nutgraf::stages::whole` gives.
    pub chosen: u64,
    /// Executed instructions.
    pub steps: u64,
}

impl Running {
    /// Analysis and automatic summary of a text, which the module takes over.
    pub fn run(&mut self, text: &str) -> Result<Run, Error> {
        let before = self.store.get_fuel()?;
        let size = text.len() as u32;
        let place = self.allocate.call(&mut self.store, (size, 1))?;
        let written = self.memory.write(&mut self.store, place as usize, text.as_bytes());
        written.map_err(|error| Error::new(error.to_string()))?;
        let chosen = self.steps.call(&mut self.store, (place, size))?;
        Ok(Run { chosen, steps: before - self.store.get_fuel()? })
    }
}
