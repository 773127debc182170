// The script for the page around an embed: fits the height of every embed to what is in it, and defines <bluezone-map>. It asks nothing of
// the page but its frames, sends nothing anywhere, and BluezoneMap.remove() undoes it. The messages are described in docs/embed.md. Libraries on
// that page may have replaced what is built in (Array.from, find, bind): it keeps to loops.
(function (w, d) {
  // An optimiser may have moved, delayed or inlined it: then the page's own tag says where it came from, or each element does (site="…").
  var me = d.currentScript, from = /^https?:.*embed\.js/, sites = [], own = "";
  if (!me || !from.test(me.src)) me = d.querySelector("script[src*='embed.js']");
  if (me && from.test(me.src)) serve(own = me.src.replace(/embed\.js.*/, ""));
  // One script serves the sites of several provinces.
  if (w.BluezoneMap && w.BluezoneMap.version > 1) { if (own) w.BluezoneMap.serve(own); return; }
  var known = new WeakMap(), states = new WeakMap(), made = new Set(), ready = new WeakSet(), gone = false;
  // After so many words of it in a second a height only grows until there is peace: a scroll bar that comes and goes with the height must not be
  // chased.
  var MOST = 8, PEACE_MS = 600;

  function serve(site) { if (sites.indexOf(site) < 0) sites.push(site); }
  function isOurs(f) {
    for (var i = 0; i < sites.length; i++) if (f.src.indexOf(sites[i] + "embed/") === 0) return true;
    return !sites.length && /\/embed\//.test(f.src);
  }
  function each(act) {
    var all = d.querySelectorAll("iframe");
    for (var i = 0; i < all.length; i++) if (isOurs(all[i])) act(all[i]);
    made.forEach(act);
  }
  // Those in shadow roots of the page, too.
  function search(root, act) {
    var all = root.querySelectorAll("*");
    for (var i = 0; i < all.length; i++) {
      if (all[i].shadowRoot) search(all[i].shadowRoot, act);
      else if (all[i].tagName === "IFRAME" && isOurs(all[i])) act(all[i]);
    }
  }
  // A frame without an origin of its own, by its own sandbox or by that of the page around, says so.
  function trusted(f, origin) {
    var box = f.getAttribute("sandbox");
    return origin === new URL(f.src).origin || (origin === "null" && (w.origin === "null" || (box !== null && box.indexOf("allow-same-origin") < 0)));
  }
  // Nothing in it is anyone's secret, and a frame that is still loading has another origin for a moment.
  function send(f, message) {
    message.bluezone = 1;
    if (f.contentWindow) f.contentWindow.postMessage(message, "*");
  }
  // Against rules of the page that no plain style could overrule; by properties, which every policy allows.
  function style(at, name, value) { at.style.setProperty(name, value, "important"); }
  function keep(at) { if (!known.has(at)) known.set(at, at.style.cssText); }

  function set(f, state) {
    if (gone) return;
    state.height = state.asked;
    keep(f);
    style(f, "min-height", "0");
    style(f, "max-height", "none");
    style(f, "aspect-ratio", "auto");
    style(f, "height", state.height + "px");
    state.style = f.style.cssText;
  }
  function fit(f, height) {
    var state = states.get(f), now = Date.now();
    if (!state) {
      states.set(f, state = { heard: [], height: 0, width: 0, last: 0, restless: 0 });
      // A page that writes the frame's style anew; one that does so again and again has its way.
      new MutationObserver(function () {
        if (state.style === f.style.cssText || f.style.height === state.height + "px" || state.heard.length > MOST) return;
        state.height = 0;
        fit(f, state.asked);
      }).observe(f, { attributes: true, attributeFilter: ["style"] });
    }
    // Another width or some seconds of peace: what was before does not count.
    if (Math.abs(f.clientWidth - state.width) > 20 || now - state.last > 5000) state.restless = 0;
    state.width = f.clientWidth;
    state.last = now;
    state.asked = Math.ceil(height);
    state.heard.push(now);
    while (now - state.heard[0] > 1000) state.heard.shift();
    clearTimeout(state.timer);
    if (state.asked > state.height || (state.heard.length <= MOST && state.restless < 2)) set(f, state);
    else if (state.asked < state.height && state.restless < 2) state.timer = setTimeout(function () { state.restless++; set(f, state); }, PEACE_MS);
  }

  function hear(e) {
    var m = e.data, f = null;
    if (!m || typeof m !== "object" || m.bluezone !== 1) return;
    function isIt(one) { if (one.contentWindow === e.source) f = one; }
    each(isIt);
    if (!f) search(d, isIt);
    if (!f || !trusted(f, e.origin)) return;
    if (m.type === "resize") {
      if (typeof m.height === "number" && m.height >= 40 && m.height <= 20000) fit(f, m.height);
    } else if (m.type === "ready" || m.type === "select") {
      ready.add(f);
      var host = f.getRootNode().host || f;
      host.dispatchEvent(new CustomEvent("bluezone-" + m.type, { bubbles: true, detail: { district: typeof m.district === "string" ? m.district : null } }));
    }
  }
  w.addEventListener("message", hear);
  function hello() { search(d, function (f) { send(f, { type: "hello" }); }); }
  // Embeds that were there first have said their height to no one.
  hello();
  w.BluezoneMap = Object.freeze({
    version: 2,
    serve: function (site) { serve(String(site)); hello(); },
    remove: function () {
      gone = true;
      w.removeEventListener("message", hear);
      search(d, function (f) { if (known.has(f)) f.style.cssText = known.get(f); });
      made.forEach(function (f) {
        var host = f.getRootNode().host;
        f.remove();
        if (host && known.has(host)) host.style.cssText = known.get(host);
      });
      made.clear();
    }
  });

  var names = ["show", "district", "measure", "lang", "theme", "accent", "link"];
  if (!w.customElements || customElements.get("bluezone-map")) return;
  customElements.define("bluezone-map", class extends HTMLElement {
    static get observedAttributes() { return names.concat("site"); }
    address() {
      var query = new URLSearchParams(), site = own;
      // A relative address is the page's own.
      if (this.hasAttribute("site")) serve(site = new URL(this.getAttribute("site").replace(/\/*$/, "/"), d.baseURI).href);
      for (var i = 0; i < names.length; i++) if (this.hasAttribute(names[i])) query.set(names[i], this.getAttribute(names[i]));
      return site && site + "embed/" + (String(query) && "?" + query);
    }
    connectedCallback() {
      this.begun = true;
      var address = this.frame || gone ? "" : this.address();
      // Without a site, what stands in the element stays.
      if (!address) return;
      var f = this.frame = d.createElement("iframe");
      f.loading = "lazy";
      f.referrerPolicy = "no-referrer";
      f.title = this.title || this.getAttribute("aria-label") || "Bluezone";
      f.style.cssText = "display:block;border:0;width:100%;height:480px";
      f.src = address;
      // As wide as its place, also where what is around it would let it shrink.
      keep(this);
      this.style.display = "block";
      if (!this.style.width) this.style.width = "100%";
      // What stands inside the element is for pages where this script does not run: a shadow without a slot takes its place.
      (this.shadowRoot || this.attachShadow({ mode: "open" })).appendChild(f);
      made.add(f);
    }
    disconnectedCallback() {
      if (!this.frame) return;
      made.delete(this.frame);
      this.frame.remove();
      this.frame = null;
    }
    attributeChangedCallback(name, before, now) {
      var f = this.frame;
      // An element that is read comes here for each attribute before it is connected; one frame is enough for all of them.
      if (!f) { if (this.begun && this.isConnected) this.connectedCallback(); return; }
      if (name === "theme" && ready.has(f)) send(f, { type: "theme", theme: now || "auto" });
      else if (name === "district" && ready.has(f)) send(f, { type: "select", district: now || null });
      else if (before !== now) {
        // A new frame: another address in the old one would be a step of the reader's Back.
        this.disconnectedCallback();
        this.connectedCallback();
      }
    }
  });
})(window, document);
