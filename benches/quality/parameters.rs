//! The parameters of the score by name, for `--set` and `--ablate`.

use nutgraf::Weights;

/// A parameter of the score.
pub struct Parameter {
    pub name: &'static str,
    /// Where it stands in [`Weights`].
    pub of: fn(&mut Weights) -> &mut f64,
    /// The value at which it changes nothing.
    pub neutral: f64,
}

/// Every parameter that a summary without a query depends on.
pub const ALL: &[Parameter] = &[
    Parameter { name: "frequency", of: |weights| &mut weights.frequency, neutral: 0.0 },
    Parameter { name: "length", of: |weights| &mut weights.length, neutral: 0.0 },
    Parameter { name: "position", of: |weights| &mut weights.position, neutral: 0.0 },
    Parameter { name: "coverage", of: |weights| &mut weights.coverage, neutral: 0.0 },
    Parameter { name: "leaning", of: |weights| &mut weights.leaning, neutral: 1.0 },
    Parameter { name: "question", of: |weights| &mut weights.question, neutral: 1.0 },
    Parameter { name: "fragment", of: |weights| &mut weights.fragment, neutral: 1.0 },
    Parameter { name: "section", of: |weights| &mut weights.section, neutral: 0.0 },
    Parameter { name: "quoted", of: |weights| &mut weights.quoted, neutral: 1.0 },
    Parameter { name: "full_length", of: |weights| &mut weights.full_length, neutral: 1.0 },
    Parameter { name: "title", of: |weights| &mut weights.title, neutral: 1.0 },
];

/// Sets a parameter as `name=value` says.
pub fn set(weights: &mut Weights, assignment: &str) -> Result<(), String> {
    let (name, value) = assignment.split_once('=').ok_or("--set takes name=value")?;
    let parameter = ALL.iter().find(|parameter| parameter.name == name);
    let parameter = parameter.ok_or_else(|| format!("no parameter is called {name}"))?;
    *(parameter.of)(weights) = value.parse().map_err(|_| format!("{name} takes a number, not {value}"))?;
    Ok(())
}
