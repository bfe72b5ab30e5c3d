extension Passage {
  /// Quotations, tables and lists.
  static let frenchShapes: [Passage] = [
    Passage(
      "« Nous avons perdu la moitié de nos bénévoles en deux ans », regrette Hélène Marsac, présidente du club.",
      same: [
        (
          "quotation introduced otherwise",
          "Hélène Marsac, présidente du club, le regrette : « Nous avons perdu la moitié de nos bénévoles en deux ans. »"
        ),
        (
          "quotation set as a block",
          "> Nous avons perdu la moitié de nos bénévoles en deux ans.\n>\n> — Hélène Marsac, présidente du club"
        ),
      ],
      other: [
        (
          "quotation reworded in another setting",
          "> Nous avons perdu une bonne partie de nos bénévoles en deux ans.\n>\n> — Hélène Marsac, présidente du club"
        ),
        (
          "quotation reworded in another setting",
          "Hélène Marsac, présidente du club, le regrette : « Nous avons gagné la moitié de nos bénévoles en deux ans. »"
        ),
        (
          "quotation in another setting given to another",
          "> Nous avons perdu la moitié de nos bénévoles en deux ans.\n>\n> — Paul Anceau, trésorier du club"
        ),
        (
          "quotation in another setting given to another",
          "Paul Anceau, trésorier du club, le regrette : « Nous avons perdu la moitié de nos bénévoles en deux ans. »"
        ),
      ]),
    Passage(
      "« Personne ne nous a consultés avant les travaux », affirme Karim Belleval, gérant du Café des Halles.",
      same: [
        (
          "quotation introduced otherwise",
          "Karim Belleval, qui gère le Café des Halles, est formel : « Personne ne nous a consultés avant les travaux. »"
        ),
        (
          "quotation set as a block",
          "> « Personne ne nous a consultés avant les travaux. »\n>\n> Karim Belleval, gérant du Café des Halles"
        ),
      ],
      other: [
        (
          "quotation reworded in another setting",
          "> « Personne ne nous a consultés pendant les travaux. »\n>\n> Karim Belleval, gérant du Café des Halles"
        ),
        (
          "quotation reworded in another setting",
          "Karim Belleval, gérant du Café des Halles, est formel : « On nous a bien consultés avant les travaux. »"
        ),
        (
          "quotation in another setting given to another",
          "> « Personne ne nous a consultés avant les travaux. »\n>\n> Lucie Ferrand, gérante de la librairie"
        ),
      ]),
    Passage(
      "La voirie a coûté 480 000 € en 2022 et 515 000 € en 2023. L'éclairage public a coûté 92 000 € en 2022 et 74 000 € en 2023.",
      same: [
        (
          "table and prose",
          "| Poste | 2022 | 2023 |\n|---|---|---|\n| Voirie | 480 000 € | 515 000 € |\n| Éclairage public | 92 000 € | 74 000 € |"
        ),
        (
          "table in another order",
          "| Poste | 2022 | 2023 |\n|---|---|---|\n| Éclairage public | 92 000 € | 74 000 € |\n| Voirie | 480 000 € | 515 000 € |"
        ),
        (
          "list and prose",
          "- Voirie : 480 000 € en 2022, 515 000 € en 2023\n- Éclairage public : 92 000 € en 2022, 74 000 € en 2023"
        ),
      ],
      other: [
        (
          "figure in a table",
          "| Poste | 2022 | 2023 |\n|---|---|---|\n| Voirie | 480 000 € | 551 000 € |\n| Éclairage public | 92 000 € | 74 000 € |"
        ),
        (
          "cells of a table exchanged",
          "| Poste | 2022 | 2023 |\n|---|---|---|\n| Voirie | 480 000 € | 515 000 € |\n| Éclairage public | 74 000 € | 92 000 € |"
        ),
        (
          "heading of a table changed",
          "| Poste | 2022 | 2024 |\n|---|---|---|\n| Voirie | 480 000 € | 515 000 € |\n| Éclairage public | 92 000 € | 74 000 € |"
        ),
        (
          "row of a table dropped",
          "| Poste | 2022 | 2023 |\n|---|---|---|\n| Voirie | 480 000 € | 515 000 € |"
        ),
        (
          "figure in a list",
          "- Voirie : 480 000 € en 2022, 515 000 € en 2023\n- Éclairage public : 92 000 € en 2022, 77 000 € en 2023"
        ),
      ]),
    Passage(
      "Le bus du soir transporte 1 240 voyageurs par jour, le tramway 8 900 et le funiculaire 310.",
      same: [
        (
          "table and prose",
          "| Ligne | Voyageurs par jour |\n|:--|--:|\n| Bus du soir | 1 240 |\n| Tramway | 8 900 |\n| Funiculaire | 310 |"
        ),
        (
          "table in another order",
          "| Voyageurs par jour | Ligne |\n|---|---|\n| 8 900 | Tramway |\n| 1 240 | Bus du soir |\n| 310 | Funiculaire |"
        ),
        (
          "list and prose",
          "- bus du soir : 1 240 voyageurs par jour ;\n- tramway : 8 900 voyageurs par jour ;\n- funiculaire : 310 voyageurs par jour."
        ),
        (
          "clauses in another order",
          "Chaque jour, le funiculaire transporte 310 voyageurs, le bus du soir 1 240 et le tramway 8 900."
        ),
      ],
      other: [
        (
          "figure in a table",
          "| Ligne | Voyageurs par jour |\n|:--|--:|\n| Bus du soir | 1 240 |\n| Tramway | 9 800 |\n| Funiculaire | 310 |"
        ),
        (
          "cells of a table exchanged",
          "| Ligne | Voyageurs par jour |\n|:--|--:|\n| Bus du soir | 8 900 |\n| Tramway | 1 240 |\n| Funiculaire | 310 |"
        ),
        (
          "heading of a table changed",
          "| Ligne | Voyageurs par mois |\n|:--|--:|\n| Bus du soir | 1 240 |\n| Tramway | 8 900 |\n| Funiculaire | 310 |"
        ),
        (
          "row of a table dropped",
          "| Ligne | Voyageurs par jour |\n|:--|--:|\n| Bus du soir | 1 240 |\n| Tramway | 8 900 |"
        ),
        (
          "figure in a list",
          "- bus du soir : 1 420 voyageurs par jour ;\n- tramway : 8 900 voyageurs par jour ;\n- funiculaire : 310 voyageurs par jour."
        ),
        (
          "item of a list dropped",
          "- bus du soir : 1 240 voyageurs par jour ;\n- tramway : 8 900 voyageurs par jour."
        ),
      ]),
    Passage(
      "Le plan prévoit trois mesures : la gratuité des bus le samedi, 120 places de parking relais et une baisse de 5 € de l'abonnement.",
      same: [
        (
          "list and prose",
          "Le plan prévoit trois mesures :\n\n- la gratuité des bus le samedi ;\n- 120 places de parking relais ;\n- une baisse de 5 € de l'abonnement."
        ),
        (
          "clauses in another order",
          "Une baisse de 5 € de l'abonnement, 120 places de parking relais et la gratuité des bus le samedi : voilà les trois mesures que prévoit le plan."
        ),
        (
          "active and passive",
          "Trois mesures sont prévues par le plan : la gratuité des bus le samedi, 120 places de parking relais et une baisse de 5 € de l'abonnement."
        ),
      ],
      other: [
        (
          "figure in a list",
          "Le plan prévoit trois mesures :\n\n- la gratuité des bus le samedi ;\n- 210 places de parking relais ;\n- une baisse de 5 € de l'abonnement."
        ),
        (
          "rephrased with the opposite said",
          "Trois mesures sont prévues par le plan : la gratuité des bus le samedi, 120 places de parking relais et une hausse de 5 € de l'abonnement."
        ),
        (
          "item of a list dropped",
          "Le plan prévoit plusieurs mesures :\n\n- la gratuité des bus le samedi ;\n- une baisse de 5 € de l'abonnement."
        ),
      ]),
  ]
}
