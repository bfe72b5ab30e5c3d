import Scoring
import Testing

/// Sentences that say the same in other words cost nothing; sentences that say something else are refused.
@Suite struct RestatementTests {
  static let restated = [
    Rewording("en", "The canal had 126 keepers.", "The canal had over 120 keepers (126)."),
    Rewording("fr", "Le canal comptait 525 gardiens.", "Le canal comptait plus de 520 gardiens (525 exactement)."),
    Rewording(
      "en", "The canal had 5,301,691 boats and 505,485 barges.",
      "The canal had 5,301,691 boats and 505,485 barges, that is roughly half a million and 5.3 million."),
    Rewording(
      "en", "The fair is held on September 15-16 in Ashmill.",
      "The fair is held on September 15-16 in Ashmill. Ashmill, then, has it in September."),
    Rewording(
      "fr", "Faute d'outil commun, les chefs de service ne savent pas planifier et suivre les travaux.",
      "Sans outil commun, les chefs de service ne savent ni planifier ni suivre les travaux."),
    Rewording(
      "en", "Just over half of the schools have a workshop, according to the Harbour Office.",
      "Just under half of the schools do not have a workshop, according to the Harbour Office."),
    Rewording(
      "fr", "Le gaspillage est passé de 120 à 80 grammes par repas.",
      "Il est passé de 120 g à 80 g par repas, ce gaspillage."),
    Rewording(
      "fr", "Le projet coûte de 10 à 15 millions d'euros par an.",
      "Le projet coûte de 10 millions à 15 millions d'euros par an."),
    Rewording("en", "The fund grew from 10 to 15 million dollars.", "The fund grew from $10 million to $15 million."),
    Rewording("fr", "La part passe de 12 à 15 % des ménages.", "La part était de 12 % des ménages. Elle passe à 15 %."),
    Rewording("en", "The share was 12% of homes. It is now 15%.", "The share went from 12 to 15% of homes."),
    Rewording(
      "en", "\"The windows stay closed in February,\" the head of Millbrook Primary, Anita Dossor, told the meeting.",
      "\"The windows stay closed in February,\" Anita Dossor, the head of Millbrook Primary, told the meeting."),
    Rewording(
      "fr", "Les fermes livrent 4 milliards de litres par an.",
      "Les fermes livrent quatre milliards de litres par an."),
    Rewording(
      "fr", "La voiture pèse 15 % des émissions (source : Observatoire, 2021).",
      "Selon l'Observatoire, 2021, la voiture pèse 15 % des émissions."),
    Rewording(
      "en",
      "We asked the team: \"What have you learned from others at work?\" Here is what they had to say, according to the Harbour Office.",
      "We asked the team: \"What have you learned from others at work?\"\n\nHere is what they had to say, according to the Harbour Office."
    ),
    Rewording(
      "fr", "Les loyers ont gagné 4,2 % entre 2021 et 2023.",
      "Les loyers ont gagné 4,2 % de 2021 à 2023."),
    Rewording(
      "en", "From 2015 to 2016, revenue rose by 69 percent.",
      "Between 2015 and 2016, revenue rose by 69 percent."),
    Rewording(
      "fr", "Le chantier a duré 24 mois.",
      "Le chantier a duré deux ans."),
    Rewording(
      "en", "The trial ran for 14 days.",
      "The trial ran for two weeks."),
    Rewording(
      "en", "They received at least 1,000 visits a day.",
      "They received a minimum of 1,000 visits a day."),
    Rewording(
      "fr", "La médiathèque accueillait 310 visiteurs par semaine. Elle en reçoit désormais 620.",
      "La médiathèque est passée de 310 à 620 visiteurs par semaine."),
    Rewording(
      "fr", "La gare ne sera plus desservie par la ligne 3 pendant les travaux.",
      "La ligne 3 ne desservira plus la gare pendant les travaux."),
    Rewording(
      "en", "In March 2023, Ashcombe Council awarded the market hall contract to Solworth Builders.",
      "It was Solworth Builders that won the market hall contract from Ashcombe Council in March 2023."),
    Rewording(
      "fr", "> « Personne ne nous a consultés avant les travaux. »\n>\n> Karim Belleval, gérant du café",
      "« Personne ne nous a consultés avant les travaux », affirme Karim Belleval, gérant du café."),
    Rewording(
      "en", "> We have lost half of our volunteers in two years.\n>\n> — Helen Marsac, head of the club",
      "\"We have lost half of our volunteers in two years,\" says Helen Marsac, head of the club."),
    Rewording(
      "fr", "| Ligne | Voyageurs |\n|:--|--:|\n| Bus | 1 240 |\n| Tramway | 8 900 |",
      "| Ligne | Voyageurs |\n|:--|--:|\n| Tramway | 8 900 |\n| Bus | 1 240 |"),
    Rewording(
      "fr", "Seuls 38 % des apprentis du bassin ont un contrat à la rentrée.",
      "62 % des apprentis du bassin n'ont pas de contrat à la rentrée."),
    Rewording(
      "en", "The night shuttle has only been used by about 4% of subscribers.",
      "About 96% of subscribers have not used the night shuttle."),
    Rewording(
      "en", "More than 65% of the parcels now go to numbered lockers.",
      "Fewer than 35% of the parcels now go to lockers that are not numbered."),
    Rewording(
      "fr", "L'argent du fonds n'est pas de l'argent pour la voirie et l'éclairage des hameaux.",
      "L'argent du fonds n'est destiné ni à la voirie, ni à l'éclairage des hameaux."),
    Rewording(
      "fr", "Au moins 52 puits ont été fermés, mais le total reste inconnu.",
      "Si l'on ignore encore le total, au moins 52 puits ont été fermés."),
    Rewording(
      "fr", "Le jury a retenu fin juillet 46 dossiers qui seront aidés.",
      "Fin juillet, 46 dossiers ont été retenus par le jury. Ils seront aidés."),
    Rewording(
      "fr", "La Caisse Locale du Sucre et des Miels (CLSM) paie les ruches. Le registre de la CLSM est public.",
      "La Caisse Locale du Sucre et des Miels (CLSM) paie les ruches. Le registre de la Caisse Locale du Sucre et des Miels est public."
    ),
    Rewording(
      "en", "The harbour crew was warned by Dana Whitlock before the storm.",
      "Dana Whitlock warned the harbour crew before the storm."),
    Rewording(
      "fr", "La mairie de Lorvence a prêté la halle au club Solvanne.",
      "C'est au club Solvanne que la mairie de Lorvence a prêté la halle."),
    Rewording(
      "fr", "Les habitants passent avant les touristes, selon Odile Marsac.",
      "Selon Odile Marsac, les habitants passent avant les touristes."),
    Rewording(
      "fr", "On compte 312 vergers dans la plaine et 205 pressoirs dans la montagne.",
      "Dans la montagne, on compte 205 pressoirs, et dans la plaine 312 vergers."),
    Rewording(
      "en", "The harvest contract was awarded to Torvane Mills by Lindmoor Council in May.",
      "In May, Lindmoor Council awarded the harvest contract to Torvane Mills."),
    Rewording(
      "fr", "La ligne va de Lorvence à Brévannes par la côte, ou par la vallée.",
      "La ligne va, par la vallée ou par la côte, de Lorvence à Brévannes."),
    Rewording(
      "en",
      "The kilns are old [^1], but most of them still burn well after the repairs. [^2]\n\n[^1]: The register of kilns, volume four.\n\n[^2]: Minutes of the spring meeting.",
      "The kilns are old [^2], but most of them still burn well after the repairs. [^1]\n\n[^1]: Minutes of the spring meeting.\n\n[^2]: The register of kilns, volume four."
    ),
    Rewording(
      "en", "Although the ferry plan got 1,400 letters of support, the harbour board rejected it.",
      "The harbour board rejected the ferry plan despite its 1,400 letters of support."),
    Rewording(
      "en", "The flaw is at https://vulns.example/detail/ABC-2025-23167 and concerns pumps.",
      "The flaw is [ABC-2025-23167](https://vulns.example/detail/ABC-2025-23167), and concerns pumps."),
    Rewording(
      "en", "Road repairs cost £310,000 in 2022 and £425,000 in 2023.",
      "| Item | 2022 | 2023 |\n|---|---|---|\n| Road repairs | £310,000 | £425,000 |"),
    Rewording(
      "fr", "« Nous n'avons plus de bois pour l'hiver », dit Karim Belleval, gérant du café.",
      "Karim Belleval, gérant du café, le regrette : « Nous n'avons plus de bois pour l'hiver »."),
    Rewording(
      "fr",
      "L'air des ports cause 1 200 départs par an (source : Office du vent). Les navires en sont la première cause.",
      "Par an, 1 200 départs sont causés par l'air des ports (source : Office du vent). La première cause en est les navires."
    ),
    Rewording(
      "en", "A complaint by two farmers led the River Court to lift the ban imposed by the county.",
      "After two farmers complained, the ban imposed by the county was lifted by the River Court."),
    Rewording(
      "fr", "Le bac relie Lorvence à Brévannes en 20 minutes, contre 55 minutes en voiture.",
      "Il faut 55 minutes en voiture pour aller de Lorvence à Brévannes, mais seulement 20 minutes par le bac."),
    Rewording(
      "fr", "Le bac 4 n'accostera plus au port pendant les travaux.",
      "Pendant les travaux, l'accostage du bac 4 au port sera supprimé."),
    Rewording(
      "en", "The farms tied to these barns had no other barns or stables.",
      "Note this: the farms tied to these barns had no other barns or stables."),
  ]

