//! The server: on the loopback interface, behind one guard.

mod app;
mod ask;
mod compare;
mod data;
mod downloads;
mod explain;
mod guard;
mod jobs;
mod options;
mod plans;
mod reply;
mod routes;
mod server;
mod session;
mod upload;

pub use server::{Served, serve};
