"use strict";
const frame = () => document.getElementById("frame").contentDocument;
const tell = (value) => {
  let answer = document.getElementById("answer");
  if (!answer) {
    answer = document.createElement("pre");
    answer.id = "answer";
    document.body.append(answer);
  }
  answer.textContent = JSON.stringify(value);
};

// Asks once the page in the frame is complete.
function ask(question) {
  addEventListener("load", () => {
    try { tell(question()); } catch (error) { tell({ error: String(error) }); }
  });
}

// The charts: their size, their texts, and which texts meet or are cut off.
function charts() {
  return [...frame().querySelectorAll("figure svg[role=img]")].map((svg) => {
    const box = svg.getBoundingClientRect();
    const view = svg.viewBox.baseVal;
    const texts = [...svg.querySelectorAll("text")];
    const boxes = texts.map((text) => ({ text: text.textContent.trim(), box: text.getBBox() }));
    const meet = [];
    const cut = [];
    boxes.forEach(({ text, box }, index) => {
      // Boxes are as high as lines; letters take two thirds of them.
      const spare = box.height / 6;
      const right = view.x + view.width;
      if (box.x < view.x || box.x + box.width > right) cut.push(text);
      else if (box.y < -spare || box.y + box.height > view.height + spare) cut.push(text);
      for (const other of boxes.slice(index + 1)) {
        const wide = Math.min(box.x + box.width, other.box.x + other.box.width) - Math.max(box.x, other.box.x);
        const high = Math.min(box.y + box.height, other.box.y + other.box.height) - Math.max(box.y, other.box.y);
        if (wide > 0.5 && high > box.height / 3) meet.push(`${text} / ${other.text}`);
      }
    });
    return {
      id: svg.closest("figure").id, width: box.width, height: box.height,
      texts: boxes.map(({ text }) => text), meet, cut,
    };
  });
}

// A column before and after clicks on its head.
function sorting(key, column) {
  const table = frame().querySelector(`table[data-key=${key}]`);
  const head = table.tHead.rows[0].cells[column];
  const state = () => ({
    sort: head.getAttribute("aria-sort"),
    values: [...table.tBodies[0].rows].map((row) => row.cells[column].dataset.value),
  });
  const states = [state()];
  for (let click = 0; click < 3; click++) {
    head.querySelector("button").click();
    states.push(state());
  }
  return states;
}

// Whether the page is wider than its window, and by what.
function overflow() {
  const root = frame().documentElement;
  const wide = [...frame().querySelectorAll("main *, header *, nav *, footer *")].filter((one) =>
    !one.closest(".scroll, .picture, svg") && one.getBoundingClientRect().right > root.clientWidth + 1);
  return {
    inside: root.clientWidth, page: root.scrollWidth,
    by: wide.map((one) => `${one.tagName}.${one.className}`),
  };
}

// Colours before and after clicks on the switch.
function themes() {
  const page = frame();
  const button = page.getElementById("theme");
  const told = { grounds: [], labels: [], fills: [] };
  for (let click = 0; click < 3; click++) {
    if (click > 0) button.click();
    told.grounds.push(getComputedStyle(page.body).backgroundColor);
    told.labels.push(button.textContent);
    told.fills.push(getComputedStyle(page.querySelector("figure svg .s0")).fill);
  }
  return told;
}

// What axe-core finds serious, with everything opened. Of the rows of a table,
// which are alike, a few are looked at.
function judge(theme) {
  document.documentElement.dataset.theme = theme;
  for (const row of document.querySelectorAll("tbody tr:nth-child(n + 4)")) row.remove();
  for (const box of document.querySelectorAll("details")) box.open = true;
  axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => {
    const serious = violations.filter((one) => ["serious", "critical"].includes(one.impact));
    tell(serious.map((one) => ({ id: one.id, at: one.nodes.slice(0, 5).map((node) => node.html) })));
  });
}
