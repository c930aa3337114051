//! A study on a real Slurm of two nodes, all on this machine, with a planner and
//! a node killed while they work. It needs slurm-wlm and munge
//! (`.ci/setup outside`).

#![cfg(unix)]

use crate::support::exclusive::alone;
use crate::support::program::{self, run, text};
use std::fs::{self, File};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// 32 plans: long enough for something to happen to them.
const FACTORS: &str = r#"
    "applicants": (scales: ["admissions[*].applicants"], levels: range(from: 0.8, to: 1.2, steps: 8)),
    "attrition": (sets: ["programmes.*.attrition.*"], levels: list([0.01, 0.02, 0.03, 0.05]))"#;
const BATCH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/studies/slurm.sbatch");
const PROGRAM: &str = env!("CARGO_BIN_EXE_campusplan");

/// Longest wait for anything.
const PATIENCE: Duration = Duration::from_secs(150);

/// A Slurm with everything it has in one directory.
struct Slurm {
    dir: PathBuf,
    daemons: Vec<(&'static str, Child)>,
}

impl Slurm {
    fn start(dir: &Path) -> Self {
        let mut slurm = Self { dir: dir.to_owned(), daemons: Vec::new() };
        for folder in ["state", "spool-n1", "spool-n2", "log"] {
            fs::create_dir_all(dir.join(folder)).unwrap();
        }
        slurm.munge();
        fs::write(dir.join("slurm.conf"), slurm.configuration()).unwrap();
        slurm.daemon("slurmctld", &["-D", "-c"]);
        slurm.node("n1");
        slurm.node("n2");
        slurm.wait_for("both nodes", || {
            slurm.say("sinfo", &["-h", "-o", "%T %D"]).trim() == "idle 2"
        });
        slurm
    }

    /// Who vouches for users, with a key of its own.
    fn munge(&mut self) {
        let path = |name: &str| self.dir.join(name).to_str().unwrap().to_owned();
        let key = path("munge.key");
        fs::write(&key, [7_u8; 128]).unwrap();
        Command::new("chmod").args(["600", &key]).status().unwrap();
        let arguments = [
            "--foreground".to_owned(),
            "--force".to_owned(),
            format!("--key-file={key}"),
            format!("--socket={}", path("munge.socket")),
            format!("--pid-file={}", path("munge.pid")),
            format!("--log-file={}", path("log/munged.log")),
            format!("--seed-file={}", path("munge.seed")),
        ];
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        self.daemon("munged", &arguments);
        let socket = self.dir.join("munge.socket");
        self.wait_for("munge", || socket.exists());
    }

    fn configuration(&self) -> String {
        let dir = text(&self.dir);
        let host = fs::read_to_string("/proc/sys/kernel/hostname").unwrap();
        let host = host.trim();
        let user = Command::new("id").arg("-un").output().unwrap().stdout;
        let user = String::from_utf8(user).unwrap();
        let user = user.trim();
        let [controller, n1, n2] = ports();
        format!(
            "ClusterName=test\n\
             SlurmctldHost={host}(127.0.0.1)\n\
             SlurmUser={user}\n\
             SlurmdUser={user}\n\
             AuthType=auth/munge\n\
             CredType=cred/munge\n\
             AuthInfo=socket={dir}/munge.socket\n\
             SlurmctldPort={controller}\n\
             StateSaveLocation={dir}/state\n\
             SlurmdSpoolDir={dir}/spool-%n\n\
             SlurmctldPidFile={dir}/slurmctld.pid\n\
             SlurmdPidFile={dir}/slurmd-%n.pid\n\
             SlurmctldLogFile={dir}/log/slurmctld.log\n\
             SlurmdLogFile={dir}/log/slurmd-%n.log\n\
             ProctrackType=proctrack/linuxproc\n\
             TaskPlugin=task/none\n\
             JobAcctGatherType=jobacct_gather/none\n\
             SelectType=select/cons_tres\n\
             SelectTypeParameters=CR_CPU\n\
             SchedulerType=sched/builtin\n\
             SwitchType=switch/none\n\
             MpiDefault=none\n\
             JobRequeue=1\n\
             ReturnToService=2\n\
             SlurmdTimeout=5\n\
             NodeName=n1 NodeHostname={host} NodeAddr=127.0.0.1 Port={n1} CPUs=1 RealMemory=4000 State=UNKNOWN\n\
             NodeName=n2 NodeHostname={host} NodeAddr=127.0.0.1 Port={n2} CPUs=1 RealMemory=4000 State=UNKNOWN\n\
             PartitionName=all Nodes=n1,n2 Default=YES MaxTime=INFINITE State=UP\n"
        )
    }

