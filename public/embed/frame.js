// The script inside an embed: tells the page around how tall the embed is, hears what that page asks for, and loads the module once a reader
// comes near or newer figures are there. The page is complete without it; plain script of 2015, so that nothing is lost on old engines. What the
// address asks for, address.js has read before. The messages are described in docs/embed.md.
(function (w, d) {
  var root = d.documentElement, data = root.dataset;
  if (data.leaving !== undefined) return;
  var THEMES = ["auto", "light", "dark"], known = data.known.split(" "), full = data.link === "full", tail = data.tail || "";
  var one = function (list, word) { return list.indexOf(word) < 0 ? null : word; };

  function place(lang, slug, measure) {
    return data.base + "embed/" + (lang === "en" ? "en/" : "") + (slug ? slug + "/" : "") + (measure !== "installs" ? measure + "/" : "");
  }
  function theme(word) { data.theme = word; w.dispatchEvent(new Event("resize")); }

  var last = 0, main = null;
  function say(type, more) {
    if (w.parent === w) return;
    var message = { bluezone: 1, type: type };
    for (var key in more) message[key] = more[key];
    // Nothing in it is anyone's secret, and who is around is not known.
    w.parent.postMessage(message, "*");
  }
  // The height that the embed would have by itself, whatever frame it was given. It costs two layouts, so it is asked for only when the width
  // or the content is another.
  function measureHeight() {
    if (!main || !w.innerWidth) return;
    data.fit = "free";
    var height = Math.ceil(main.getBoundingClientRect().height);
    delete data.fit;
    if (height !== last) { last = height; say("resize", { height: height }); w.tall(height); }
  }
  // A frame that the page around has just put in may not have been given its width yet, and one that lies outside the window may never hear of it.
  function patiently(times) {
    if (last || !times) return;
    measureHeight();
    setTimeout(patiently, 250, times - 1);
  }
  function chosen() { return data.district === undefined ? data.slug || null : data.district || null; }
  function hello() {
    say("ready", { lang: root.lang, show: data.show.split(" "), district: chosen(), measure: data.measure });
    if (last) say("resize", { height: last });
    else measureHeight();
  }

  var loading = false, wanted;
  function load() {
    if (loading) return;
    loading = true;
    d.dispatchEvent(new Event("embed-load"));
  }
  // A district by its slug, null for the whole province: in place where the module can, else its own page.
  function select(to) {
    if (data.state === "live") { data.wanted = to || ""; d.dispatchEvent(new Event("embed-select")); return; }
    wanted = to;
    data.wanted = to || "";
    if (data.failed !== undefined || !data.app) leave(); else load();
  }
  function leave() {
    if (wanted === undefined) return;
    if (wanted !== (data.slug || null)) { say("select", { district: wanted }); w.location.replace(place(root.lang, wanted, data.measure) + tail); }
    wanted = undefined;
  }
  d.addEventListener("embed-failed", function () { data.failed = ""; leave(); });
  d.addEventListener("embed-selected", function () { say("select", { district: chosen() }); });

  w.addEventListener("message", function (e) {
    var m = e.data;
    if (e.source !== w.parent || w.parent === w || !m || typeof m !== "object" || m.bluezone !== 1) return;
    if (m.type === "hello") hello();
    else if (m.type === "theme" && one(THEMES, m.theme)) theme(m.theme);
    else if (m.type === "select" && (m.district === null || one(known, m.district))) select(m.district);
  });

  function slugOf(element) {
    if (element.matches(".all")) return null;
    var row = d.querySelector("tr[data-district=\"" + element.getAttribute("data-district") + "\"]");
    return row ? row.id : undefined;
  }
  d.addEventListener("click", function (e) {
    var at = e.target.closest && e.target.closest("[data-district],.all");
    if (!at || e.button || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey) return;
    if (full) { e.stopImmediatePropagation(); return; }
    if (data.state === "live" || slugOf(at) === undefined) return;
    e.preventDefault();
    select(slugOf(at));
  }, true);
  ["pointerover", "touchstart", "focusin", "keydown"].forEach(function (name) { d.addEventListener(name, load, { once: true, passive: true }); });

  // The text of a file as one number; the page knows that of the file it was built from.
  function print(text) {
    for (var h = 0x811c9dc5, i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
    return String(h >>> 0);
  }
  var seen = !w.IntersectionObserver, askedAt = 0, refused = false;
  function ask() {
    if (!seen || d.visibilityState === "hidden" || loading || refused || !w.fetch || Date.now() - askedAt < 60000) return;
    askedAt = Date.now();
    w.fetch(data.base + "data/campaign.json", { cache: "no-cache", credentials: "omit" })
      .then(function (answer) { return answer.ok ? answer.text() : ""; })
      .then(function (text) { if (text && print(text) !== data.print) load(); })
      // A frame without an origin may be refused for good; it is not asked for again and again.
      .catch(function () { refused = String(w.origin) === "null"; });
  }

  // The foot stays in sight: what the keyboard comes to must not lie under it. Firefox does not scroll for a shape on the map by itself. After
  // the key and not with the focus, since scrolling between a press and its release would spoil clicks.
  d.addEventListener("keyup", function (e) {
    var at = d.activeElement, foot = d.querySelector("footer");
    if (!main || at === main || !main.contains(at) || foot.contains(at) || (e.key !== "Tab" && !at.closest("svg"))) return;
    var box = at.getBoundingClientRect();
    main.scrollTop += Math.min(box.top - 4, Math.max(0, box.bottom + 4 - foot.getBoundingClientRect().top));
  });

  // Whether there is more below than the frame holds.
  function more() {
    if (main.scrollHeight - main.scrollTop - main.clientHeight > 4) data.more = "";
    else delete data.more;
  }

  function begin() {
    // Until all that is shown is there (address.js).
    if (data.rest === "") return setTimeout(begin, 50);
    main = d.querySelector("main");
    if (full) {
      d.head.appendChild(d.createElement("base")).target = "_blank";
      [].forEach.call(d.querySelectorAll("main a[href^=\"" + data.base + "embed/\"]"), function (a) {
        var step = a.getAttribute("href").slice(data.base.length + 6).split("/"), at = known.indexOf(step[0]) < 0 ? step[1] : step[0];
        var to = data.base + (root.lang === "en" ? "en/" : "") + (known.indexOf(at) < 0 ? "" : "huyen/" + at + "/");
        a.setAttribute("href", to + (data.measure === "installs" ? "" : "?measure=" + data.measure));
      });
    }
    hello();
    patiently(20);
    main.addEventListener("scroll", more, { passive: true });
    w.addEventListener("resize", more);
    if (w.ResizeObserver) {
      // What only follows the frame's own height, as the map does, is not watched; the first call says what is known.
      var first = true, watch = new ResizeObserver(function () { if (!first || !last) setTimeout(measureHeight); first = false; more(); });
      [].forEach.call(d.querySelectorAll(".slot:not(.m),.m details,.legend,footer"), function (piece) { watch.observe(piece); });
    } else {
      w.addEventListener("resize", measureHeight);
      d.addEventListener("toggle", measureHeight, true);
    }
    if (w.IntersectionObserver) new IntersectionObserver(function (all) { seen = all[all.length - 1].isIntersecting; ask(); }).observe(root);
    else ask();
    d.addEventListener("visibilitychange", ask);
    setInterval(ask, 600000);
  }
  if (d.readyState === "loading") d.addEventListener("DOMContentLoaded", begin);
  else begin();
})(window, document);
