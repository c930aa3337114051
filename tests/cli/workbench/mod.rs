//! `campusplan serve`: what is kept, what runs, who may ask.

mod client;
mod guard;
mod killed;
mod options;
mod results;
