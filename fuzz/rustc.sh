#!/bin/sh
# Cargo's RUSTC_WRAPPER: nutgraf and the targets are compiled for coverage, by what cargo-fuzz
# gives the compiler; what they stand on is not, nor is the interpreter that some of them run.
# Without a sanitizer, for there is no unsafe code to watch.
case " $* " in
*" --crate-name nutgraf "* | *" targets/"*)
  exec "$@" \
    -Cpasses=sancov-module \
    -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares \
    -Cllvm-args=-sanitizer-coverage-stack-depth
  ;;
*) exec "$@" ;;
esac
