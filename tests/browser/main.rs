//! The browser tests: every behaviour of the built site in headless Chromium, driven over WebDriver, with a server that can
//! misbehave on purpose. They need the built site (`DIST`, else `dist/`), the tool (`BLUEZONE_MAP`, else the crate's own
//! binary), chromedriver with Chromium, and axe-core from npm; where one is missing they fail and say so.

mod acceptance;
mod axe;
mod builder;
mod chart;
mod contrast;
mod elsewhere;
mod embed;
mod embed_hosts;
mod embed_safety;
mod embed_script;
mod faults;
mod figures;
mod guide;
mod harness;
mod hostile;
mod hydration;
mod input;
mod large;
mod led;
mod led_faults;
mod led_months;
mod led_players;
mod ledger;
mod looks;
mod map;
mod measures;
mod offline;
mod outlets;
mod reading;
mod reports;
mod select;
mod server;
mod setup;
mod share;
mod site;
mod sorting;
mod static_page;
mod wild;
mod zoom;
