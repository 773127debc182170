//! WordPress of Debian with a database and a web server of its own, all in a temporary folder, on loopback; nothing of the system is changed, and
//! nothing is left.

use std::{
    fs,
    io::Write,
    net::{TcpListener, TcpStream},
    os::unix::net::UnixStream,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use serde_json::Value;
use tempfile::TempDir;

use crate::harness::PLAIN_HOST;

/// How long a server may take to answer. A slow machine is no fault.
const LIMIT: Duration = Duration::from_secs(60);

pub struct WordPress {
    pub port: u16,
    embed_port: u16,
    servers: Vec<Child>,
    folder: TempDir,
}

impl Drop for WordPress {
    fn drop(&mut self) {
        // What they have written goes with the folder: nobody has to put anything in order first.
        for server in &mut self.servers {
            let _ = server.kill();
            let _ = server.wait();
        }
    }
}

impl WordPress {
    /// `embed_port`: where the site lies that posts embed.
    pub fn start(embed_port: u16) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).expect("a free port").port();
        let mut wordpress = Self { port, embed_port, servers: Vec::new(), folder: tempfile::tempdir().expect("a folder") };
        wordpress.lay_out();
        wordpress.start_database();
        wordpress.php("install.php", &Value::Null);
        wordpress.start_web();
        wordpress
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Debian's files beside a configuration of our own; its own one looks in `/etc/wordpress`.
    fn lay_out(&self) {
        let debian = Path::new("/usr/share/wordpress");
        assert!(debian.exists(), "WordPress is not there: `scripts/setup.sh portals` installs it");
        // The links lead to scripts that Debian has in packages of their own.
        done(Command::new("cp").args(["--recursive", "--dereference"]).arg(debian).arg(self.path("www")));
        fs::copy(ours("wp-config.php"), self.path("www/wp-config.php")).expect("our configuration");
        let plugins = self.path("www/wp-content/mu-plugins");
        fs::create_dir(&plugins).expect("a folder for what is always on");
        // Every browser asks for it.
        fs::write(self.path("www/favicon.ico"), "").expect("an icon");
        fs::copy(ours("loopback.php"), plugins.join("loopback.php")).expect("our filters");
    }

    fn start_database(&mut self) {
        let data = format!("--datadir={}", self.path("data").display());
        // As root it has to be told so.
        let user = format!("--user={}", done(Command::new("id").arg("-un")).trim());
        let mut install = Command::new("mariadb-install-db");
        install.args(["--no-defaults", "--auth-root-authentication-method=normal", "--skip-test-db", &data, &user]);
        done(&mut install);
        let mut database = Command::new("/usr/sbin/mariadbd");
        database.args(["--no-defaults", "--skip-networking", &data, &user]);
        database.arg(format!("--socket={}", self.path("socket").display()));
        // Nothing of it has to outlive a fault of the machine.
        database.args(["--innodb-flush-log-at-trx-commit=0", "--innodb-flush-method=nosync"]);
        let socket = self.path("socket");
        self.launch("mariadbd", database, || UnixStream::connect(&socket).is_ok());
    }

    fn start_web(&mut self) {
        let port = self.port;
        let mut web = self.command("php");
        web.arg("-S").arg(format!("127.0.0.1:{port}")).arg("-t").arg(self.path("www"));
        self.launch("php", web, || TcpStream::connect(("127.0.0.1", port)).is_ok());
    }

    /// Starts a server and waits until it answers.
    fn launch(&mut self, name: &str, mut command: Command, answers: impl Fn() -> bool) {
        let log = self.path(&format!("{name}.log"));
        let said = fs::File::create(&log).expect("a place for what it says");
        let child = command.stdin(Stdio::null()).stdout(said.try_clone().expect("the same place")).stderr(said).spawn();
        self.servers.push(child.unwrap_or_else(|e| panic!("{name}: {e}; `scripts/setup.sh portals` installs it")));
        let begun = Instant::now();
        while !answers() {
            let ended = self.servers.last_mut().and_then(|child| child.try_wait().ok().flatten());
            let said = || fs::read_to_string(&log).unwrap_or_default();
            assert!(ended.is_none() && begun.elapsed() < LIMIT, "{name} does not answer: {}", said());
            thread::sleep(Duration::from_millis(30));
        }
    }

    /// A program that finds database and addresses.
    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.env("PORTAL_URL", format!("http://{PLAIN_HOST}:{}", self.port));
        command.env("PORTAL_SOCKET", self.path("socket")).env("PORTAL_EMBED_PORT", self.embed_port.to_string());
        command.current_dir(self.path("www"));
        command
    }

    /// Runs one of our scripts beside WordPress.
    pub fn php(&self, script: &str, input: &Value) -> String {
        let mut command = self.command("php");
        let child = command.arg(ours(script)).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
        let mut child = child.unwrap_or_else(|e| panic!("php: {e}; `scripts/setup.sh portals` installs it"));
        // One that fails before it reads has closed its input; what it says is shown below.
        let _ = child.stdin.take().expect("its input").write_all(input.to_string().as_bytes());
        let ended = child.wait_with_output().expect("its end");
        let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        assert!(ended.status.success(), "{script}: {}{}", said(&ended.stdout), said(&ended.stderr));
        said(&ended.stdout)
    }

    /// The address of a page below WordPress.
    pub fn url(&self, path: &str) -> String {
        format!("http://{PLAIN_HOST}:{}/{path}", self.port)
    }
}

/// Our own file for WordPress.
fn ours(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/portals/wordpress").join(name)
}

/// What a program says that has to succeed.
fn done(command: &mut Command) -> String {
    let program = command.get_program().to_owned();
    let ended = command.output().unwrap_or_else(|e| panic!("{program:?}: {e}; `scripts/setup.sh portals` installs it"));
    let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(ended.status.success(), "{program:?}: {}{}", said(&ended.stdout), said(&ended.stderr));
    said(&ended.stdout)
}
