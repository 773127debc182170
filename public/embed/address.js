// Reads what the address of an embed asks for, by lists of known words, before anything is painted: nothing else of an address ever gets into
// the page. Plain script of 2015, so that nothing is lost on old engines; without it the fragment of the address still chooses the pieces.
(function (w, d) {
  var root = d.documentElement, data = root.dataset, q;
  // WordPress hears heights by a message of its own, and opens links for a frame that may not.
  var told, secret;
  function tell(message, value) { if (secret) w.parent.postMessage({ message: message, value: value, secret: secret }, "*"); }
  w.tall = function (height) { told = height; tell("height", height); };
  w.addEventListener("message", function (e) {
    if (e.source !== w.parent || !e.data || e.data.message !== "ready") return;
    if (typeof e.data.secret !== "string" || !/^[A-Za-z0-9]{1,20}$/.test(e.data.secret)) return;
    secret = e.data.secret;
    if (told) tell("height", told);
  });
  d.addEventListener("click", function (e) {
    var link = secret && e.target.closest && e.target.closest("a[target]");
    if (!link || link.host !== w.location.host || e.button || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey) return;
    e.preventDefault();
    tell("link", link.href);
  }, true);

  try { q = new URLSearchParams(w.location.search); } catch (e) { return; }
  // A form names the pieces one by one, an address by hand all at once; of anything else the last word holds.
  var said = function (name) { return q.getAll(name).join(",").split(",").map(function (word) { return word.trim(); }); };
  var one = function (words, name) { var word = said(name).pop(); return words.split(" ").indexOf(word) < 0 ? "" : word; };
  var asked = said("show");
  var show = "headline map board trend guide qr".split(" ").filter(function (piece) { return asked.indexOf(piece) >= 0; });
  var theme = one("auto light dark", "theme"), accent = (/^#?([0-9a-f]{6})$/i.exec(said("accent").pop()) || [])[1], full = one("full", "link");

  // Another language, district or measure is another page; what was asked for goes along, in our own words.
  var lang = one("vi en", "lang") || root.lang, slug = one(data.known, "district") || data.slug, measure = one(data.measures, "measure") || data.measure;
  var rest = [show.length && "show=" + show, theme && "theme=" + theme, accent && "accent=" + accent, full && "link=full"].filter(Boolean).join("&");
  data.tail = (rest && "?" + rest) + (show.length ? "#s-" + show.map(function (piece) { return piece[0]; }).join("") : "");
  // WordPress gives each frame a word, by which it knows what the frame says.
  secret = (/secret=([A-Za-z0-9]{1,20})/.exec(w.location.hash) || [])[1];
  if (secret) data.tail += (show.length ? "" : "#") + "?secret=" + secret;
  data.script = "";
  function place(more) {
    return data.base + "embed/" + (lang === "en" ? "en/" : "") + (slug && slug + "/") + (measure === "installs" ? "" : measure + "/") + more;
  }
  function leave(more) { data.leaving = ""; w.location.replace(place(more) + data.tail); }
  if (lang !== root.lang || slug !== data.slug || measure !== data.measure) { leave(""); return; }
  // Trend, guide and QR code are in a page of their own, so that all others are light. Where it may not be read, it is shown in this one's place.
  if (data.whole === undefined && show.some(function (piece) { return "headline map board".indexOf(piece) < 0; })) {
    data.rest = "";
    try {
      w.fetch(place("more/"), { credentials: "omit" }).then(function (answer) { return answer.ok ? answer.text() : Promise.reject(); }).then(function (text) {
        var parts = new DOMParser().parseFromString(text, "text/html").querySelectorAll("#trend, .g, .q");
        function put() {
          var credit = d.getElementById("credit");
          for (var i = 0; i < parts.length; i++) credit.parentNode.insertBefore(parts[i], credit);
          delete data.rest;
        }
        if (!parts.length) leave("more/");
        else if (d.readyState === "loading") d.addEventListener("DOMContentLoaded", put);
        else put();
      }).catch(function () { leave("more/"); });
    } catch (e) { leave("more/"); return; }
  }
  // Old figures are called so from the first paint.
  if (data.staleAt && Date.now() / 1000 > data.staleAt) data.stale = "";
  if (show.length) data.show = show.join(" ");
  if (theme) data.theme = theme;
  if (full) data.link = full;
  if (accent) {
    // Black or white on it, whichever is read more easily.
    var light = [0.2126, 0.7152, 0.0722].reduce(function (sum, weight, i) {
      var c = parseInt(accent.substr(2 * i, 2), 16) / 255;
      return sum + weight * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
    }, 0);
    root.style.setProperty("--brand", "#" + accent);
    root.style.setProperty("--on-brand", light > 0.179 ? "#000" : "#fff");
  }
})(window, document);
