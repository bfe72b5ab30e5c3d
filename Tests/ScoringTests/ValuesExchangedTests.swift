import Scoring
import Testing

/// Parts of a sentence, amounts, ranks and links that changed places or say another thing, and all that only moved.
@Suite struct ValuesExchangedTests {
  static let kept = [
    Rewording(
      "fr", "Le port accueille plus de 40 000 lots (4 milliards de litres) par an.",
      "Le port accueille plus de 40.000 lots (4 000 000 000 de litres) par an."),
    Rewording(
      "fr", "Réunion d'information. Date : Thursday, 15 March, 2012",
      "Réunion d'information. Date : jeudi 15 mars 2012"),
    Rewording(
      "fr", "Après une phase d'investigation de mars à mai 2020, la construction du service a débuté fin 2020.",
      "La construction du service a commencé à la fin de l'année 2020, à la suite d'une phase d'investigation menée de mars à mai de la même année."
    ),
    Rewording(
      "en", "The account is followed by half a million people.",
      "Half a million people follow the account."),
    Rewording(
      "fr", "L'enquête dure quinze jours et coûte 300 euros.",
      "L'enquête dure une quinzaine et coûte 300 euros."),
    Rewording(
      "fr", "L'enquête dure quinze jours et coûte 300 euros.",
      "L'enquête dure une quinzaine de jours et coûte 300 euros."),
    Rewording(
      "en", "> With 5.7 million users, the platform keeps growing every day.",
      "> With 5,700,000 users, the platform keeps growing every day."),
    Rewording(
      "fr", "Le conseil soutient la rénovation de l'école et la construction d'un stade.",
      "Le conseil soutient la construction d'un stade et la rénovation de l'école."),
    Rewording(
      "fr", "En mars, le conseil a ouvert une école pour les filles du quartier.",
      "Pour les filles du quartier, le conseil a ouvert une école en mars."),
    Rewording(
      "en", "The programme helps small towns, rural counties and large cities with their plans.",
      "The programme helps large cities, rural counties and small towns with their plans."),
    Rewording(
      "en", "The programme funds public schools and private schools in the region.",
      "The programme funds private schools and public schools in the region."),
    Rewording(
      "en", "When the archive closes, the visitors leave the building.",
      "The visitors leave the building when the archive closes."),
    Rewording(
      "en", "The author is Ann Keller and the editor is Paul Roche.",
      "The editor is Paul Roche and the author is Ann Keller."),
    Rewording(
      "en", "Mornings are for reading, while evenings are for music.",
      "Evenings are for music, while mornings are for reading."),
    Rewording(
      "en", "The founder of the club is the mayor.",
      "The mayor is the founder of the club."),
    Rewording(
      "fr", "Les communes rurales reçoivent des ordinateurs et les communes urbaines reçoivent des tablettes.",
      "Les communes urbaines reçoivent des tablettes et les communes rurales reçoivent des ordinateurs."),
    Rewording(
      "fr", "Le service est gratuit pour les élèves et payant pour les adultes.",
      "Le service est payant pour les adultes et gratuit pour les élèves."),
    Rewording(
      "en", "With a map in hand, the visitors cross the park.",
      "The visitors cross the park with a map in hand."),
    Rewording(
      "en", "The plan has three parts: a map, a guide and a timetable.",
      "The plan has three parts: a timetable, a map and a guide."),
    Rewording(
      "en", "Vector search is available today and full-text search is coming soon.",
      "Full-text search is coming soon and vector search is available today."),
    Rewording(
      "en", "Between the mill and the bridge, the path is closed to bikes.",
      "Between the bridge and the mill, the path is closed to bikes."),
    Rewording(
      "en", "The town, together with the county, pays for the road.",
      "The county, together with the town, pays for the road."),
    Rewording(
      "en", "Both the mill and the bridge are old.",
      "Both the bridge and the mill are old."),
    Rewording(
      "en",
      "- [https://nvd.nist.gov/vuln/detail/CVE-2023-5678](https://nvd.nist.gov/vuln/detail/CVE-2023-5678) affects 16, 14 (openssl)\n- [https://nvd.nist.gov/vuln/detail/CVE-2024-22019](https://nvd.nist.gov/vuln/detail/CVE-2024-22019) affects 16, 14 (llhttp)",
      "- [https://nvd.nist.gov/vuln/detail/CVE-2024-22019](https://nvd.nist.gov/vuln/detail/CVE-2024-22019) affects 16, 14 (llhttp)\n- [https://nvd.nist.gov/vuln/detail/CVE-2023-5678](https://nvd.nist.gov/vuln/detail/CVE-2023-5678) affects 16, 14 (openssl)"
    ),
    Rewording(
      "en",
      "Real-time data is downloaded from the [Google Analytics Real Time Reporting API](https://developers.google.com/v3/), and daily data is downloaded from the [Google Analytics Core Reporting API](https://developers.google.com/core/v3/).",
      "The daily data comes from the [Google Analytics Core Reporting API](https://developers.google.com/core/v3/); for real-time data we turn to the [Google Analytics Real Time Reporting API](https://developers.google.com/v3/)."
    ),
    Rewording(
      "fr",
      "D'après Les petits frères des pauvres, 3,2 millions de personnes âgées sont en risque d'isolement en France. Le service est né dans la commune de Poses.",
      "En France, les petits frères des pauvres évaluent à 3,2 millions le nombre de personnes âgées en risque d'isolement. Le service est né dans la commune de Poses."
    ),
    Rewording(
      "en", "Sales fell by 30% in the region over the winter.",
      "Over the winter, the region saw a 30% fall in sales."),
    Rewording(
      "en", "The paper costs 20% less than the old one did.",
      "The paper is 20% cheaper than the old one was."),
    Rewording(
      "en", "About 40% of towns in the valley have no library.",
      "In the valley, about 40% of towns lack a library."),
    Rewording(
      "fr", "Le budget est voté par le conseil de la commune.",
      "Le conseil communal vote le budget."),
    Rewording(
      "fr", "La région finance le projet depuis le début.",
      "Dès le départ, la région a financé le projet."),
  ]

