/* Ticking in the preview of `mkdocs serve`: a box or a menu asks for a change, and the page that is loaded anew behind it
   comes back to where it was. No built site has this file. */
(() => {
  "use strict";
  if (window.planPreview) return;
  const KEPT = "plan-preview";
  const FRESH = 15_000;
  let given, queue = Promise.resolve(), last = null, told = null;
  const waiting = new Map();  // control → [kind, state] that is still to be asked for

  const changeable = () => [...document.querySelectorAll("[data-plan-at]:not([hidden])")];
  const focusable = (control) => control.querySelector(":scope > button") || control;

  /* What is said stands in one region, which is there before anything is said in it. */
  const region = () => {
    let place = document.querySelector(".plan-said");
    if (!place) {
      place = document.createElement("div");
      place.className = "plan-view plan-said";
      const said = document.createElement("span"), close = document.createElement("button");
      said.setAttribute("role", "status");
      said.setAttribute("aria-live", "polite");
      close.type = "button";
      close.textContent = given.words.close;
      close.addEventListener("click", () => say(""));
      place.append(said, close);
      document.body.append(place);
    }
    return place;
  };
  const say = (words, what = "", refused = false) => {
    const place = region(), status = place.firstChild;
    const [before, behind = ""] = words.split(/\{\w+\}/), said = document.createElement("bdi");
    said.textContent = what;
    said.lang = "en";
    place.classList.toggle("plan-refused", refused);
    status.replaceChildren();
    const now = told = words && { words, what, refused, at: Date.now() };
    if (words) setTimeout(() => told === now && status.replaceChildren(before, said, behind), 50);
    if (words && !refused) setTimeout(() => told === now && say(""), 6_000);
  };

  const send = (control, kind, state, was) => {
    const { planAt, planText } = control.dataset;
    const cut = planAt.lastIndexOf(":");
    return fetch(given.edit, {
      method: "POST", keepalive: true, redirect: "error",
      headers: { "Content-Type": "application/json", "Plan-Token": given.token },
      body: JSON.stringify({ kind, path: planAt.slice(0, cut), line: Number(planAt.slice(cut + 1)), text: planText, was, state }),
    });
  };

  /* One question after the other, each with the state that the one before has left; of several wishes for one
     thing the last. */
  const ask = (control, kind, wanted, done) => {
    last = control;
    waiting.set(control, [kind, wanted]);
    queue = queue.then(async () => {
      const state = waiting.get(control)?.[1], was = control.dataset.planWas;
      if (!waiting.delete(control) || state === was) return;
      control.setAttribute("aria-busy", "true");
      control.planAsked = state;
      let words = given.words.silent, what = "", refused = true;
      try {
        const answer = await send(control, kind, state, was);
        what = (await answer.json()).said;
        refused = !answer.ok;
        words = refused ? given.words.refused : given.words.saved;
        if (answer.ok) control.dataset.planWas = state;
      } catch { /* nobody answers */ }
      control.removeAttribute("aria-busy");
      delete control.planAsked;
      say(words, what, refused);
      if (!waiting.has(control)) done();
    });
  };
  /* The page goes, as the first of several ticks has built the site anew: what waits still is asked for at once. */
  const flush = () => {
    for (const [control, [kind, state]] of waiting) {
      const was = control.planAsked || control.dataset.planWas;
      if (state !== was) send(control, kind, state, was).catch(() => {});
    }
    waiting.clear();
  };

  const box = (input) => {
    const show = () => {
      input.checked = input.dataset.planWas === "done";
      input.indeterminate = !["open", "done"].includes(input.dataset.planWas);
    };
    show();
    input.disabled = false;
    input.addEventListener("change", () => ask(input, "task", input.checked ? "done" : "open", show));
  };

  const menu = (place) => {
    const [opener, states] = place.children;
    const open = (wanted) => {
      opener.setAttribute("aria-expanded", String(wanted));
      states.hidden = !wanted;
    };
    place.hidden = false;
    opener.addEventListener("click", () => open(states.hidden));
    place.addEventListener("keydown", (event) => {
      const all = [...states.children], at = all.indexOf(document.activeElement);
      const to = { ArrowDown: at + 1, ArrowUp: Math.max(at - 1, -1), Home: 0, End: -1 }[event.key];
      if (event.key === "Escape" && !states.hidden) {
        open(false);
        opener.focus();
      } else if (to !== undefined && (!states.hidden || event.key.startsWith("Arrow"))) {
        open(true);
        all.at(to % all.length).focus();
      } else return;
      event.preventDefault();
      event.stopPropagation();
    });
    place.addEventListener("focusout", (event) => place.contains(event.relatedTarget) || open(false));
    states.addEventListener("click", (event) => {
      const chosen = event.target.closest("button");
      if (!chosen) return;
      open(false);
      opener.focus();
      ask(place, "phase", chosen.value, () => {
        for (const one of states.children) one.setAttribute("aria-pressed", String(one.value === place.dataset.planWas));
      });
    });
  };

  /* The page is loaded anew once the site is built: what had the focus is found again by what it says, or else
     what came behind it, as a task that is done has gone from lists of open ones. */
  const name = (control) => {
    const { planAt, planText } = control.dataset;
    return `${control.localName} ${planAt.slice(0, planAt.lastIndexOf(":"))} ${planText}`;
  };
  const keep = () => {
    const control = document.activeElement?.closest("[data-plan-at]") || (document.activeElement === document.body ? last : null);
    const all = changeable(), at = all.indexOf(control);
    const near = at < 0 ? [] : [...all.slice(at, at + 4), ...all.slice(Math.max(0, at - 2), at).reverse()];
    const kept = {
      page: location.pathname, y: scrollY, top: at < 0 ? 0 : control.getBoundingClientRect().top, near: near.map(name),
      turn: at < 0 ? 0 : all.slice(0, at).filter((one) => name(one) === name(control)).length, told,
    };
    try {
      sessionStorage.setItem(KEPT, JSON.stringify(kept));
    } catch { /* it keeps nothing */ }
  };
  const kept = () => {
    try {
      const found = JSON.parse(sessionStorage.getItem(KEPT) || "null");
      sessionStorage.removeItem(KEPT);
      const again = performance.getEntriesByType("navigation")[0]?.type === "reload";
      return again && found?.page === location.pathname ? found : null;
    } catch {
      return null;
    }
  };
  const reveal = (control) => {
    for (let one = control.parentElement; one; one = one.parentElement) {
      if (one.localName === "details") one.open = true;
      if (one.matches(".tabbed-block")) {
        const tab = one.closest(".tabbed-set")?.querySelectorAll(":scope > input")[[...one.parentElement.children].indexOf(one)];
        if (tab) tab.checked = true;
      }
    }
  };
  const restore = (found) => {
    const all = changeable();
    for (const wanted of found.near) {
      const same = all.filter((one) => name(one) === wanted);
      if (!same.length) continue;
      const own = wanted === found.near[0], control = same[own ? found.turn : 0] || same[0];
      reveal(control);
      focusable(control).focus({ preventScroll: true });
      scrollTo({ top: own ? scrollY + control.getBoundingClientRect().top - found.top : found.y, behavior: "instant" });
      return;
    }
    scrollTo({ top: found.y, behavior: "instant" });
  };

  /* A page of another site could lay its own words over a frame with this page, and let them be clicked. */
  const framed = () => {
    try {
      return top.location.origin !== location.origin;
    } catch {
      return true;
    }
  };

  const start = () => {
    const link = document.querySelector("[data-plan-preview]");
    if (!link || framed()) return;
    given = JSON.parse(link.dataset.planPreview);
    given.edit = new URL(given.edit, location.href);
    region();
    for (const control of document.querySelectorAll("[data-plan-at]:not([data-plan-ready])")) {
      control.dataset.planReady = "yes";
      (control.localName === "input" ? box : menu)(control);
    }
  };

  window.planPreview = start;
  addEventListener("pagehide", () => { flush(); keep(); });
  const begin = () => {
    start();
    const found = given && kept();
    if (!found) return;
    const back = () => requestAnimationFrame(() => restore(found));
    if (document.readyState === "complete") back();
    else addEventListener("load", back, { once: true });
    if (found.told && Date.now() - found.told.at < FRESH) setTimeout(() => say(found.told.words, found.told.what, found.told.refused), 500);
  };
  if (window.document$) window.document$.subscribe(start);
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin);
  else begin();
})();
