//! Requests that are tried again where another try may help: when nobody answers, or the server says that it is its own fault.

use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, bail};
use ureq::http::Response;
use ureq::{Agent, Body};

/// Tries in all. Between them passes half a second, then twice as long each time.
const TRIES: u32 = 5;
const FIRST_PAUSE: Duration = Duration::from_millis(500);
/// A large graph takes its time.
const LONGEST: Duration = Duration::from_secs(600);
/// Bytes of an answer.
const LARGEST: u64 = 4 << 30;
/// Characters of a server's explanation that are handed on.
const LONGEST_REASON: usize = 500;

/// Sends requests.
pub struct Client(Agent);

impl Client {
    pub fn new() -> Self {
        let config = Agent::config_builder().timeout_global(Some(LONGEST)).http_status_as_error(false);
        let agent = format!("newsgraph/{}", env!("CARGO_PKG_VERSION"));
        Self(config.user_agent(agent).build().into())
    }

    /// The answer to a request, which may be made several times.
    ///
    /// # Errors
    /// Returns an error that names the address and says why there is none: the last one where it was tried often.
    pub fn send(
        &self,
        address: &str,
        request: impl Fn(&Agent) -> Result<Response<Body>, ureq::Error>,
    ) -> anyhow::Result<Response<Body>> {
        let mut pause = FIRST_PAUSE;
        for trial in 1.. {
            let outcome = request(&self.0);
            let again = trial < TRIES && may_be_tried_again(&outcome);
            if !again {
                return answered(address, outcome);
            }
            sleep(pause);
            pause *= 2;
        }
        bail!("{address} was not asked")
    }
}

fn may_be_tried_again(outcome: &Result<Response<Body>, ureq::Error>) -> bool {
    match outcome {
        Ok(response) => response.status().is_server_error() || response.status().as_u16() == 429,
        Err(error) => matches!(
            error,
            ureq::Error::Io(_)
                | ureq::Error::Timeout(_)
                | ureq::Error::ConnectionFailed
                | ureq::Error::Protocol(_)
        ),
    }
}

fn answered(address: &str, outcome: Result<Response<Body>, ureq::Error>) -> anyhow::Result<Response<Body>> {
    let mut response = outcome.with_context(|| format!("{address} does not answer"))?;
    if !response.status().is_success() {
        let told = response.body_mut().with_config().lossy_utf8(true).limit(1 << 20).read_to_string();
        let told: String = told.unwrap_or_default().trim().chars().take(LONGEST_REASON).collect();
        let told = if told.is_empty() { String::new() } else { format!(": {told}") };
        bail!("{address} answers {}{told}", response.status());
    }
    Ok(response)
}

/// The bytes of an answer.
///
/// # Errors
/// Returns an error where they do not come.
pub fn bytes(address: &str, mut response: Response<Body>) -> anyhow::Result<Vec<u8>> {
    let read = response.body_mut().with_config().limit(LARGEST).read_to_vec();
    read.with_context(|| format!("the answer of {address} broke off"))
}
