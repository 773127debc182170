// The slider over the reports and its play button. They press the list of reports beside them, which the page follows as if a reader had chosen:
// figures, map, board and address move together. As long as the list is off, both are.
(() => {
  const list = document.querySelector("select[name=at]");
  const player = document.querySelector(".player");
  if (!list || !player) return;
  const [button, slider] = player.children;
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const root = document.documentElement;
  let timer = 0;
  // The list begins with the latest report, the slider ends with it.
  const last = () => list.options.length - 1;
  const rows = () => [...document.querySelectorAll("[data-part=board] tbody tr")];

  function follow() {
    slider.max = last();
    slider.value = last() - list.selectedIndex;
    const shown = list.options[list.selectedIndex];
    slider.setAttribute("aria-valuetext", shown ? shown.text : "");
    slider.disabled = button.disabled = list.disabled;
    player.hidden = last() < 1;
  }

  // Each row glides from where it stood to where it stands.
  function glide(before) {
    for (const row of rows()) {
      const from = before.get(row) - row.getBoundingClientRect().top;
      if (from && row.animate) row.animate([{ transform: `translateY(${from}px)` }, { transform: "none" }], { duration: 600, easing: "ease-in-out" });
    }
  }

  function show(stop) {
    const before = new Map(still.matches ? [] : rows().map(row => [row, row.getBoundingClientRect().top]));
    list.selectedIndex = last() - stop;
    list.dispatchEvent(new Event("change", { bubbles: true }));
    follow();
    if (before.size) requestAnimationFrame(() => glide(before));
  }

  function stop() {
    clearInterval(timer);
    timer = 0;
    button.textContent = button.dataset.play;
    root.removeAttribute("data-playing");
  }

  function play() {
    button.textContent = button.dataset.pause;
    root.setAttribute("data-playing", "");
    // From the end it begins anew.
    if (Number(slider.value) >= last()) show(0);
    timer = setInterval(() => {
      const next = Number(slider.value) + 1;
      if (next <= last()) show(next);
      if (next >= last()) stop();
    }, 1500);
  }

  button.addEventListener("click", () => (timer ? stop() : play()));
  slider.addEventListener("input", () => {
    if (timer) stop();
    show(Number(slider.value));
  });
  list.addEventListener("change", event => {
    if (event.isTrusted && timer) stop();
    follow();
  });
  // Newer figures, the way back and the page's own start change the list without a word.
  new MutationObserver(follow).observe(list, { attributes: true, childList: true, subtree: true });
  follow();
})();
