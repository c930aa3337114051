// The pages work as plain forms; this adds what a form cannot do: sending a file,
// asking for the list of jobs once a second, and editing cells in place.
const say = (text) => { const said = document.getElementById("said"); if (said) said.textContent = text; };

// A file is sent as it is; its name goes into the address.
for (const form of document.querySelectorAll("form[data-upload]")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const file = form.elements.file.files[0];
    if (!file) return;
    const sent = form.querySelector(".sent");
    sent.textContent = "…";
    try {
      const address = `/upload?as=${form.dataset.upload}&name=${encodeURIComponent(file.name)}`;
      const answer = await fetch(address, { method: "POST", body: file, headers: { "Content-Type": "application/octet-stream" } });
      if (answer.ok) { location.assign((await answer.json()).to); return; }
      sent.textContent = await reasons(answer);
    } catch (error) { sent.textContent = String(error); }
  });
}

// The reasons on a page that refuses something, in the language of this page.
async function reasons(answer) {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const own = page.querySelector(`section[lang="${document.documentElement.lang}"]`) || page;
  const found = [...own.querySelectorAll(".notice")].map((one) => one.textContent);
  return found.join(" ") || String(answer.status);
}

// The list of jobs. A part that did not change is left alone, so that the focus stays.
const polled = document.querySelector("[data-poll]");
async function poll() {
  if (!document.hidden) {
    try {
      const answer = await fetch(polled.dataset.poll);
      const text = answer.ok ? await answer.text() : "";
      if (text && text !== polled.dataset.last) {
        const focused = document.activeElement && document.activeElement.getAttribute("aria-label");
        polled.dataset.last = text;
        polled.innerHTML = text;
        const again = focused && [...polled.querySelectorAll("[aria-label]")].find((one) => one.getAttribute("aria-label") === focused);
        if (again) again.focus();
      }
    } catch { /* the server is away: asked again in a second */ }
  }
  setTimeout(poll, 1000);
}
if (polled) setTimeout(poll, 1000);

