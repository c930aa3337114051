//! Scenarios as workbooks.

mod file;
mod hostile;
mod layout;
mod mutations;
mod tolerance;
mod tree;
