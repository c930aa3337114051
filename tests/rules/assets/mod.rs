//! Assets: where each line of the register goes, that none is lost, what is
//! told of it, and what is wrong with a register.

mod cases;
mod corrupted;
mod diagnostics;
mod lines;
mod program;
mod property;
