//! The embed's module in the browser: one for pages of others, so that they load it only when a reader comes near. Natively it is nothing.

fn main() {
    #[cfg(target_arch = "wasm32")]
    bluezone_map::browser::embed::start();
}
