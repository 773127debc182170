// Lets the browser read a bulletin aloud, where it can and has a voice of the page's language; else says so. Plain script of 2015.
(function (w, d) {
  var speech = w.speechSynthesis, lang = d.documentElement.lang, said = d.getElementById("giong");
  var buttons = [].slice.call(d.querySelectorAll("[data-read]")), running = null, kept = [];
  if (!said || !buttons.length) return;

  function voice() {
    var voices = speech.getVoices ? speech.getVoices() : [], found = null;
    for (var i = 0; i < voices.length; i++) {
      var code = String(voices[i].lang).toLowerCase().replace("_", "-");
      // One of the device itself needs no network and tells nobody what is read.
      if ((code === lang || code.indexOf(lang + "-") === 0) && (!found || voices[i].localService && !found.localService)) found = voices[i];
    }
    return found;
  }
  function mark(line, on) { if (on) line.setAttribute("data-now", ""); else line.removeAttribute("data-now"); }
  function stop() {
    if (!running) return;
    var last = running;
    running = null;
    kept = [];
    speech.cancel();
    last.textContent = last.label;
    [].forEach.call(d.querySelectorAll("[data-now]"), function (line) { mark(line, false); });
  }
  function read(button, voice) {
    var lines = button.parentNode.parentNode.querySelectorAll(".read span"), left = lines.length;
    running = button;
    button.textContent = button.getAttribute("data-stop");
    said.textContent = "";
    // Line by line: long texts are cut off by some engines. The utterances are kept, since others forget those that nobody holds.
    kept = [].map.call(lines, function (line) {
      var one = new w.SpeechSynthesisUtterance(line.textContent);
      one.voice = voice;
      one.lang = voice.lang;
      one.onstart = function () { mark(line, true); };
      one.onend = function () { mark(line, false); if (!--left && running === button) stop(); };
      one.onerror = function (event) {
        if (running !== button || event.error === "canceled" || event.error === "interrupted") return;
        stop();
        said.textContent = said.getAttribute("data-failed");
      };
      speech.speak(one);
      return one;
    });
  }
  buttons.forEach(function (button) {
    button.label = button.textContent;
    button.hidden = false;
    button.addEventListener("click", function () {
      var again = running !== button, own = speech && w.SpeechSynthesisUtterance ? voice() : null;
      stop();
      if (!again) return;
      if (own) read(button, own); else said.textContent = said.getAttribute("data-none");
    });
  });
  // Some engines load their voices only once they are asked for them.
  if (speech && speech.getVoices) speech.getVoices();
  w.addEventListener("pagehide", stop);
})(window, document);
