extension Passage {
  /// Quotations, tables and lists.
  static let englishShapes: [Passage] = [
    Passage(
      "“We have lost half of our volunteers in two years,” says Helen Marsh, who chairs the club.",
      same: [
        (
          "quotation introduced otherwise",
          "Helen Marsh, who chairs the club, says: “We have lost half of our volunteers in two years.”"
        ),
        (
          "quotation set as a block",
          "> We have lost half of our volunteers in two years.\n>\n> — Helen Marsh, who chairs the club"
        ),
      ],
      other: [
        (
          "quotation reworded in another setting",
          "> We have lost a good many of our volunteers in two years.\n>\n> — Helen Marsh, who chairs the club"
        ),
        (
          "quotation reworded in another setting",
          "Helen Marsh, who chairs the club, says: “We have gained half of our volunteers in two years.”"
        ),
        (
          "quotation in another setting given to another",
          "> We have lost half of our volunteers in two years.\n>\n> — Paul Anders, the club's treasurer"
        ),
        (
          "quotation in another setting given to another",
          "Paul Anders, who chairs the club, says: “We have lost half of our volunteers in two years.”"
        ),
      ]),
    Passage(
      "\"Nobody consulted us before the works began,\" said Karim Bellamy, manager of the Corn Exchange Cafe.",
      same: [
        (
          "quotation introduced otherwise",
          "Karim Bellamy, who manages the Corn Exchange Cafe, is adamant: \"Nobody consulted us before the works began.\""
        ),
        (
          "quotation set as a block",
          "> \"Nobody consulted us before the works began.\"\n>\n> Karim Bellamy, manager of the Corn Exchange Cafe"
        ),
      ],
      other: [
        (
          "quotation reworded in another setting",
          "> \"Nobody consulted us after the works began.\"\n>\n> Karim Bellamy, manager of the Corn Exchange Cafe"
        ),
        (
          "quotation reworded in another setting",
          "Karim Bellamy, manager of the Corn Exchange Cafe, is adamant: \"They did consult us before the works began.\""
        ),
        (
          "quotation in another setting given to another",
          "> \"Nobody consulted us before the works began.\"\n>\n> Lucy Farrand, owner of the bookshop"
        ),
      ]),
    Passage(
      "Road repairs cost £480,000 in 2022 and £515,000 in 2023. Street lighting cost £92,000 in 2022 and £74,000 in 2023.",
      same: [
        (
          "table and prose",
          "| Item | 2022 | 2023 |\n|---|---|---|\n| Road repairs | £480,000 | £515,000 |\n| Street lighting | £92,000 | £74,000 |"
        ),
        (
          "table in another order",
          "| Item | 2022 | 2023 |\n|---|---|---|\n| Street lighting | £92,000 | £74,000 |\n| Road repairs | £480,000 | £515,000 |"
        ),
        (
          "list and prose",
          "- Road repairs: £480,000 in 2022, £515,000 in 2023\n- Street lighting: £92,000 in 2022, £74,000 in 2023"
        ),
      ],
      other: [
        (
          "figure in a table",
          "| Item | 2022 | 2023 |\n|---|---|---|\n| Road repairs | £480,000 | £551,000 |\n| Street lighting | £92,000 | £74,000 |"
        ),
        (
          "cells of a table exchanged",
          "| Item | 2022 | 2023 |\n|---|---|---|\n| Road repairs | £480,000 | £515,000 |\n| Street lighting | £74,000 | £92,000 |"
        ),
        (
          "heading of a table changed",
          "| Item | 2022 | 2024 |\n|---|---|---|\n| Road repairs | £480,000 | £515,000 |\n| Street lighting | £92,000 | £74,000 |"
        ),
        (
          "row of a table dropped",
          "| Item | 2022 | 2023 |\n|---|---|---|\n| Road repairs | £480,000 | £515,000 |"
        ),
        (
          "figure in a list",
          "- Road repairs: £480,000 in 2022, £515,000 in 2023\n- Street lighting: £92,000 in 2022, £77,000 in 2023"
        ),
      ]),
    Passage(
      "The night bus carries 1,240 passengers a day, the tram 8,900 and the cable car 310.",
      same: [
        (
          "table and prose",
          "| Line | Passengers a day |\n|:--|--:|\n| Night bus | 1,240 |\n| Tram | 8,900 |\n| Cable car | 310 |"
        ),
        (
          "table in another order",
          "| Passengers a day | Line |\n|---|---|\n| 8,900 | Tram |\n| 1,240 | Night bus |\n| 310 | Cable car |"
        ),
        (
          "list and prose",
          "- night bus: 1,240 passengers a day\n- tram: 8,900 passengers a day\n- cable car: 310 passengers a day"
        ),
        (
          "clauses in another order",
          "Every day, the cable car carries 310 passengers, the night bus 1,240 and the tram 8,900."
        ),
      ],
      other: [
        (
          "figure in a table",
          "| Line | Passengers a day |\n|:--|--:|\n| Night bus | 1,240 |\n| Tram | 9,800 |\n| Cable car | 310 |"
        ),
        (
          "cells of a table exchanged",
          "| Line | Passengers a day |\n|:--|--:|\n| Night bus | 8,900 |\n| Tram | 1,240 |\n| Cable car | 310 |"
        ),
        (
          "heading of a table changed",
          "| Line | Passengers a month |\n|:--|--:|\n| Night bus | 1,240 |\n| Tram | 8,900 |\n| Cable car | 310 |"
        ),
        (
          "row of a table dropped",
          "| Line | Passengers a day |\n|:--|--:|\n| Night bus | 1,240 |\n| Tram | 8,900 |"
        ),
        (
          "figure in a list",
          "- night bus: 1,420 passengers a day\n- tram: 8,900 passengers a day\n- cable car: 310 passengers a day"
        ),
        ("item of a list dropped", "- night bus: 1,240 passengers a day\n- tram: 8,900 passengers a day"),
      ]),
    Passage(
      "The plan has three measures: free buses on Saturdays, 120 park-and-ride spaces and a £5 cut in season tickets.",
      same: [
        (
          "list and prose",
          "The plan has three measures:\n\n- free buses on Saturdays\n- 120 park-and-ride spaces\n- a £5 cut in season tickets"
        ),
        (
          "clauses in another order",
          "A £5 cut in season tickets, 120 park-and-ride spaces and free buses on Saturdays: these are the plan's three measures."
        ),
      ],
      other: [
        (
          "figure in a list",
          "The plan has three measures:\n\n- free buses on Saturdays\n- 210 park-and-ride spaces\n- a £5 cut in season tickets"
        ),
        (
          "rephrased with the opposite said",
          "A £5 rise in season tickets, 120 park-and-ride spaces and free buses on Saturdays: these are the plan's three measures."
        ),
        (
          "item of a list dropped",
          "The plan has several measures:\n\n- free buses on Saturdays\n- a £5 cut in season tickets"
        ),
      ]),
  ]
}
