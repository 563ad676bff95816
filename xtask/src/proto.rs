//! Generates `musnad-proto` with protox, so that no protoc is needed.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use prost::Message;

const PACKAGE: &str = "musnad.v1";
const OUTPUTS: [&str; 3] = ["musnad.v1.rs", "musnad.v1.serde.rs", "descriptor.bin"];

/// Generates the code, and either writes it over the committed files or compares it with them.
pub(crate) fn run(check: bool) -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .context("xtask has no parent folder")?;
    let committed = root.join("crates/musnad-proto/src/generated");
    let fresh = tempfile::tempdir()?;
    generate(&root.join("proto"), fresh.path())?;
    let mut drifted = Vec::new();
    for name in OUTPUTS {
        let new = fs::read(fresh.path().join(name)).with_context(|| format!("{name} was not generated"))?;
        let target = committed.join(name);
        if fs::read(&target).is_ok_and(|old| old == new) {
            continue;
        }
        if check {
            drifted.push(name);
        } else {
            fs::write(&target, new).with_context(|| format!("writing {}", target.display()))?;
            println!("wrote {}", target.display());
        }
    }
    if !drifted.is_empty() {
        bail!(
            "{} differ from proto/: run `cargo xtask proto` and commit",
            drifted.join(", ")
        );
    }
    Ok(())
}

fn generate(proto: &Path, out: &Path) -> Result<()> {
    let mut files: Vec<PathBuf> = fs::read_dir(proto.join("musnad/v1"))?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    files.retain(|path| path.extension().is_some_and(|extension| extension == "proto"));
    files.sort();
    let set = protox::compile(&files, [proto])?;
    let bytes = set.encode_to_vec();
    // Client and server are behind features of the crate, so that the messages alone need no tonic.
    tonic_prost_build::configure()
        .out_dir(out)
        .client_mod_attribute(PACKAGE, "#[cfg(feature = \"client\")]")
        .server_mod_attribute(PACKAGE, "#[cfg(feature = \"server\")]")
        .build_transport(false)
        .compile_fds(set)?;
    pbjson_build::Builder::new()
        .register_descriptors(&bytes)?
        .out_dir(out)
        .build(&[format!(".{PACKAGE}")])?;
    fs::write(out.join("descriptor.bin"), bytes)?;
    Ok(())
}
