import Wording

/// What a browser may run: pages are complete without it. It looks whether anything moved, and scores what is written.
enum BoardScript {
  static var text: String {
    """
    "use strict";
    const words = {
      changed: "\(worded("The board has changed.", fr: "Le tableau de bord a changé."))",
      stale: "\(worded("This has changed meanwhile. Reload the page to see it.", fr: "Cela a changé entre-temps. Rechargez la page pour le voir."))",
      away: "\(worded("The board does not answer. Is it still running?", fr: "Le tableau de bord ne répond pas. Est-il toujours lancé ?"))",
      unsaved: "\(worded("There are changes that are not saved.", fr: "Des modifications ne sont pas enregistrées."))",
      scoring: "\(worded("Scoring…", fr: "Calcul du score…"))",
    };

    """ + code
  }

  private static let code = #"""
    const page = document.body.dataset;
    const news = document.getElementById("news");
    const tell = (text) => { if (news.textContent !== text) news.textContent = text; };

    // Whether the branches have moved. What somebody is writing is never replaced.
    function isBusy() {
      const field = document.activeElement;
      return field && ["INPUT", "TEXTAREA", "SELECT"].includes(field.tagName) && field.value !== field.defaultValue
        || [...document.querySelectorAll("details.accept[open] input[name=reason]")].some((input) => input.value);
    }
    async function renew() {
      const answer = await fetch(location.href, { credentials: "same-origin" });
      if (!answer.ok) { tell(words.stale); return; }
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      const focused = document.activeElement && document.activeElement.getAttribute("href");
      const open = [...document.querySelectorAll("details")].map((part) => part.open);
      document.querySelector("main").replaceWith(fresh.querySelector("main"));
      const parts = document.querySelectorAll("details");
      if (parts.length === open.length) parts.forEach((part, number) => { part.open = open[number]; });
      page.state = fresh.body.dataset.state;
      if (focused) {
        const link = [...document.querySelectorAll("a[href]")].find((one) => one.getAttribute("href") === focused);
        if (link) link.focus();
      }
      tell(words.changed);
    }
    async function look() {
      if (document.hidden) return;
      const parts = location.pathname.split("/");
      const slug = parts[2] === "article" ? "?article=" + parts[3] : "";
      try {
        const answer = await fetch(page.folder + "state" + slug, { credentials: "same-origin" });
        const state = (await answer.text()).trim();
        if (news.textContent === words.away) tell("");
        if (!answer.ok || state === page.state) return;
        if (isBusy()) { tell(words.stale); } else { await renew(); }
      } catch { tell(words.away); }
    }
    if (page.state) {
      const again = () => setTimeout(async () => { await look(); again(); }, 3000);
      again();
      document.addEventListener("visibilitychange", look);
    }

    // The score of a text while it is written.
    const editor = document.getElementById("editor");
    if (editor) {
      const field = document.getElementById("text");
      const result = document.getElementById("score");
      let waiting = 0;
      let round = 0;
      const score = async () => {
        const mine = ++round;
        try {
          const answer = await fetch(editor.dataset.score, {
            method: "POST", credentials: "same-origin", body: new URLSearchParams(new FormData(editor)),
          });
          const text = await answer.text();
          if (mine !== round) return;
          const parsed = new DOMParser().parseFromString(text, "text/html");
          result.replaceChildren(...(answer.ok ? parsed.body : parsed.querySelector("main") || parsed.body).childNodes);
          result.dataset.round = String(mine);
        } catch { result.textContent = words.away; }
        result.removeAttribute("aria-busy");
      };
      field.addEventListener("input", () => {
        clearTimeout(waiting);
        result.setAttribute("aria-busy", "true");
        waiting = setTimeout(score, 600);
      });
      let leaves = false;
      editor.addEventListener("submit", () => { leaves = true; });
      addEventListener("beforeunload", (event) => {
        if (!leaves && field.value !== field.defaultValue) { event.preventDefault(); event.returnValue = words.unsaved; }
      });
    }
    """#
}
