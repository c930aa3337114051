//! `HiGHS`: mixed-integer branch and cut.
//!
//! `good_lp` builds the problem; what it does not offer (a start, the bound,
//! progress, an interrupt) is asked of the model inside.
//! Source: <https://ergo-code.github.io/HiGHS/dev/options/definitions/>.

use super::backend::{Answer, Backend, Question, Solution, SolverError, StopRule, Watch, rounded};
use super::bridge::bridge;
use crate::plan::Status;
use good_lp::SolverModel;
use highs::{HighsModelStatus, HighsSolutionStatus, Model, SolvedModel};
use std::ffi::{c_char, c_int, c_void};

/// The solver of the program.
#[derive(Clone, Copy, Debug, Default)]
pub struct Highs;

impl Backend for Highs {
    fn ask(&self, question: &Question<'_>, watch: &dyn Watch) -> Result<Answer, SolverError> {
        match solve(question, watch)? {
            Read::Answer(answer) => Ok(answer),
            Read::Stale => match solve(
                &Question {
                    start: None,
                    ..*question
                },
                watch,
            )? {
                Read::Answer(answer) => Ok(answer),
                Read::Stale => Err(failed(
                    "its solution is not the one it speaks of".to_owned(),
                )),
            },
        }
    }
}

/// What a run came to.
enum Read {
    /// An answer.
    Answer(Answer),
    /// The objective is that of a better solution than the one handed over:
    /// `HiGHS` 1.16 hands the start back when presolve alone solves the
    /// problem.
    Stale,
}

/// Objectives that differ by more than this, relatively, are not of the same
/// solution.
const STALE: f64 = 1e-5;

fn solve(question: &Question<'_>, watch: &dyn Watch) -> Result<Read, SolverError> {
    let bridged = bridge(question);
    let mut problem = good_lp::highs(bridged.problem);
    for constraint in bridged.constraints {
        problem.add_constraint(constraint);
    }
    let mut model = problem
        .try_into_inner()
        .map_err(|error| failed(error.to_string()))?;
    let constant = question.objective.constant;
    set_options(&mut model, question.stop, constant)?;
    if let Some(start) = question.start {
        model
            .try_set_solution(Some(start), None, None, None)
            .map_err(|status| failed(format!("the start was refused: {status:?}")))?;
    }
    let mut context = Context { watch, constant };
    attach(&mut model, &mut context)?;
    dismiss_workers();
    let solved = model
        .try_solve()
        .map_err(|status| failed(format!("the run failed: {status:?}")))?;
    read(question, &solved)
}

fn failed(reason: String) -> SolverError {
    SolverError {
        solver: "HiGHS",
        reason,
    }
}

/// `constant` is of the objective: the solver knows only the rest of it.
fn set_options(model: &mut Model, stop: StopRule, constant: f64) -> Result<(), SolverError> {
    let refused = |status| failed(format!("an option was refused: {status:?}"));
    let whole = |number: u32| i32::try_from(number).unwrap_or(i32::MAX);
    model.make_quiet();
    let parallel = if stop.threads > 1 { "on" } else { "off" };
    model
        .try_set_option("parallel", parallel)
        .map_err(refused)?;
    model
        .try_set_option("threads", whole(stop.threads))
        .map_err(refused)?;
    model
        .try_set_option("random_seed", whole(stop.seed))
        .map_err(refused)?;
    model
        .try_set_option("mip_rel_gap", stop.gap)
        .map_err(refused)?;
    model
        .try_set_option("mip_feasibility_tolerance", 1e-7)
        .map_err(refused)?;
    if let Some(enough) = stop.enough {
        model
            .try_set_option("objective_target", enough - constant)
            .map_err(refused)?;
    }
    if let Some(nodes) = stop.nodes {
        model
            .try_set_option("mip_max_nodes", whole(nodes))
            .map_err(refused)?;
    }
    if let Some(time) = stop.time {
        model
            .try_set_option("time_limit", time.as_secs_f64())
            .map_err(refused)?;
    }
    Ok(())
}

