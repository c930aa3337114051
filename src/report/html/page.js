"use strict";
(() => {
  const root = document.documentElement;

  // The switch between light and dark. The choice is kept where the browser
  // lets a page keep anything.
  const button = document.getElementById("theme");
  const keep = (theme) => { try { localStorage.setItem("theme", theme); } catch { /* not kept */ } };
  const kept = () => { try { return localStorage.getItem("theme"); } catch { return null; } };
  const dark = () => root.dataset.theme
    ? root.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  const toDark = button.textContent.trim();
  const show = () => { button.textContent = dark() ? button.dataset.light : toDark; };
  if (kept() === "dark" || kept() === "light") root.dataset.theme = kept();
  button.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    keep(root.dataset.theme);
    show();
  });
  button.hidden = false;
  show();

  // Where there is no room beside the text, the contents are folded.
  if (!matchMedia("(min-width: 68rem)").matches) document.querySelector("nav details").open = false;

  // Sorting: upwards, downwards, as it was. Sums stay at the end.
  const order = new Intl.Collator(root.lang, { numeric: true });
  const compare = (one, other) => {
    const [left, right] = [one.dataset.value, other.dataset.value];
    if (left !== undefined && right !== undefined) return left - right;
    return order.compare(one.textContent, other.textContent);
  };
  const sort = (table, index, direction) => {
    const body = table.tBodies[0];
    const rows = body.original ??= [...body.rows];
    const sums = rows.filter((row) => row.classList.contains("total"));
    const others = rows.filter((row) => !row.classList.contains("total"));
    if (direction === 0) { body.append(...rows); return; }
    const empty = (row) => row.cells[index].textContent === "";
    others.sort((one, other) => empty(one) - empty(other)
      || direction * compare(one.cells[index], other.cells[index]));
    body.append(...others, ...sums);
  };
  const states = { none: ["ascending", 1], ascending: ["descending", -1], descending: ["none", 0] };
  for (const table of document.querySelectorAll("table[data-sort]")) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, index) => {
      const inside = document.createElement("button");
      inside.type = "button";
      inside.append(...head.childNodes);
      head.append(inside);
      head.setAttribute("aria-sort", "none");
      inside.addEventListener("click", () => {
        const [state, direction] = states[head.getAttribute("aria-sort")];
        for (const one of heads) one.setAttribute("aria-sort", "none");
        head.setAttribute("aria-sort", state);
        table.classList.toggle("sorted", direction !== 0);
        sort(table, index, direction);
      });
    });
  }

  // What fits its box need not be reached by the keyboard to be scrolled.
  const boxes = document.querySelectorAll(".scroll, .picture");
  const reach = () => {
    for (const box of boxes) {
      const scrolls = box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1;
      if (scrolls) box.tabIndex = 0; else box.removeAttribute("tabindex");
    }
  };
  addEventListener("resize", reach);
  document.addEventListener("toggle", reach, true);
  reach();

  // What is linked to is shown, and on paper everything but what is for files.
  const open = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const box = target && target.closest("details");
    if (box) box.open = true;
  };
  addEventListener("hashchange", open);
  open();
  const opened = [];
  addEventListener("beforeprint", () => {
    for (const box of document.querySelectorAll("main details:not([open]):not(.files)")) {
      box.open = true;
      opened.push(box);
    }
  });
  addEventListener("afterprint", () => { for (const box of opened.splice(0)) box.open = false; });
})();
