//! Ontologies and tables of the operator's that change while the server runs.

use std::path::PathBuf;

use musnad_proto::v1 as pb;
use musnad_proto::v1::extraction_service_client::ExtractionServiceClient;
use tempfile::TempDir;
use tonic::transport::Channel;

use crate::operations::{open_stream, send};
use crate::support::{Running, document, figure, request, until};

const FAILED: &str = "musnad_reloads_total{what=\"extractor\",outcome=\"failed\"}";
const MADE: &str = "musnad_reloads_total{what=\"extractor\",outcome=\"ok\"}";
const TEXT: &str = "أعلن تجمع سنابل الوادي وقف العمل.";

struct Desk {
    server: Running,
    actors: PathBuf,
    ontology: PathBuf,
    _folder: TempDir,
}

fn actor(english: &str) -> String {
    format!("تجمع سنابل الوادي\tORGANIZATION\t{english}\tSDN\tOPP\n")
}

fn ontology(version: u32) -> String {
    format!("name = \"strikes-{version}\"\n\n[[actor]]\nnames = [\"تجمع سنابل الوادي\"]\ncode = \"S{version}\"\n")
}

impl Desk {
    async fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (actors, ontology_file) = (folder.path().join("actors.tsv"), folder.path().join("strikes.toml"));
        std::fs::write(&actors, actor("First")).unwrap();
        std::fs::write(&ontology_file, ontology(1)).unwrap();
        let server = Running::start(|config| {
            config.metrics_listen = Some("127.0.0.1:0".to_owned());
            config.security.reload_interval = 1;
            config.actors = vec![actors.clone()];
            config.ontology = vec![ontology_file.clone()];
        })
        .await;
        Self {
            server,
            actors,
            ontology: ontology_file,
            _folder: folder,
        }
    }

    async fn figure(&self, name: &str) -> f64 {
        figure(self.server.metrics.unwrap(), name).await
    }

    async fn ontologies(&self) -> Vec<String> {
        let mut client = self.server.client().await;
        client
            .get_info(pb::GetInfoRequest {})
            .await
            .unwrap()
            .into_inner()
            .ontologies
    }
}

/// The English name of the actor that both tables speak of.
fn english(extraction: &pb::Extraction) -> String {
    let named = extraction
        .entities
        .iter()
        .find(|entity| entity.name.contains("سنابل"))
        .unwrap_or_else(|| panic!("{:?}", extraction.entities));
    named.name_en.clone()
}

async fn ask(client: &mut ExtractionServiceClient<Channel>) -> String {
    let answer = client.extract(request(document("a", TEXT))).await.unwrap();
    english(&answer.into_inner().extraction.unwrap())
}

#[tokio::test]
async fn a_changed_table_is_read_and_calls_that_run_keep_the_old_one() {
    let desk = Desk::start().await;
    let mut client = desk.server.client().await;
    assert_eq!(ask(&mut client).await, "First");
    let (sender, stream) = open_stream();
    let mut answers = client.extract_stream(stream).await.unwrap().into_inner();

    std::fs::write(&desk.actors, actor("Second")).unwrap();
    until("the table is read again", async || desk.figure(MADE).await == 1.0).await;
    assert_eq!(ask(&mut client).await, "Second");

    send(&sender, document("s", TEXT)).await;
    let result = answers.message().await.unwrap().unwrap().result.unwrap();
    match result.outcome.unwrap() {
        pb::document_result::Outcome::Extraction(extraction) => assert_eq!(english(&extraction), "First"),
        pb::document_result::Outcome::Error(error) => panic!("{error:?}"),
    }
}

#[tokio::test]
async fn a_broken_file_is_counted_and_leaves_the_old_one_in_force() {
    let desk = Desk::start().await;
    let mut client = desk.server.client().await;
    std::fs::write(&desk.actors, "تجمع سنابل الوادي\tNONSENSE\tBroken\tSDN\tOPP\n").unwrap();
    until("it is seen", async || desk.figure(FAILED).await == 1.0).await;
    assert_eq!(ask(&mut client).await, "First");
    assert_eq!(desk.figure(MADE).await, 0.0);

    std::fs::remove_file(&desk.actors).unwrap();
    until("it is missed", async || desk.figure(FAILED).await == 2.0).await;
    assert_eq!(ask(&mut client).await, "First");

    std::fs::write(&desk.actors, actor("Third")).unwrap();
    until("it is back", async || desk.figure(MADE).await == 1.0).await;
    assert_eq!(ask(&mut client).await, "Third");
}

#[tokio::test]
async fn an_ontology_is_read_again_at_sighup_and_info_tells_which() {
    let desk = Desk::start().await;
    assert!(
        desk.ontologies().await.contains(&"strikes-1".to_owned()),
        "{:?}",
        desk.ontologies().await
    );
    std::fs::write(&desk.ontology, ontology(2)).unwrap();
    desk.server.reloader.reload();
    until("the new one is in force", async || {
        desk.ontologies().await.contains(&"strikes-2".to_owned())
    })
    .await;
    std::fs::write(&desk.ontology, "name = \"strikes-3\" = 4\n").unwrap();
    desk.server.reloader.reload();
    until("the broken one is seen", async || desk.figure(FAILED).await >= 1.0).await;
    assert!(desk.ontologies().await.contains(&"strikes-2".to_owned()));
}
