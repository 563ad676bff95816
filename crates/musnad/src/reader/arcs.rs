//! Heads and relations: every pair of words gets a score, the best tree is taken, and its arcs are named.

use super::activation::{largest, probability};
use super::file::{File, damaged};
use super::kernel::{Activations, Cpu, Matrix};
use super::tree::best_tree;
use super::weights::{Linear, matrix};
use super::words::WordStates;
use crate::document::known_deprel;
use crate::error::Error;

/// Longest sentence, in words, whose words can all hang on each other. A longer one is read in stretches of this length,
/// and the root of each stretch hangs on that of the first: what pairs cost grows with the square of the length.
const LONGEST: usize = 160;

/// The head of a word.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Arc {
    /// Number of the head in the sentence, from 1; 0 is the root.
    pub(crate) head: usize,
    pub(crate) deprel: &'static str,
    /// Probabilities of the head and of the relation.
    pub(crate) head_probability: f32,
    pub(crate) relation_probability: f32,
}

/// Two views of a word: as a head, and as a dependent.
#[derive(Debug)]
struct Views {
    head: Linear,
    dependent: Linear,
    root: Vec<f32>,
    size: usize,
}

impl Views {
    fn read(file: &File<'_>, name: &str, width: usize) -> Result<Self, Error> {
        let view = |side: &str, size| {
            let (weights, bias) = (format!("{name}.{side}.w"), format!("{name}.{side}.b"));
            Linear::read(file, &weights, Some(&bias), size, width)
        };
        let head = view("head", None)?;
        let size = head.outputs();
        Ok(Self {
            dependent: view("dep", Some(size))?,
            head,
            root: file.vector(&format!("{name}.root"), size)?,
            size,
        })
    }
}

/// The weights that attach words.
#[derive(Debug)]
pub(crate) struct Parser {
    arc: Views,
    /// From dependents to what their heads should be like.
    wanted: Matrix,
    head_bias: Vec<f32>,
    relation: Views,
    /// For each relation a matrix from heads to what their dependents should be like.
    relation_wanted: Matrix,
    relation_head: Linear,
    relation_dependent: Linear,
    labels: Vec<&'static str>,
    root_label: usize,
    arc_temperature: f32,
    relation_temperature: f32,
}

impl Parser {
    pub(crate) fn read(file: &File<'_>, width: usize) -> Result<Self, Error> {
        let labels = file
            .labels()
            .deprel
            .iter()
            .map(|name| known_deprel(name).ok_or_else(|| damaged(format!("{name:?} is no relation of UD"))))
            .collect::<Result<Vec<_>, _>>()?;
        let root_label = labels
            .iter()
            .position(|label| *label == "root")
            .ok_or_else(|| damaged("there is no relation root"))?;
        if labels.len() < 2 {
            return Err(damaged("there is no relation but root"));
        }
        let arc = Views::read(file, "arc", width)?;
        let relation = Views::read(file, "relation", width)?;
        let (a, r) = (arc.size, relation.size);
        let mut wanted = file.table("arc.u")?.shaped("arc.u", Some(a), a)?;
        let floats = wanted.to_floats();
        // The file has rows by dependents; the kernel wants one row for each output.
        let turned = (0..a)
            .flat_map(|output| (0..a).map(move |input| (input, output)))
            .filter_map(|(input, output)| floats.get(input * a + output).copied());
        wanted.values = super::file::Rows::Floats(turned.collect());
        let relation_u = file
            .table("relation.u")?
            .shaped("relation.u", Some(labels.len() * r), r)?;
        Ok(Self {
            wanted: matrix(&wanted, 0..a)?,
            head_bias: file.vector("arc.bias", a)?,
            relation_wanted: matrix(&relation_u, 0..r)?,
            relation_head: Linear::read(file, "relation.w_head", None, Some(labels.len()), r)?,
            relation_dependent: Linear::read(file, "relation.w_dep", Some("relation.b"), Some(labels.len()), r)?,
            arc,
            relation,
            labels,
            root_label,
            arc_temperature: file.temperature("arc"),
            relation_temperature: file.temperature("relation"),
        })
    }

