//! Where things go that are no units of a resource when their campus must be
//! left.

use crate::domain::Scenario;
use crate::ids::{CampusId, StageId};
use crate::plan::book::Book;

impl Book<'_> {
    /// Whether a campus must be left by a stage: its use has ended, or it was
    /// in use and is closed.
    pub(super) fn left(&self, campus: CampusId, stage: StageId) -> bool {
        let earlier = (0..stage.0).map(StageId);
        let used = || {
            self.scenario.campuses[campus].in_use
                || earlier.clone().any(|before| self.open(campus, before))
        };
        self.scenario.ended(campus, stage) || (!self.open(campus, stage) && used())
    }

    /// Where movable things of a campus that must be left go: with the classes,
    /// to the open campus to which most of its students have moved by then;
    /// without any such, to the nearest open one. Nothing if none is open.
    pub(super) fn refuge(&self, campus: CampusId, stage: StageId) -> Option<CampusId> {
        let open = self.scenario.campuses.keys();
        let open: Vec<CampusId> =
            open.filter(|other| *other != campus && self.open(*other, stage)).collect();
        let moved: Vec<f64> =
            open.iter().map(|other| self.students_moved(campus, *other, stage)).collect();
        let most = moved.iter().copied().fold(0.0, f64::max);
        if most > 0.0 {
            let first = moved.iter().position(|students| *students >= most)?;
            return Some(open[first]);
        }
        let way = |other: &CampusId| way(self.scenario, campus, *other);
        open.into_iter().min_by(|one, other| way(one).total_cmp(&way(other)))
    }

    /// Students who have moved from one campus to another by a stage.
    fn students_moved(&self, origin: CampusId, destination: CampusId, stage: StageId) -> f64 {
        let by = self.start(stage).0;
        let moved = self.moved.iter().filter(|moved| moved.at <= by);
        let between = moved.filter(|moved| moved.between == Some((origin, destination)));
        between.map(|moved| moved.students).sum()
    }
}

/// Minutes between two campuses; without a road, farther than any.
fn way(scenario: &Scenario, one: CampusId, other: CampusId) -> f64 {
    scenario.road(one, other).map_or(f64::INFINITY, |road| road.time.0)
}
