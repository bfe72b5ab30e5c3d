extension Passage {
  static let french: [Passage] =
    frenchShapes + [
      Passage(
        "La mairie de Saint-Avre a confié le chantier de la halle à l'entreprise Solvanne en mars 2023.",
        same: [
          (
            "active and passive",
            "En mars 2023, le chantier de la halle a été confié par la mairie de Saint-Avre à l'entreprise Solvanne."
          ),
          (
            "sentence rephrased",
            "C'est à l'entreprise Solvanne que la mairie de Saint-Avre a confié, en mars 2023, le chantier de la halle."
          ),
        ],
        other: [
          (
            "roles exchanged",
            "En mars 2023, l'entreprise Solvanne a confié le chantier de la halle à la mairie de Saint-Avre."
          ),
          (
            "rephrased with another figure",
            "En mai 2023, le chantier de la halle a été confié par la mairie de Saint-Avre à l'entreprise Solvanne."
          ),
          (
            "rephrased with another name",
            "C'est à l'entreprise Merlac que la mairie de Saint-Avre a confié, en mars 2023, le chantier de la halle."
          ),
        ]),
      Passage(
        "Le tribunal administratif de Lorvence a annulé le permis de construire accordé par le préfet, après un recours de trois riverains.",
        same: [
          (
            "active and passive",
            "Après un recours de trois riverains, le permis de construire accordé par le préfet a été annulé par le tribunal administratif de Lorvence."
          ),
          (
            "noun for verb",
            "Trois riverains avaient déposé un recours : le tribunal administratif de Lorvence a prononcé l'annulation du permis de construire accordé par le préfet."
          ),
        ],
        other: [
          (
            "roles exchanged",
            "Le préfet a annulé le permis de construire accordé par le tribunal administratif de Lorvence, après un recours de trois riverains."
          ),
          (
            "rephrased with the opposite said",
            "Après un recours de trois riverains, le permis de construire accordé par le préfet a été confirmé par le tribunal administratif de Lorvence."
          ),
          (
            "rephrased with another figure",
            "Treize riverains avaient déposé un recours : le tribunal administratif de Lorvence a prononcé l'annulation du permis de construire accordé par le préfet."
          ),
        ]),
      Passage(
        "Les loyers ont augmenté de 4,2 % à Brévannes entre 2021 et 2023, alors que les salaires n'ont progressé que de 1,8 %.",
        same: [
          (
            "noun for verb",
            "À Brévannes, la hausse des loyers a atteint 4,2 % entre 2021 et 2023, quand la progression des salaires s'est limitée à 1,8 %."
          ),
          (
            "clauses in another order",
            "Alors que les salaires n'ont progressé que de 1,8 %, les loyers ont augmenté de 4,2 % à Brévannes entre 2021 et 2023."
          ),
        ],
        other: [
          (
            "rephrased with figures exchanged",
            "À Brévannes, la hausse des loyers a atteint 1,8 % entre 2021 et 2023, quand la progression des salaires s'est limitée à 4,2 %."
          ),
          (
            "rephrased with the opposite said",
            "À Brévannes, le recul des loyers a atteint 4,2 % entre 2021 et 2023, quand la progression des salaires s'est limitée à 1,8 %."
          ),
          (
            "rephrased with another figure",
            "Alors que les salaires n'ont progressé que de 1,3 %, les loyers ont augmenté de 4,2 % à Brévannes entre 2021 et 2023."
          ),
        ]),
      Passage(
        "Si la subvention est votée en juin, l'école ouvrira deux classes de plus à la rentrée.",
        same: [
          (
            "clauses in another order",
            "L'école ouvrira deux classes de plus à la rentrée si la subvention est votée en juin."
          ),
          (
            "sentence rephrased",
            "À condition que la subvention soit votée en juin, deux classes supplémentaires ouvriront à l'école à la rentrée."
          ),
        ],
        other: [
          (
            "rephrased with a condition or cause changed",
            "L'école ouvrira deux classes de plus à la rentrée, car la subvention a été votée en juin."
          ),
          (
            "rephrased with a condition or cause changed",
            "L'école ouvrira deux classes de plus à la rentrée même si la subvention n'est pas votée en juin."
          ),
          (
            "rephrased with the opposite said",
            "L'école fermera deux classes à la rentrée si la subvention est votée en juin."
          ),
        ]),
      Passage(
        "La fréquentation de la médiathèque a doublé depuis l'ouverture le dimanche, passant de 310 à 620 visiteurs par semaine.",
        same: [
          (
            "noun for verb",
            "Depuis l'ouverture le dimanche, la médiathèque a connu un doublement de sa fréquentation, de 310 à 620 visiteurs par semaine."
          ),
          (
            "sentence rephrased",
            "Avant l'ouverture le dimanche, la médiathèque accueillait 310 visiteurs par semaine. Elle en reçoit désormais 620, soit deux fois plus."
          ),
        ],
        other: [
          (
            "rephrased with the opposite said",
            "Depuis la fermeture le dimanche, la médiathèque a connu un doublement de sa fréquentation, de 310 à 620 visiteurs par semaine."
          ),
          (
            "rephrased with figures exchanged",
            "Avant l'ouverture le dimanche, la médiathèque accueillait 620 visiteurs par semaine. Elle en reçoit désormais 310, soit deux fois moins."
          ),
          (
            "rephrased with another figure",
            "Depuis l'ouverture le dimanche, la médiathèque a connu un doublement de sa fréquentation, de 310 à 620 visiteurs par mois."
          ),
        ]),
      Passage(
        "Faute de médecins, l'hôpital de Grandval a fermé sa maternité pendant six semaines.",
        same: [
          (
            "clauses in another order",
            "L'hôpital de Grandval a fermé sa maternité pendant six semaines, faute de médecins."
          ),
          (
            "noun for verb",
            "Le manque de médecins a conduit à la fermeture, pendant six semaines, de la maternité de l'hôpital de Grandval."
          ),
          (
            "active and passive",
            "La maternité de l'hôpital de Grandval a été fermée pendant six semaines, faute de médecins."
          ),
        ],
        other: [
          (
            "rephrased with a condition or cause changed",
            "La maternité de l'hôpital de Grandval a été fermée pendant six semaines, faute de patientes."
          ),
          (
            "rephrased with another figure",
            "Le manque de médecins a conduit à la fermeture, pendant six mois, de la maternité de l'hôpital de Grandval."
          ),
          (
            "rephrased with another name",
            "La maternité de l'hôpital de Montferrat a été fermée pendant six semaines, faute de médecins."
          ),
        ]),
      Passage(
        "Bien que le projet ait reçu 2 300 signatures de soutien, le conseil l'a rejeté par 14 voix contre 11.",
        same: [
          (
            "clauses in another order",
            "Le conseil a rejeté le projet par 14 voix contre 11, bien qu'il ait reçu 2 300 signatures de soutien."
          ),
          (
            "noun for verb",
            "Malgré 2 300 signatures de soutien, le projet a essuyé le rejet du conseil, par 14 voix contre 11."
          ),
          (
            "active and passive",
            "Le projet a été rejeté par le conseil, par 14 voix contre 11, malgré 2 300 signatures de soutien."
          ),
        ],
        other: [
          (
            "rephrased with the opposite said",
            "Le projet a été adopté par le conseil, par 14 voix contre 11, malgré 2 300 signatures de soutien."
          ),
          (
            "rephrased with the opposite said",
            "Malgré 2 300 signatures d'opposition, le projet a essuyé le rejet du conseil, par 14 voix contre 11."
          ),
          (
            "rephrased with figures exchanged",
            "Le conseil a rejeté le projet par 11 voix contre 14, bien qu'il ait reçu 2 300 signatures de soutien."
          ),
          (
            "rephrased with a condition or cause changed",
            "Le projet a été rejeté par le conseil, par 14 voix contre 11, à cause de 2 300 signatures de soutien."
          ),
        ]),
      Passage(
        "L'agence sanitaire envisage de retirer ce pesticide de la vente d'ici à 2027.",
        same: [
          (
            "noun for verb",
            "Le retrait de ce pesticide de la vente d'ici à 2027 est envisagé par l'agence sanitaire."
          ),
          (
            "clauses in another order",
            "D'ici à 2027, l'agence sanitaire envisage de retirer ce pesticide de la vente."
          ),
        ],
        other: [
          (
            "rephrased without its hedge",
            "Le retrait de ce pesticide de la vente d'ici à 2027 est décidé par l'agence sanitaire."
          ),
          ("rephrased without its hedge", "D'ici à 2027, l'agence sanitaire retirera ce pesticide de la vente."),
          (
            "rephrased with the opposite said",
            "D'ici à 2027, l'agence sanitaire exclut de retirer ce pesticide de la vente."
          ),
          (
            "rephrased with another figure",
            "D'ici à 2029, l'agence sanitaire envisage de retirer ce pesticide de la vente."
          ),
        ]),
      Passage(
        "Selon l'enquête de l'Observatoire du Rhin, 38 % des commerçants ont renoncé à embaucher cette année.",
        same: [
          (
            "clauses in another order",
            "Cette année, 38 % des commerçants ont renoncé à embaucher, selon l'enquête de l'Observatoire du Rhin."
          ),
          (
            "sentence rephrased",
            "L'enquête de l'Observatoire du Rhin le montre : 38 % des commerçants ont renoncé cette année à embaucher."
          ),
        ],
        other: [
          (
            "rephrased with the opposite said",
            "Cette année, 38 % des commerçants ont réussi à embaucher, selon l'enquête de l'Observatoire du Rhin."
          ),
          (
            "rephrased with another name",
            "Cette année, 38 % des commerçants ont renoncé à embaucher, selon l'enquête de la Fédération alsacienne."
          ),
          (
            "rephrased with another figure",
            "L'enquête de l'Observatoire du Rhin le montre : 58 % des commerçants ont renoncé cette année à embaucher."
          ),
        ]),
      Passage(
        "Le train relie Orvault à Lestelle en 47 minutes, contre 70 minutes en voiture.",
        same: [
          (
            "sentence rephrased",
            "Entre Orvault et Lestelle, comptez 47 minutes en train et 70 minutes en voiture."
          ),
          (
            "clauses in another order",
            "Il faut 70 minutes en voiture pour aller d'Orvault à Lestelle, mais seulement 47 minutes en train."
          ),
        ],
        other: [
          (
            "rephrased with figures exchanged",
            "Entre Orvault et Lestelle, comptez 47 minutes en voiture et 70 minutes en train."
          ),
          (
            "rephrased with another figure",
            "Il faut 90 minutes en voiture pour aller d'Orvault à Lestelle, mais seulement 47 minutes en train."
          ),
          (
            "rephrased with another name",
            "Entre Orvault et Lestelle, comptez 47 minutes en autocar et 70 minutes en voiture."
          ),
        ]),
      Passage(
        "Les douanes ont saisi 640 kilos de tabac dans un entrepôt loué par la société Varelle.",
        same: [
          (
            "active and passive",
            "Dans un entrepôt loué par la société Varelle, 640 kilos de tabac ont été saisis par les douanes."
          ),
          (
            "noun for verb",
            "La saisie des douanes porte sur 640 kilos de tabac, dans un entrepôt loué par la société Varelle."
          ),
        ],
        other: [
          (
            "roles exchanged",
            "La société Varelle a saisi 640 kilos de tabac dans un entrepôt loué par les douanes."
          ),
          (
            "rephrased with another figure",
            "La saisie des douanes porte sur 460 kilos de tabac, dans un entrepôt loué par la société Varelle."
          ),
          (
            "rephrased with another figure",
            "Dans un entrepôt loué par la société Varelle, 640 tonnes de tabac ont été saisies par les douanes."
          ),
        ]),
      Passage(
        "La ligne 3 ne desservira plus la gare pendant les travaux, qui dureront quatre mois.",
        same: [
          (
            "noun for verb",
            "Pendant les quatre mois de travaux, la desserte de la gare par la ligne 3 sera supprimée."
          ),
          (
            "active and passive",
            "La gare ne sera plus desservie par la ligne 3 pendant les travaux, qui dureront quatre mois."
          ),
        ],
        other: [
          (
            "rephrased with the opposite said",
            "Pendant les quatre mois de travaux, la desserte de la gare par la ligne 3 sera maintenue."
          ),
          (
            "rephrased with the opposite said",
            "La gare sera encore desservie par la ligne 3 pendant les travaux, qui dureront quatre mois."
          ),
          (
            "rephrased with another figure",
            "Pendant les sept mois de travaux, la desserte de la gare par la ligne 3 sera supprimée."
          ),
        ]),
      Passage(
        "L'usine de Morteval emploie 230 personnes. Elle fabrique des pompes pour l'irrigation. Le groupe Dalmas l'a rachetée en 2019.",
        same: [
          (
            "sentences merged",
            "Rachetée en 2019 par le groupe Dalmas, l'usine de Morteval emploie 230 personnes et fabrique des pompes pour l'irrigation."
          ),
          (
            "sentences merged",
            "L'usine de Morteval, que le groupe Dalmas a rachetée en 2019, fabrique des pompes pour l'irrigation ; elle compte 230 salariés."
          ),
        ],
        other: [
          (
            "roles exchanged",
            "L'usine de Morteval, qui a racheté le groupe Dalmas en 2019, emploie 230 personnes et fabrique des pompes pour l'irrigation."
          ),
          (
            "rephrased with another figure",
            "Rachetée en 2016 par le groupe Dalmas, l'usine de Morteval emploie 230 personnes et fabrique des pompes pour l'irrigation."
          ),
          (
            "rephrased with another name",
            "Rachetée en 2019 par le groupe Ferrol, l'usine de Morteval emploie 230 personnes et fabrique des pompes pour l'irrigation."
          ),
          (
            "rephrased with the opposite said",
            "Vendue en 2019 par le groupe Dalmas, l'usine de Morteval emploie 230 personnes et fabrique des pompes pour l'irrigation."
          ),
        ]),
    ]
}
