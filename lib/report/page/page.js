/* SPDX-License-Identifier: MIT */
/* What the page can do beside being read: choose a baseline, one concept, one pair; show more. The
 * page says everything without it. */
(function () {
  "use strict";

  /* What a letter of data-r stands for; any other says that nothing is compared. */
  var RELATIONS = {
    "=": "equal", "n": "narrower", "b": "broader", "o": "overlapping", "d": "disjoint",
    "u": "undecided"
  };

  function all(selector, root) {
    return Array.prototype.slice.call((root || document).querySelectorAll(selector));
  }

  function byId(id) {
    return document.getElementById(id);
  }

  function say(text) {
    byId("said").textContent = text;
  }

  /* ---- the heat map ---- */

  /* How the definition of a cell covers the typical case. */
  var TYPICAL = { "covered": "m-reaches", "not covered": "m-short", "depends": "m-may" };

  function setCell(cell, kind, word) {
    cell.className = kind;
    cell.textContent = word;
  }

  function showBaseline(select) {
    all("#heat td[data-r]").forEach(function (cell) {
      var typical = cell.getAttribute("data-t");
      var code = cell.getAttribute("data-r").charAt(Number(select.value));
      if (select.value === "")
        setCell(cell, TYPICAL[typical], typical);
      else if (RELATIONS[code])
        setCell(cell, "r-" + RELATIONS[code], RELATIONS[code]);
      else if (code === ".")
        setCell(cell, "r-self", "baseline");
      else
        setCell(cell, "r-defined", "defined");
    });
    byId("against").textContent = select.options[select.selectedIndex].text;
  }

  /* ---- concepts ---- */

  function showConcept(id) {
    all(".concept").forEach(function (concept) {
      concept.hidden = id !== "" && concept.id !== id;
    });
    byId("concept").value = id;
  }

  function showPair(id) {
    var pair = byId(id);
    all(".pair", pair.parentNode).forEach(function (other) {
      other.hidden = other !== pair;
    });
    pair.setAttribute("tabindex", "-1");
    pair.focus();
  }

  function showPairs(button) {
    var shown = button.getAttribute("aria-pressed") === "true";
    button.setAttribute("aria-pressed", String(!shown));
    all(".pair", byId(button.getAttribute("aria-controls"))).forEach(function (pair) {
      pair.hidden = shown;
    });
    say(shown ? "Cases hidden" : "All cases shown");
  }

  function showDifferences(button) {
    var only = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(only));
    all("tr[data-same]", byId(button.getAttribute("aria-controls"))).forEach(function (row) {
      row.hidden = only;
    });
  }

  function showCitations(button) {
    var on = document.body.classList.toggle("with-citations");
    all("button.citations").forEach(function (other) {
      other.setAttribute("aria-pressed", String(on));
    });
    button.focus();
  }

  /* What an address or a link points to has to be visible. */
  function goTo(hash) {
    var target = byId(decodeURIComponent(hash.slice(1)));
    var concept = target && target.closest(".concept");
    if (!concept)
      return;
    if (concept.hidden)
      showConcept(concept.id);
    if (target.classList.contains("pair"))
      showPair(target.id);
    target.scrollIntoView();
  }

  /* ---- beginning ---- */

  function begin() {
    all(".controls").forEach(function (controls) { controls.hidden = false; });
    all(".pair").forEach(function (pair) { pair.hidden = true; });
    byId("baseline").addEventListener("change", function () { showBaseline(this); });
    byId("concept").addEventListener("change", function () { showConcept(this.value); });
    document.addEventListener("click", function (event) {
      var button = event.target.closest("button");
      var link = event.target.closest("a[href^='#']");
      if (button && button.classList.contains("pairs"))
        showPairs(button);
      else if (button && button.classList.contains("differences"))
        showDifferences(button);
      else if (button && button.classList.contains("citations"))
        showCitations(button);
      else if (link)
        window.setTimeout(goTo, 0, link.getAttribute("href"));
    });
    window.addEventListener("hashchange", function () { goTo(window.location.hash); });
    window.addEventListener("beforeprint", function () {
      all("details").forEach(function (details) { details.open = true; });
    });
    var first = document.querySelector(".concept");
    showConcept(first ? first.id : "");
    if (window.location.hash)
      goTo(window.location.hash);
  }

  begin();
}());
