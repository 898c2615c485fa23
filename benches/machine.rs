//! The module in an interpreter that counts: wasmi, with fuel. For the bench of steps.

use wasmi::{Config, Engine, Error, ExternType, Instance, Linker, Module, Store};

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
    fn instance(&self) -> Result<(Store<()>, Instance), Error> {
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
        Ok((store, instance))
    }

    /// The steps of analysis and automatic summary of a text, by its bytes. The module has
    /// read its word lists before.
    pub fn steps_per_byte(&self, text: &str) -> Result<f64, Error> {
        let (mut store, instance) = self.instance()?;
        call(&mut store, &instance, text.get(..text.floor_char_boundary(1000)).unwrap_or_default())?;
        let before = store.get_fuel()?;
        call(&mut store, &instance, text)?;
        Ok((before - store.get_fuel()?) as f64 / text.len() as f64)
    }
}

/// Hands a text to the module's `steps`, which takes the memory over.
fn call(store: &mut Store<()>, instance: &Instance, text: &str) -> Result<(), Error> {
    let size = text.len() as u32;
    let allocate = instance.get_typed_func::<(u32, u32), u32>(&mut *store, "__wbindgen_malloc")?;
    let place = allocate.call(&mut *store, (size, 1))?;
    let memory = instance.get_memory(&*store, "memory").ok_or_else(|| Error::new("no memory"))?;
    memory
        .write(&mut *store, place as usize, text.as_bytes())
        .map_err(|error| Error::new(error.to_string()))?;
    let steps = instance.get_typed_func::<(u32, u32), u32>(&mut *store, "steps")?;
    steps.call(&mut *store, (place, size))?;
    Ok(())
}
