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

  // Loads the page anew once it is known that it can be had; for a new release, once that is what would come.
  function renew(otherwise, release) {
    // A file without a server is there or it is not.
    if (root.hasAttribute("data-alone")) { if (otherwise) w.location.reload(); return; }
    var ask = new XMLHttpRequest();
    var no = function () { if (otherwise) otherwise(); };
    ask.open("GET", w.location.href.split("#")[0], true);
    // Not what a cache on the way remembers of it.
    ask.setRequestHeader("Cache-Control", "no-cache");
    ask.timeout = SLOW * 1000;
    ask.onload = function () {
      var page = ask.responseText, own = "data-release=\"" + root.getAttribute("data-release") + "\"";
      var good = ask.status === 200 && page.indexOf("data-face=\"led\"") > 0 && page.indexOf("</html>") > 0;
      if (good && !(release && page.indexOf(own) > 0)) w.location.reload(); else no();
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
    var theme = asked("theme", "dark|light"), night = asked("night", "\\d{1,2}-\\d{1,2}").split("-"), hour = new Date().getHours();
    var from = Number(night[0]), to = Number(night[1]), dark = night.length === 2 && (from <= to ? hour >= from && hour < to : hour >= from || hour < to);
    if (theme) root.setAttribute("data-theme", theme);
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
    if (root.getAttribute("data-state") !== "live" || d.hidden) { still = well = 0; return; }
    var seen = root.getAttribute("data-beat");
    still = seen === beat ? still + CHECK : 0;
    beat = seen;
    well += CHECK;
    if (well >= HEALTHY && failed) remember(0);
    // A slide may stand for minutes; twice that and a minute more is a standstill.
    if (still > 2 * (number("dwell") || 8) + 60) fail();
  }

  // Before it is live, the page says itself when it fails; an old engine that stumbles over the module's script has lost nothing.
  function crashed() { if (root.getAttribute("data-state") === "live") fail(); }

  w.addEventListener("error", function (event) { if (event.message) crashed(); });
  w.addEventListener("unhandledrejection", crashed);
  d.addEventListener("led-fail", fail);
  d.addEventListener("led-renew", function () { renew(null, true); });
  // Rested enough, also by a clock that was set back meanwhile: the module gets another chance.
  if (failed > PAUSES.length) { if (Math.abs(now() - Number(known[2])) > REST) remember(0); else root.setAttribute("data-guard", "rest"); }
  stand();
  setInterval(check, CHECK * 1000);
  setInterval(function () { stand(); if (root.getAttribute("data-state") !== "live" && !waiting) renew(); }, number("refresh") * 1000);
})(window, document);
