//! The files under `deploy/` say what the server knows: its flags, variables, ports and figures.

// What tests share may fail them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::path::PathBuf;

use clap::Args;
use musnad_proto::v1 as pb;
use musnad_proto::v1::extraction_service_client::ExtractionServiceClient;
use musnad_server::{Config, Server};
use musnad_tests::folder;
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::oneshot;
use tonic::transport::Channel;

fn deploy(path: &str) -> PathBuf {
    folder().join("../deploy").join(path)
}

fn read(path: &str) -> String {
    std::fs::read_to_string(deploy(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn yaml(path: &str) -> Value {
    serde_yaml_ng::from_str(&read(&format!("kubernetes/{path}"))).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Flags and variables of the server.
fn settings() -> (BTreeSet<String>, BTreeSet<String>) {
    let command = Config::augment_args(clap::Command::new("server"));
    let flags = command.get_arguments().filter_map(|argument| argument.get_long());
    let variables = command.get_arguments().filter_map(|argument| argument.get_env());
    (
        flags.map(str::to_owned).collect(),
        variables.map(|name| name.to_string_lossy().into_owned()).collect(),
    )
}

/// Whatever looks like a variable of the server.
fn variables_in(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
    words
        .filter(|word| word.starts_with("MUSNAD_"))
        .map(str::to_owned)
        .collect()
}

/// Whatever looks like a figure of the server.
fn figures_in(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
    words
        .filter(|word| word.starts_with("musnad_"))
        .map(str::to_owned)
        .collect()
}

/// The names of all figures of a server that has answered a call, and one that failed.
async fn figures() -> BTreeSet<String> {
    let server = Server::bind(Config {
        listen: "127.0.0.1:0".to_owned(),
        metrics_listen: Some("127.0.0.1:0".to_owned()),
        ..Config::default()
    });
    let server = server.await.unwrap();
    let (address, metrics) = (server.local_address(), server.metrics_address().unwrap());
    let reloader = server.reloader();
    let (stop, stopped) = oneshot::channel::<()>();
    let serving = tokio::spawn(server.serve(async {
        let _ = stopped.await;
    }));
    let channel = Channel::from_shared(format!("http://{address}"))
        .unwrap()
        .connect()
        .await
        .unwrap();
    let mut client = ExtractionServiceClient::new(channel);
    for text in ["قصف.", ""] {
        let document = pb::Document {
            text: text.to_owned(),
            ..pb::Document::default()
        };
        let document = Some(document);
        let _ = client
            .extract(pb::ExtractRequest {
                document,
                options: None,
            })
            .await;
    }
    reloader.reload();
    let mut text = String::new();
    while !text.contains("musnad_reloads_total{") {
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        text.clear();
        let mut stream = TcpStream::connect(metrics).await.unwrap();
        let ask = format!("GET /metrics HTTP/1.1\r\nhost: {metrics}\r\n\r\n");
        stream.write_all(ask.as_bytes()).await.unwrap();
        stream.read_to_string(&mut text).await.unwrap();
    }
    drop(client);
    stop.send(()).unwrap();
    serving.await.unwrap().unwrap();
    let samples = text.lines().filter(|line| line.starts_with("musnad_"));
    samples
        .flat_map(|line| figures_in(line.split(['{', ' ']).next().unwrap()))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn dashboard_autoscaler_and_manual_name_figures_that_the_server_has() {
    let known = figures().await;
    let dashboard: Value = serde_json::from_str(&read("grafana/musnad.json")).unwrap();
    let mut named = figures_in(&dashboard.to_string());
    assert!(named.len() > 10, "{named:?}");
    named.extend(figures_in(&yaml("autoscaler.yaml").to_string()));
    let unknown: Vec<_> = named.difference(&known).collect();
    assert!(unknown.is_empty(), "the server has no {unknown:?}, only {known:?}");

    let manual = std::fs::read_to_string(folder().join("../docs/operations.md")).unwrap();
    let named = figures_in(&manual);
    let families: BTreeSet<String> = known
        .iter()
        .map(|name| {
            ["_bucket", "_sum", "_count"]
                .iter()
                .fold(name.as_str(), |name, end| name.strip_suffix(end).unwrap_or(name))
        })
        .map(str::to_owned)
        .collect();
    let missing: Vec<_> = families.difference(&named).collect();
    assert!(missing.is_empty(), "docs/operations.md does not explain {missing:?}");
    let panels = dashboard["panels"].as_array().unwrap();
    let ids: BTreeSet<i64> = panels.iter().map(|panel| panel["id"].as_i64().unwrap()).collect();
    assert_eq!(ids.len(), panels.len());
    assert!(
        panels
            .iter()
            .all(|panel| panel["targets"].as_array().is_some_and(|targets| !targets.is_empty()))
    );
}

#[test]
fn the_manual_has_every_flag_and_variable() {
    let manual = std::fs::read_to_string(folder().join("../docs/operations.md")).unwrap();
    let (flags, variables) = settings();
    let missing: Vec<_> = flags
        .iter()
        .filter(|flag| !manual.contains(&format!("`--{flag}`")))
        .collect();
    assert!(missing.is_empty(), "docs/operations.md lacks {missing:?}");
    let missing: Vec<_> = variables
        .iter()
        .filter(|name| !manual.contains(&format!("`{name}`")))
        .collect();
    assert!(missing.is_empty(), "docs/operations.md lacks {missing:?}");
    let unknown: Vec<_> = variables_in(&manual).difference(&variables).cloned().collect();
    assert!(
        unknown.is_empty(),
        "docs/operations.md has {unknown:?}, which the server has not"
    );
}

#[test]
fn the_kubernetes_files_fit_each_other_and_the_server() {
    let list = yaml("kustomization.yaml");
    let resources: Vec<&str> = list["resources"]
        .as_array()
        .unwrap()
        .iter()
        .map(|name| name.as_str().unwrap())
        .collect();
    let kinds: Vec<String> = resources
        .iter()
        .map(|name| yaml(name)["kind"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(
        kinds,
        [
            "Deployment",
            "Service",
            "PodDisruptionBudget",
            "HorizontalPodAutoscaler"
        ]
    );

    let deployment = yaml("deployment.yaml");
    let pod = &deployment["spec"]["template"]["spec"];
    let container = &pod["containers"][0];
    let (flags, _) = settings();
    let mut given = BTreeSet::new();
    for argument in container["args"].as_array().unwrap() {
        let flag = argument
            .as_str()
            .unwrap()
            .trim_start_matches("--")
            .split('=')
            .next()
            .unwrap();
        assert!(flags.contains(flag), "the server has no --{flag}");
        given.insert(flag.to_owned());
    }
    // In a cluster others can reach the pod.
    assert!(given.contains("tls-cert") && given.contains("tokens"));
    let grace = container["args"].to_string();
    assert!(grace.contains("--grace-period=30") && pod["terminationGracePeriodSeconds"].as_u64().unwrap() > 30);
    assert_eq!(pod["securityContext"]["runAsNonRoot"], true);
    assert_eq!(container["securityContext"]["readOnlyRootFilesystem"], true);
    let ports: BTreeSet<&str> = container["ports"]
        .as_array()
        .unwrap()
        .iter()
        .map(|port| port["name"].as_str().unwrap())
        .collect();
    for probe in ["startupProbe", "readinessProbe", "livenessProbe"] {
        assert!(
            ports.contains(container[probe]["httpGet"]["port"].as_str().unwrap()),
            "{probe}"
        );
    }
    for port in yaml("service.yaml")["spec"]["ports"].as_array().unwrap() {
        assert!(ports.contains(port["targetPort"].as_str().unwrap()), "{port}");
    }
    let mounts = container["volumeMounts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|mount| mount["name"].as_str().unwrap());
    let volumes: BTreeSet<&str> = pod["volumes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|volume| volume["name"].as_str().unwrap())
        .collect();
    assert_eq!(mounts.collect::<BTreeSet<_>>(), volumes);

    let label = &list["labels"][0]["pairs"]["app.kubernetes.io/name"];
    assert_eq!(
        &yaml("disruption.yaml")["spec"]["selector"]["matchLabels"]["app.kubernetes.io/name"],
        label
    );
    let scaled = yaml("autoscaler.yaml");
    assert_eq!(scaled["spec"]["scaleTargetRef"]["name"], deployment["metadata"]["name"]);
    assert!(scaled["spec"]["minReplicas"].as_u64() > yaml("disruption.yaml")["spec"]["minAvailable"].as_u64());
}

#[test]
fn the_container_runs_as_nobody_and_is_asked_whether_it_is_well() {
    let text = read("Containerfile");
    let (_, variables) = settings();
    assert!(variables_in(&text).is_subset(&variables), "{:?}", variables_in(&text));
    let instructions: Vec<&str> = text.lines().filter(|line| !line.starts_with(['#', ' '])).collect();
    let has = |start: &str| instructions.iter().any(|line| line.starts_with(start));
    assert_eq!(instructions.iter().filter(|line| line.starts_with("FROM ")).count(), 2);
    assert!(has("USER 65532") && has("HEALTHCHECK ") && has("STOPSIGNAL SIGTERM") && has("EXPOSE 50051 9090"));
    // The same that `make` builds, with the versions that are locked.
    assert!(text.contains("cargo build --release --locked --package musnad-server"));
    let version = text.split("rust:").nth(1).unwrap().split('-').next().unwrap();
    let workspace = std::fs::read_to_string(folder().join("../Cargo.toml")).unwrap();
    let needed = workspace
        .split("rust-version = \"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let minor = |version: &str| version.split('.').nth(1).unwrap().parse::<u32>().unwrap();
    assert!(
        minor(version) >= minor(needed),
        "the image has Rust {version}, {needed} is needed"
    );
}

#[test]
fn the_systemd_unit_is_one() {
    let text = read("systemd/musnad.service");
    let (_, variables) = settings();
    assert!(variables_in(&text).is_subset(&variables), "{:?}", variables_in(&text));
    let mut section = "";
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line.strip_prefix('[') {
            Some(name) => section = name.trim_end_matches(']'),
            None => assert!(line.contains('=') && !section.is_empty(), "{line}"),
        }
    }
    let stop = text
        .lines()
        .find_map(|line| line.strip_prefix("TimeoutStopSec="))
        .unwrap();
    assert!(stop.parse::<u64>().unwrap() > Config::default().grace_period);
    assert!(text.contains("DynamicUser=yes") && text.contains("RestartPreventExitStatus=2"));
}
