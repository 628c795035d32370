/* Sorts and filters the indexes of documents. Without this script an index is a plain table, with every row in it. */
"use strict";

(() => {
  const table = document.querySelector(".pm-index table");
  const form = document.querySelector(".pm-filters");
  if (!table || !form) return;

  const choices = [...form.querySelectorAll("select")];
  const find = form.querySelector("input");
  const controls = [find, ...choices];
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const count = form.querySelector(".pm-count");
  const reset = form.querySelector(".pm-reset");
  const none = document.querySelector(".pm-none");
  const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
  const words = new Map(rows.map((row) => [row, `${row.textContent} ${row.dataset.words ?? ""}`.toLowerCase()]));
  let sorted = { column: -1, direction: 1 };

  /* What a row is sorted by: the key of the cell where it has one (a date, a status's place), else its text. */
  const key = (row, column) => row.cells[column].dataset.key ?? row.cells[column].textContent.trim();

  const compare = (one, other) => {
    const [a, b] = [key(one, sorted.column), key(other, sorted.column)];
    if (!a || !b) return Number(!a) - Number(!b); // what is empty comes last either way
    return sorted.direction * collator.compare(a, b);
  };

  const sort = (column, direction) => {
    sorted = { column, direction };
    heads.forEach((head, place) => {
      if (place === column) head.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
      else head.removeAttribute("aria-sort");
    });
    body.append(...(column < 0 ? rows : [...rows].sort(compare)));
  };

  const filter = () => {
    const wanted = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const fits =
        choices.every((each, place) => !each.value || row.getAttribute(`data-filter-${place}`) === each.value) &&
        wanted.every((word) => words.get(row).includes(word));
      row.hidden = !fits;
      shown += fits;
    }
    const all = `${rows.length.toLocaleString("en")} ${rows.length === 1 ? form.dataset.one : form.dataset.many}`;
    count.textContent = shown === rows.length ? all : `${shown.toLocaleString("en")} of ${all}`;
    none.hidden = shown > 0;
  };

  /* The address remembers what is shown, so that a view can be sent to somebody. */
  const remember = () => {
    const state = new URLSearchParams();
    for (const control of controls) if (control.value) state.set(control.name, control.value);
    if (sorted.column >= 0) state.set("sort", (sorted.direction < 0 ? "-" : "") + sorted.column);
    reset.hidden = !state.size;
    const address = new URL(location.href);
    address.search = state;
    history.replaceState(null, "", address);
  };

  const recall = () => {
    const state = new URLSearchParams(location.search);
    for (const control of controls) {
      const value = state.get(control.name) ?? "";
      if (control.tagName !== "SELECT" || [...control.options].some((each) => each.value === value)) control.value = value;
    }
    const column = Number((state.get("sort") ?? "-").replace("-", "") || -1);
    if (Number.isInteger(column) && heads[column]) sort(column, state.get("sort").startsWith("-") ? -1 : 1);
  };

  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "pm-sort";
    button.textContent = head.textContent;
    button.addEventListener("click", () => {
      sort(column, sorted.column === column ? -sorted.direction : 1);
      remember();
    });
    head.replaceChildren(button);
  });

  form.addEventListener("input", () => {
    filter();
    remember();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  reset.addEventListener("click", () => {
    for (const control of controls) control.value = "";
    sort(-1, 1);
    filter();
    remember();
    find.focus(); // the button is about to vanish
  });

  recall();
  filter();
  form.hidden = false;
  remember();
})();

/* The theme's search opens as a dialog, which nobody has given a name. */
document.querySelector(".md-search[role=dialog]")?.setAttribute("aria-label", "Search");
