// Keeps two things right that Streamlit leaves in English: the language of the page, and the words its own widgets print.
// Served by server.py from this host; reads the address and the page, sends nothing.
(() => {
  "use strict";
  const words = {} /* words */;
  const patterns = [
    [/^(\d+(?:\.\d+)?)\s*([KMG]?B) per file$/, "$1 $2 per bestand"],
    [/^(\d+(?:\.\d+)?)\s*([KMG]?B) per file • (.+)$/, "$1 $2 per bestand • $3"],
    [/^(?:Error: )?File must be (\d+)(?:\.0)?\s*([KMG]B) or smaller\.$/, "Dit bestand is te groot: ten hoogste $1 $2."],
    [/^(?:Error: )?.* ?files are not allowed\.$/, "Deze soort bestand kan niet worden gelezen."],
    [/^(\d+)(?:\.(\d))?([KMG]?B)$/, (_all, whole, part, unit) => `${whole}${part ? `,${part}` : ""} ${unit}`],
    [/^Limit (.+) per file • (.+)$/, "Ten hoogste $1 per bestand • $2"],
    [/^Remove (.+)$/, "Verwijder $1"],
    [/^Selected (.+)\. (.+)$/, "Gekozen: $1. $2"],
    [/^Show\/hide columns: (.+)$/, "Toon of verberg kolommen: $1"],
    [/^Search: (.+)$/, "Zoeken: $1"],
    [/^Fullscreen: (.+)$/, "Volledig scherm: $1"],
    [/^Clear selection: (.+)$/, "Wis keuze: $1"],
    [/^Help for (.+)$/, "Uitleg bij $1"],
    [/^day, (.+)$/, "dag, $1"],
    [/^month, (.+)$/, "maand, $1"],
    [/^year, (.+)$/, "jaar, $1"],
    [/^(.+) — start$/, "$1: van"],
    [/^(.+) — end$/, "$1: tot en met"],
    [/^Made with Streamlit (.+)$/, "Gemaakt met Streamlit $1"],
    [/^Press Enter to apply$/, "Enter om toe te passen"],
    [/^Press (?:⌘|Ctrl)\+Enter to apply$/, "Ctrl+Enter om toe te passen"],
    [/^Select (\d+) matches$/, "Kies alle $1"],
  ];
  const attributes = ["aria-label", "aria-valuetext", "title", "placeholder", "alt", "data-title"];
  const dutch = () => document.documentElement.lang !== "en";

  const translated = (text) => {
    const plain = text.trim();
    if (Object.hasOwn(words, plain)) return text.replace(plain, words[plain]);
    for (const [pattern, dutchForm] of patterns) if (pattern.test(plain)) return plain.replace(pattern, dutchForm);
    return null;
  };
  // What a reader wrote or a letter says is left alone: only the widgets' own text is looked at.
  const own = (element) => !element.closest("[data-testid=stHtml], [data-testid=stText], pre, textarea, canvas, .js-plotly-plot .svg-container svg");

  const mendElement = (element) => {
    for (const name of attributes) {
      const value = element.getAttribute(name);
      const better = value && translated(value);
      if (better && better !== value) element.setAttribute(name, better);
    }
  };
  const mendTree = (root) => {
    if (!dutch()) return;
    if (root.nodeType === Node.TEXT_NODE) {
      const better = root.parentElement && own(root.parentElement) && translated(root.data);
      if (better && better !== root.data) root.data = better;
      return;
    }
    if (root.nodeType !== Node.ELEMENT_NODE || !own(root)) return;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = root; node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) {
        const better = node.parentElement && own(node.parentElement) && translated(node.data);
        if (better && better !== node.data) node.data = better;
      } else mendElement(node);
    }
  };

  // How wide the window is: pictures are drawn for it, so that their words stay readable on a telephone.
  const tellWidth = () => {
    document.cookie = `ct_width=${Math.min(window.innerWidth, 9999)}; path=/; SameSite=Strict`;
  };
  tellWidth();
  addEventListener("resize", tellWidth);

  const mendLanguage = () => {
    const asked = new URLSearchParams(location.search).getAll("lang").pop();
    document.documentElement.lang = asked === "en" ? "en" : "nl";
  };
  // A page that was just opened writes its own choices to the address: they belong to that step, so that Back leaves the page.
  const push = history.pushState.bind(history);
  const replace = history.replaceState.bind(history);
  let opened = false;
  history.pushState = (state, title, url) => {
    const other = new URL(url || "", location.href).pathname !== location.pathname;
    (opened && !other ? replace : push)(state, title, url);
    opened = other;
    mendLanguage();
  };
  history.replaceState = (...values) => {
    replace(...values);
    mendLanguage();
  };
  for (const act of ["pointerdown", "keydown"]) addEventListener(act, () => (opened = false), true);
  addEventListener("popstate", mendLanguage);
  mendLanguage();
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach(mendTree);
      else if (change.type === "characterData") mendTree(change.target);
      else if (dutch() && own(change.target)) mendElement(change.target);
    }
  }).observe(document.documentElement, { childList: true, characterData: true, attributes: true, attributeFilter: attributes, subtree: true });
})();
