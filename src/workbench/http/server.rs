//! Listening, and ending.

use super::app::App;
use super::routes;
use super::session::Session;
use crate::workbench::jobs;
use crate::workbench::state::Opened;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// How a workbench is served.
pub struct Served<'a> {
    /// The folder.
    pub opened: Opened,
    /// Jobs at a time.
    pub together: usize,
    /// Told the link that opens the workbench, once it can be opened.
    pub ready: &'a dyn Fn(&str),
    /// Whether to end.
    pub over: &'a (dyn Fn() -> bool + Sync),
}

/// Serves a workbench on a random port of the loopback interface until it is over.
/// Jobs that run then end with their best plan so far and go on after the next start.
///
/// # Errors
///
/// When no port can be had, or the system has no random numbers.
pub fn serve(served: Served<'_>) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_io()
        .enable_time()
        .build()?;
    let opened = Arc::new(served.opened);
    let over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let runner = scope.spawn(|| jobs::run(&opened, served.together, &over));
        let ended = runtime.block_on(async {
            let address = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
            let listener = tokio::net::TcpListener::bind(address).await?;
            let session = Session::new(listener.local_addr()?.port()).map_err(io::Error::other)?;
            let app = Arc::new(App::new(Arc::clone(&opened), session));
            (served.ready)(&app.session.link());
            let service = axum::serve(listener, routes::router(app));
            tokio::select! {
                ended = async { service.await } => ended,
                () = ending(served.over) => Ok(()),
            }
        });
        over.store(true, Ordering::Relaxed);
        let _ = runner.join();
        // A request that is still being answered is not waited for.
        runtime.shutdown_background();
        ended
    })
}

async fn ending(over: &(dyn Fn() -> bool + Sync)) {
    while !over() {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}
