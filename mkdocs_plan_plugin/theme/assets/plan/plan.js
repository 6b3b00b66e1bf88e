/* Sorting, filtering and search for tables of plans, in the words that come with each; tips by touch, and Escape.
   Everything can be read without it.
   The state of each table is kept in the address: ?table.q=words&table.state=Blocked&table.sort=-progress */
(() => {
  "use strict";
  const ORDER = "superseded cancelled complete unknown on-hold planning in-progress blocked"
    + " unrated low medium high critical unmeasured uncompared met near missed";
  const RANK = Object.fromEntries(ORDER.split(" ").map((word, at) => [`plan-is-${word}`, at]));
  const DOWN_FIRST = ["progress", "risks", "level", "updated", "created", "tasks", "verdict"];
  const FILTERS = ["state", "level", "status", "verdict", "priority", "owner"];

  const make = (tag, attributes, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };
  const said = (node) => (node ? node.textContent.replace(/\s+/g, " ").trim() : "");

  /* What a cell is sorted by: a date, a percentage, the rank of its mark, a number, or its words. */
  const worth = (cell) => {
    const one = (selector) => cell.querySelector(selector);
    if (one("time")) return one("time").dateTime || said(one("time"));
    if (one("[aria-valuenow]")) return Number(one("[aria-valuenow]").getAttribute("aria-valuenow"));
    const mark = one(".plan-mark, .plan-chip");
    if (mark) {
      const rank = RANK[[...mark.classList].find((name) => name in RANK)] ?? -1;
      return rank * 1e4 + (parseInt(said(mark), 10) || 0);
    }
    if (one(".plan-x") || one(".plan-note:only-child")) return null;
    const figure = one(":scope > b");
    const words = said(figure || one(".plan-title") || cell).toLowerCase();
    return words === "" ? null : /^\d+$/.test(words) ? parseInt(words, 10) : words;
  };

  const compare = (a, b) =>
    typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), undefined, { numeric: true });

  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  const setUp = (table, prefix) => {
    const [toSearch, inTable, allOf, toSort, asListed, someOf] = JSON.parse(table.dataset.planWords);
    const rest = table.nextElementSibling?.matches("details.plan-more") ? table.nextElementSibling : null;
    const rows = [...table.tBodies].map((body) => [...body.rows].filter((row) => !row.matches(".plan-grouprow")));
    const late = rest ? [...rest.querySelectorAll("tbody > tr:not(.plan-grouprow)")] : [];
    if (rows.flat().length + late.length < 2) return;
    const heads = [...table.tHead.rows[0].cells];
    const column = (wanted) => heads.findIndex((head) => head.classList.contains(`plan-c-${wanted}`));
    const state = { q: "", sort: "" };
    const tools = make("div", { class: "plan-tools", role: "search", "aria-label": said(table.caption) });
    const count = make("span", { class: "plan-aside", role: "status" });
    const search = make("input", { type: "search", placeholder: toSearch, "aria-label": inTable });
    tools.append(search);
    // Letters choose an option; the theme `mkdocs` would take some of them for shortcuts.
    tools.addEventListener("keydown", (event) => event.key.length > 1 || event.stopPropagation());

    const all = [...rows.flat(), ...late];
    const selects = {};
    for (const wanted of FILTERS) {
      const at = column(wanted);
      if (at < 0) continue;
      const value = (row) => said(row.cells[at].querySelector(".plan-mark, .plan-chip") || row.cells[at]);
      const values = [...new Set(all.map(value))].filter((word) => word && !word.startsWith("–"));
      if (values.length < 2 || values.length > 30) continue;
      const options = values.map((word) => make("option", { value: word }, word));
      const title = said(heads[at]);
      selects[wanted] = make("select", { "aria-label": title }, make("option", { value: "" }, filled(allOf, { title })), ...options);
      selects[wanted].value = state[wanted] = "";
      selects[wanted].planValue = value;
      tools.append(selects[wanted]);
    }
    const sorts = heads.filter((head) => head.dataset.planSort).flatMap((head) => {
      const key = head.dataset.planSort, title = said(head);
      return [make("option", { value: key }, `${title} ↑`), make("option", { value: `-${key}` }, `${title} ↓`)];
    });
    const order = make("select", { "aria-label": toSort, class: "plan-narrow" }, make("option", { value: "" }, asListed), ...sorts);
    tools.append(order, count);
    if (all.length > 5) table.before(tools);

    let whole = !rest;
    const show = () => {
      const asked = Object.values(state).some(Boolean);
      if (asked && !whole) {
        // Rows that open on demand join the others, so that nothing is missed.
        whole = true;
        rows[rows.length - 1].push(...late);
        rest.remove();
      }
      const wanted = state.q.toLowerCase().split(/\s+/).filter(Boolean);
      const key = state.sort.replace(/^-/, "");
      const at = heads.findIndex((head) => head.dataset.planSort === key);
      const way = state.sort.startsWith("-") ? -1 : 1;
      let shown = 0, total = 0;
      rows.forEach((part, index) => {
        let ordered = part;
        if (at >= 0) {
          ordered = part.map((row) => [worth(row.cells[at]), row]).sort(([a], [b]) =>
            a === null || b === null ? (a === null) - (b === null) : way * compare(a, b)).map(([, row]) => row);
        }
        for (const row of part) {
          const text = row.textContent.toLowerCase();
          row.hidden = !wanted.every((word) => text.includes(word))
            || Object.keys(selects).some((name) => state[name] && selects[name].planValue(row) !== state[name]);
          shown += !row.hidden;
          total += 1;
        }
        table.tBodies[index].append(...ordered);
        table.tBodies[index].hidden = part.length > 0 && part.every((row) => row.hidden);
      });
      heads.forEach((head, n) => {
        if (n === at) head.setAttribute("aria-sort", way < 0 ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      });
      search.value = state.q;
      order.value = state.sort;
      for (const name in selects) selects[name].value = state[name];
      count.textContent = shown < total ? filled(someOf, { shown, total }) : "";
    };
    const set = (name, value) => {
      state[name] = value;
      show();
      const address = new URL(location.href);
      for (const part in state) {
        if (state[part]) address.searchParams.set(`${prefix}.${part}`, state[part]);
        else address.searchParams.delete(`${prefix}.${part}`);
      }
      try {
        history.replaceState(history.state, "", address);
      } catch { /* some browsers fix the address of local files */ }
    };
    search.addEventListener("input", () => set("q", search.value));
    order.addEventListener("change", () => set("sort", order.value));
    for (const wanted in selects) selects[wanted].addEventListener("change", () => set(wanted, selects[wanted].value));
    for (const head of heads) {
      const key = head.dataset.planSort;
      if (!key) continue;
      const button = make("button", { type: "button", class: "plan-sort" }, ...head.childNodes);
      button.addEventListener("click", () => {
        const [first, second] = DOWN_FIRST.includes(key) ? [`-${key}`, key] : [key, `-${key}`];
        set("sort", state.sort === first ? second : state.sort === second ? "" : first);
      });
      head.append(button);
    }
    const given = new URL(location.href).searchParams;
    for (const part in state) state[part] = given.get(`${prefix}.${part}`) || "";
    for (const wanted in selects) {
      if (![...selects[wanted].options].some((option) => option.value === state[wanted])) state[wanted] = "";
    }
    if (Object.values(state).some(Boolean)) show();
  };

  /* A list that is closed opens when a link leads to it. */
  const reveal = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const closed = id.startsWith("plan") && document.getElementById(id)?.closest("details:not([open])");
    if (closed) closed.open = true;
  };

  const start = () => {
    const names = {};
    for (const table of document.querySelectorAll("table[data-plan-table]")) {
      const name = table.dataset.planTable;
      names[name] = (names[name] || 0) + 1;
      if (table.dataset.planReady) continue;
      table.dataset.planReady = "yes";
      setUp(table, names[name] > 1 ? `${name}${names[name]}` : name);
    }
    for (const list of document.querySelectorAll("[data-plan-visits]:not([data-plan-ready])")) {
      list.dataset.planReady = "yes";
      markNew(list);
    }
    reveal();
  };

  /* What is new since the last visit: the browser keeps the newest commit seen, and tells nobody. */
  const markNew = (list) => {
    const items = [...list.querySelectorAll("[data-plan-time]")];
    const newest = items.map((item) => item.dataset.planTime).sort().at(-1);
    const key = `plan-seen:${location.pathname}`;
    try {
      const seen = sessionStorage.getItem(key) ?? localStorage.getItem(key);
      if (seen !== null) sessionStorage.setItem(key, seen);
      if (newest) localStorage.setItem(key, newest);
      for (const item of items.filter((item) => seen !== null && item.dataset.planTime > seen)) {
        item.querySelector(".plan-note").append(make("span", { class: "plan-new" }, list.dataset.planVisits));
      }
    } catch { /* it keeps nothing */ }
  };

  /* Tips show by hover and focus alone. Escape hides one where it is; the first tap on a link shows it, the second follows. */
  const withTip = (node) => {
    const found = node.closest?.(".plan-view :is(a, button)");
    return found?.querySelector(":scope > .plan-tip") && found;
  };
  let tapped = null;
  const hush = () => {
    tapped?.classList.remove("plan-tip-on");
    tapped = null;
  };
  const tips = () => {
    addEventListener("click", (event) => {
      const asked = withTip(event.target);
      const show = asked && asked !== tapped && (event.pointerType === "touch" || asked.localName === "button");
      hush();
      if (!show) return;
      event.preventDefault();
      event.stopPropagation();
      tapped = asked;
      asked.classList.remove("plan-tip-off");
      asked.classList.add("plan-tip-on");
    }, true);
    addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      hush();
      for (const tip of document.querySelectorAll(".plan-tip")) {
        if (tip.parentElement.matches(":hover, :focus")) tip.parentElement.classList.add("plan-tip-off");
      }
    });
    for (const leaving of ["pointerout", "focusout"]) {
      addEventListener(leaving, (event) => {
        const asked = withTip(event.target);
        if (asked && !asked.contains(event.relatedTarget)) asked.classList.remove("plan-tip-off");
      });
    }
  };

  if (window.planStart) return;
  window.planStart = start;
  addEventListener("hashchange", reveal);
  // Paper has everything, in browsers whose stylesheets can't open a list too.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll(".plan-view details:not([open])")];
    for (const list of opened) list.open = true;
  });
  addEventListener("afterprint", () => {
    for (const list of opened) list.open = false;
  });
  tips();
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else start();
})();