    /// The arcs of sentences: `lengths` are their words, in the order of the states.
    pub(crate) fn arcs(&self, cpu: Cpu, states: &WordStates, lengths: &[usize]) -> Vec<Vec<Arc>> {
        let heads = self.arc.head.apply_relu(cpu, &states.activations);
        let dependents = self.arc.dependent.apply_relu(cpu, &states.activations);
        let wanted = self
            .wanted
            .apply(cpu, &Activations::round(cpu, &dependents, self.arc.size), &[]);
        let relation_heads = self.relation.head.apply_relu(cpu, &states.activations);
        let relation_dependents = self.relation.dependent.apply_relu(cpu, &states.activations);
        let mut first = 0;
        lengths
            .iter()
            .map(|words| {
                let rows = |values: &'_ [f32], size: usize, from: usize, to: usize| -> std::ops::Range<usize> {
                    let end = (to * size).min(values.len());
                    (from * size).min(end)..end
                };
                let mut arcs: Vec<Arc> = Vec::with_capacity(*words);
                // Number of the sentence's root.
                let mut root = 0;
                for start in (0..*words).step_by(LONGEST) {
                    let end = (start + LONGEST).min(*words);
                    let here = (first + start, first + end);
                    let size = self.arc.size;
                    let found = self.heads(
                        cpu,
                        &heads[rows(&heads, size, here.0, here.1)],
                        &wanted[rows(&wanted, size, here.0, here.1)],
                        end - start,
                    );
                    for (word, (head, probability)) in (start + 1..).zip(found) {
                        let head = match head {
                            0 if start == 0 => {
                                root = word;
                                0
                            }
                            0 => root,
                            head => start + head,
                        };
                        arcs.push(Arc {
                            head,
                            deprel: "dep",
                            head_probability: probability,
                            relation_probability: 0.0,
                        });
                    }
                }
                let size = self.relation.size;
                self.name(
                    cpu,
                    &relation_heads[rows(&relation_heads, size, first, first + words)],
                    &relation_dependents[rows(&relation_dependents, size, first, first + words)],
                    &mut arcs,
                );
                first += words;
                arcs
            })
            .collect()
    }

    /// Heads of words, numbered from 1, with their probabilities.
    fn heads(&self, cpu: Cpu, heads: &[f32], wanted: &[f32], words: usize) -> Vec<(usize, f32)> {
        let size = self.arc.size;
        let nodes = words + 1;
        // Columns instead of rows, so that the scores of all heads add up side by side.
        let mut columns = vec![0.0_f32; size * nodes];
        for (node, row) in std::iter::once(self.arc.root.as_slice())
            .chain(heads.chunks_exact(size))
            .enumerate()
        {
            for (column, value) in columns.chunks_exact_mut(nodes).zip(row) {
                if let Some(target) = column.get_mut(node) {
                    *target = *value;
                }
            }
        }
        let mut scores = vec![0.0_f32; words * nodes];
        cpu.run(
            #[inline(always)]
            || {
                for (row, wanted) in scores.chunks_exact_mut(nodes).zip(wanted.chunks_exact(size)) {
                    for ((column, wanted), bias) in columns.chunks_exact(nodes).zip(wanted).zip(&self.head_bias) {
                        let weight = wanted + bias;
                        for (score, value) in row.iter_mut().zip(column) {
                            *score += weight * value;
                        }
                    }
                }
            },
        );
        for (word, row) in scores.chunks_exact_mut(nodes).enumerate() {
            if let Some(own) = row.get_mut(word + 1) {
                *own = f32::NEG_INFINITY;
            }
        }
        best_tree(&scores, words)
            .into_iter()
            .zip(scores.chunks_exact(nodes))
            .map(|(head, row)| (head, probability(row, head, self.arc_temperature)))
            .collect()
    }

    /// Names the arcs of a sentence.
    fn name(&self, cpu: Cpu, heads: &[f32], dependents: &[f32], arcs: &mut [Arc]) {
        let size = self.relation.size;
        let mut chosen: Vec<f32> = Vec::with_capacity(arcs.len() * size);
        for arc in &*arcs {
            let head = match arc.head.checked_sub(1) {
                None => self.relation.root.as_slice(),
                Some(head) => heads.get(head * size..(head + 1) * size).unwrap_or_default(),
            };
            chosen.extend_from_slice(head);
        }
        let chosen = Activations::round(cpu, &chosen, size);
        let wanted = self.relation_wanted.apply(cpu, &chosen, &[]);
        let of_heads = self.relation_head.apply(cpu, &chosen);
        let rounded = Activations::round(cpu, dependents, size);
        let of_dependents = self.relation_dependent.apply(cpu, &rounded);
        let count = self.labels.len();
        let rows = wanted
            .chunks_exact(count * size)
            .zip(dependents.chunks_exact(size))
            .zip(of_heads.chunks_exact(count).zip(of_dependents.chunks_exact(count)));
        for (arc, ((wanted, dependent), (of_head, of_dependent))) in arcs.iter_mut().zip(rows) {
            if arc.head == 0 {
                arc.deprel = "root";
                arc.relation_probability = 1.0;
                continue;
            }
            let mut scores: Vec<f32> = wanted
                .chunks_exact(size)
                .zip(of_head.iter().zip(of_dependent))
                .map(|(wanted, (of_head, of_dependent))| dot(wanted, dependent) + of_head + of_dependent)
                .collect();
            if let Some(root) = scores.get_mut(self.root_label) {
                *root = f32::NEG_INFINITY;
            }
            let best = largest(&scores);
            arc.deprel = self.labels.get(best).copied().unwrap_or("dep");
            arc.relation_probability = probability(&scores, best, self.relation_temperature);
        }
    }
}

/// Sums in eight strands, so that processors can add them side by side in the same order everywhere.
fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut strands = [0.0_f32; 8];
    for (a, b) in a.chunks_exact(8).zip(b.chunks_exact(8)) {
        for ((strand, a), b) in strands.iter_mut().zip(a).zip(b) {
            *strand += a * b;
        }
    }
    let rest = a.len() / 8 * 8;
    let rest: f32 = a
        .get(rest..)
        .unwrap_or_default()
        .iter()
        .zip(b.get(rest..).unwrap_or_default())
        .map(|(a, b)| a * b)
        .sum();
    strands.iter().sum::<f32>() + rest
}
