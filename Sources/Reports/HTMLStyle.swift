/// How the page looks: light and dark, narrow and wide, on a screen and on paper.
enum HTMLStyle {
  static let sheet = """
    :root { color-scheme: light dark; --ink: #1d2329; --paper: #fbfaf7; --faint: #5d666f; --line: #d7d3ca; --link: #0b5a9d;
      --good: #1c6b35; --bad: #b3261e; --warn: #8a5200; --mark: #ffe08a; --panel: #f2efe8; --course: #2a6fb0; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e6e4df; --paper: #16191c; --faint: #a3abb3; --line: #3a4046;
      --link: #8cc2f5; --good: #7fd298; --bad: #ff9d94; --warn: #f0bf6c; --mark: #6a5300; --panel: #1f2428;
      --course: #79b4ec; } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 76rem; padding: 1rem; background: var(--paper); color: var(--ink);
      font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
    h1 { font-size: 1.6rem; line-height: 1.2; } h2 { font-size: 1.3rem; margin-top: 2.5rem; }
    h3 { font-size: 1.05rem; } h4 { font-size: .9rem; font-weight: 600; margin: 0 0 .5rem; }
    a { color: var(--link); } mark a { color: inherit; }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    .skip { position: absolute; left: -100vw; } .skip:focus { left: 1rem; background: var(--paper); padding: .5rem; }
    header p, figcaption, .place { color: var(--faint); }
    .scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; margin: .5rem 0; }
    caption { text-align: left; color: var(--faint); }
    th, td { text-align: left; vertical-align: top; padding: .35rem .7rem .35rem 0; border-bottom: 1px solid var(--line);
      overflow-wrap: break-word; min-width: 4rem; }
    th[scope=row] { font-weight: 600; } td ul { margin: 0; padding-left: 1rem; }
    .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .good { color: var(--good); } .bad { color: var(--bad); font-weight: 600; }
    .word { font-size: .8em; } code { font-size: .9em; }
    .article { border-top: 2px solid var(--line); }
    figure { margin: 1rem 0; } svg { width: 100%; height: auto; max-width: 46rem; }
    svg text { fill: var(--faint); font-size: 12px; } .grid { stroke: var(--line); }
    .threshold { stroke: var(--warn); stroke-dasharray: 5 4; }
    .course { fill: none; stroke: var(--course); stroke-width: 2; } circle { fill: var(--course); }
    summary { cursor: pointer; font-weight: 600; padding: .3rem 0; }
    .bar { display: block; width: 10rem; max-width: 100%; height: .7rem; background: var(--line); }
    .bar rect { fill: var(--course); }
    .findings { padding-left: 1.4rem; } .findings li { margin-bottom: .8rem; } .findings p { margin: .2rem 0; }
    .error strong { color: var(--bad); } .warning strong { color: var(--warn); } .note strong { color: var(--faint); }
    .cost { font-weight: 600; } q { quotes: none; } mark { background: var(--mark); color: inherit; }
    mark.error { border-bottom: 2px solid var(--bad); }
    mark.kept { background: none; border-bottom: 2px solid var(--good); } mark:target { outline: 3px solid var(--link); }
    .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
    .pair > div { min-width: 0; } .pair h3 { font-size: .9rem; margin: 0 0 .5rem; }
    .text { background: var(--panel); padding: .8rem; white-space: pre-wrap; font-size: .92rem; }
    @media (max-width: 46rem) { .pair { grid-template-columns: 1fr; } }
    @media print { body { max-width: none; } .skip { display: none; } .article { break-before: page; } a { color: inherit; } }
    """
}