// Cells: the value goes to the server when it is left or Enter is pressed.
const sheet = document.getElementById("sheet");
if (sheet) {
  const old = new Map();
  for (const cell of sheet.querySelectorAll("input.cell")) old.set(cell, cell.value);
  const source = document.getElementById("source");
  let waiting = Promise.resolve();

  const send = async (cells) => {
    const form = new URLSearchParams({ rev: sheet.dataset.revision });
    for (const field of ["kind", "note", "date"]) form.set(field, source.elements[field].value);
    for (const [cell, value] of cells) { form.append("path", cell.name); form.append("value", value); }
    const began = performance.now();
    const answer = await fetch(`/options/${sheet.dataset.option}/set?sheet=${new URLSearchParams(location.search).get("sheet") || 0}`, { method: "POST", body: form });
    if (answer.ok) {
      const told = await answer.json();
      sheet.dataset.revision = told.revision;
      document.getElementById("changes").innerHTML = told.changes;
      document.getElementById("arithmetic").innerHTML = told.arithmetic;
      sheet.dataset.took = String(performance.now() - began);
      for (const [cell] of cells) {
        cell.value = cell.name in told.shown ? told.shown[cell.name] : cell.value;
        old.set(cell, cell.value);
        mark(cell, "");
        cell.closest("td").classList.toggle("changed", told.marked.includes(cell.name));
      }
      say(told.said);
    } else if (answer.status === 409) {
      // Another page was faster: what it did is shown, and nothing is overwritten.
      mark(cells[0][0], await reasons(answer));
    } else {
      mark(cells[0][0], await reasons(answer));
    }
  };
  const mark = (cell, why) => {
    const place = cell.closest("td");
    place.classList.toggle("wrong", why !== "");
    let note = place.querySelector("small");
    if (why === "") { if (note) note.remove(); cell.removeAttribute("aria-describedby"); cell.removeAttribute("aria-invalid"); return; }
    if (!note) { note = document.createElement("small"); note.id = `why-${cell.name}`; place.append(note); }
    note.textContent = why;
    cell.setAttribute("aria-describedby", note.id);
    cell.setAttribute("aria-invalid", "true");
    say(why);
  };
  const queue = (cells) => { waiting = waiting.then(() => send(cells)).catch((error) => mark(cells[0][0], String(error))); };
  sheet.addEventListener("change", (event) => {
    const cell = event.target;
    if (old.get(cell) !== cell.value) queue([[cell, cell.value]]);
  });
  sheet.addEventListener("keydown", (event) => {
    const cell = event.target;
    if (event.key === "Escape") { cell.value = old.get(cell); mark(cell, ""); }
    const step = event.key === "Enter" || event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step) { const next = below(cell, step); if (next) { event.preventDefault(); next.focus(); next.select(); } else cell.blur(); }
  });
  const below = (cell, step) => {
    const place = cell.closest("td");
    let row = place.parentElement;
    do row = step > 0 ? row.nextElementSibling : row.previousElementSibling;
    while (row && !(row.cells[place.cellIndex] && row.cells[place.cellIndex].querySelector("input.cell")));
    return row && row.cells[place.cellIndex].querySelector("input.cell");
  };
  // A column copied from a sheet goes into the cells from here downwards.
  sheet.addEventListener("paste", (event) => {
    const lines = event.clipboardData.getData("text/plain").replace(/\r/g, "").replace(/\n$/, "").split("\n");
    if (lines.length < 2 && !lines[0].includes("\t")) return;
    event.preventDefault();
    const cells = [];
    let row = event.target;
    for (const line of lines) {
      let place = row && row.closest("td");
      for (const value of line.split("\t")) {
        const cell = place && place.querySelector("input.cell");
        if (cell && cell.value !== value.trim()) { cell.value = value.trim(); cells.push([cell, cell.value]); }
        place = place && place.nextElementSibling;
      }
      row = row && below(row, 1);
    }
    if (cells.length) queue(cells);
  });
  if (location.hash) { const cell = document.getElementById(decodeURIComponent(location.hash.slice(1))); if (cell) cell.focus(); }
}

// Cells of a plan open a dialog; what is chosen there is collected and sent together.
const grid = document.getElementById("grid");
if (grid) {
  const dialog = document.getElementById("decide");
  const list = document.getElementById("decisions");
  const chosen = document.getElementById("chosen");
  const refresh = () => {
    const some = chosen.children.length > 0;
    document.getElementById("none").hidden = some;
    document.getElementById("apply").disabled = !some;
  };
  const choose = (act, label, decision) => {
    for (const one of [...chosen.children]) if (one.dataset.said === decision.said) one.remove();
    const line = document.getElementById("choice").content.firstElementChild.cloneNode(true);
    line.dataset.said = decision.said;
    line.querySelector("b").textContent = label;
    line.querySelector(".what").textContent = `${dialog.dataset.title} · ${decision.name}`;
    const field = line.querySelector("input");
    field.name = act;
    field.value = decision.said;
    line.querySelector("button").addEventListener("click", () => { line.remove(); refresh(); });
    chosen.append(line);
    refresh();
    say(`${label} ${dialog.dataset.title} ${decision.name}`);
    dialog.close();
  };
  grid.addEventListener("click", (event) => {
    const cell = event.target.closest("button.decide");
    if (!cell) return;
    dialog.dataset.title = cell.dataset.title;
    document.getElementById("decide-title").textContent = cell.dataset.title;
    list.replaceChildren(...JSON.parse(cell.dataset.decisions).map((decision) => {
      const line = document.getElementById("decision").content.firstElementChild.cloneNode(true);
      line.querySelector(".what").textContent = decision.name;
      line.querySelector("[name=decision]").value = decision.said;
      for (const button of line.querySelectorAll("[data-act]")) {
        button.addEventListener("click", () => choose(button.dataset.act, button.textContent, decision));
      }
      return line;
    }));
    dialog.showModal();
  });
}
