//! Load for a running server, and what it does to latency, errors and memory.
//!
//! ```console
//! $ musnad-server --metrics-listen 127.0.0.1:9090 &
//! $ cargo run --release --package musnad-tests --example load -- http://127.0.0.1:50051 --metrics 127.0.0.1:9090
//! ```
//!
//! Requests arrive at a rate and not when the last one was answered (an open loop): a server that slows down does not slow
//! down its callers with it, which is how queues grow in earnest. First the rate is found that the server can do; then comes
//! a part of it, evenly and at random, a multiple of it, and at last one request at a time, to see how soon it is itself again. `--half-open N`
//! opens so many streams on which nothing comes, before all of that.

// A program for a terminal.
#![allow(clippy::print_stdout)]

use std::io::{Read, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use musnad_proto::v1 as pb;
use musnad_proto::v1::extraction_service_client::ExtractionServiceClient;
use musnad_tests::articles::articles;
use tokio::sync::mpsc;
use tokio::task::JoinSet;
use tonic::transport::Channel;
use tonic::{Code, Request};

type Client = ExtractionServiceClient<Channel>;

struct Settings {
    address: String,
    metrics: Option<String>,
    connections: usize,
    seconds: f64,
    half_open: usize,
}

#[tokio::main]
async fn main() -> Result<()> {
    let settings = settings()?;
    let mut clients = Vec::new();
    for _ in 0..settings.connections {
        let channel = Channel::from_shared(settings.address.clone())?.connect().await?;
        clients.push(ExtractionServiceClient::new(channel).max_decoding_message_size(64 << 20));
    }
    let clients = Arc::new(clients);
    let texts: Arc<[String]> = articles(200, 400)?.into();
    let words: usize = texts.iter().map(|text| text.split_whitespace().count()).sum();
    println!(
        "{} articles of {} words; {} connections",
        texts.len(),
        words / texts.len(),
        settings.connections
    );
    let memory = || settings.metrics.as_deref().map_or(Ok(0.0), resident);
    println!("idle: {:.1} MB", memory()?);

    let half_open = half_open(&settings).await?;
    if !half_open.is_empty() {
        println!("{} streams half open: {:.1} MB", half_open.len(), memory()?);
    }

    let rate = saturation(&clients, &texts, settings.seconds / 4.0).await?;
    println!(
        "saturation, closed loop: {rate:.1} articles a second; {:.1} MB",
        memory()?
    );
    let seconds = settings.seconds;
    for (name, part, arrivals) in [
        ("70 %", 0.7, Arrivals::Even),
        ("70 %", 0.7, Arrivals::Poisson),
        ("3 ×", 3.0, Arrivals::Even),
    ] {
        let began = Instant::now();
        let load = open_loop(Arc::clone(&clients), Arc::clone(&texts), rate * part, arrivals, seconds);
        let run = tokio::spawn(load);
        let mut early = 0.0;
        let mut highest: f64 = 0.0;
        while !run.is_finished() {
            tokio::time::sleep(Duration::from_millis(500)).await;
            let now = memory()?;
            if began.elapsed() < Duration::from_secs(10) {
                early = now.max(early);
            }
            highest = highest.max(now);
        }
        let outcome = run.await?;
        println!("{name} of saturation, {arrivals:?} arrivals, {seconds:.0} s: {outcome}");
        println!("    memory: {early:.1} MB in the first 10 s, {highest:.1} MB at most");
    }
    let began = Instant::now();
    let mut waits = Vec::new();
    while began.elapsed() < Duration::from_secs(3) {
        let sent = Instant::now();
        ask(
            clients.first().context("a client")?.clone(),
            &texts[waits.len() % texts.len()],
            None,
        )
        .await?;
        waits.push((began.elapsed().as_millis(), sent.elapsed().as_millis()));
    }
    println!(
        "after it, one at a time: first answer after {} ms, last took {} ms",
        waits[0].1,
        waits[waits.len() - 1].1
    );
    println!("at the end: {:.1} MB", memory()?);
    Ok(())
}

fn settings() -> Result<Settings> {
    let mut arguments = std::env::args().skip(1);
    let mut settings = Settings {
        address: arguments
            .next()
            .context("give the address of a server: http://127.0.0.1:50051")?,
        metrics: None,
        connections: 64,
        seconds: 60.0,
        half_open: 0,
    };
    while let Some(flag) = arguments.next() {
        let value = arguments.next().with_context(|| format!("{flag} needs a value"))?;
        match flag.as_str() {
            "--metrics" => settings.metrics = Some(value),
            "--connections" => settings.connections = value.parse()?,
            "--seconds" => settings.seconds = value.parse()?,
            "--half-open" => settings.half_open = value.parse()?,
            _ => anyhow::bail!("{flag} is no flag: --metrics, --connections, --seconds, --half-open"),
        }
    }
    Ok(settings)
}

async fn ask(mut client: Client, text: &str, timeout: Option<Duration>) -> Result<(), tonic::Status> {
    let mut request = Request::new(pb::ExtractRequest {
        document: Some(pb::Document {
            text: text.to_owned(),
            published_at: "2020-06-11".to_owned(),
            ..pb::Document::default()
        }),
        options: None,
    });
    if let Some(timeout) = timeout {
        request.set_timeout(timeout);
    }
    client.extract(request).await.map(drop)
}

/// Articles a second with as many callers as keep all threads busy, each asking when it was answered.
async fn saturation(clients: &Arc<Vec<Client>>, texts: &Arc<[String]>, seconds: f64) -> Result<f64> {
    let end = Instant::now() + Duration::from_secs_f64(seconds.max(2.0));
    let (began, mut tasks) = (Instant::now(), JoinSet::new());
    for (first, client) in clients.iter().take(16).enumerate() {
        let (client, texts) = (client.clone(), Arc::clone(texts));
        tasks.spawn(async move {
            let mut count = 0_u32;
            for text in texts.iter().cycle().skip(first) {
                if Instant::now() >= end {
                    break;
                }
                if ask(client.clone(), text, None).await.is_ok() {
                    count += 1;
                }
            }
            count
        });
    }
    let count: u32 = tasks.join_all().await.into_iter().sum();
    ensure!(count > 0, "the server answered nothing");
    Ok(f64::from(count) / began.elapsed().as_secs_f64())
}

/// What came of the requests of a run.
struct Outcome {
    answered: Vec<Duration>,
    full: u64,
    late: u64,
    other: Vec<String>,
}

/// When the requests of an open loop come.
#[derive(Debug, Clone, Copy)]
enum Arrivals {
    /// At equal distances, as load generators send them.
    Even,
    /// Each whatever the others do, as independent callers send them: they crowd.
    Poisson,
}

impl Arrivals {
    /// Seconds to the next request.
    fn distance(self, rate: f64, random: &mut fastrand::Rng) -> f64 {
        match self {
            Self::Even => 1.0 / rate,
            Self::Poisson => -(1.0 - random.f64()).ln() / rate,
        }
    }
}

async fn open_loop(
    clients: Arc<Vec<Client>>,
    texts: Arc<[String]>,
    rate: f64,
    arrivals: Arrivals,
    seconds: f64,
) -> Outcome {
    let (sender, mut receiver) = mpsc::unbounded_channel();
    let began = Instant::now();
    let mut random = fastrand::Rng::with_seed(1);
    let (mut due, mut number) = (0.0, 0);
    while due < seconds {
        let wait = Duration::from_secs_f64(due).saturating_sub(began.elapsed());
        if !wait.is_zero() {
            tokio::time::sleep(wait).await;
        }
        due += arrivals.distance(rate, &mut random);
        number += 1;
        let client = clients[number % clients.len()].clone();
        let (texts, sender) = (Arc::clone(&texts), sender.clone());
        tokio::spawn(async move {
            let asked = Instant::now();
            let result = ask(client, &texts[number % texts.len()], Some(Duration::from_secs(10))).await;
            let _ = sender.send((asked.elapsed(), result));
        });
    }
    drop(sender);
    let mut outcome = Outcome {
        answered: Vec::new(),
        full: 0,
        late: 0,
        other: Vec::new(),
    };
    while let Some((time, result)) = receiver.recv().await {
        match result.map_err(|status| (status.code(), status.to_string())) {
            Ok(()) => outcome.answered.push(time),
            Err((Code::ResourceExhausted, _)) => outcome.full += 1,
            Err((Code::DeadlineExceeded, _)) => outcome.late += 1,
            Err((_, message)) => outcome.other.push(message),
        }
    }
    outcome.answered.sort();
    outcome
}

impl std::fmt::Display for Outcome {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let at = |part: f64| {
            let last = self.answered.len().saturating_sub(1);
            let place = (last as f64 * part).round() as usize;
            self.answered
                .get(place)
                .map_or(f64::NAN, |time| time.as_secs_f64() * 1e3)
        };
        let (answered, full, late) = (self.answered.len(), self.full, self.late);
        let (p50, p99) = (at(0.5), at(0.99));
        write!(
            f,
            "{answered} answered (p50 {p50:.1} ms, p99 {p99:.1} ms, {:.1} times), ",
            p99 / p50
        )?;
        write!(
            f,
            "{full} RESOURCE_EXHAUSTED, {late} DEADLINE_EXCEEDED, {} other errors",
            self.other.len()
        )?;
        match self.other.first() {
            Some(first) => write!(f, ", the first: {first}"),
            None => Ok(()),
        }
    }
}

