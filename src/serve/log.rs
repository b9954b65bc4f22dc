//! One line on standard error for every request: who, what, how it ended, how much was sent, how long it took. Not the query: it
//! may name whom a newsroom asks about.

use std::io;
use std::io::Write;
use std::net::IpAddr;
use std::time::Duration;

use hyper::{Method, StatusCode};

/// A request that was answered.
pub struct Entry<'a> {
    pub client: IpAddr,
    pub method: &'a Method,
    pub path: &'a str,
    pub status: StatusCode,
    pub bytes: u64,
    pub took: Duration,
}

impl Entry<'_> {
    /// Writes the line. Where nobody reads standard error any more, nothing is lost.
    pub fn write(&self) {
        let Self { client, method, path, status, bytes, took } = self;
        let line =
            format!("{client} {method} {path} {} {bytes} bytes {} ms\n", status.as_u16(), took.as_millis());
        let _ = io::stderr().lock().write_all(line.as_bytes());
    }
}