fn read(question: &Question<'_>, solved: &SolvedModel) -> Result<Read, SolverError> {
    let status = match solved.status() {
        HighsModelStatus::Infeasible | HighsModelStatus::UnboundedOrInfeasible => {
            return Ok(Read::Answer(Answer::Infeasible));
        }
        HighsModelStatus::Optimal
        | HighsModelStatus::ModelEmpty
        | HighsModelStatus::ObjectiveTarget => Status::GapReached,
        HighsModelStatus::ReachedTimeLimit => Status::TimeLimit,
        HighsModelStatus::ReachedSolutionLimit => Status::NodeLimit,
        HighsModelStatus::ReachedInterrupt => Status::Interrupted,
        other => return Err(failed(format!("it ended with {other:?}"))),
    };
    // An empty model has no solution status that the bindings could read.
    if solved.status() != HighsModelStatus::ModelEmpty
        && solved.primal_solution_status() != HighsSolutionStatus::Feasible
    {
        return Ok(Read::Answer(Answer::Nothing(status)));
    }
    let whole = question.problem.columns.iter().any(|column| column.whole);
    let bound = if whole {
        solved.double_info_value(c"mip_dual_bound").ok()
    } else {
        Some(solved.objective_value())
    };
    let constant = question.objective.constant;
    let values = solved.get_solution().columns().to_vec();
    let (said, own) = (
        solved.objective_value() + constant,
        question.objective.value(&values),
    );
    if question.start.is_some() && own - said > STALE * said.abs().max(1.0) {
        return Ok(Read::Stale);
    }
    Ok(Read::Answer(Answer::Solution(Solution {
        values: rounded(question.problem, values),
        bound: bound
            .filter(|bound| bound.is_finite())
            .map(|bound| bound + constant),
        status,
    })))
}

/// Ends the worker threads that an earlier run on this thread has left: `HiGHS`
/// refuses to run with another number of them than before.
#[allow(unsafe_code)]
fn dismiss_workers() {
    // SAFETY: takes no pointer, and only this thread's own workers are meant.
    unsafe { highs_sys::Highs_resetGlobalScheduler(1) }
}

/// What the callback needs.
struct Context<'a> {
    watch: &'a dyn Watch,
    constant: f64,
}

#[allow(unsafe_code)]
fn attach(model: &mut Model, context: &mut Context<'_>) -> Result<(), SolverError> {
    let kinds = [
        highs_sys::kHighsCallbackSimplexInterrupt,
        highs_sys::kHighsCallbackMipImprovingSolution,
        highs_sys::kHighsCallbackMipLogging,
        highs_sys::kHighsCallbackMipInterrupt,
    ];
    let user = std::ptr::from_mut(context).cast::<c_void>();
    // SAFETY: the model is valid; `context` outlives the run, during which
    // alone HiGHS calls back; the callback has the signature HiGHS asks for.
    let codes = unsafe {
        let set = highs_sys::Highs_setCallback(model.as_mut_ptr(), Some(on_event), user);
        let started = kinds.map(|kind| highs_sys::Highs_startCallback(model.as_mut_ptr(), kind));
        [vec![set], started.to_vec()].concat()
    };
    if codes.iter().all(|code| *code == highs_sys::STATUS_OK) {
        Ok(())
    } else {
        Err(failed("the callback was refused".to_owned()))
    }
}

/// Called by `HiGHS` from time to time.
#[allow(unsafe_code)]
unsafe extern "C" fn on_event(
    kind: c_int,
    _message: *const c_char,
    output: *const highs_sys::HighsCallbackDataOut,
    input: *mut highs_sys::HighsCallbackDataIn,
    user: *mut c_void,
) {
    // SAFETY: `user` is the context given to `Highs_setCallback`, alive during
    // the run and only read; HiGHS passes valid or null data.
    let (context, output, input) = unsafe {
        let context = user.cast_const().cast::<Context<'_>>().as_ref();
        (context, output.as_ref(), input.as_mut())
    };
    let Some(context) = context else { return };
    let in_tree = kind != highs_sys::kHighsCallbackSimplexInterrupt;
    if let (Some(output), true) = (output, in_tree) {
        let constant = context.constant;
        let best = output.mip_primal_bound + constant;
        context
            .watch
            .progress(best, output.mip_dual_bound + constant);
    }
    if let Some(input) = input
        && context.watch.stop()
    {
        input.user_interrupt = 1;
    }
}
