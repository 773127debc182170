//! The browser entry of the public screens, a module of its own: a phone that opens the citizen's page does not pay for it. Natively
//! there is nothing to do; the tool is `bluezone-map`.

fn main() {
    #[cfg(target_arch = "wasm32")]
    bluezone_map::browser::led::start();
}
