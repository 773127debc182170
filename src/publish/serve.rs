//! `serve`: a small static server for looking at a built site. It sends the compressed copies, as a real one should.

use std::{
    io,
    net::SocketAddr,
    path::{Path, PathBuf},
};

use axum::{Router, http::HeaderValue, http::header};
use tower_http::{services::ServeDir, set_header::SetResponseHeaderLayer};

use super::cli::{Common, Outcome};
use crate::text::{build::build, fill};

/// The site as a service; `serve` and the tests mount it.
pub fn site(dist: &Path) -> Router {
    let files = ServeDir::new(dist).precompressed_br().precompressed_gzip();
    // Whoever replaces a data file by hand leaves the old compressed copy beside it: these are sent as they are.
    let data = ServeDir::new(dist.join("data"));
    // Everything may be replaced at any time but what carries a hash in its name; asking again costs one small answer.
    let revalidate = SetResponseHeaderLayer::if_not_present(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    Router::new().nest_service("/data", data).fallback_service(files).layer(revalidate)
}

#[derive(clap::Args)]
pub struct Args {
    /// The built folder
    pub dist: PathBuf,
    /// The port on this machine
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
}

/// Serves until interrupted.
pub fn run(common: &Common, args: &Args) -> Outcome {
    let words = build(common.language());
    if !args.dist.join("index.html").is_file() {
        complain!("{}", fill(words.no_site, &[&args.dist.display().to_string()]));
        return Outcome::Usage;
    }
    let address = SocketAddr::from(([127, 0, 0, 1], args.port));
    match serve(&args.dist, address, |at| say!("{}", fill(words.serving, &[&format!("http://{at}/")]))) {
        Ok(()) => Outcome::Done,
        Err(error) => {
            complain!("{}", fill(words.cannot_serve, &[&address.to_string(), &error.to_string()]));
            Outcome::Usage
        }
    }
}

/// Calls `ready` with the address once it listens.
fn serve(dist: &Path, address: SocketAddr, ready: impl FnOnce(SocketAddr)) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(address).await?;
        ready(listener.local_addr()?);
        axum::serve(listener, site(dist))
            .with_graceful_shutdown(async {
                let _ = tokio::signal::ctrl_c().await;
            })
            .await
    })
}