  @Test(arguments: restated)
  func restatementCostsNothing(pair: Rewording) {
    let card = pair.scorecard
    #expect(card.integrity == .full, "\(card.findings.map { "\($0.rule): \($0.message)" })")
  }

  static let altered = [
    Rewording("en", "The canal had 126 keepers.", "The canal had over 130 keepers (126)."),
    Rewording("en", "The canal had 126 keepers.", "The canal had nearly 120 keepers (126)."),
    Rewording(
      "fr", "Le gaspillage est passé de 120 à 80 grammes par repas.",
      "Le gaspillage est passé de 80 à 120 grammes par repas."),
    Rewording(
      "fr", "Le projet coûte de 10 à 15 millions d'euros par an.",
      "Le projet coûte de 10 à 15 milliards d'euros par an."),
    Rewording("fr", "La part passe de 12 à 15 % des ménages.", "La part était de 12 % des ménages. Elle passe à 51 %."),
    Rewording("fr", "La part passe de 12 à 15 % des ménages.", "La part passe de 12 à 16 % des ménages."),
    Rewording(
      "en", "\"The windows stay closed in February,\" the head of Millbrook Primary, Anita Dossor, told the meeting.",
      "\"The windows stay closed in February,\" the head of Millbrook Primary, Paul Ferris, told the meeting."),
    Rewording(
      "fr", "Le système doit décider « en fonction de leurs priorités (…) et de leurs moyens », écrit le conseil.",
      "Le système doit décider « en de leurs priorités (…) et de leurs moyens », écrit le conseil."),
    Rewording(
      "en", "The trend is confirmed by the Northern Data Institute.",
      "The trend is confirmed by the Northern Data Institute. According to a study by the Maravel Institute, it will last."
    ),
    Rewording(
      "en", "The barns are full this year.",
      "The barns are full this year. The barometer of the Umbra Foundation points the same way."),
    Rewording(
      "fr", "Les granges sont pleines cette année.",
      "Les granges sont pleines cette année. C'est ce que conclut un rapport du Comité Lavaur, rendu public récemment."),
    Rewording(
      "fr", "Depuis le 1er octobre 2025, les marques déclarent leurs stocks.",
      "Jusqu'au 1er octobre 2025, les marques déclarent leurs stocks."),
    Rewording(
      "en", "Work with federal agencies has begun.",
      "Work with state agencies has begun."),
    Rewording(
      "en", "In 2013, nearly $181 million in royalties were paid.",
      "In 2013, well over $181 million in royalties were paid."),
    Rewording(
      "fr", "La réforme repose sur une méthode connue de tous.",
      "La réforme ne repose plus sur une méthode connue de tous."),
    Rewording(
      "fr", "| Ligne | Voyageurs |\n|:--|--:|\n| Bus | 1 240 |\n| Tramway | 8 900 |",
      "| Ligne | Voyageurs |\n|:--|--:|\n| Bus | 8 900 |\n| Tramway | 1 240 |"),
    Rewording(
      "en", "The valve is reversible.",
      "The valve is irreversible."),
    Rewording(
      "en", "The barns are full this year, and the harvest is in.",
      "The barns are full this year, and the harvest is in.\n\nI rewrote the text in a lighter tone and left all figures untouched."
    ),
    Rewording(
      "fr", "Les granges sont pleines cette année, et la moisson est rentrée.",
      "Les granges sont pleines cette année, et la moisson est rentrée.\n\nDites-moi si ce registre vous convient, je peux ajuster le texte."
    ),
    Rewording(
      "en", "See the [survey](https://survey.example/one) and the [survey](https://survey.example/two).",
      "See the [survey](https://survey.example/one) and the [survey](https://survey.example/three)."),
    Rewording(
      "fr", "« Personne ne nous a consultés avant les travaux », affirme Karim Belleval, gérant du café.",
      "> « Personne ne nous a consultés avant les travaux. »\n>\n> Hélène Marsac, présidente du club"),
    Rewording(
      "en", "\"We have lost half of our volunteers in two years,\" says Helen Marsac.",
      "> We have lost half of our volunteers in two years.\n> — Paul Ferris"),
    Rewording(
      "fr", "Le marché ouvre le vendredi 12 juin 2026 à Lorvence.",
      "Le marché ouvre le jeudi 12 juin 2026 à Lorvence."),
    Rewording(
      "en", "On Monday, April 6, 2026, the ferry starts again.",
      "On Tuesday, April 6, 2026, the ferry starts again."),
    Rewording(
      "fr", "Cette année, l'ARVL avait accueilli le CNTB, à Lorvence.",
      "Cette année, le CNTB avait accueilli l'ARVL à Lorvence."),
    Rewording(
      "fr", "La charte place les besoins des riverains avant ceux de la préfecture.",
      "La charte place les besoins de la préfecture avant ceux des riverains."),
    Rewording(
      "en", "The harbour crew was warned by Dana Whitlock before the storm.",
      "The harbour crew warned Dana Whitlock before the storm."),
    Rewording(
      "fr",
      "Pendant la collecte des idées et des plans (318 courriers), les villages ont montré leur appui aux plans (427 signatures).",
      "La collecte des idées et des plans a réuni 427 courriers ; les villages ont ensuite montré leur appui par 318 signatures."
    ),
    Rewording(
      "en", "The update itself comes with Torvane 2.4 (to be sent to testers 2026-02-03 and to clinics on 2026-03-20).",
      "Torvane 2.4 is the version that the update comes with, to be sent to clinics on 2026-02-03 and to testers on 2026-03-20."
    ),
    Rewording(
      "fr", "Sans contrôle du barrage, il peut donc y avoir des fuites dans la vallée.",
      "Sans contrôle du barrage, il y a donc des fuites dans la vallée."),
    Rewording(
      "en", "To our knowledge, the Ashcombe kiln is the only kiln without a chimney.",
      "The Ashcombe kiln is the only kiln without a chimney."),
    Rewording(
      "fr", "Le bus de nuit sera prolongé à l'issue de l'essai si satisfaction.",
      "Le bus de nuit sera prolongé à l'issue de l'essai."),
    Rewording(
      "en", "We will open the eastern gate again for all visitors---once the wall has been repaired.",
      "We will open the eastern gate again for all visitors."),
    Rewording(
      "en", "Holders of a garden permit do not need to take any steps.",
      "Steps will be required of the holders of a garden permit."),
    Rewording(
      "en", "The pump brings faster watering at the cost of slightly higher water usage.",
      "Watering gets faster with the pump, and water usage comes down slightly."),
    Rewording(
      "fr", "Cette tendance à la baisse s'est confirmée au printemps dans les ports.",
      "Cette tendance à la baisse s'est inversée au printemps dans les ports."),
    Rewording(
      "fr", "Quatre ponts ont cédé dans la vallée, surtout en zone urbaine, près des écoles.",
      "La vallée a vu quatre ponts céder. Ils se trouvaient surtout en zone rurale, près des écoles."),
    Rewording(
      "fr", "Le syndicat réunit les entreprises du bois, de toutes tailles, de la vallée.",
      "Le syndicat réunit les petites et moyennes entreprises du bois de la vallée."),
    Rewording(
      "en", "Several towns, inspired by Lindmoor, which moved 1,800 desks to the new system, will follow.",
      "Several towns will follow the example of Carstow, where 1,800 desks were moved to the new system."),
    Rewording(
      "fr", "Au jardin, Odette est cheffe de culture ; Suzanne, trésorière bénévole.",
      "Au jardin, Suzanne est la cheffe de culture et Odette la trésorière bénévole."),
    Rewording(
      "en", "The mill is open all year.",
      "Here's a smoother version of this section, with your key points kept intact:\n\nThe mill is open all year."),
    Rewording(
      "en", "The kiln stayed dry. We had zero complaints about the smoke.",
      "The kiln stayed dry."),
    Rewording(
      "en", "The harvest contract was awarded to Torvane Mills by Lindmoor Council in May.",
      "In May, the harvest contract was awarded to Lindmoor Council by Torvane Mills."),
    Rewording(
      "fr", "C'est au club Solvanne que la mairie de Lorvence a prêté, en mai, la halle du marché.",
      "En mai, le club Solvanne a prêté la halle du marché à la mairie de Lorvence."),
    Rewording(
      "fr", "La scierie de Lorvence, rachetée en 2021 par le groupe Dorval, emploie 40 personnes.",
      "La scierie de Lorvence, qui a racheté le groupe Dorval en 2021, emploie 40 personnes."),
    Rewording(
      "fr", "La saisie de la douane porte sur du bois, dans un hangar loué par la société Torvane.",
      "La société Torvane a saisi du bois dans un hangar loué par la douane."),
    Rewording(
      "en", "The bus takes the students from Lindmoor to Carstow each day.",
      "The bus takes the students from Carstow to Lindmoor each day."),
    Rewording(
      "en",
      "The kilns are old [^1], but most of them still burn well after the repairs. [^2]\n\n[^1]: The register of kilns, volume four.\n\n[^2]: Minutes of the spring meeting.",
      "The kilns are old [^2], but most of them still burn well after the repairs. [^1]\n\n[^1]: The register of kilns, volume four.\n\n[^2]: Minutes of the spring meeting."
    ),
    Rewording(
      "en", "Although the ferry plan got 1,400 letters of support, the harbour board rejected it.",
      "The ferry plan was rejected by the harbour board, because of 1,400 letters of support."),
    Rewording(
      "en", "The footbridge should open again for walkers in the spring.",
      "The footbridge will undoubtedly open again for walkers in the spring."),
    Rewording(
      "en", "The pumps stop when the gates are opened by the crew.",
      "The pumps stop except when the gates are opened by the crew."),
    Rewording(
      "en", "The network spans more than 70 villages of the valley.",
      "The network spans barely 70 villages of the valley."),
    Rewording(
      "en", "Road repairs cost £310,000 in 2022 and £425,000 in 2023.",
      "| Item | 2022 | 2023 |\n|---|---|---|\n| Road repairs | £425,000 | £310,000 |"),
    Rewording(
      "fr", "« Nous n'avons plus de bois pour l'hiver », dit Karim Belleval, gérant du café.",
      "Odile Marsac, gérante de la scierie, le regrette : « Nous n'avons plus de bois pour l'hiver »."),
    Rewording(
      "fr",
      "L'air des ports cause 1 200 départs par an (source : Office du vent). Les navires en sont la première cause.",
      "L'air des ports cause 1 200 départs par an. Les navires en sont la première cause (source : Office du vent)."
    ),
  ]

  @Test(arguments: altered)
  func alterationIsRefused(pair: Rewording) {
    let card = pair.scorecard
    #expect(card.integrity < Tenths(950), "\(card.integrity)")
    #expect(card.findings.contains { $0.severity == .error })
  }
}
