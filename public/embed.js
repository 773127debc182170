// The script for the page around an embed: fits the height of every embed to what is in it, and defines <bluezone-map>. It asks nothing of
// the page but its frames, sends nothing anywhere, and BluezoneMap.remove() undoes it. The messages are described in docs/embed.md.
(function (w, d) {
  var me = d.currentScript;
  if (w.BluezoneMap || !me) return;
  var site = new URL(".", me.src), start = site.href + "embed/", known = new WeakMap(), made = new Set(), ready = new WeakSet(), gone = false;

  function frames() {
    return Array.from(d.querySelectorAll("iframe")).filter(function (f) { return f.src.indexOf(start) === 0; }).concat(Array.from(made));
  }
  // A frame without an origin of its own, by its own sandbox or by that of the page around, says so.
  function trusted(f, origin) {
    var own = f.getAttribute("sandbox");
    return origin === site.origin || (origin === "null" && (w.origin === "null" || (own !== null && own.indexOf("allow-same-origin") < 0)));
  }
  // Nothing in it is anyone's secret, and a frame that is still loading has another origin for a moment.
  function send(f, message) {
    message.bluezone = 1;
    if (f.contentWindow) f.contentWindow.postMessage(message, "*");
  }
  function hear(e) {
    var m = e.data;
    if (!m || typeof m !== "object" || m.bluezone !== 1) return;
    var f = frames().find(function (f) { return f.contentWindow === e.source; });
    if (!f || !trusted(f, e.origin)) return;
    if (m.type === "resize") {
      if (typeof m.height !== "number" || !(m.height >= 40 && m.height <= 20000)) return;
      if (!known.has(f)) known.set(f, f.style.cssText);
      f.style.minHeight = f.style.maxHeight = f.style.aspectRatio = "";
      f.style.height = Math.ceil(m.height) + "px";
    } else if (m.type === "ready" || m.type === "select") {
      ready.add(f);
      var host = f.getRootNode().host || f;
      host.dispatchEvent(new CustomEvent("bluezone-" + m.type, { bubbles: true, detail: { district: typeof m.district === "string" ? m.district : null } }));
    }
  }
  w.addEventListener("message", hear);
  // Embeds that were there first have said their height to no one.
  frames().forEach(function (f) { send(f, { type: "hello" }); });
  w.BluezoneMap = Object.freeze({
    version: 1,
    remove: function () {
      gone = true;
      w.removeEventListener("message", hear);
      frames().forEach(function (f) { if (known.has(f)) f.style.cssText = known.get(f); });
      made.forEach(function (f) { f.remove(); });
      made.clear();
    }
  });

  var names = ["show", "district", "measure", "lang", "theme", "accent", "link"];
  if (!w.customElements || customElements.get("bluezone-map")) return;
  customElements.define("bluezone-map", class extends HTMLElement {
    static get observedAttributes() { return names; }
    address() {
      var query = new URLSearchParams(), at = this;
      names.forEach(function (name) { if (at.hasAttribute(name)) query.set(name, at.getAttribute(name)); });
      return start + (String(query) && "?" + query);
    }
    connectedCallback() {
      if (this.frame || gone) return;
      var f = this.frame = d.createElement("iframe");
      f.loading = "lazy";
      f.referrerPolicy = "no-referrer";
      f.title = this.title || this.getAttribute("aria-label") || "Bluezone";
      f.style.cssText = "display:block;border:0;width:100%;height:480px";
      f.src = this.address();
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
      if (!f) return;
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
