//! The program's entry: wires the command line to the library, and nothing else.

fn main() -> std::process::ExitCode {
    newsgraph::cli::main()
}
