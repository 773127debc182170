// The pages of a long leaderboard. All rows stand in the table, for whoever can't run this and for paper; here all but those of one page are hidden, and
// the pager below leads from page to page. What is chosen, searched or sorted elsewhere brings its page along.
(() => {
  const section = document.querySelector("[data-part=board]");
  const body = section && section.querySelector("tbody");
  const pager = document.querySelector(".pager");
  if (!body || !pager) return;
  const root = document.documentElement;
  const [back, range, on] = pager.children;
  const most = Number(pager.dataset.rows);
  const words = range.dataset.range;
  let page = 0;
  let order = "";
  let chosen = null;

  function show() {
    const rows = [...body.children];
    const last = Math.max(0, Math.ceil(rows.length / most) - 1);
    page = Math.min(Math.max(page, 0), last);
    rows.forEach((row, at) => {
      const off = Math.floor(at / most) !== page;
      if (row.hidden !== off) row.hidden = off;
    });
    const first = page * most;
    const filled = [first + 1, Math.min(first + most, rows.length), rows.length];
    const text = words.replace(/\{(\d)\}/g, (_, place) => filled[place].toLocaleString(root.lang));
    if (range.textContent !== text) range.textContent = text;
    back.disabled = page === 0;
    on.disabled = page === last;
    pager.hidden = last === 0;
  }

  // The page that holds a row.
  function pageOf(row) {
    const at = [...body.children].indexOf(row);
    if (at >= 0) page = Math.floor(at / most);
  }

  function follow() {
    const now = [...body.children].map(row => row.dataset.district).join();
    const selected = body.querySelector("[data-selected]");
    // Rows that came or went, or another order, begin anew; a new choice is shown where it stands.
    if (order && now !== order) page = 0;
    if (selected && (selected !== chosen || now !== order)) pageOf(selected);
    [order, chosen] = [now, selected];
    show();
  }

  // What is newly chosen is marked first: another page of rows takes longer than that, and is seldom in view.
  function later(changes) {
    if (changes.every(({ type }) => type === "attributes")) requestAnimationFrame(() => setTimeout(follow));
    else follow();
  }

  function turn(by) {
    page += by;
    show();
    section.querySelector("table").scrollIntoView({ block: "start" });
  }

  // What units belong to: a list beside the search, which is answered by it.
  function group() {
    const field = section.querySelector("input[type=search]");
    if (!pager.dataset.groups || !field) return;
    const names = [...new Set([...body.querySelectorAll("[data-parent]")].map(name => name.dataset.parent))];
    const list = document.createElement("select");
    list.setAttribute("aria-label", pager.dataset.groups);
    list.add(new Option(pager.dataset.groups, ""));
    for (const name of names.sort(new Intl.Collator("vi").compare)) list.add(new Option(name, name));
    const box = document.createElement("div");
    box.className = "groups";
    box.append(list);
    field.parentNode.after(box);
    list.addEventListener("change", () => {
      field.value = list.value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    field.addEventListener("input", () => {
      if (field.value !== list.value) list.value = "";
    });
  }

  back.addEventListener("click", () => turn(-1));
  on.addEventListener("click", () => turn(1));

  // An address may name a row.
  function byAddress() {
    const named = document.getElementById(location.hash.slice(1));
    if (!named || !body.contains(named)) return;
    pageOf(named);
    show();
    named.scrollIntoView({ block: "center" });
  }

  function start() {
    if (root.dataset.state !== "live") return;
    waiting.disconnect();
    section.querySelector("table").after(pager);
    group();
    follow();
    byAddress();
    addEventListener("hashchange", byAddress);
    new MutationObserver(later).observe(body, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-selected"] });
  }

  // Before the page is live its nodes stay where they are.
  const waiting = new MutationObserver(start);
  waiting.observe(root, { attributes: true, attributeFilter: ["data-state"] });
  start();
})();
