//! Few people visit rather than many a little: among those of a campus who
//! teach a subject, what is taught elsewhere is gathered, in whole half-days.

use super::periods::{Ask, NOTHING, Periods};
use crate::ids::{CampusId, SubjectId};
use std::collections::BTreeMap;

/// Those who teach a subject from a base: what each teaches of it in all.
type Team = BTreeMap<usize, f64>;

/// The same periods at every campus and for everybody, with fewer people away
/// from their base; those who visited in the stage before first.
pub(super) fn gather(ask: &Ask<'_>, split: &Periods, before: Option<&Periods>) -> Periods {
    let mut teams: BTreeMap<(SubjectId, CampusId), (Team, BTreeMap<CampusId, f64>)> =
        BTreeMap::new();
    for ((person, subject, campus), periods) in split {
        if let Some(base) = ask.crew.0[*person].bases[ask.stage] {
            let (team, places) = teams.entry((*subject, base)).or_default();
            *team.entry(*person).or_default() += periods;
            *places.entry(*campus).or_default() += periods;
        }
    }
    // Who leaves within the stage does not visit.
    let leaving =
        split.iter().filter(|((person, ..), _)| ask.crew.0[*person].bases[ask.stage].is_none());
    let mut gathered: Periods = leaving.map(|(key, periods)| (*key, *periods)).collect();
    for ((subject, base), (team, places)) in teams {
        let deal = Deal { ask, subject, base, before };
        if let Some(dealt) = deal.out(team.clone(), &places, &gathered) {
            gathered.extend(dealt);
        } else {
            let mine = split.iter().filter(|((person, id, _), _)| {
                *id == subject && ask.crew.0[*person].bases[ask.stage] == Some(base)
            });
            gathered.extend(mine.map(|(key, periods)| (*key, *periods)));
        }
    }
    gathered
}

/// The team of a subject and base.
struct Deal<'a> {
    ask: &'a Ask<'a>,
    subject: SubjectId,
    base: CampusId,
    before: Option<&'a Periods>,
}

impl Deal<'_> {
    /// Hands the visits out; `None` when those who may go are too few.
    fn out(
        &self,
        mut team: Team,
        places: &BTreeMap<CampusId, f64>,
        others: &Periods,
    ) -> Option<Periods> {
        let mut dealt = Periods::new();
        let mut hosts: Vec<(CampusId, f64)> = (places.iter())
            .filter(|(campus, _)| **campus != self.base)
            .map(|(campus, periods)| (*campus, *periods))
            .collect();
        hosts.sort_by(|one, other| other.1.total_cmp(&one.1));
        for (host, periods) in hosts {
            let going = self.visitors(host, periods, &team, (&dealt, others))?;
            for (person, periods) in going {
                let left = team.get_mut(&person)?;
                *left = (*left - periods).max(0.0);
                dealt.insert((person, self.subject, host), periods);
            }
        }
        for (person, left) in team {
            if left > NOTHING {
                dealt.insert((person, self.subject, self.base), left);
            }
        }
        Some(dealt)
    }

    /// As few as can take the periods, each a fair number of half-days.
    fn visitors(
        &self,
        host: CampusId,
        periods: f64,
        team: &Team,
        (dealt, others): (&Periods, &Periods),
    ) -> Option<Vec<(usize, f64)>> {
        let before = |person: usize| {
            let key = (person, self.subject, host);
            self.before.is_some_and(|before| before.contains_key(&key))
        };
        let away = |person: usize| {
            let own = |(key, _): (&(usize, SubjectId, CampusId), &f64)| {
                key.0 == person && key.2 != self.base
            };
            dealt.iter().any(own) || others.iter().any(own)
        };
        let may = |person: &usize| self.ask.way(*person, self.base, host).is_some();
        let mut able: Vec<(usize, f64)> = (team.iter())
            .filter(|(person, left)| **left > NOTHING && may(person))
            .map(|(person, left)| (*person, *left))
            .collect();
        let stage = self.ask.stage;
        let stays = |person: usize| self.ask.exchanged.partner(stage, person).is_some();
        able.sort_by(|(one, left), (other, right)| {
            let rank = |person: usize| (stays(person), away(person), !before(person));
            let by_rank = rank(*one).cmp(&rank(*other));
            by_rank.then(right.total_cmp(left)).then(one.cmp(other))
        });
        let mut chosen = Vec::new();
        let mut room = 0.0;
        for one in able {
            if room + NOTHING >= periods {
                break;
            }
            room += one.1;
            chosen.push(one);
        }
        (room + NOTHING >= periods).then(|| self.fair(chosen, periods))
    }

    /// Shares periods out in half-days, nobody above what they have.
    fn fair(&self, chosen: Vec<(usize, f64)>, mut periods: f64) -> Vec<(usize, f64)> {
        let visit = self.ask.scenario.prices.periods_per_visit;
        let mut room: f64 = chosen.iter().map(|(_, left)| left).sum();
        let mut count = f64::from(u32::try_from(chosen.len()).unwrap_or(u32::MAX));
        let mut shares = Vec::new();
        for (person, left) in chosen {
            room -= left;
            let half_days = (periods / count / visit - NOTHING).ceil();
            let share = (half_days * visit).max(periods - room);
            let share = share.min(left).min(periods);
            count -= 1.0;
            periods -= share;
            if share > NOTHING {
                shares.push((person, share));
            }
        }
        shares
    }
}
