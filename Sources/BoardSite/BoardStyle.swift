import Reports

/// The style of the board: that of `report`, and what only the board has.
enum BoardStyle {
  static let sheet =
    HTMLRenderer.sheet + """

      body { max-width: 96rem; }
      #news { position: sticky; top: 0; margin: 0; background: var(--panel); z-index: 1; }
      #news:not(:empty) { padding: .4rem .8rem; border: 1px solid var(--line); }
      main:focus { outline: none; }
      .faint { color: var(--faint); } .card .faint { margin: 0; font-size: .9rem; }
      .search { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: 1rem 0; }
      input, select, button, textarea, .button { font: inherit; color: inherit; background: var(--paper); padding: .35rem .6rem;
        border: 1px solid var(--faint); border-radius: .3rem; max-width: 100%; }
      button, .button { background: var(--panel); cursor: pointer; min-height: 2.4rem; }
      .button { display: inline-block; text-decoration: none; }
      button.main { background: var(--link); color: var(--paper); border-color: var(--link); font-weight: 600; }
      .board { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1rem; align-items: start; }
      .column { background: var(--panel); padding: .8rem; min-width: 0; }
      .column h2 { margin: 0 0 .3rem; font-size: 1.1rem; } .count { color: var(--faint); font-weight: 400; }
      .cards { list-style: none; margin: .6rem 0 0; padding: 0; display: grid; gap: .6rem; }
      .card { background: var(--paper); border: 1px solid var(--line); border-radius: .3rem; padding: .6rem .8rem; min-width: 0; }
      .card h3 { margin: 0; font-size: 1rem; } .card p { margin: .2rem 0; }
      .remarks { margin: .3rem 0 0; padding-left: 1.1rem; font-size: .9rem; }
      .places { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 1rem; }
      .places a[aria-current] { font-weight: 600; color: inherit; text-decoration: none; border-bottom: 3px solid var(--course); }
      .step, .notice { border: 1px solid var(--line); border-left: 4px solid var(--course); background: var(--panel);
        padding: .6rem 1rem; margin: 1rem 0; }
      .step h2 { margin: 0; font-size: 1.1rem; }
      .notice.good { border-left-color: var(--good); } .notice.bad { border-left-color: var(--bad); color: inherit; font-weight: 400; }
      .accept form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: .3rem 0 .8rem; }
      .choices form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: .6rem 0; }
      .choice { list-style: none; padding: 0; display: grid; gap: .5rem; } .choice input { width: 1.2rem; min-height: 1.2rem; }
      .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      .accept input { flex: 1 1 16rem; }
      textarea { display: block; width: 100%; margin: .3rem 0; font: .95rem/1.5 ui-monospace, monospace; }
      @media (min-width: 70rem) { .writing { display: grid; grid-template-columns: 3fr 2fr; gap: 1.5rem; align-items: start; }
        .writing > * { min-width: 0; } .writing .pair { grid-template-columns: 1fr; } }
      #score[aria-busy] { opacity: .6; }
      @media (max-width: 46rem) { body { padding: .7rem; } button, .button, input, select { min-height: 2.8rem; } }
      """
}
