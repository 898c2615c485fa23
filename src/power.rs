//! Powers and logarithms, the same on every host: the standard library's are the
//! machine's own, and differ in the last digit. `libm::pow` with its tables would be 0.8 kB
//! of the module.

/// A count or share to an exponent.
pub(crate) fn power(base: f64, exponent: f64) -> f64 {
    libm::exp(exponent * libm::log(base))
}

/// A logarithm to the base 2.
pub(crate) fn log2(number: f64) -> f64 {
    libm::log(number) / std::f64::consts::LN_2
}

#[cfg(test)]
mod tests {
    use super::{log2, power};

    #[test]
    fn powers_are_those_of_the_standard_library() {
        for base in [0.0, 0.25, 1.0, 3.0, 17.0, 1e6] {
            for exponent in [0.2, 0.5, 1.0, 1.75] {
                let expected = f64::powf(base, exponent);
                assert!((power(base, exponent) - expected).abs() <= 1e-13 * expected, "{base} {exponent}");
            }
        }
        assert_eq!(power(1.0, -0.5), 1.0);
        assert!((log2(8.0) - 3.0).abs() < 1e-15);
    }
}
