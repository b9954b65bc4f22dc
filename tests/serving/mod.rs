//! A server in a process of its own, and a client that speaks HTTP/1.1 as plainly as can be: what is tested is not hidden
//! behind a library's opinions.

#![allow(dead_code, reason = "each test file needs some of it")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

/// A folder with a graph in `output`, made of the statements that come with the project.
static FOLDER: LazyLock<TempDir> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let statements = Path::new(env!("CARGO_MANIFEST_DIR")).join("output/statements.jsonl");
    let made =
        newsgraph(&["assemble", statements.to_str().unwrap()]).current_dir(folder.path()).output().unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    folder
});

pub fn folder() -> &'static Path {
    FOLDER.path()
}

pub fn newsgraph(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_newsgraph"));
    command.args(arguments);
    command
}

/// A server that ends with the test.
pub struct Server {
    pub process: Child,
    pub address: String,
    /// What it prints when it begins.
    pub greeting: String,
}

/// A request that was sent and is not answered yet.
pub struct Waiting(TcpStream);

pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Server {
    /// Serves the graph of all tests.
    pub fn start(options: &[&str]) -> Self {
        Self::start_in(folder(), options)
    }

    /// Serves the graph in `output` of a folder.
    pub fn start_in(folder: &Path, options: &[&str]) -> Self {
        let mut process = newsgraph(&["serve", "--bind", "127.0.0.1:0"])
            .args(options)
            .current_dir(folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut greeting = String::new();
        BufReader::new(process.stdout.as_mut().unwrap()).read_line(&mut greeting).unwrap();
        let address = greeting.split("http://").nth(1).and_then(|rest| rest.split('/').next());
        let address = address.unwrap_or_else(|| panic!("{greeting:?} tells where it is")).to_owned();
        Self { process, address, greeting }
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        stream
    }

    /// Sends a request without waiting for its answer.
    pub fn begin(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Waiting {
        let mut stream = self.connect();
        let mut head = format!("{method} {path} HTTP/1.1\r\nConnection: close\r\n");
        let mut default = |name: &str, value: &str| {
            if !headers.iter().any(|(known, _)| *known == name) {
                head += &format!("{name}: {value}\r\n");
            }
        };
        default("Host", &self.address);
        default("Content-Length", &body.len().to_string());
        for (name, value) in headers {
            head += &format!("{name}: {value}\r\n");
        }
        stream.write_all(format!("{head}\r\n").as_bytes()).unwrap();
        stream.write_all(body).unwrap();
        Waiting(stream)
    }

    pub fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        self.begin(method, path, headers, body).finish()
    }

    pub fn get(&self, path: &str, accept: &str) -> Answer {
        self.send("GET", path, &[("Accept", accept)], b"")
    }

    /// Waits until the server does nothing any more.
    pub fn is_idle_within(&self, time: Duration) {
        let begun = Instant::now();
        while begun.elapsed() < time {
            let before = self.processor_time();
            std::thread::sleep(Duration::from_millis(500));
            if self.processor_time() <= before + 5 {
                return;
            }
        }
        panic!("it works on");
    }

    /// Hundredths of seconds that it has worked; nothing where the system does not tell.
    fn processor_time(&self) -> u64 {
        let told = std::fs::read_to_string(format!("/proc/{}/stat", self.process.id())).unwrap_or_default();
        let fields: Vec<&str> = told.rsplit(") ").next().unwrap_or_default().split(' ').collect();
        [11, 12].iter().filter_map(|&place| fields.get(place)?.parse::<u64>().ok()).sum()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Waiting {
    pub fn finish(mut self) -> Answer {
        let mut bytes = Vec::new();
        // Who is refused before all was sent may be cut off after the answer.
        let _ = self.0.read_to_end(&mut bytes);
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").unwrap_or_else(|| {
            panic!("no answer: {:?}", String::from_utf8_lossy(&bytes));
        });
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let mut lines = head.split("\r\n");
        let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
        let headers = lines.filter_map(|line| line.split_once(": "));
        let headers = headers.map(|(name, value)| (name.to_lowercase(), value.to_owned())).collect();
        Answer { status, headers, body: bytes[end + 4..].to_vec() }
    }
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

pub fn json(answer: &Answer) -> Value {
    serde_json::from_slice(&answer.body).unwrap_or_else(|error| panic!("{error}: {}", answer.text()))
}
