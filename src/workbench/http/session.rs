//! Secrets of a run: the token of the launch link, and the cookie it is turned into.

/// Secrets of a run of the server.
pub struct Session {
    token: String,
    secret: String,
    cookie: String,
    /// The addresses under which pages may be asked for.
    hosts: [String; 2],
}

impl Session {
    /// New secrets for a port.
    ///
    /// # Errors
    ///
    /// When the system has no random numbers.
    pub fn new(port: u16) -> Result<Self, getrandom::Error> {
        Ok(Self {
            token: random()?,
            secret: random()?,
            cookie: format!("campusplan-{port}"),
            hosts: [format!("127.0.0.1:{port}"), format!("localhost:{port}")],
        })
    }

    /// The link that opens the workbench.
    pub fn link(&self) -> String {
        format!("http://{}/?token={}", self.hosts[0], self.token)
    }

    /// Whether a host is one of this server's own.
    pub fn is_host(&self, host: &str) -> bool {
        self.hosts.iter().any(|own| own == host)
    }

    /// Whether an origin is that of a page of this server under a host.
    pub fn is_origin(&self, origin: &str, host: &str) -> bool {
        self.is_host(host) && origin.strip_prefix("http://") == Some(host)
    }

    /// Whether a query brings the token.
    pub fn is_launch(&self, query: Option<&str>) -> bool {
        let mut pairs = form_urlencoded::parse(query.unwrap_or_default().as_bytes());
        pairs.any(|(key, value)| key == "token" && same(&value, &self.token))
    }

    /// The cookie into which the token is turned.
    pub fn set_cookie(&self) -> String {
        format!("{}={}; HttpOnly; SameSite=Strict; Path=/", self.cookie, self.secret)
    }

    /// Whether cookies hold the secret.
    pub fn knows(&self, cookies: &str) -> bool {
        let mut pairs = cookies.split(';').filter_map(|pair| pair.trim().split_once('='));
        pairs.any(|(name, value)| name == self.cookie && same(value, &self.secret))
    }
}

fn random() -> Result<String, getrandom::Error> {
    use std::fmt::Write as _;
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes)?;
    Ok(bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    }))
}

/// Whether two texts are the same, in a time that does not depend on where they
/// differ.
fn same(one: &str, other: &str) -> bool {
    let pairs = one.bytes().zip(other.bytes());
    one.len() == other.len() && pairs.fold(0, |all, (one, other)| all | (one ^ other)) == 0
}
