// The guard of a public screen: plain script of 2016, so that any player's engine runs it. While the pre-rendered scenes stand, it brings
// new ones; while the page is live, it watches that the slides go on. After a failure it brings the pre-rendered scenes back at once, and
// loads the page anew after ever longer pauses; after five failures in a row it stays with them for hours, and only brings new ones. It never
// leaves a page that can be seen for one that can't be had.
(function (w, d) {
  var root = d.documentElement;
  var number = function (name) { return Number(root.getAttribute("data-" + name)); };
  var PAUSES = [10, 30, 120, 600, 1800], REST = 6 * 3600, HEALTHY = 600, CHECK = 5, SLOW = 15;
  // The window's name outlives a reload without any storage, and a restart clears it.
  var known = /^led-failed-(\d+)-(\d+)$/.exec(w.name), failed = known ? Number(known[1]) : 0;
  var beat = null, still = 0, well = 0, waiting = false;

  function now() { return Math.round(Date.now() / 1000); }
  function remember(n) { failed = n; try { w.name = n ? "led-failed-" + n + "-" + now() : ""; } catch (e) { /* kept for this load alone */ } }
  function later(seconds, run) { setTimeout(run, seconds * 1000); }

  // Loads the page anew once it is known that it can be had: after a failure in any case, for a new release once that is what would come, and
  // pre-rendered scenes once there are others than these.
  function renew(otherwise, wanted) {
    // A file without a server is there or it is not.
    if (root.hasAttribute("data-alone")) { if (otherwise) w.location.reload(); return; }
    var ask = new XMLHttpRequest();
    var no = function () { if (otherwise) otherwise(); };
    ask.open("GET", w.location.href.split("#")[0], true);
    // Not what a cache on the way remembers of it. A frame without an origin may ask for no more than a plain copy.
    if (w.origin !== "null") ask.setRequestHeader("Cache-Control", "no-cache");
    ask.timeout = SLOW * 1000;
    ask.onload = function () {
      var page = ask.responseText, good = ask.status === 200 && page.indexOf("data-face=\"led\"") > 0 && page.indexOf("</html>") > 0;
      var same = function (name) { return !root.hasAttribute("data-" + name) || page.indexOf("data-" + name + "=\"" + root.getAttribute("data-" + name) + "\"") > 0; };
      var nothing = wanted === "release" ? same("release") : wanted === "scenes" && same("release") && same("revision") && same("at");
      if (good && !nothing) w.location.reload(); else no();
    };
    ask.onerror = ask.ontimeout = no;
    try { ask.send(); } catch (e) { no(); }
  }

  function retry() { renew(function () { later(60, retry); }); }

  function fail() {
    root.setAttribute("data-state", "static");
    if (waiting) return;
    remember(failed + 1);
    stand();
    if (failed > PAUSES.length) return;
    waiting = true;
    later(PAUSES[failed - 1], retry);
  }

  // What a live page does by itself, for the pre-rendered scenes: the theme and the night of the address.
  function asked(name, shape) {
    var found = new RegExp("[?&]" + name + "=(" + shape + ")(&|$)").exec(w.location.search);
    return found ? found[1] : "";
  }

  function stand() {
    if (root.getAttribute("data-state") === "live") return;
    age();
    var night = asked("night", "\\d{1,2}-\\d{1,2}").split("-"), at = new Date();
    // By the clock of the province, whatever zone the player is in.
    var hour = asked("zone", "player") ? at.getHours() : new Date(at.getTime() + number("offset") * 1000).getUTCHours();
    var from = Number(night[0]), to = Number(night[1]), dark = night.length === 2 && (from <= to ? hour >= from && hour < to : hour >= from || hour < to);
    d.getElementById("dusk").style.opacity = dark ? Math.min(Number(asked("dim", "\\d{1,3}") || 60), 99) / 100 : 0;
  }

  // Figures that nobody renews grow old by the file's own limits, without a live page too.
  function age() {
    var at = number("at"), days = at ? (Date.now() / 1000 - at) / 86400 : 0, word = "fresh";
    [["ageing", "ageing"], ["old", "old"], ["withdrawn", "withdraw"]].forEach(function (step) {
      if (root.hasAttribute("data-" + step[1] + "-after") && days > number(step[1] + "-after")) word = step[0];
    });
    if (!at) word = "withdrawn";
    root.setAttribute("data-age", word);
  }

  function check() {
    if (root.getAttribute("data-state") !== "live") { still = well = 0; return; }
    var seen = root.getAttribute("data-beat");
    still = seen === beat ? still + CHECK : 0;
    beat = seen;
    well += CHECK;
    if (well >= HEALTHY && failed) remember(0);
    // A slide may stand for minutes, as it says itself; twice that and a minute more is a standstill. What the player calls hidden is given less time by the engine.
    if (still > 2 * (number("stands") || number("dwell") || 8) + (d.hidden ? 300 : 60)) fail();
  }

  // Before it is live, the page says itself when it fails; an old engine that stumbles over the module's script has lost nothing.
  function crashed() { if (root.getAttribute("data-state") === "live") fail(); }

  // Scripts that a player puts into every page have faults of their own, and a browser calls a late measurement an error.
  function ours(file) { return !file || file.indexOf(w.location.href.split(/[?#]/)[0]) === 0 || file.indexOf("bluezone-led-") >= 0; }
  function ofModule(reason) {
    return w.WebAssembly && reason instanceof w.WebAssembly.RuntimeError || /bluezone-led-|wasm/.test(String(reason && reason.stack || ""));
  }

  // The box, its turn and its margin, and which scenes stand for how long: what style can do of an address without the module.
  function place() {
    var size = asked("size", "\\d{2,4}x\\d{2,4}").split("x"), turn = Number(asked("rotate", "90|180|270")), margin = Number(asked("margin", "\\d{1,2}"));
    if (size[1] || margin) root.setAttribute("data-box", "");
    if (!size[1] && !turn && !margin) return;
    var density = w.devicePixelRatio || 1, wide = size[1] ? size[0] / density : w.innerWidth, high = size[1] ? size[1] / density : w.innerHeight;
    var left = wide * margin / 100, top = high * margin / 100, style = d.getElementById("static").style;
    wide -= 2 * left; high -= 2 * top;
    var width = turn % 180 ? high : wide, height = turn % 180 ? wide : high;
    var x = left + (turn === 90 || turn === 180 ? wide : 0), y = top + (turn === 180 || turn === 270 ? high : 0);
    style.cssText = "position:absolute;top:0;left:0;overflow:hidden;transform-origin:0 0;width:" + width + "px;height:" + height + "px;transform:translate(" + x + "px," + y + "px)rotate(" + turn + "deg)";
    var sets = d.querySelectorAll(".set"), best = 0, least = Infinity;
    for (var i = 0; i < sets.length; i++) {
      var own = /(\d+)x(\d+)/.exec(sets[i].id), far = Math.abs(Math.log(own[1] / own[2] * height / width));
      // Letters of dots for boards of few pixels alone, and of those the one with about as many.
      if (own[2] < 150 !== height * density < 200) far += 2; else if (own[2] < 150) far += Math.abs(Math.log(own[2] / height / density));
      if (far < least) { least = far; best = i; }
    }
    for (i = 0; i < sets.length; i++) sets[i].style.display = i === best ? "block" : "none";
  }

  function turns() {
    var kinds = asked("scenes", "[a-z,]+").split(","), dwell = Number(asked("dwell", "\\d{1,3}")) || number("dwell"), all = d.querySelectorAll(".current, .withdrawn");
    // They begin with the first, since a failure is best told by what is known; with the clock where that was asked for.
    var passed = asked("sync", "1|on") ? Date.now() / 1000 : 0;
    for (var i = 0; i < all.length; i++) {
      var scenes = [].slice.call(all[i].children), kept = scenes.filter(function (scene) {
        var name = scene.getAttribute("data-scene"), kind = /^district/.test(name) ? "districts" : name.split("-")[0];
        return !kinds[0] || kind === "about" || kinds.indexOf(kind) >= 0;
      });
      if (!kept.length) kept = scenes;
      if (!kinds[0] && dwell === number("dwell") && !passed) continue;
      scenes.forEach(function (scene) { if (kept.indexOf(scene) < 0) scene.style.cssText = "display:none"; });
      // Into the page's own sheet: the page's policy allows no other style.
      if (kept.length > 1) d.styleSheets[0].insertRule("@keyframes g" + kept.length + "{0%{visibility:visible}" + 100 / kept.length + "%{visibility:hidden}100%{visibility:hidden}}", 0);
      kept.forEach(function (scene, at) {
        var round = kept.length * dwell;
        scene.style.animation = kept.length > 1 ? "g" + kept.length + " " + round + "s step-end " + (at * dwell - passed % round) + "s infinite" : "none";
        if (kept.length < 2) scene.style.visibility = "visible";
      });
    }
    var stamp = asked("stamp", "[A-Za-z0-9_.-]{1,16}"), mark = d.createElement("div");
    if (stamp) { mark.className = "mark"; mark.textContent = stamp; d.getElementById("static").appendChild(mark); }
  }

  // All that this screen keeps: figures, copies of the page, failures.
  function forget() {
    remember(0);
    try { for (var i = w.localStorage.length; i--;) { var key = w.localStorage.key(i); if (key.indexOf("bluezone-led") === 0) w.localStorage.removeItem(key); } } catch (e) { /* forbidden: nothing is kept */ }
    try { w.caches.keys().then(function (names) { names.forEach(function (name) { if (name.indexOf("bluezone-led") === 0) w.caches.delete(name); }); }); } catch (e) { /* as above */ }
  }

  // Copies of the page and what it needs, also for an engine that can't run the module: a player that starts while the server is away has
  // something to show.
  function keep() {
    try { w.navigator.serviceWorker.register(root.getAttribute("data-worker") + (w.WebAssembly ? "?module" : "")).catch(function () { /* without copies */ }); } catch (e) { /* as above */ }
  }

  w.addEventListener("error", function (event) {
    if (event.message && ours(event.filename) && !/^(ResizeObserver|Script error)/.test(event.message)) crashed();
  });
  w.addEventListener("unhandledrejection", function (event) { if (ofModule(event.reason)) crashed(); });
  d.addEventListener("led-fail", fail);
  d.addEventListener("led-renew", function () { renew(null, "release"); });
  if (asked("reset", "1|on")) forget();
  // Rested enough, also by a clock that was set back meanwhile: the module gets another chance.
  if (failed > PAUSES.length) { if (Math.abs(now() - Number(known[2])) > REST) remember(0); else root.setAttribute("data-guard", "rest"); }
  place();
  turns();
  stand();
  w.addEventListener("resize", place);
  if (root.hasAttribute("data-worker")) keep();
  setInterval(check, CHECK * 1000);
  setInterval(function () { stand(); if (root.getAttribute("data-state") !== "live" && !waiting) renew(null, "scenes"); }, number("refresh") * 1000);
})(window, document);
