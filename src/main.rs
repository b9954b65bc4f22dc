//! The program's entry: wires the command line to the library, and nothing else.

use mimalloc::MiMalloc;
use newsgraph::allocator::Counting;

/// Reading leaves small values that stay among large ones that go. The allocators of C libraries keep the gaps, in each
/// thread its own: several times as much memory as is in use.
#[global_allocator]
static ALLOCATOR: Counting<MiMalloc> = Counting(MiMalloc);

fn main() -> std::process::ExitCode {
    newsgraph::cli::main()
}
