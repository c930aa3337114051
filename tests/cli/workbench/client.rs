//! A workbench that is served, and a client of it that speaks HTTP by hand.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// An answer.
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
    pub bytes: Vec<u8>,
}

impl Answer {
    /// A header.
    pub fn header(&self, name: &str) -> &str {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        let mut own = lines.filter(|(known, _)| known.eq_ignore_ascii_case(name));
        own.next().map_or("", |(_, value)| value)
    }
}

/// A served workbench.
pub struct Workbench {
    child: Child,
    pub host: String,
    pub token: String,
    pub cookie: String,
}

impl Drop for Workbench {
    fn drop(&mut self) {
        self.kill();
    }
}

impl Workbench {
    /// Serves a folder and follows the launch link.
    pub fn serve(folder: &Path) -> Self {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin("campusplan"));
        let mut child = command
            .arg("serve")
            .arg(folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut link = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut link).unwrap();
        if link.is_empty() {
            let mut why = String::new();
            child.stderr.take().unwrap().read_to_string(&mut why).unwrap();
            panic!("not served: {why}");
        }
        let rest = link.trim().strip_prefix("http://").unwrap();
        let (host, token) = rest.split_once("/?token=").unwrap();
        let mut served =
            Self { child, host: host.to_owned(), token: token.to_owned(), cookie: String::new() };
        let answer = served.send("GET", &format!("/?token={token}"), &[], b"").unwrap();
        assert_eq!(answer.status, 303);
        let cookie = answer.header("set-cookie");
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), "{cookie}");
        cookie.split(';').next().unwrap().clone_into(&mut served.cookie);
        served
    }

    /// Kills it, without any chance to tidy up.
    pub fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Sends a request with these headers and nothing else but `Host` and the length.
    pub fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> std::io::Result<Answer> {
        let mut stream = TcpStream::connect(&self.host)?;
        stream.set_read_timeout(Some(Duration::from_secs(60)))?;
        let mut head = format!("{method} {path} HTTP/1.1\r\nConnection: close\r\n");
        if !headers.iter().any(|(name, _)| *name == "Host") {
            write!(head, "Host: {}\r\n", self.host).unwrap();
        }
        if !headers.iter().any(|(name, _)| *name == "Content-Length") {
            write!(head, "Content-Length: {}\r\n", body.len()).unwrap();
        }
        for (name, value) in headers {
            write!(head, "{name}: {value}\r\n").unwrap();
        }
        stream.write_all(format!("{head}\r\n").as_bytes())?;
        // A server that refuses early does not read on.
        let _ = stream.write_all(body);
        let mut bytes = Vec::new();
        let read = stream.read_to_end(&mut bytes);
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n");
        let Some(end) = end else {
            read?;
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        };
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        let mut content = bytes[end + 4..].to_vec();
        if head.to_lowercase().contains("transfer-encoding: chunked") {
            content = unchunked(&content);
        }
        let body = String::from_utf8_lossy(&content).into_owned();
        Ok(Answer { status, head, body, bytes: content })
    }

    /// Asks for a page as a tab of the workbench does.
    pub fn get(&self, path: &str) -> Answer {
        let headers = [("Cookie", self.cookie.as_str()), ("Sec-Fetch-Site", "same-origin")];
        self.send("GET", path, &headers, b"").unwrap()
    }

    /// Sends a form as a tab of the workbench does.
    pub fn try_post(&self, path: &str, fields: &[(&str, &str)]) -> std::io::Result<Answer> {
        let encode =
            |text: &str| text.bytes().fold(String::new(), |all, byte| format!("{all}%{byte:02X}"));
        let form: Vec<String> =
            fields.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect();
        let origin = format!("http://{}", self.host);
        let headers = [
            ("Cookie", self.cookie.as_str()),
            ("Origin", origin.as_str()),
            ("Sec-Fetch-Site", "same-origin"),
            ("Content-Type", "application/x-www-form-urlencoded"),
        ];
        self.send("POST", path, &headers, form.join("&").as_bytes())
    }

    /// The same, of a server that lives.
    pub fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.try_post(path, fields).unwrap()
    }

    /// Sends a file as the page does.
    pub fn upload(&self, kind: &str, name: &str, bytes: &[u8]) -> Answer {
        let origin = format!("http://{}", self.host);
        let headers = [
            ("Cookie", self.cookie.as_str()),
            ("Origin", origin.as_str()),
            ("Content-Type", "application/octet-stream"),
        ];
        self.send("POST", &format!("/upload?as={kind}&name={name}"), &headers, bytes).unwrap()
    }

    /// Waits until the list of jobs is as wanted.
    pub fn wait(&self, what: &str, is: impl Fn(&str) -> bool) -> String {
        let until = Instant::now() + Duration::from_secs(120);
        loop {
            let list = self.get("/jobs/list").body;
            if is(&list) {
                return list;
            }
            assert!(Instant::now() < until, "{what} did not come about: {list}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

fn unchunked(mut rest: &[u8]) -> Vec<u8> {
    let mut whole = Vec::new();
    loop {
        let end = rest.windows(2).position(|two| two == b"\r\n").unwrap();
        let size = usize::from_str_radix(std::str::from_utf8(&rest[..end]).unwrap(), 16).unwrap();
        if size == 0 {
            return whole;
        }
        whole.extend(&rest[end + 2..end + 2 + size]);
        rest = &rest[end + 4 + size..];
    }
}

/// A folder with the smallest scenario in it, which is planned in a blink.
pub fn folder() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let tiny = include_str!("../../data/tiny.ron");
    std::fs::write(dir.path().join("case.ron"), tiny).unwrap();
    dir
}
