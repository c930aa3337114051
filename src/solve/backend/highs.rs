//! `HiGHS`: mixed-integer branch and cut.
//!
//! `good_lp` builds the problem; what it does not offer (a start, the bound,
//! progress, an interrupt) is set on the model inside.
//! Source: <https://ergo-code.github.io/HiGHS/dev/options/definitions/>.

use super::bridge::bridge;
use super::{
    Backend, Solution, SolveRequest, SolveResult, SolverError, Strategy, Termination, Watch,
    rounded, without_columns,
};
use crate::domain::Status;
use good_lp::SolverModel;
use highs::{HighsModelStatus, HighsSolutionStatus, Model, SolvedModel};
use std::ffi::{c_char, c_int, c_void};

/// The solver of the program.
#[derive(Clone, Copy, Debug, Default)]
pub struct Highs;

impl Backend for Highs {
    fn solve(
        &self,
        request: &SolveRequest<'_>,
        watch: &dyn Watch,
    ) -> Result<SolveResult, SolverError> {
        if request.problem.columns.is_empty() {
            return Ok(without_columns(request));
        }
        // What HiGHS gives up on without a reason it mostly solves from another seed.
        let seed = request.termination.seed.wrapping_add(1) & 0x7fff_ffff;
        let reseeded = Termination { seed, ..request.termination };
        match solve(request, watch)? {
            Read::Current(result) => Ok(result),
            Read::Stale => current(solve(&SolveRequest { start: None, ..*request }, watch)?),
            Read::GivenUp => {
                current(solve(&SolveRequest { termination: reseeded, ..*request }, watch)?)
            }
        }
    }

    fn duals(
        &self,
        request: &SolveRequest<'_>,
        watch: &dyn Watch,
    ) -> Result<Option<Vec<f64>>, SolverError> {
        run(request, watch, |solved| {
            let optimal = solved.status() == HighsModelStatus::Optimal;
            Ok(optimal.then(|| solved.get_solution().dual_rows().to_vec()))
        })
    }
}

/// The outcome of a run.
enum Read {
    /// A result.
    Current(SolveResult),
    /// The objective is that of a better solution than the one handed over:
    /// `HiGHS` 1.16 hands the start back when presolve alone solves the
    /// problem.
    Stale,
    /// It ended without a status and without a solution.
    GivenUp,
}

/// The result of a second attempt.
fn current(read: Read) -> Result<SolveResult, SolverError> {
    match read {
        Read::Current(result) => Ok(result),
        Read::Stale => Err(failed("its solution is not the one it speaks of".to_owned())),
        Read::GivenUp => Ok(SolveResult::NotFound { status: Status::TimeLimit, bound: None }),
    }
}

/// Objectives that differ by more than this, relatively, are not of the same
/// solution.
const STALE: f64 = 1e-5;

fn solve(request: &SolveRequest<'_>, watch: &dyn Watch) -> Result<Read, SolverError> {
    run(request, watch, |solved| read(request, solved))
}

/// Runs a request and reads what is wanted of its outcome.
fn run<T>(
    request: &SolveRequest<'_>,
    watch: &dyn Watch,
    read: impl FnOnce(&SolvedModel) -> Result<T, SolverError>,
) -> Result<T, SolverError> {
    let bridged = bridge(request);
    let mut problem = good_lp::highs(bridged.problem);
    for constraint in bridged.constraints {
        problem.add_constraint(constraint);
    }
    let mut model = problem.try_into_inner().map_err(|error| failed(error.to_string()))?;
    let constant = request.objective.constant;
    set_options(&mut model, request.termination, constant)?;
    if let Some(start) = request.start {
        model
            .try_set_solution(Some(start), None, None, None)
            .map_err(|status| failed(format!("the start was refused: {status:?}")))?;
    }
    let mut context = Context { watch, constant };
    attach(&mut model, &mut context)?;
    dismiss_workers();
    let solved =
        model.try_solve().map_err(|status| failed(format!("the run failed: {status:?}")))?;
    read(&solved)
}

fn failed(reason: String) -> SolverError {
    SolverError { solver: "HiGHS", reason }
}

/// Heuristics that solve subproblems of the kind that a neighbourhood already is.
const SUBPROBLEMS: [&str; 2] = ["mip_heuristic_run_rens", "mip_heuristic_run_root_reduced_cost"];

