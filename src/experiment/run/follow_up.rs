//! A study that follows another: its candidate first stages, each forced in
//! each of its futures.

use super::collect::all_rows;
use super::folder::{CANDIDATES, FREE, Folder, NEAR, STUDY};
use super::init::Prepared;
use super::planner::Planner;
use super::row::Row;
use crate::experiment::specification::bounds::MOST_PLANS;
use crate::experiment::specification::candidates::Candidates;
use crate::experiment::specification::manifest::Manifest;
use crate::experiment::trouble::Trouble;
use crate::words::diagnostics::out_of_range;
use crate::words::experiment as words;
use serde::Serialize;

/// Prepares the study that has every candidate in every future of the study in
/// `folder`. Plan f·K + c of it has candidate c of K in future f. It begins
/// near the same plan as the other.
///
/// # Errors
///
/// When the study in `folder` is not complete or not what it was, or there
/// can't be so many plans or shards.
pub fn follow_up(
    folder: &Folder,
    manifest: &Manifest,
    candidates: &Candidates,
    shards: Option<usize>,
) -> Result<Prepared, Trouble> {
    let plans = manifest.plans.saturating_mul(candidates.first_stages.len());
    if plans > MOST_PLANS {
        let most = MOST_PLANS.to_string();
        return Err(Trouble::wrong(out_of_range(&plans.to_string(), "1", &most)));
    }
    let rows = all_rows(folder, manifest)?;
    let planner = Planner::open(folder, manifest)?;
    let (mut study, base) = (planner.study, planner.base);
    let factor = candidates.factor(&base.scenario);
    study.cross(factor.map_err(|error| Trouble::wrong(words::bad_manifest(&CANDIDATES, &error)))?);
    let text = folder.input(manifest, STUDY)?.unwrap_or_default();
    let text = String::from_utf8_lossy(&text).into_owned();
    let mut more = vec![(CANDIDATES, json_lines([candidates])), (FREE, json_lines(&rows))];
    if let Some(near) = folder.input(manifest, NEAR)? {
        more.push((NEAR, near));
    }
    Prepared::following((study, base), text, more, shards)
}

/// The candidates of a follow-up study, with the rows of the study it follows;
/// none of any other study.
///
/// # Errors
///
/// When they are not what they were when the study was made.
pub fn followed(
    folder: &Folder,
    manifest: &Manifest,
) -> Result<Option<(Candidates, Vec<Row>)>, Trouble> {
    let inputs = (folder.input(manifest, CANDIDATES)?, folder.input(manifest, FREE)?);
    let (Some(candidates), Some(free)) = inputs else {
        return Ok(None);
    };
    let candidates = Candidates::read(&candidates, &folder.file(CANDIDATES).display())?;
    let lines = free.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
    let rows: Result<Vec<Row>, _> = lines.map(serde_json::from_slice).collect();
    let rows = rows.map_err(|error| {
        let name = folder.file(FREE);
        Trouble::wrong(words::bad_manifest(&name.display(), &error))
    })?;
    Ok(Some((candidates, rows)))
}

fn json_lines<'v, T: Serialize + 'v>(values: impl IntoIterator<Item = &'v T>) -> Vec<u8> {
    let mut lines = Vec::new();
    for value in values {
        // Only values that can't be serialised fail, and these can.
        lines.extend(serde_json::to_vec(value).unwrap_or_default());
        lines.push(b'\n');
    }
    lines
}
