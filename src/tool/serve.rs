//! `serve`: a small static server for looking at a built site. It sends the compressed copies, as a real one should.

use std::{
    io,
    net::SocketAddr,
    path::{Path, PathBuf},
};

use axum::{
    Router,
    extract::{Request, State},
    http::{HeaderName, HeaderValue, header},
    middleware::{self, Next},
    response::Response,
    serve::ListenerExt,
};
use tower_http::services::{ServeDir, ServeFile};

use super::common::{Common, Outcome};
use crate::site::headers;
use crate::text::{build::build, fill, system};

/// The site as a service; `serve` and the tests mount it.
pub fn site(dist: &Path) -> Router {
    let missing = ServeFile::new(dist.join("404.html")).precompressed_br().precompressed_gzip();
    let files = ServeDir::new(dist).precompressed_br().precompressed_gzip().not_found_service(missing);
    // Whoever replaces a data file by hand leaves the old compressed copy beside it: these are sent as they are.
    let data = ServeDir::new(dist.join("data"));
    Router::new().nest_service("/data", data).fallback_service(files).layer(middleware::from_fn_with_state(dist.to_owned(), with_headers))
}

/// What the site says for hosts in its own file, which a new edition may replace while it is served; else what every site says.
fn stated(dist: &Path, path: &str) -> Vec<(String, String)> {
    match std::fs::read_to_string(dist.join("_headers")) {
        Ok(file) => headers::stated(&file, "/", path),
        Err(_) => headers::of(path).into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
    }
}

async fn with_headers(State(dist): State<PathBuf>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    for (name, value) in stated(&dist, &path) {
        if let (Ok(name), Ok(value)) = (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(&value)) {
            response.headers_mut().insert(name, value);
        }
    }
    // Everything may be replaced at any time but what carries a hash in its name; what is missing may come with the next moment.
    let fresh = HeaderValue::from_static("no-cache");
    if response.status().is_client_error() {
        response.headers_mut().insert(header::CACHE_CONTROL, fresh);
    } else {
        response.headers_mut().entry(header::CACHE_CONTROL).or_insert(fresh);
    }
    response
}

#[derive(clap::Args)]
pub struct Args {
    pub dist: PathBuf,
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
}

/// Serves until interrupted.
pub fn run(common: &Common, args: &Args) -> Outcome {
    let words = build(common.language());
    if !args.dist.join("index.html").is_file() {
        print_error!("{}", fill(words.no_site, &[&args.dist.display().to_string()]));
        return Outcome::Usage;
    }
    let address = SocketAddr::from(([127, 0, 0, 1], args.port));
    match serve(&args.dist, address, |at| print_line!("{}", fill(words.serving, &[&format!("http://{at}/")]))) {
        Ok(()) => Outcome::Done,
        Err(error) => {
            print_error!(
                "{}",
                fill(words.cannot_serve, &[&address.to_string(), &system::reason(common.language(), error.kind(), &error.to_string())])
            );
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
        // An answer goes out at once: else the second packet of each waits 40 ms for the first to be acknowledged.
        axum::serve(listener.tap_io(|stream| _ = stream.set_nodelay(true)), site(dist))
            .with_graceful_shutdown(async {
                let _ = tokio::signal::ctrl_c().await;
            })
            .await
    })
}
