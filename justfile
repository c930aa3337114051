# Short names for the usual commands. `just` lists them.

_default:
    @just --list

# Formatting, lints and documentation of the code
check:
    cargo fmt --check
    cargo clippy --release --locked --all-targets -- -D warnings
    RUSTDOCFLAGS="-D warnings" cargo doc --release --locked --no-deps

# The tests that need no other program
test:
    sh .ci/setup
    cargo test --release --locked

# The tests with other programs (Chromium, LibreOffice, DuckDB, Snakemake, Slurm)
outside:
    sh .ci/setup outside
    cargo test --release --locked --test outside -- --ignored

# One benchmark: just bench longyou --seconds 60
bench NAME *ARGS:
    cargo bench --locked --bench {{NAME}} -- {{ARGS}}

# The documentation of the code, in target/doc
docs:
    cargo doc --release --locked --no-deps
