//! What the service costs: the same articles through the library on so many threads, and through a server with so many
//! workers over loopback, in batches.
//!
//! ```console
//! $ cargo run --release --package musnad-tests --example overhead -- 2
//! ```
//!
//! Rounds of both take turns, so that whatever else the machine does falls on both; the figure is the median of the
//! quotients of neighbours. Server and caller run in this process, each with its own connection over TCP.

// A program for a terminal.
#![allow(clippy::print_stdout)]

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use musnad::{Document, Extractor};
use musnad_proto::v1 as pb;
use musnad_proto::v1::document_result::Outcome;
use musnad_proto::v1::extraction_service_client::ExtractionServiceClient;
use musnad_server::{Config, Server};
use musnad_tests::articles::articles;
use tokio::task::JoinSet;
use tonic::transport::Channel;

const ROUNDS: usize = 7;
/// Articles of a round.
const ARTICLES: usize = 192;
const BATCH: usize = 32;

#[tokio::main]
async fn main() -> Result<()> {
    let threads: usize = std::env::args().nth(1).map_or(Ok(2), |text| text.parse())?;
    let articles = articles(ARTICLES, 400)?;
    let words: usize = articles.iter().map(|text| text.split_whitespace().count()).sum();
    println!(
        "{ARTICLES} articles of {} words, {threads} threads, batches of {BATCH}",
        words / ARTICLES
    );
    let extractor = Arc::new(Extractor::builder().build()?);
    let server = Server::bind(Config {
        listen: "127.0.0.1:0".to_owned(),
        workers: NonZeroUsize::new(threads),
        ..Config::default()
    })
    .await?;
    let address = format!("http://{}", server.local_address());
    tokio::spawn(server.serve(std::future::pending()));
    let channel = Channel::from_shared(address)?.connect().await?;
    let client = ExtractionServiceClient::new(channel).max_decoding_message_size(usize::MAX);

    // Once each, to warm up.
    library(&extractor, &articles, threads)?;
    service(&client, &articles).await?;
    let mut quotients = Vec::new();
    for round in 0..ROUNDS {
        let alone = library(&extractor, &articles, threads)?;
        let served = service(&client, &articles).await?;
        println!(
            "round {}: library {alone:.1} articles a second, service {served:.1}",
            round + 1
        );
        quotients.push(served / alone);
    }
    quotients.sort_by(f64::total_cmp);
    println!(
        "service / library: {:.3} (median; {:.3} to {:.3})",
        quotients[ROUNDS / 2],
        quotients[0],
        quotients[ROUNDS - 1]
    );
    Ok(())
}

/// Articles a second by the library alone.
fn library(extractor: &Extractor, articles: &[String], threads: usize) -> Result<f64> {
    let next = AtomicUsize::new(0);
    let began = Instant::now();
    let read = || -> Result<usize> {
        let mut events = 0;
        while let Some(text) = articles.get(next.fetch_add(1, Ordering::Relaxed)) {
            let document = Document::new(text.as_str()).published_at("2020-06-11")?;
            events += extractor.extract(&document)?.events.len();
        }
        Ok(events)
    };
    let events = std::thread::scope(|scope| -> Result<usize> {
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(read)).collect();
        running.into_iter().try_fold(0, |sum, thread| {
            let events = thread.join().map_err(|_| anyhow::anyhow!("a thread ended"))??;
            Ok(sum + events)
        })
    })?;
    ensure!(events > 0, "the library found nothing");
    Ok(articles.len() as f64 / began.elapsed().as_secs_f64())
}

/// Articles a second by the service, with two batches under way, so that it never waits for the caller.
async fn service(client: &ExtractionServiceClient<Channel>, articles: &[String]) -> Result<f64> {
    let mut batches = articles.chunks(BATCH).map(|texts| pb::ExtractBatchRequest {
        documents: texts
            .iter()
            .map(|text| pb::Document {
                text: text.clone(),
                published_at: "2020-06-11".to_owned(),
                ..pb::Document::default()
            })
            .collect(),
        options: None,
    });
    let began = Instant::now();
    let mut running = JoinSet::new();
    let mut events = 0;
    loop {
        while running.len() < 2
            && let Some(batch) = batches.next()
        {
            let mut client = client.clone();
            running.spawn(async move { client.extract_batch(batch).await });
        }
        let Some(answer) = running.join_next().await else {
            break;
        };
        for result in answer??.into_inner().results {
            match result.outcome.context("a result")? {
                Outcome::Extraction(extraction) => events += extraction.events.len(),
                Outcome::Error(error) => anyhow::bail!("{}", error.message),
            }
        }
    }
    ensure!(events > 0, "the service found nothing");
    Ok(articles.len() as f64 / began.elapsed().as_secs_f64())
}