/// Heuristics that can be switched off one by one.
const HEURISTICS: [&str; 6] = [
    "mip_heuristic_run_feasibility_jump",
    "mip_heuristic_run_rens",
    "mip_heuristic_run_rins",
    "mip_heuristic_run_root_reduced_cost",
    "mip_heuristic_run_shifting",
    "mip_heuristic_run_zi_round",
];

/// `constant` is of the objective: the solver knows only the rest of it.
fn set_options(
    model: &mut Model,
    termination: Termination,
    constant: f64,
) -> Result<(), SolverError> {
    let refused = |status| failed(format!("an option was refused: {status:?}"));
    let whole = |number: u32| i32::try_from(number).unwrap_or(i32::MAX);
    model.make_quiet();
    let parallel = if termination.threads > 1 { "on" } else { "off" };
    model.try_set_option("parallel", parallel).map_err(refused)?;
    model.try_set_option("threads", whole(termination.threads)).map_err(refused)?;
    model.try_set_option("random_seed", whole(termination.seed)).map_err(refused)?;
    model.try_set_option("mip_rel_gap", termination.gap).map_err(refused)?;
    model.try_set_option("mip_feasibility_tolerance", 1e-7).map_err(refused)?;
    if let Some(target) = termination.objective_target {
        model.try_set_option("objective_target", target - constant).map_err(refused)?;
    }
    match termination.strategy {
        Strategy::Default => {}
        Strategy::Neighbourhood => {
            for heuristic in SUBPROBLEMS {
                model.try_set_option(heuristic, false).map_err(refused)?;
            }
        }
        Strategy::Bound => {
            model.try_set_option("mip_heuristic_effort", 0.0).map_err(refused)?;
            for heuristic in HEURISTICS {
                model.try_set_option(heuristic, false).map_err(refused)?;
            }
        }
    }
    if let Some(nodes) = termination.nodes {
        model.try_set_option("mip_max_nodes", whole(nodes)).map_err(refused)?;
    }
    if let Some(time) = termination.time {
        model.try_set_option("time_limit", time.as_secs_f64()).map_err(refused)?;
    }
    Ok(())
}

fn read(request: &SolveRequest<'_>, solved: &SolvedModel) -> Result<Read, SolverError> {
    let status = match solved.status() {
        HighsModelStatus::Infeasible | HighsModelStatus::UnboundedOrInfeasible => {
            return Ok(Read::Current(SolveResult::Infeasible));
        }
        HighsModelStatus::Optimal
        | HighsModelStatus::ModelEmpty
        | HighsModelStatus::ObjectiveTarget => Status::GapReached,
        HighsModelStatus::Unknown
            if solved.primal_solution_status() != HighsSolutionStatus::Feasible =>
        {
            return Ok(Read::GivenUp);
        }
        HighsModelStatus::ReachedTimeLimit | HighsModelStatus::Unknown => Status::TimeLimit,
        HighsModelStatus::ReachedSolutionLimit => Status::WorkLimit,
        HighsModelStatus::ReachedInterrupt => Status::Interrupted,
        other => return Err(failed(format!("it ended with {other:?}"))),
    };
    let constant = request.objective.constant;
    let whole = request.problem.columns.iter().any(|column| column.whole);
    let dual_bound = || {
        let bound = solved.double_info_value(c"mip_dual_bound").ok();
        bound.filter(|bound| whole && bound.is_finite()).map(|bound| bound + constant)
    };
    // An empty model has no solution status that the bindings could read.
    if solved.status() != HighsModelStatus::ModelEmpty
        && solved.primal_solution_status() != HighsSolutionStatus::Feasible
    {
        let bound = dual_bound();
        return Ok(Read::Current(SolveResult::NotFound { status, bound }));
    }
    let bound = if whole { dual_bound() } else { Some(solved.objective_value() + constant) };
    let values = solved.get_solution().columns().to_vec();
    let (said, own) = (solved.objective_value() + constant, request.objective.value(&values));
    if request.start.is_some() && own - said > STALE * said.abs().max(1.0) {
        return Ok(Read::Stale);
    }
    Ok(Read::Current(SolveResult::Solution(Solution {
        values: rounded(request.problem, values),
        bound,
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
        context.watch.progress(best, output.mip_dual_bound + constant);
    }
    if let Some(input) = input
        && context.watch.stop()
    {
        input.user_interrupt = 1;
    }
}
