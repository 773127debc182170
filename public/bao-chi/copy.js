// Copies a ready sentence. Without it the sentences stand on the page all the same; the buttons are shown only where it runs.
(function (d) {
  var said = d.getElementById("said");
  function say(name) { said.textContent = said.getAttribute("data-" + name); }
  function select(element) {
    var range = d.createRange();
    range.selectNodeContents(element);
    var selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }
  // Where there is no clipboard (plain http), by the old command from a selection, which stays for the reader's own keys.
  function byCommand(element) {
    select(element);
    var done = false;
    try { done = d.execCommand("copy"); } catch (e) { /* refused */ }
    say(done ? "copied" : "by-hand");
  }
  [].forEach.call(d.querySelectorAll("button[data-copy]"), function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      var element = d.getElementById(button.getAttribute("data-copy"));
      if (!navigator.clipboard) { byCommand(element); return; }
      navigator.clipboard.writeText(element.textContent).then(function () { say("copied"); }, function () { byCommand(element); });
    });
  });
})(document);
