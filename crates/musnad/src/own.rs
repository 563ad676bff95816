//! Tables of the caller: their own actors and places.

use std::path::Path;

use musnad_data::gazetteer::{Kind, OwnRow};

use crate::error::{Error, ErrorKind};

/// The text of a table.
pub(crate) fn read(path: &Path) -> Result<String, Error> {
    std::fs::read_to_string(path)
        .map_err(|error| Error::new(ErrorKind::Resources, format!("{}: {error}", path.display())))
}

/// Rows of a table of actors: names, type, English name, country, sectors.
pub(crate) fn actors(file: &str, table: &str) -> Result<Vec<OwnRow>, Error> {
    rows(file, table, 5, |cells, fault| {
        let kind = match cells[1].trim_start_matches("ENTITY_TYPE_") {
            "PERSON" => Kind::Person,
            "ORGANIZATION" => Kind::Organization,
            "FACILITY" => Kind::Facility,
            "MISCELLANEOUS" => Kind::Miscellaneous,
            other => {
                return Err(fault(&format!(
                    "{other:?} is no type of actor: PERSON, ORGANIZATION, FACILITY or MISCELLANEOUS"
                )));
            }
        };
        let sectors = cells[4];
        let is_sector = |sector: &str| sector.len() == 3 && sector.bytes().all(|byte| byte.is_ascii_uppercase());
        if !sectors.is_empty() && !sectors.split(',').all(is_sector) {
            return Err(fault(&format!(
                "{sectors:?}: sectors are PLOVER's codes of three letters, separated by commas"
            )));
        }
        Ok((kind, cells[2], cells[3], sectors, None))
    })
}

/// Rows of a table of places: names, English name, country, latitude, longitude.
pub(crate) fn places(file: &str, table: &str) -> Result<Vec<OwnRow>, Error> {
    rows(file, table, 5, |cells, fault| {
        let degrees = |cell: &str, most: f64| {
            let number = cell.parse::<f64>().ok().filter(|number| number.abs() <= most);
            number.ok_or_else(|| fault(&format!("{cell:?} is no number of degrees from -{most} to {most}")))
        };
        let location = if cells[3].is_empty() && cells[4].is_empty() {
            None
        } else {
            Some((degrees(cells[3], 90.0)?, degrees(cells[4], 180.0)?))
        };
        Ok((Kind::Place, cells[1], cells[2], "", location))
    })
}

type Cells<'t> = (Kind, &'t str, &'t str, &'t str, Option<(f64, f64)>);

fn rows<'t>(
    file: &str,
    table: &'t str,
    columns: usize,
    read: impl Fn(&[&'t str], &dyn Fn(&str) -> Error) -> Result<Cells<'t>, Error>,
) -> Result<Vec<OwnRow>, Error> {
    let mut rows = Vec::new();
    for (number, line) in table.lines().enumerate() {
        let line = line.trim_start_matches('\u{feff}').trim_end_matches('\r');
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let fault = |what: &str| Error::new(ErrorKind::Resources, format!("{file}:{}: {what}", number + 1));
        let mut cells: Vec<&str> = line
            .split('\t')
            .map(|cell| if cell.trim() == "-" { "" } else { cell.trim() })
            .collect();
        if cells.len() > columns {
            return Err(fault(&format!(
                "{} columns, separated by tabs; {columns} are expected",
                cells.len()
            )));
        }
        cells.resize(columns, "");
        let names: Vec<String> = cells[0].split('|').map(|name| name.trim().to_owned()).collect();
        if names.iter().any(|name| musnad_data::fold::key(name).trim().is_empty()) {
            return Err(fault("a name is empty: the first column has names, separated by |"));
        }
        let (kind, english, country, sectors, location) = read(&cells, &fault)?;
        if !country.is_empty() && !(country.len() == 3 && country.bytes().all(|byte| byte.is_ascii_uppercase())) {
            return Err(fault(&format!(
                "{country:?} is no country code of three letters (ISO 3166-1 alpha-3)"
            )));
        }
        rows.push(OwnRow {
            names,
            kind,
            name_en: english.to_owned(),
            country: country.to_owned(),
            sectors: sectors.to_owned(),
            location,
        });
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_read() {
        let table = "# names\ttype\tenglish\tcountry\tsectors\nلواء الفجر|قوات الفجر\tORGANIZATION\tDawn Brigade\tLBY\tPRM,REB\n";
        let rows = actors("mine.tsv", table).unwrap();
        assert_eq!((rows[0].names.len(), rows[0].sectors.as_str()), (2, "PRM,REB"));
        let rows = places("places.tsv", "تلة الحمراء\tRed Hill\tSYR\t35.1\t36.2\nعين الريح\n").unwrap();
        assert_eq!((rows[0].location, rows[1].location), (Some((35.1, 36.2)), None));
    }

    #[test]
    fn faults_name_file_and_line() {
        let cases = [
            ("# c\nلواء\tARMY\t-\t-\t-", "mine.tsv:2: \"ARMY\" is no type"),
            ("لواء\tPERSON\t-\tLibya\t-", "mine.tsv:1: \"Libya\" is no country"),
            ("لواء\tPERSON\t-\t-\trebels", "mine.tsv:1: \"rebels\""),
            ("\tPERSON", "mine.tsv:1: a name is empty"),
            ("a\tb\tc\td\te\tf", "mine.tsv:1: 6 columns"),
        ];
        for (table, message) in cases {
            let error = actors("mine.tsv", table).unwrap_err();
            assert!(error.to_string().starts_with(message), "{error}");
        }
        let error = places("p.tsv", "قرية\tx\tSYR\t95\t36").unwrap_err();
        assert!(
            error.to_string().contains("p.tsv:1") && error.to_string().contains("95"),
            "{error}"
        );
    }
}