    fn node(&mut self, node: &'static str) {
        self.daemon("slurmd", &["-D", "-N", node]);
    }

    fn daemon(&mut self, program: &'static str, arguments: &[&str]) {
        let name = format!("log/{program}-{}.out", self.daemons.len());
        let log = File::create(self.dir.join(name)).unwrap();
        let child = Command::new(sbin(program))
            .args(arguments)
            .env("SLURM_CONF", self.dir.join("slurm.conf"))
            .stdin(Stdio::null())
            .stdout(log.try_clone().unwrap())
            .stderr(log)
            .spawn()
            .unwrap_or_else(|error| panic!("{program}: {error}"));
        self.daemons.push((program, child));
    }

    /// What a command of Slurm's prints.
    fn say(&self, program: &str, arguments: &[&str]) -> String {
        let output = Command::new(program)
            .args(arguments)
            .current_dir(self.dir.join("log"))
            .env("SLURM_CONF", self.dir.join("slurm.conf"))
            .env("CAMPUSPLAN", PROGRAM)
            .output()
            .unwrap();
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    fn wait_for(&self, what: &str, there: impl Fn() -> bool) {
        let began = Instant::now();
        while !there() {
            if began.elapsed() > PATIENCE {
                let log = self.dir.join("log/slurmctld.log");
                let log = fs::read_to_string(log).unwrap_or_default();
                panic!("no {what} within {PATIENCE:?}\n{log}");
            }
            sleep(Duration::from_millis(100));
        }
    }

    /// Submits the shards that a study lacks.
    fn submit(&self, study: &Path) {
        let (_, ids, _) = run(&["study", "status", text(study), "--ids"]);
        let array = format!("--array={}", ids.trim());
        let said = self.say("sbatch", &[&array, BATCH, text(study)]);
        assert!(said.contains("Submitted"), "{said}");
    }

    /// Jobs that wait or run, those of an array one by one.
    fn jobs(&self) -> Vec<(String, String)> {
        let told = self.say("squeue", &["-h", "-r", "-o", "%A %t"]);
        let jobs = told.lines().filter_map(|line| line.split_once(' '));
        jobs.map(|(job, state)| (job.to_owned(), state.to_owned())).collect()
    }

    /// Waits until no job is left, releasing those that Slurm holds back after
    /// a node is lost.
    fn finish(&self) {
        self.wait_for("end of all jobs", || {
            let jobs = self.jobs();
            for (job, state) in &jobs {
                if state == "PD" {
                    let update = format!("jobid={job}");
                    self.say("scontrol", &["update", &update, "StartTime=now"]);
                }
            }
            jobs.is_empty()
        });
    }

    /// Kills a node with all that runs on it.
    fn kill_node(&self, node: &str) {
        let pid = fs::read_to_string(self.dir.join(format!("slurmd-{node}.pid"))).unwrap();
        let wanted = [
            format!("SLURMD_NODENAME={node}"),
            format!("SLURM_CONF={}", text(&self.dir.join("slurm.conf"))),
        ];
        let mut doomed = vec![pid.trim().to_owned()];
        for (pid, _) in processes() {
            let environment = fs::read(format!("/proc/{pid}/environ")).unwrap_or_default();
            let entries: Vec<&[u8]> = environment.split(|byte| *byte == 0).collect();
            if wanted.iter().all(|one| entries.contains(&one.as_bytes())) {
                // Above a job stands the daemon of its step.
                doomed.extend(parent(&pid).filter(|above| line_of(above).contains("slurmstepd")));
                doomed.push(pid);
            }
        }
        kill(&doomed);
    }
}

impl Drop for Slurm {
    fn drop(&mut self) {
        for (_, child) in self.daemons.iter_mut().rev() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// Three ports that nobody listens at.
fn ports() -> [u16; 3] {
    let listeners = [(); 3].map(|()| TcpListener::bind("127.0.0.1:0").unwrap());
    listeners.map(|one| one.local_addr().unwrap().port())
}

/// Daemons are not in everybody's path.
fn sbin(program: &str) -> PathBuf {
    let places = ["/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin"];
    let mut places = places.iter().map(|place| Path::new(place).join(program));
    let found = places.find(|path| path.exists());
    found.unwrap_or_else(|| panic!("{program} is not installed: run .ci/setup outside"))
}

/// Processes with their command lines.
fn processes() -> Vec<(String, String)> {
    let entries = fs::read_dir("/proc").unwrap().filter_map(Result::ok);
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    names
        .filter(|name| name.bytes().all(|byte| byte.is_ascii_digit()))
        .map(|pid| (pid.clone(), line_of(&pid)))
        .collect()
}

fn line_of(pid: &str) -> String {
    let line = fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
    String::from_utf8_lossy(&line).replace('\0', " ")
}

fn parent(pid: &str) -> Option<String> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let rest = stat.rsplit_once(')')?.1;
    rest.split_whitespace().nth(1).map(str::to_owned)
}

fn kill(pids: &[String]) {
    let _ = Command::new("kill").arg("-9").args(pids).status();
}

/// Shards of a study that are being worked on.
fn planners(study: &Path) -> Vec<String> {
    let study = text(study);
    let of = processes().into_iter();
    of.filter(|(_, line)| line.contains(" study shard ") && line.contains(study))
        .map(|(pid, _)| pid)
        .collect()
}

#[test]
#[ignore = "needs programs from outside: .ci/setup outside"]
fn a_study_survives_the_loss_of_a_planner_and_of_a_node() {
    let _machine = alone();
    let dir = tempfile::tempdir().unwrap();
    let alone = dir.path().join("alone");
    let spread = dir.path().join("spread");
    let study = dir.path().join("study.ron");
    let base = program::MINIMAL;
    let content = format!(
        r#"(base: "{base}", factors: {{{FACTORS}}}, design: grid, limits: (gap: 0.05, steps: 20))"#
    );
    fs::write(&study, content).unwrap();
    for made in [&alone, &spread] {
        let (code, _, notes) = run(&["study", "init", text(&study), text(made), "--shards", "4"]);
        assert_eq!(code, 0, "{notes}");
    }
    assert_eq!(run(&["study", "run", text(&alone), "--jobs", "1"]).0, 0);

    let mut slurm = Slurm::start(&dir.path().join("slurm"));
    slurm.submit(&spread);
    slurm.wait_for("two planners", || planners(&spread).len() == 2);
    let planner = planners(&spread).swap_remove(0);
    kill(&[planner]);
    slurm.wait_for("another planner", || !planners(&spread).is_empty());
    slurm.kill_node("n2");
    slurm.node("n2");
    slurm.finish();
    // A killed planner is not tried again by Slurm: what is missing is
    // submitted anew.
    let (code, ids, _) = run(&["study", "status", text(&spread), "--ids"]);
    assert!(code == 6 || code == 0, "{ids}");
    if code == 6 {
        slurm.submit(&spread);
        slurm.finish();
    }

    let joined = |made: &Path| {
        let out = made.with_extension("jsonl");
        let (code, _, notes) = run(&["study", "collect", text(made), text(&out)]);
        assert_eq!(code, 0, "{notes}");
        fs::read(out).unwrap()
    };
    assert!(joined(&alone) == joined(&spread), "the rows differ");
}
