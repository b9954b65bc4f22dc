//! The server itself: it listens, counts its connections, and ends when it is told to.

use std::io;
use std::io::Write;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use hyper::Request;
use hyper::body::Incoming;
use hyper::header::HeaderValue;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::time::{sleep, timeout};

use super::decisions::Desk;
use super::guard::Guard;
use super::limits::Limits;
use super::problem::Problem;
use super::routes::{Routes, refusal};
use super::served::Served;
use super::work::Workshop;

/// What to serve, where and how.
#[derive(Debug)]
pub struct Settings {
    /// Folder of the graph.
    pub folder: PathBuf,
    /// Address and port.
    pub bind: String,
    /// How much requests may ask for.
    pub limits: Limits,
    /// Pages of which origin may read answers.
    pub origin: Option<HeaderValue>,
    /// Whether the user may decide in the browser.
    pub edit: bool,
}

/// Threads that speak to clients; they never work long.
const SPEAKERS: usize = 2;
/// Room for the steps of parsers and evaluators, which go down one for each bracket and each operator of a query. It is only
/// used where it is needed.
pub const STACK: usize = if cfg!(target_pointer_width = "64") { 256 << 20 } else { 8 << 20 };
/// Connections beyond the limit that are told so at once; still more are closed.
const TOLD: usize = 64;
/// How long running answers may take to end with the server.
const LAST_WORDS: Duration = Duration::from_secs(3);

/// Serves until Ctrl-C or the operating system ends it.
///
/// # Errors
/// Returns an error where the folder has no graph, or the address cannot be listened at.
pub fn run(settings: Settings) -> anyhow::Result<()> {
    let served = Served::new(settings.folder);
    served.graph()?;
    let desk = settings.edit.then(Desk::new).transpose()?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(SPEAKERS)
        .max_blocking_threads(settings.limits.max_queries as usize + 1)
        .thread_stack_size(STACK)
        .enable_all()
        .build()
        .context("cannot start threads")?;
    let served = runtime.block_on(async {
        let listener = TcpListener::bind(&settings.bind).await.with_context(|| {
            format!("cannot listen at {}; choose another place with --bind", settings.bind)
        })?;
        let address = listener.local_addr()?;
        announce(address, &served, desk.as_ref())?;
        let (end, ends) = watch::channel(false);
        let routes = Arc::new(Routes {
            served,
            limits: settings.limits,
            workshop: Workshop::new(settings.limits, ends),
            guard: Guard { is_local: address.ip().is_loopback() },
            origin: settings.origin,
            desk: desk.map(Arc::new),
        });
        serve(listener, &routes, &end).await
    });
    runtime.shutdown_timeout(Duration::from_secs(1));
    served
}

/// Tells where the server is, for people and for programs that started it.
fn announce(address: SocketAddr, served: &Served, desk: Option<&Desk>) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    let folder = served.folder().display();
    match desk {
        None => writeln!(out, "{folder} is served at http://{address}/ (SPARQL at /sparql; Ctrl-C ends it)")?,
        Some(desk) => writeln!(
            out,
            "{folder} is served at http://{address}/#token={} (who has this link may decide; Ctrl-C ends it)",
            desk.token()
        )?,
    }
    out.flush()?;
    if !address.ip().is_loopback() {
        writeln!(io::stderr(), "newsgraph: everybody who reaches this machine can read the graph")?;
    }
    Ok(())
}

/// Accepts connections until the end is wanted, and lets those that are open come to an end.
async fn serve(listener: TcpListener, routes: &Arc<Routes>, end: &watch::Sender<bool>) -> anyhow::Result<()> {
    let connections = Arc::new(Semaphore::new(routes.limits.max_connections as usize));
    let told = Arc::new(Semaphore::new(TOLD));
    let open = GracefulShutdown::new();
    let mut wanted = std::pin::pin!(end_is_wanted());
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            signal = &mut wanted => { signal?; break }
        };
        let Ok((stream, client)) = accepted else {
            // Such as too many open files: some will be closed soon.
            sleep(Duration::from_millis(50)).await;
            continue;
        };
        let place = |places: &Arc<Semaphore>| Arc::clone(places).try_acquire_owned();
        if let Ok(place) = place(&connections) {
            speak(stream, client, Treatment::Serve, place, routes, &open);
        } else if let Ok(place) = place(&told) {
            speak(stream, client, Treatment::Refuse, place, routes, &open);
        }
    }
    end.send_replace(true);
    drop(listener);
    let _ = timeout(LAST_WORDS, open.shutdown()).await;
    Ok(())
}

/// What becomes of a connection.
#[derive(Clone, Copy)]
enum Treatment {
    Serve,
    Refuse,
}

fn speak(
    stream: TcpStream,
    client: SocketAddr,
    treatment: Treatment,
    place: OwnedSemaphorePermit,
    routes: &Arc<Routes>,
    open: &GracefulShutdown,
) {
    let routes = Arc::clone(routes);
    let most = routes.limits.max_connections;
    let mut protocol = http1::Builder::new();
    protocol.timer(TokioTimer::new()).header_read_timeout(routes.limits.time());
    let service = service_fn(move |request: Request<Incoming>| {
        let routes = Arc::clone(&routes);
        async move {
            Ok::<_, io::Error>(match treatment {
                Treatment::Serve => routes.respond(client.ip(), request).await,
                Treatment::Refuse => refusal(too_many(most)),
            })
        }
    });
    let connection = open.watch(protocol.serve_connection(TokioIo::new(stream), service));
    tokio::spawn(async move {
        // A client that breaks off is no fault of the server's.
        let _ = connection.await;
        drop(place);
    });
}

fn too_many(most: u32) -> Problem {
    Problem::unavailable(format!(
        "{most} connections are open already; try again later, or start the server with a larger --max-connections"
    ))
    .closing()
}

/// Waits until somebody wants the server to end.
async fn end_is_wanted() -> anyhow::Result<()> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminated = signal(SignalKind::terminate())?;
        tokio::select! {
            pressed = tokio::signal::ctrl_c() => pressed?,
            _ = terminated.recv() => {}
        }
    }
    #[cfg(not(unix))]
    tokio::signal::ctrl_c().await?;
    Ok(())
}
