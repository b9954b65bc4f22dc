//! How much a request may ask for. Every limit is told, with the option that changes it, to whoever reaches it.

use std::time::Duration;

use clap::Args;

/// How much a request may ask for.
#[derive(Debug, Clone, Copy, Args)]
pub struct Limits {
    /// Seconds that a request may take, from its first byte until its answer is made
    #[arg(long, value_name = "SECONDS", default_value_t = 30, value_parser = clap::value_parser!(u64).range(1..=86_400))]
    timeout: u64,
    /// Rows or triples that an answer may have
    #[arg(long, value_name = "N", default_value_t = 100_000)]
    pub max_rows: usize,
    /// Bytes that the body of a request may have
    #[arg(long, value_name = "BYTES", default_value_t = 1_000_000)]
    pub max_body: usize,
    /// Connections at once
    #[arg(long, value_name = "N", default_value_t = 256, value_parser = clap::value_parser!(u32).range(1..))]
    pub max_connections: u32,
    /// Megabytes of memory that the answering of one query may take
    #[arg(long, value_name = "MB", default_value_t = 512)]
    pub max_memory: usize,
    /// Requests that are worked on at once, of which four for long; others wait
    #[arg(long, value_name = "N", default_value_t = 48, value_parser = clap::value_parser!(u32).range(1..=512))]
    pub max_queries: u32,
}

/// Bytes that the address of a request may have.
pub const LONGEST_ADDRESS: usize = 32_768;

impl Limits {
    /// How long a request may take.
    pub fn time(self) -> Duration {
        Duration::from_secs(self.timeout)
    }

    /// Bytes of memory that the answering of one query may take.
    pub fn memory(self) -> usize {
        self.max_memory.saturating_mul(1 << 20)
    }
}