type HalfOpen = (
    mpsc::Sender<pb::ExtractStreamRequest>,
    tonic::Streaming<pb::ExtractStreamResponse>,
);

/// Streams on which nothing comes, a hundred on each connection; those that the server refuses are not kept.
async fn half_open(settings: &Settings) -> Result<Vec<HalfOpen>> {
    let (mut streams, refused) = (Vec::new(), AtomicU64::new(0));
    for _ in 0..settings.half_open.div_ceil(100) {
        let channel = Channel::from_shared(settings.address.clone())?.connect().await?;
        for _ in 0..100 {
            let (sender, receiver) = mpsc::channel(1);
            let requests = tokio_stream::wrappers::ReceiverStream::new(receiver);
            match ExtractionServiceClient::new(channel.clone())
                .extract_stream(requests)
                .await
            {
                Ok(answers) => streams.push((sender, answers.into_inner())),
                Err(_) => {
                    refused.fetch_add(1, Ordering::Relaxed);
                }
            }
        }
    }
    println!("{} streams refused", refused.into_inner());
    Ok(streams)
}

/// Megabytes of resident memory, as the server says.
fn resident(address: &str) -> Result<f64> {
    let mut stream = std::net::TcpStream::connect(address)?;
    write!(stream, "GET /metrics HTTP/1.1\r\nhost: {address}\r\n\r\n")?;
    let mut text = String::new();
    stream.read_to_string(&mut text)?;
    let value = text
        .lines()
        .find_map(|line| line.strip_prefix("musnad_resident_memory_bytes "));
    let bytes: f64 = value.context("the metrics have no resident memory")?.trim().parse()?;
    Ok(bytes / 1e6)
}
