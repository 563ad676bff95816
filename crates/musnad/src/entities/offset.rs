//! Points by distance and direction: «450 كيلومترا شرق طرابلس» (450 km east of Tripoli), «على بعد 30 كلم إلى الجنوب من حلب».
//!
//! The point lies on the great circle. Desks name eight directions, so that the true one may be 22.5 degrees off, which is
//! 0.39 of the distance at its end, and they round distances, to about a tenth; both are at right angles, which makes 0.4 of
//! the distance. The radius is that, five kilometres at least, and what the place that it counts from has. Not handled:
//! distances without a direction («تبعد عن العاصمة 30 كيلومترا»), travel times.

use crate::document::{LatLon, Quantity, QuantityKind};
use crate::names::Name;
use crate::text::Text;

/// Mean radius of the earth in kilometres.
const EARTH: f64 = 6371.0;
/// How far off the true direction may be from the one of eight that is named, in degrees.
const TURN: f32 = 22.5;
/// How far off a rounded distance may be, as a share of it.
const ROUNDING: f32 = 0.1;
/// The point is never surer than this, in kilometres.
const LEAST: f32 = 5.0;

/// A place told by its distance from another.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Offset {
    /// Tokens from the distance to the place that it counts from.
    pub(crate) tokens: std::ops::Range<usize>,
    /// Index of the name that it counts from.
    pub(crate) from: usize,
    /// Index of the name right before it, which it describes: «سرت (450 كيلومترا شرق طرابلس)».
    pub(crate) of: Option<usize>,
    km: f64,
    bearing: f64,
}

impl Offset {
    /// The point, counted from where the other place is, and how far off it may be.
    pub(crate) fn point(&self, from: LatLon, radius: f32) -> (LatLon, f32) {
        let (lat, turn, way) = (from.lat.to_radians(), self.bearing.to_radians(), self.km / EARTH);
        let to = (lat.sin() * way.cos() + lat.cos() * way.sin() * turn.cos()).asin();
        let east = (turn.sin() * way.sin() * lat.cos()).atan2(way.cos() - lat.sin() * to.sin());
        let lon = (from.lon + east.to_degrees() + 540.0).rem_euclid(360.0) - 180.0;
        let point = LatLon {
            lat: to.to_degrees(),
            lon,
        };
        let aside = 2.0 * (TURN.to_radians() / 2.0).sin();
        (point, (self.km as f32 * aside.hypot(ROUNDING)).max(LEAST) + radius)
    }
}

/// Kilometres between two points.
pub(crate) fn distance(a: LatLon, b: LatLon) -> f64 {
    let (lat1, lat2) = (a.lat.to_radians(), b.lat.to_radians());
    let (dlat, dlon) = (lat2 - lat1, (b.lon - a.lon).to_radians());
    let h = (dlat / 2.0).sin().powi(2) + lat1.cos() * lat2.cos() * (dlon / 2.0).sin().powi(2);
    2.0 * EARTH * h.sqrt().min(1.0).asin()
}

/// All of a text; names come in order.
pub(crate) fn find(text: &Text<'_>, quantities: &[Quantity], names: &[Name]) -> Vec<Offset> {
    quantities
        .iter()
        .filter(|quantity| quantity.kind == QuantityKind::DistanceKm)
        .filter_map(|quantity| {
            let km = middle(quantity)?;
            let tokens = text.tokens_in(quantity.span);
            let (bearing, place) = direction(text, tokens.end)?;
            let from = names.partition_point(|name| name.tokens.start < place);
            let named = names.get(from).filter(|name| name.tokens.start <= place + 1)?;
            // «مدينة طرابلس»: at most a class noun between the direction and the name.
            let before = names.partition_point(|name| name.tokens.end <= tokens.start);
            let of = before.checked_sub(1).filter(|index| {
                names.get(*index).is_some_and(|name| {
                    let between = name.tokens.end..tokens.start;
                    between.len() <= 4 && between.into_iter().all(|token| is_apposition(text.key(token)))
                })
            });
            Some(Offset {
                tokens: tokens.start..named.tokens.end,
                from,
                of,
                km,
                bearing,
            })
        })
        .collect()
}

fn middle(quantity: &Quantity) -> Option<f64> {
    let km = match (quantity.min, quantity.max) {
        (Some(min), Some(max)) => f64::midpoint(min, max),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => return None,
    };
    (km > 0.0 && km < 5000.0).then_some(km)
}

/// What may stand between a place and the distance that describes it.
fn is_apposition(key: &str) -> bool {
    matches!(
        key,
        "(" | ","
            | "،"
            | "-"
            | "علي"
            | "بعد"
            | "الواقعه"
            | "الواقع"
            | "تقع"
            | "يقع"
            | "التي"
            | "نحو"
            | "حوالي"
            | "مسافه"
            | "وتقع"
    )
}

/// The bearing that is told at a token, and the token where the place begins.
fn direction(text: &Text<'_>, token: usize) -> Option<(f64, usize)> {
    let mut at = token;
    if matches!(text.key(at), "الي" | "باتجاه" | "نحو" | "في") {
        at += 1;
    }
    let first = point(text.key(at))?;
    at += 1;
    let bearing = match point(text.key(at)) {
        Some(second) => {
            at += 1;
            between(first, second)?
        }
        None => first,
    };
    if matches!(text.key(at), "من" | "عن") {
        at += 1;
    }
    if matches!(
        text.key(at),
        "مدينه" | "العاصمه" | "بلده" | "قريه" | "مركز" | "وسط" | "محافظه"
    ) {
        at += 1;
    }
    Some((bearing, at))
}

/// The bearing of a word of direction, in degrees from the north.
fn point(key: &str) -> Option<f64> {
    let bare = key.strip_prefix("ال").unwrap_or(key);
    let bare = bare.strip_suffix('ي').unwrap_or(bare);
    match bare {
        "شمال" => Some(0.0),
        "شرق" => Some(90.0),
        "جنوب" => Some(180.0),
        "غرب" => Some(270.0),
        _ => None,
    }
}

/// North and west make north-west; opposite directions make none.
fn between(first: f64, second: f64) -> Option<f64> {
    let turn = (second - first + 540.0).rem_euclid(360.0) - 180.0;
    ((turn.abs() - 90.0).abs() < 1.0).then(|| (first + turn / 2.0).rem_euclid(360.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TRIPOLI: LatLon = LatLon {
        lat: 32.887,
        lon: 13.191,
    };

    #[test]
    fn east_of_tripoli_is_in_the_gulf_of_sirte() {
        let offset = Offset {
            tokens: 0..4,
            from: 0,
            of: None,
            km: 450.0,
            bearing: 90.0,
        };
        let (point, radius) = offset.point(TRIPOLI, 10.0);
        assert!(
            (point.lat - 32.79).abs() < 0.01 && (point.lon - 18.01).abs() < 0.01,
            "{point:?}"
        );
        // 22.5 degrees to the north the true point is 176 km away; a tenth of the distance is 45 km.
        assert!((radius - 191.3).abs() < 0.2, "{radius}");
        assert!((distance(TRIPOLI, point) - 450.0).abs() < 1.0);
    }

    #[test]
    fn directions_combine() {
        assert_eq!(between(0.0, 270.0), Some(315.0));
        assert_eq!(between(180.0, 90.0), Some(135.0));
        assert_eq!(between(0.0, 180.0), None);
    }
}
