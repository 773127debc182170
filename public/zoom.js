// A dense map drawn larger: by buttons, keys, two fingers, a double tap, and the wheel with Ctrl. It changes the drawing's viewBox alone; one finger scrolls
// the page as ever. A tap chooses what is under the finger, or what comes nearest within its reach. Names appear as far as there is room for them.
(() => {
  const FINGER = 22, STEP = 2, TARGET = 24, ROOM = 64, CLEAR = 3, COVERED = 0.12, WIDER = 1.4, FEW = 16;
  // An engine too old for this keeps the map as it is.
  if (!Element.prototype.replaceChildren) return;
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let svg, sheet, buttons, base, view, own, whole, served, units, least, chosen, target, frame, timer, due;
  // What the hands are doing: pointers on the map, where they began, whether they have moved, the last tap.
  const pointers = new Map();
  let start = null, moved = false, waiting = null, last = { time: -1e9 }, tip = { timeStamp: -1e9 };

  // What hydration counts stays as it was served until the page is live, or can't be.
  const root = document.documentElement, WAIT = 10000;
  const isReady = () => root.dataset.state === "live" || "plain" in root.dataset || performance.now() > WAIT;
  const numbers = text => text.trim().split(/[ ,]+/).map(Number);
  const bySize = ({ box: a }, { box: b }) => b.width * b.height - a.width * a.height;
  const scale = () => base.w / view.w;
  // Pixels of one unit of the drawing, and where the shown part begins in the window.
  function glass(of = view) {
    const box = svg.getBoundingClientRect(), k = Math.min(box.width / of.w, box.height / of.h);
    return { box, k, left: box.left + (box.width - of.w * k) / 2, top: box.top + (box.height - of.h * k) / 2 };
  }
  // All that can be seen: the box may be wider than the part that was asked for.
  function seen() {
    const { box, k } = glass(), w = box.width / k, h = box.height / k;
    return { x: view.x - (w - view.w) / 2, y: view.y - (h - view.h) / 2, w, h };
  }
  // So large that the smallest unit can be hit and holds a name.
  const most = () => Math.min(40, Math.max(4, ROOM / (least * glass(base).k)));

  function adopt() {
    const now = document.querySelector("[data-part=map] .sheet svg");
    if (!now || now === svg) return;
    svg = now;
    served = "";
    sheet = svg.parentNode;
    buttons = Object.fromEntries([...sheet.querySelectorAll("[data-zoom]")].map(button => [button.dataset.zoom, button]));
    svg.style.touchAction = "pan-y";
    const on = (kind, act) => svg.addEventListener(kind, act, { passive: false });
    on("wheel", wheel);
    on("pointerdown", down);
    on("pointermove", move);
    on("pointerup", up);
    on("pointercancel", up);
    // Two fingers are for the map; one is the page's.
    for (const kind of ["touchstart", "touchmove"]) on(kind, event => event.touches.length > 1 && event.cancelable && event.preventDefault());
    on("dragstart", event => base !== view && event.preventDefault());
    const later = () => due || (due = requestAnimationFrame(follow));
    new MutationObserver(later).observe(svg, { attributes: true, attributeFilter: ["viewBox", "data-selected", "class"], subtree: true });
    new MutationObserver(later).observe(svg, { childList: true });
    begin();
    follow();
  }

  // The page has drawn a map: this one or another.
  function begin() {
    halt();
    const [x, y, w, h] = numbers(svg.getAttribute("viewBox"));
    base = view = target = { x, y, w, h };
    own = whole = svg.getAttribute("viewBox");
    units = [...svg.querySelectorAll("a[data-district]")].map(link => {
      const path = link.querySelector("path"), [name, figure] = link.querySelectorAll("text"), leader = link.querySelector(".leader");
      const place = [name.getAttribute("x"), name.getAttribute("y")].map(Number);
      // A name beside the map has its line's end inside of its unit.
      const at = leader ? numbers(leader.getAttribute("d").split("L")[1]) : place;
      return { link, path, texts: [name, figure], box: path.getBBox(), at, by: [at[0] - place[0], at[1] - place[1]] };
    });
    // The lines over the shapes belong to the map that was served, not to a part of it.
    const lines = svg.querySelector(".borders"), drawn = `${own} ${units.length}`;
    served = served || drawn;
    if (lines) lines.style.display = drawn === served ? "" : "none";
    least = Math.min(...units.map(({ box }) => Math.min(box.width, box.height)));
    last = { time: -1e9 };
    settle();
  }

  // What the page has changed: the map, the figures, the choice.
  function follow() {
    due = 0;
    const links = svg.querySelectorAll("a[data-district]");
    const box = svg.getAttribute("viewBox"), isSame = links.length === units.length && links[0] === units[0].link;
    // Hydration writes what was served once more.
    if (!isSame || (box !== own && box !== whole)) begin();
    else if (box !== own) svg.setAttribute("viewBox", own);
    const now = units.find(unit => unit.link.hasAttribute("data-selected"));
    // Whoever has hit it has seen it. After the frame that marks it: what moves the map takes longer than that.
    const hit = performance.now() - last.time <= 1000;
    if (now && now.link !== chosen) setTimeout(() => units.includes(now) && bring(now, !hit));
    chosen = now && now.link;
    later();
  }

  function set({ x, y, w }) {
    w = Math.min(base.w, Math.max(base.w / most(), w));
    if (w > base.w * 0.98) w = base.w;
    const h = (w * base.h) / base.w, within = (n, low, high) => Math.min(Math.max(n, low), Math.max(low, high));
    view = w === base.w ? base : { x: within(x, base.x, base.x + base.w - w), y: within(y, base.y, base.y + base.h - h), w, h };
    own = view === base ? whole : [view.x, view.y, view.w, view.h].map(n => +n.toFixed(2)).join(" ");
    svg.setAttribute("viewBox", own);
    sheet.style.setProperty("--zoom", +scale().toFixed(3));
    later();
  }

  // Once the hands rest.
  function later() {
    clearTimeout(timer);
    timer = setTimeout(settle, 80);
  }

  function settle() {
    const zoomed = view !== base && isReady(), { box, k, left, top } = glass(), outer = sheet.getBoundingClientRect();
    sheet.toggleAttribute("data-zoomed", zoomed);
    // Of a place in percent of the drawing its place in percent of the box.
    const tip = { "--tip-scale": (base.w * k) / outer.width, "--tip-scale-y": (base.h * k) / outer.height };
    for (const name in tip) sheet.style.setProperty(name, tip[name].toFixed(4));
    sheet.style.setProperty("--tip-x", `${(((left - outer.left + (base.x - view.x) * k) / outer.width) * 100).toFixed(2)}%`);
    sheet.style.setProperty("--tip-y", `${(((top - outer.top + (base.y - view.y) * k) / outer.height) * 100).toFixed(2)}%`);
    if (isReady()) outline();
    if (box.width && isReady()) names(zoomed);
    const off = { in: scale() >= most() * 0.99, out: view === base, whole: view === base };
    for (const what in buttons) {
      const had = document.activeElement === buttons[what];
      buttons[what].disabled = off[what];
      // A button that goes out hands the focus on.
      if (had && off[what]) buttons[what === "in" ? "out" : "in"].focus();
    }
  }

  // The line below the shapes, a path for every few of them: as one of each, hundreds took part in every paint; one for all would be drawn whole for the
  // smallest part that changes.
  function outline() {
    const uses = svg.querySelectorAll(".outline use");
    if (!uses.length) return;
    for (let first = 0; first < units.length; first += FEW) {
      const line = document.createElementNS(svg.namespaceURI, "path");
      line.setAttribute("class", "coast");
      line.setAttribute("d", units.slice(first, first + FEW).map(({ path }) => path.getAttribute("d")).join(""));
      uses[0].before(line);
    }
    for (const use of uses) use.remove();
  }

  // Which names have room, over all shapes: the largest unit first, none over another, none cut off, none far wider than its own unit among others.
  function names(zoomed) {
    const size = parseFloat(getComputedStyle(sheet).getPropertyValue("--letters")) / scale(), part = seen(), clear = CLEAR / glass().k;
    const shown = [], point = svg.createSVGPoint();
    const apart = (a, b) => a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y;
    const holds = ({ path }, x, y) => (([point.x, point.y] = [x, y]), path.isPointInFill(point));
    const inside = (n, low, room) => Math.min(Math.max(n, low), low + room);
    // The share of a box for which something holds, at points across and down.
    const share = ({ x, y, w, h }, is) => {
      let count = 0;
      for (let n = 0; n < 24; n++) count += is(x + ((n % 8) + 0.5) * (w / 8), y + (Math.floor(n / 8) + 0.5) * (h / 3));
      return count / 24;
    };
    const extent = ({ box: { x, y, width, height } }) => ({ x, y, w: width, h: height });
    const first = unit => unit.link.hasAttribute("data-selected");
    const order = units.filter(unit => zoomed && !apart(part, extent(unit)));
    order.sort((a, b) => first(b) - first(a) || bySize(a, b));
    const fits = new Map();
    for (const unit of order) {
      const w = Math.max(...unit.texts.map(text => text.getComputedTextLength())) + 2 * clear, h = size * 2 + 2 * clear;
      const [x, y] = [unit.at[0] - w / 2, unit.at[1] - size * 0.85 - clear];
      // Of a unit that is cut off the name stands where it is seen, as far as it is wholly inside.
      const box = { x: inside(x, part.x, part.w - w), y: inside(y, part.y, part.h - h), w, h };
      if (shown.some(other => !apart(box, other))) continue;
      if ((box.x !== x || box.y !== y) && share(box, (x, y) => holds(unit, x, y)) < 1) continue;
      if (w > unit.box.width * WIDER && !first(unit)) {
        const around = units.filter(other => other !== unit && !apart(box, extent(other)));
        if (share(box, (x, y) => around.some(other => holds(other, x, y))) > COVERED) continue;
      }
      shown.push(box);
      fits.set(unit, [box.x - x, box.y - y]);
    }
    for (const link of svg.querySelectorAll("[data-covered]")) link.removeAttribute("data-covered");
    const at = zoomed ? [...fits.keys()] : resting(first);
    // Drawn once more, over the borders and whatever shape comes later.
    const drawn = at.map(({ link }) => {
      const name = document.createElementNS(svg.namespaceURI, "use");
      name.setAttribute("class", link.getAttribute("class"));
      name.setAttribute("href", `#t${link.dataset.district}`);
      return name;
    });
    svg.lastElementChild.replaceChildren(...drawn);
    for (const unit of units) {
      const [x, y] = fits.get(unit) || [0, 0], by = [x + unit.by[0], y + unit.by[1]];
      for (const text of unit.texts) {
        if (zoomed && (by[0] || by[1])) text.setAttribute("transform", `translate(${by.map(n => +n.toFixed(2))})`);
        else text.removeAttribute("transform");
      }
    }
  }

  // At rest the style says which names wait. What would lie over the name of the chosen unit waits as well.
  function resting(first) {
    const all = units.filter(({ texts: [name] }) => getComputedStyle(name).visibility === "visible"), now = all.find(first);
    if (!now) return all;
    const boxes = ({ texts }) => texts.map(text => text.getBBox()), own = boxes(now);
    const meet = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
    const over = all.filter(unit => unit !== now && boxes(unit).some(a => own.some(b => meet(a, b))));
    for (const { link } of over) link.setAttribute("data-covered", "");
    return all.filter(unit => !over.includes(unit));
  }

  const halt = () => (cancelAnimationFrame(frame), (frame = 0));

  function go(to) {
    halt();
    target = to;
    if (still.matches) return set(to);
    const from = view, began = performance.now();
    const step = now => {
      const t = Math.min(1, Math.max(0, now - began) / 200), part = t * (2 - t);
      set({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part, w: from.w + (to.w - from.w) * part });
      frame = t < 1 ? requestAnimationFrame(step) : 0;
    };
    frame = requestAnimationFrame(step);
  }

  // So many times as large, while a point of the drawing stays where it is.
  function around([x, y], factor, from = view) {
    const w = Math.min(base.w, Math.max(base.w / most(), from.w / factor)), part = w / from.w;
    return { x: x - (x - from.x) * part, y: y - (y - from.y) * part, w };
  }
  const centred = ([x, y], w) => ({ x: x - w / 2, y: y - (w * base.h) / base.w / 2, w });
  const at = (x, y, of = view) => (({ k, left, top }) => [(x - left) / k + of.x, (y - top) / k + of.y])(glass(of));

  // Into view, and large enough to be seen.
  function bring({ box, at: [x, y] }, larger) {
    const large = Math.max(box.width / base.w, box.height / base.h);
    // Of a unit with parts far from each other the one with its name.
    const part = large < 0.5 ? box : { x, y, width: 0, height: 0 };
    const middle = [part.x + part.width / 2, part.y + part.height / 2];
    const side = Math.min(box.width, box.height) * glass().k;
    if (larger && side < TARGET) return go(centred(middle, (view.w * side) / ROOM));
    const all = seen();
    if (part.x >= all.x && part.y >= all.y && part.x + part.width <= all.x + all.w && part.y + part.height <= all.y + all.h) return;
    go(centred(middle, Math.min(base.w, Math.max(view.w, base.w * large * 1.3 * (large < 0.5)))));
  }

  // The link whose shape or label is nearest to a point of the window, within reach of a finger.
  function near(x, y) {
    for (let reach = 2; reach <= FINGER; reach += 2) {
      for (let turn = 0; turn < 16; turn++) {
        const found = document.elementFromPoint(x + reach * Math.cos((turn * Math.PI) / 8), y + reach * Math.sin((turn * Math.PI) / 8));
        const link = found && found.closest(".sheet a[data-district]");
        if (link) return link;
      }
    }
  }

  // Before the page itself hears of it.
  function click(event) {
    choose();
    const button = event.target.closest("[data-zoom]");
    if (button && sheet.contains(button)) return press(button.dataset.zoom);
    if (!event.isTrusted || !svg.contains(event.target) || !event.detail) return;
    const stop = () => (event.preventDefault(), event.stopImmediatePropagation());
    if (moved) return stop();
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    // Where the finger came down: of a tap near something small some browsers tell that one's place instead.
    const time = event.timeStamp, { clientX: x, clientY: y } = time - tip.timeStamp < 1000 ? tip : event;
    if (time - last.time < 350 && Math.hypot(x - last.x, y - last.y) < 30) {
      stop();
      // The first tap may have brought another map.
      if (last.base === base) go(around(at(x, y), STEP));
      last = { time: -1e9 };
      return;
    }
    last = { time, x, y, base };
    // What is under the finger: a unit rather than the label of another that lies over it.
    const shape = ".sheet a[data-district] > path", own = event.target.closest("a");
    const isUnder = Math.hypot(x - event.clientX, y - event.clientY) < 1 && event.target.matches(shape);
    const unit = isUnder ? event.target : document.elementsFromPoint(x, y).find(hit => hit.matches(shape));
    const link = unit ? unit.parentNode : own || near(x, y);
    // The mark comes first: what says more of the choice changes much of the page, and waits for the frame that shows the mark.
    const isNew = root.dataset.state === "live" && link && !link.hasAttribute("data-selected");
    if (link === own && !isNew) return;
    stop();
    if (!link) return;
    const again = new MouseEvent("click", { bubbles: true, cancelable: true, view: window, detail: 1, clientX: x, clientY: y });
    waiting = () => link.dispatchEvent(again) && location.assign(link.href.baseVal);
    if (!isNew) return choose();
    mark(link.dataset.district);
    requestAnimationFrame(() => setTimeout(choose));
  }

  // What is marked and waits; at once where something else is pressed.
  function choose() {
    const run = waiting;
    waiting = null;
    if (run) run();
  }

  // As the page itself marks a choice, on map and leaderboard.
  function mark(code) {
    for (const all of [svg, document.querySelector("[data-part=board] tbody")]) {
      const find = which => all && all.querySelector(`[data-${which}]`);
      const [before, now] = [find("selected"), find(`district="${code}"`)];
      if (before) before.removeAttribute("data-selected");
      if (now) now.setAttribute("data-selected", "true");
    }
  }

  // The middle of what is shown, or of what is chosen in it.
  function middle() {
    const focused = units.find(unit => unit.link === document.activeElement) || units.find(unit => unit.link === chosen);
    const [x, y] = (focused && focused.at) || [NaN, NaN];
    const inside = x >= view.x && x <= view.x + view.w && y >= view.y && y <= view.y + view.h;
    if (inside) return [x, y];
    const point = svg.createSVGPoint(), far = ({ at: [x, y] }) => Math.hypot(x - point.x, y - point.y);
    [point.x, point.y] = [view.x + view.w / 2, view.y + view.h / 2];
    if (units.some(({ path }) => path.isPointInFill(point))) return [point.x, point.y];
    // At sea there is nothing to see: the nearest unit that is no islet.
    const large = units.slice().sort(bySize).slice(0, Math.ceil(units.length / 2));
    return large.reduce((a, b) => (far(b) < far(a) ? b : a)).at;
  }

  function press(what) {
    // Two presses in a row are two steps.
    const from = frame ? target : view;
    go(what === "whole" ? base : around(middle(), what === "in" ? STEP : 1 / STEP, from));
  }

  function key(event) {
    choose();
    const what = { "+": "in", "=": "in", "-": "out", "_": "out", 0: "whole" }[event.key];
    if (!what || event.ctrlKey || event.metaKey || event.altKey || !sheet.contains(event.target)) return;
    event.preventDefault();
    press(what);
  }

  // The wheel alone scrolls the page. A trackpad's pinch comes as a wheel with Ctrl.
  function wheel(event) {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    halt();
    const turn = -event.deltaY * (event.deltaMode ? 0.05 : 0.01);
    set(around(at(event.clientX, event.clientY), 2 ** Math.min(0.5, Math.max(-0.5, turn))));
  }

  function down(event) {
    if (event.pointerType === "mouse" && event.button) return;
    if (!pointers.size) moved = false;
    tip = event;
    pointers.set(event.pointerId, event);
    hold();
  }

  // Where a gesture begins: anew when a finger comes.
  function hold() {
    const [a, b] = [...pointers.values()];
    start = a && { view, x: a.clientX, y: a.clientY };
    if (b) {
      moved = true;
      start = { view, x: (a.clientX + b.clientX) / 2, y: (a.clientY + b.clientY) / 2, apart: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) };
    }
  }

  function move(event) {
    if (!start || !pointers.has(event.pointerId)) return;
    if (event.pointerType === "mouse" && !event.buttons) return up(event);
    pointers.set(event.pointerId, event);
    const [a, b] = [...pointers.values()];
    if (!b && start.apart) return;
    const x = b ? (a.clientX + b.clientX) / 2 : a.clientX, y = b ? (a.clientY + b.clientY) / 2 : a.clientY;
    if (!moved && Math.hypot(x - start.x, y - start.y) < 6) return;
    if (!b && start.view === base) return;
    if (!moved) {
      // A finger that moves up or down scrolls the page.
      if (!b && event.pointerType === "touch" && Math.abs(y - start.y) > Math.abs(x - start.x)) return void (start = null);
      moved = true;
      svg.setPointerCapture(event.pointerId);
    }
    halt();
    const held = at(start.x, start.y, start.view);
    const factor = b ? Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) / Math.max(1, start.apart) : 1;
    const to = around(held, factor, start.view), k = (glass(start.view).k * start.view.w) / to.w;
    set({ x: to.x - (x - start.x) / k, y: to.y - (y - start.y) / k, w: to.w });
  }

  function up(event) {
    pointers.delete(event.pointerId);
    // Of two fingers the one that stays does nothing more.
    if (!pointers.size) start = null;
  }

  // By the keyboard's focus, what it reaches comes into view.
  function reach(event) {
    const unit = svg.contains(event.target) && event.target.matches(":focus-visible") && units.find(({ link }) => link === event.target);
    if (unit && view !== base) bring(unit, false);
  }

  let before;
  addEventListener("beforeprint", () => ((before = view), halt(), set(base), settle()));
  addEventListener("afterprint", () => before && set(before));
  addEventListener("resize", () => later());
  document.addEventListener("click", click, true);
  document.addEventListener("keydown", key);
  document.addEventListener("focusin", reach);
  adopt();
  new MutationObserver(later).observe(root, { attributeFilter: ["data-state"] });
  setTimeout(later, WAIT + 1);
  // The page may draw its parts anew before it comes to life.
  const live = document.getElementById("live");
  if (live) new MutationObserver(adopt).observe(live, { childList: true });
})();
