//! What is known of the machine, from `/proc` where there is one.

use std::fs;

/// Processor, threads and system in a line.
pub(super) fn describe() -> String {
    let processor = fs::read_to_string("/proc/cpuinfo")
        .ok()
        .and_then(|info| field(&info, "model name"))
        .unwrap_or_else(|| "unknown processor".to_owned());
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    format!(
        "{processor}, {threads} threads, {}-{}",
        std::env::consts::ARCH,
        std::env::consts::OS
    )
}

/// Largest resident set of a process so far, in bytes.
pub(super) fn peak_resident(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let kilobytes: u64 = field(&status, "VmHWM")?.split_whitespace().next()?.parse().ok()?;
    Some(kilobytes * 1024)
}

fn field(lines: &str, name: &str) -> Option<String> {
    let line = lines.lines().find(|line| line.starts_with(name))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}
