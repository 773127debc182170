//! The browser entry of the chart, a module of its own: it comes when a reader comes near the chart, so that nobody waits for plotters.
//! Natively there is nothing to do; the tool is `bluezone-map`.

fn main() {
    #[cfg(target_arch = "wasm32")]
    bluezone_map::browser::chart::start();
}
