/// The one script of the page: a readout for the keyboard and the pointer.
///
/// It reads the tables that are there anyway, so nothing is lost without it. A chart is one tab
/// stop; arrows move along its rows, Home and End to its ends, Escape leaves.
enum PageScript {
  // Without `<` and `&`, so that the page stays well-formed XML.
  static let text = """
    "use strict";
    for (const figure of document.querySelectorAll("figure[data-read]")) {
      const chart = figure.querySelector("svg.chart");
      const out = figure.querySelector("p.readout");
      const heads = Array.from(figure.querySelectorAll("thead th"), e => e.textContent);
      const rows = Array.from(figure.querySelectorAll("tbody tr"), row =>
        Array.from(row.children, e => e.textContent));
      if (!chart || !rows.length) continue;
      const isTime = figure.dataset.read === "time";
      const cursor = chart.querySelector(".cursor");
      let at = -1;
      const show = next => {
        at = Math.max(0, Math.min(rows.length - 1, next));
        out.textContent = rows[at].map((cell, i) =>
          i === 0 ? cell : cell === "" ? "" : heads[i] + " " + cell)
          .filter(text => text !== "").join(", ");
        if (cursor) {
          const x = (at + 0.5) / rows.length * 100 + "%";
          cursor.setAttribute("x1", x);
          cursor.setAttribute("x2", x);
          chart.classList.add("on");
        }
      };
      const hide = () => { at = -1; out.textContent = ""; chart.classList.remove("on"); };
      chart.setAttribute("tabindex", "0");
      chart.addEventListener("keydown", event => {
        const step = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1,
          PageDown: 12, PageUp: -12}[event.key];
        if (step) show(at === -1 ? (step === 1 ? 0 : rows.length - 1) : at + step);
        else if (event.key === "Home") show(0);
        else if (event.key === "End") show(rows.length - 1);
        else if (event.key === "Escape") hide();
        else return;
        event.preventDefault();
      });
      chart.addEventListener("focus", () => {
        if (at === -1) out.textContent = "Arrow keys read " + rows.length + " rows.";
      });
      chart.addEventListener("blur", hide);
      if (isTime) {
        chart.addEventListener("pointermove", event => {
          const box = chart.getBoundingClientRect();
          show(Math.floor((event.clientX - box.left) / box.width * rows.length));
        });
        chart.addEventListener("pointerleave", () => {
          if (document.activeElement !== chart) hide();
        });
      }
    }

    """
}