  static let changed = [
    Rewording(
      "en", "“We catalogued everything,” said ONRR’s Jon Swedin, who ran the project with 18F in Denver.",
      "“We catalogued everything,” said 18F’s Jon Swedin, who ran the project with 18F in Denver."),
    Rewording(
      "en", "Node.js 20 is vulnerable to 1 low severity issue, 1 high severity issue, and 1 medium severity issue.",
      "Node.js 20 is vulnerable to 1 low severity issue, 2 high severity issues, and 1 medium severity issue."),
    Rewording(
      "en", "The account has 3 red boats, 1 blue boat and 1 green boat.",
      "The account has 3 red boats, 2 blue boats and 1 green boat."),
    Rewording(
      "fr", "- 35 000 visites en un an. Chacune dure environ 7 minutes par connexion.",
      "- En un mois, le service a été visité 35 000 fois, à raison d'environ 7 minutes par connexion."),
    Rewording(
      "fr", "Le service compte 35 000 visites en un an et il est ouvert à tous.",
      "Le service compte 35 000 visites en un mois et il est ouvert à tous."),
    Rewording(
      "en",
      "Our 2022 and 2023 shards now use type gp2 storage and are performing well. The older ones had type io1 storage.",
      "The shards for 2022 and 2023 have since been running on type io1 storage, and their performance is good. The older ones had type io1 storage."
    ),
    Rewording(
      "en",
      "These are issued by ISRG Root X1. You can think of them as replacements. Others are signed by ISRG Root X2 in June.",
      "Their issuer is ISRG Root X2, and they are replacements. Others are signed by ISRG Root X2 in June."),
    Rewording(
      "en", "The account has half a million followers, making it the top certificate authority.",
      "The account has half a million followers, making it the second-largest certificate authority."),
    Rewording(
      "en", "We have sponsored the project from the start, and we are proud of it.",
      "Our sponsorship of the project began last year, and we are proud of it."),
    Rewording(
      "fr", "Ré-élection de Patrice Bertrand au poste de président du CNLL.",
      "Patrice Bertrand accède pour la première fois à la présidence du CNLL."),
    Rewording(
      "fr", "La pollution cause 48 000 décès par an soit 9% de la mortalité en France.",
      "La pollution provoque chaque année 48 000 décès, ce qui correspond à 9 % de la mortalité urbaine en France."),
    Rewording(
      "fr", "Cela permet de devenir propriétaire pour 30% à 50% de moins que le prix du marché.",
      "On peut ainsi devenir propriétaire en ne payant que 30% à 50% du prix du marché."),
    Rewording(
      "en", "Prices fell by a third in the region over the winter.",
      "Prices fell to a third in the region over the winter."),
    Rewording(
      "en", "Prices fell by 30% in the region over the winter.",
      "Prices fell to 30% in the region over the winter."),
    Rewording(
      "fr", "Les prix ont baissé de 30 % dans la région cet hiver.",
      "Les prix ont baissé à 30 % dans la région cet hiver."),
    Rewording(
      "en", "Both are reported down to the county level, as the law asks.",
      "Both are reported down to the state level, as the law asks."),
    Rewording(
      "fr", "Le budget est voté à l'échelle de la commune depuis longtemps.",
      "Le budget est voté à l'échelle de la région depuis longtemps."),
    Rewording(
      "fr", "L'application est utilisée par chaque commune du littoral breton.",
      "L'application est utilisée par chaque région du littoral breton."),
    Rewording(
      "en", "The real-time data is cached from Google every minute, and re-downloaded every 15 seconds.",
      "The real-time data is cached from Google every 15 seconds, and re-downloaded every minute."),
    Rewording(
      "en",
      "In line with the guidelines, we interviewed 9 members of the public and a handful of federal government employees.",
      "Following the guidelines, we talked to 9 federal government employees and to a handful of members of the public."
    ),
    Rewording(
      "en", "The title changed from \"people online right now\" to \"people on government websites now.\"",
      "The title changed from \"people on government websites now\" to \"people online right now.\""),
    Rewording(
      "en", "The cache works because our API requests are only a function of time, not traffic.",
      "The cache works because our API requests are only a function of traffic, not time."),
    Rewording(
      "en",
      "Until this is fixed, the system is designed to permit more issuance rather than less issuance as a result.",
      "Until this is fixed, the system is designed to permit less issuance rather than more issuance as a result."),
    Rewording(
      "en", "The two builds are now optimized with LTO and BOLT, respectively.",
      "The two builds are now optimized with BOLT and LTO, respectively."),
    Rewording(
      "fr",
      "Cette approche conduit à ajuster le périmètre du service (territoire, fonctionnalités, etc.) plutôt que les délais.",
      "Cette approche conduit à ajuster les délais plutôt que le périmètre du service (territoire, fonctionnalités, etc.)."
    ),
    Rewording(
      "fr", "Le conseil a choisi la rénovation de l'école au lieu de la construction d'un stade.",
      "Le conseil a choisi la construction d'un stade au lieu de la rénovation de l'école."),
    Rewording(
      "fr", "L'équipe préfère les petites réunions aux longs courriels.",
      "L'équipe préfère les longs courriels aux petites réunions."),
    Rewording(
      "en", "The author is Ann Keller and the editor is Paul Roche.",
      "The author is Paul Roche and the editor is Ann Keller."),
    Rewording(
      "en", "The gate opens onto the garden and the tower overlooks the square.",
      "The tower opens onto the garden and the gate overlooks the square."),
    Rewording(
      "en", "Traffic fell because prices rose sharply that year.",
      "Prices rose because traffic fell sharply that year."),
    Rewording(
      "fr", "Les communes rurales reçoivent des ordinateurs et les communes urbaines reçoivent des tablettes.",
      "Les communes rurales reçoivent des tablettes et les communes urbaines reçoivent des ordinateurs."),
    Rewording(
      "fr", "Le service est gratuit pour les élèves et payant pour les adultes.",
      "Le service est payant pour les élèves et gratuit pour les adultes."),
    Rewording(
      "en", "The first week covers design and the second week covers testing.",
      "The first week covers testing and the second week covers design."),
    Rewording(
      "en", "Vector search is available today and full-text search is coming soon.",
      "Full-text search is available today and vector search is coming soon."),
    Rewording(
      "es", "El ayuntamiento prefiere las bicicletas en lugar de los coches para el centro.",
      "El ayuntamiento prefiere los coches en lugar de las bicicletas para el centro."),
    Rewording(
      "en", "Use a new directory rather than the current directory for each project.",
      "Use the current directory rather than a new directory for each project."),
    Rewording(
      "en", "It moves the data from the old server to the new server overnight.",
      "It moves the data from the new server to the old server overnight."),
    Rewording(
      "en",
      "- [https://nvd.nist.gov/vuln/detail/CVE-2023-5678](https://nvd.nist.gov/vuln/detail/CVE-2023-5678) affects 16, 14 (openssl)\n- [https://nvd.nist.gov/vuln/detail/CVE-2024-22019](https://nvd.nist.gov/vuln/detail/CVE-2024-22019) affects 16, 14 (llhttp)",
      "- [https://nvd.nist.gov/vuln/detail/CVE-2024-22019](https://nvd.nist.gov/vuln/detail/CVE-2024-22019) affects 16, 14 (openssl)\n- [https://nvd.nist.gov/vuln/detail/CVE-2023-5678](https://nvd.nist.gov/vuln/detail/CVE-2023-5678) affects 16, 14 (llhttp)"
    ),
    Rewording(
      "en",
      "Real-time data is downloaded from the [Google Analytics Real Time Reporting API](https://developers.google.com/v3/), and daily data is downloaded from the [Google Analytics Core Reporting API](https://developers.google.com/core/v3/).",
      "For real-time data we turn to the [Google Analytics Core Reporting API](https://developers.google.com/core/v3/); the daily data comes from the [Google Analytics Real Time Reporting API](https://developers.google.com/v3/)."
    ),
    Rewording(
      "fr",
      "Les données arrivent chaque nuit par <https://data.exemple.fr/nuit> et chaque matin par <https://data.exemple.fr/jour>.",
      "Les données arrivent chaque nuit par <https://data.exemple.fr/jour> et chaque matin par <https://data.exemple.fr/nuit>."
    ),
    Rewording(
      "en",
      "California [invited the club](https://www.mitteltal.org/club) to help with the plan.\n\n## Later\n\nThe club [wrote again](https://www.mitteltal.org/club) in May.",
      "California invited the club to help with the plan.\n\n## Later\n\nThe club [wrote again](https://www.mitteltal.org/club) in May."
    ),
    Rewording(
      "fr",
      "D'après Les petits frères des pauvres, 3,2 millions de personnes âgées sont en risque d'isolement en France. Le service est né dans la commune de Poses.",
      "En France, la mairie de Poses évalue à 3,2 millions le nombre de personnes âgées en risque d'isolement. Le service est né dans la commune de Poses."
    ),
    Rewording(
      "en", "The paper costs 20% less than the old one did.",
      "The paper costs 20% of what the old one did."),
    Rewording(
      "fr", "C'est la deuxième plus grande bibliothèque du pays, avec 300 salles.",
      "C'est la plus grande bibliothèque du pays, avec 300 salles."),
    Rewording(
      "en", "It is the largest library of the country, with 300 rooms.",
      "It is the third-largest library of the country, with 300 rooms."),
    Rewording(
      "en", "About 40% of towns in the valley have no library.",
      "About 40% of small towns in the valley have no library."),
  ]

  @Test(arguments: kept) func whatOnlyMovedCostsNothing(pair: Rewording) {
    let card = pair.scorecard
    #expect(card.integrity == .full, "\(card.findings)")
  }

  @Test(arguments: changed) func whatChangedPlacesIsRefused(pair: Rewording) {
    let card = pair.scorecard
    #expect(card.integrity.value < 950, "\(card.findings)")
  }
}
