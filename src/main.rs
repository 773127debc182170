//! The binary: natively the publishing tool, in wasm the browser entry. It only calls; it must not decide anything.

#[cfg(target_arch = "wasm32")]
fn main() {
    bluezone_map::browser::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    bluezone_map::tool::main()
}
