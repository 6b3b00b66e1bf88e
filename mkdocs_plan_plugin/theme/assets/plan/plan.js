/* Sorting, filtering, search and tips; all can be read without. Kept in the address: ?table.q=words&table.state=Blocked */
(() => {
  "use strict";
  const ORDER = "superseded cancelled complete unknown on-hold planning in-progress blocked"
    + " unrated low medium high critical unmeasured uncompared met near missed";
  const RANK = Object.fromEntries(ORDER.split(" ").map((word, at) => [`plan-is-${word}`, at]));
  const DOWN_FIRST = ["progress", "risks", "level", "updated", "created", "tasks", "verdict"];

  const make = (tag, attributes, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };
  const said = (node) => (node ? node.textContent.replace(/\s+/g, " ").trim() : "");

  /* What a cell is sorted by. */
  const worth = (cell) => {
    const one = (selector) => cell.querySelector(selector);
    if (one("time")) return one("time").dateTime || said(one("time"));
    if (one(".plan-bar")) return +one(".plan-bar").className.match(/\d+$/);
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

  const setUp = (root, prefix) => {
    const [toSearch, inTable, allOf, toSort, asListed, someOf, nothing, toClear, ...titles] = JSON.parse(root.dataset.planWords);
    const table = root.localName === "table";
    const bodies = [...root.tBodies ?? []];
    const rest = table && root.nextElementSibling?.matches("details.plan-more") ? root.nextElementSibling : null;
    const known = [];
    const word = (part) => (/^\d+$/.test(part) ? known[part] : part && known[known.push(part.trim()) - 1]);
    const items = (node) => [...node?.querySelectorAll("[data-plan]") ?? []].map((row) => (
      { row, home: row.closest(".plan-col") || row.parentElement, facts: row.dataset.plan.split("|").map((part) => part.split(";").map(word)) }));
    const all = items(root), late = items(rest);
    all.push(...late);
    if (all.length < 2) return;
    const heads = [...root.tHead?.rows[0].cells ?? []];
    const state = { q: "", sort: "" };
    const [figures, listed] = root.caption?.children ?? [];
    const figured = figures?.innerHTML;
    const tools = make("div", { class: "plan-tools", role: "search", "aria-label": said(root.caption) || root.ariaLabel });
    const count = make("span", { class: "plan-aside", role: "status" });
    const search = make("input", { type: "search", placeholder: toSearch, "aria-label": inTable });
    tools.append(search);
    // Letters are shortcuts of the theme `mkdocs`.
    tools.addEventListener("keydown", (event) => event.key.length > 1 || event.stopPropagation());

    const filters = [];
    root.dataset.planBy.split("|").forEach((key, at) => {
      const of = (one) => one.facts[at] ?? [""];
      const values = [...new Set(all.flatMap(of))].filter(Boolean);
      if (values.length < 2 || values.length > 60) return;
      const select = make("select", { "aria-label": titles[at] }, make("option", { value: "" }, filled(allOf, { title: titles[at] })),
        ...values.map((word) => make("option", { value: word }, word)));
      select.addEventListener("change", () => set(key, select.value));
      filters.push({ key, select, takes: (one, word) => (word[0] === "-" ? !of(one).includes(word.slice(1)) : of(one).includes(word)) });
      state[key] = "";
      tools.append(select);
    });
    const sorts = heads.filter((head) => head.dataset.planSort).flatMap((head) => {
      const key = head.dataset.planSort, title = said(head);
      return [make("option", { value: key }, `${title} ↑`), make("option", { value: `-${key}` }, `${title} ↓`)];
    });
    const order = make("select", { "aria-label": toSort, class: "plan-narrow" }, make("option", { value: "" }, asListed), ...sorts);
    const clear = make("button", { type: "button", class: "plan-sort" }, toClear);
    clear.addEventListener("click", () => {
      for (const part in state) if (part !== "sort") set(part, "");
      search.focus();
    });
    if (sorts.length) tools.append(order);
    tools.append(count, clear);
    if (all.length > 5) root.closest(".plan-view").prepend(tools);

    let sorted = "";
    const sort = () => {
      const key = state.sort.replace(/^-/, "");
      const at = heads.findIndex((head) => head.dataset.planSort === key);
      const way = state.sort[0] === "-" ? -1 : 1;
      for (const body of bodies) {
        const part = all.filter((one) => one.home === body).map((one) => [at < 0 ? 0 : worth(one.row.cells[at]), one.row]);
        if (at >= 0) part.sort(([a], [b]) => (a === null || b === null ? (a === null) - (b === null) : way * compare(a, b)));
        body.append(...part.map(([, row]) => row));
      }
      heads.forEach((head, n) => {
        head.ariaSort = n !== at ? null : way < 0 ? "descending" : "ascending";
      });
      sorted = state.sort;
    };
    let whole = !rest;
    const show = () => {
      if (Object.values(state).some(Boolean) && !whole) {
        // Rows that open on demand join the others, so that nothing is missed.
        whole = true;
        for (const one of late) one.home = bodies.at(-1);
        bodies.at(-1).append(...late.map((one) => one.row));
        rest.remove();
      }
      if (state.sort !== sorted) sort();
      const words = state.q.toLowerCase().split(/\s+/).filter(Boolean);
      const wanted = filters.filter(({ key }) => state[key]);
      const asked = Boolean(words.length + wanted.length);
      const homes = new Map();
      let shown = 0;
      for (const one of all) {
        if (words.length) one.text ??= one.row.textContent.toLowerCase();
        const fits = words.every((word) => one.text.includes(word)) && wanted.every(({ key, takes }) => takes(one, state[key]));
        if (one.row.hidden === fits) one.row.hidden = !fits;
        homes.set(one.home, (homes.get(one.home) || 0) + fits);
        shown += fits;
      }
      for (const [home, fit] of homes) {
        const column = home.matches(".plan-col");
        const head = home.querySelector(".plan-col-head, .plan-grouprow") ?? (home.previousElementSibling?.matches(".plan-group") && home.previousElementSibling);
        if (column) home.open ||= asked && fit;
        else home.hidden = !fit;
        if (!head) continue;
        head.hidden = !column && !fit;
        const figure = head.querySelector("b");
        figure.dataset.all ??= figure.textContent;
        figure.textContent = asked ? fit : figure.dataset.all;
      }
      for (const closed of asked && !table ? root.querySelectorAll("details.plan-more") : []) closed.open = true;
      search.value = state.q;
      order.value = state.sort;
      for (const { key, select } of filters) select.value = state[key];
      clear.hidden = !asked;
      count.textContent = !shown ? nothing : shown < all.length ? filled(someOf, { shown, total: all.length }) : "";
      if (figures) figures.innerHTML = count.textContent || figured;
      if (listed) listed.hidden = state.sort || asked;
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
    root.planRead = () => {
      const given = new URL(location.href).searchParams;
      for (const part in state) state[part] = given.get(`${prefix}.${part}`) || "";
      for (const { key, select } of filters) {
        const word = state[key];
        if ([...select.options].some((option) => option.value === word)) continue;
        if (word[0] === "-") select.append(make("option", { value: word }, `≠ ${word.slice(1)}`));
        else state[key] = "";
      }
      show();
    };
    root.planRead();
  };

  /* What is closed opens when a link leads into it, or to a phase that is folded in the stepper. */
  const reveal = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const folded = [...document.querySelectorAll(".plan-fold a")].find((link) => link.hash === location.hash);
    const closed = (folded || id.startsWith("plan") && document.getElementById(id))?.closest?.("details:not([open])");
    if (closed) closed.open = true;
  };

  const held = (event) => event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;

  /* A link that filters a list of this page does so in place; the way back takes it off again. */
  const reread = () => {
    for (const list of document.querySelectorAll("[data-plan-ready]")) list.planRead?.();
  };
  const follow = (event) => {
    const link = event.target.closest?.("a");
    const list = document.querySelector(`[data-plan-table="${link?.search?.split(/[?.]/)[1]}"]`);
    if (!list || link.pathname !== location.pathname || held(event)) return;
    history.pushState(null, "", link.href);
    event.preventDefault();
    event.stopPropagation();
    reread();
    reveal();
    list.tabIndex = -1;
    list.focus();
    document.getElementById(link.hash.slice(1))?.scrollIntoView();
  };

  /* Tab stops once in each of these; arrows, Home and End move in it. */
  const GROUPS = ".plan-lane, .plan-steps, .plan-matrix, .plan-actions .plan-att";
  const stops = (group) => [...group?.querySelectorAll("a, summary") ?? []];
  const move = (event) => {
    const { target, key } = event, group = target.closest?.(GROUPS);
    const all = stops(group).filter((one) => one.checkVisibility?.() ?? true);
    const at = all.indexOf(target);
    if (at < 0 || held(event)) return;
    const on = getComputedStyle(group).direction === "rtl" ? -1 : 1;
    const to = all[at + { ArrowRight: on, ArrowLeft: -on, ArrowDown: 1, ArrowUp: -1, Home: -at, End: all.length - 1 - at }[key]];
    if (!to) return;
    event.preventDefault();
    target.tabIndex = -1;
    to.tabIndex = 0;
    to.focus();
  };

  const start = () => {
    const names = {};
    for (const link of document.querySelectorAll("[data-plan-q]")) link.search = link.dataset.planQ;
    // Rows drawn as blocks are none to some browsers.
    for (const [part, role] of [["tr", "row"], ["td", "cell"], ["tbody th", "rowheader"]]) {
      for (const node of document.querySelectorAll(`.plan-table ${part}`)) node.role = role;
    }
    for (const list of document.querySelectorAll("[data-plan-table]")) {
      const name = list.dataset.planTable;
      names[name] = (names[name] || 0) + 1;
      if (list.dataset.planReady) continue;
      list.dataset.planReady = "yes";
      setUp(list, names[name] > 1 ? `${name}${names[name]}` : name);
    }
    for (const list of document.querySelectorAll("[data-plan-visits]:not([data-plan-ready])")) {
      list.dataset.planReady = "yes";
      markNew(list);
    }
    for (const group of document.querySelectorAll(GROUPS)) stops(group).forEach((one, at) => (one.tabIndex = at && -1));
    reveal();
  };

  /* What is new since the last visit: the browser keeps the newest commit seen. */
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

  /* Escape hides a tip; the first tap on a link shows it, the second follows. */
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
      if (!show) return follow(event);
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

  if (window.planStart) return window.planStart();
  window.planStart = start;
  addEventListener("hashchange", reveal);
  addEventListener("popstate", reread);
  addEventListener("keydown", move);
  addEventListener("toggle", ({ target }) => target.matches(".plan-view *") && (target.firstChild.tabIndex = 0), true);
  // Material opens all on paper.
  addEventListener("beforeprint", () => {
    for (const list of document.querySelectorAll(".plan-view details")) list.classList.toggle("plan-shut", !list.open);
  }, true);
  tips();
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else start();
})();
