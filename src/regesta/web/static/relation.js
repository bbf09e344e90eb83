// A timeline that is wider than its window begins where the newest document stands.
"use strict";

for (const chart of document.querySelectorAll(".timeline")) {
  const today = chart.querySelector(".today");
  if (today && chart.scrollWidth > chart.clientWidth) {
    const from = chart.getBoundingClientRect().left;
    chart.scrollLeft += today.getBoundingClientRect().left - from - chart.clientWidth * 0.75;
  }
}
