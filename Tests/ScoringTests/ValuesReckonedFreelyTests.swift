import Scoring
import Testing

/// Differences, totals, rests, fractions, tables and joined words that a version tells in another way, and those that it gets wrong.
@Suite struct ValuesReckonedFreelyTests {
  /// Each says what the other says.
  static let both = [
    Rewording(
      "en", "The kilo sold for £3.45 on average, which is £0.30 more than in the season before.",
      "The kilo, worth £3.15 on average the season before, sold for £3.45."),
    Rewording(
      "fr", "Le kilo s'est vendu 3,45 euros, soit 0,30 euro de plus que la saison précédente.",
      "Le kilo, qui valait 3,15 euros la saison précédente, s'est vendu 3,45 euros."),
    Rewording(
      "fr", "Parmi les 880 exploitations suivies, 62,5 % élèvent des bovins.",
      "L'élevage bovin concerne 550 des 880 exploitations suivies, soit 62,5 %."),
    Rewording(
      "en", "Nitrogen dioxide fell from 36 micrograms per cubic metre in 2021 to 27 in 2024.",
      "Nitrogen dioxide averaged 36 micrograms per cubic metre in 2021; in 2024 it was a quarter lower, at 27."),
    Rewording(
      "fr", "L'entretien demande entre 12 et 18 heures de travail par an.",
      "Pour l'entretien, il faut chaque année 12 heures de travail au moins, 18 au plus."),
    Rewording(
      "en", "Upkeep takes between 12 and 18 hours of work.",
      "Upkeep takes at least 12 hours of work, at most 18."),
    Rewording(
      "fr", "Le prix est accordé aux bailleurs qui ont moins de trois logements.",
      "Le prix est accordé aux bailleurs qui ont au plus deux logements."),
    Rewording(
      "en", "Only firms with fewer than 10 employees may apply.",
      "Only firms with at most 9 employees may apply."),
    Rewording(
      "en", "Half of the money comes from the town, a third from the county and the rest from the schools.",
      "The schools put up a sixth of the money, the county a third and the town the other half."),
    Rewording(
      "en", "Volunteers cover a quarter of the evening hours; the council pays for the rest.",
      "Three quarters of the evening hours are paid for by the council; volunteers cover the remaining quarter."),
    Rewording(
      "fr", "Les bénévoles assurent un quart des heures du soir ; la mairie paie le reste.",
      "La mairie paie les trois quarts des heures du soir ; les bénévoles assurent le quart restant."),
    Rewording(
      "en", "The Treasury covers about 70% of the expense, and the county the remainder.",
      "About 30% of the expense falls to the county; the rest is covered by the Treasury."),
    Rewording(
      "fr", "Le Trésor couvre 70 % de la dépense, et le département le reste.",
      "Le département prend en charge 30 % de la dépense ; le Trésor couvre le reste."),
    Rewording(
      "en", "The city paid 54% of the bill, the Arts Fund 28% and private donors the rest.",
      "Private donors paid 18% of the bill, the Arts Fund 28% and the city the remaining 54%."),
    Rewording(
      "en", "Compilation times fell by as much as 20%.",
      "Compilation times fell by up to a fifth."),
    Rewording(
      "fr", "Le temps de recrutement a baissé de 50 %, de 6 mois à 3 mois.",
      "Le temps de recrutement a été réduit de moitié, de 6 mois à 3 mois."),
    Rewording(
      "fr", "Son chiffre d'affaires a triplé en deux ans, pour atteindre 4,7 millions d'euros en 2024.",
      "En 2024, son chiffre d'affaires atteint 4,7 millions d'euros, le triple de 2022."),
    Rewording(
      "fr", "La voie est fermée de 22 heures à 5 heures.",
      "Sept heures durant, de 22 heures à 5 heures, la voie est fermée."),
    Rewording(
      "en",
      "\"I used to keep my passwords in a tin,\" says Winifred Oakes, a retired bus driver. \"Now I have one, and I still keep it in the tin.\"",
      "As Winifred Oakes, a retired bus driver, tells it: \"I used to keep my passwords in a tin. Now I have one, and I still keep it in the tin.\""
    ),
    Rewording(
      "fr", "« Nous avons perdu trois semaines », dit Anne Perrot, la directrice. « Le gel a tout arrêté cet hiver. »",
      "Anne Perrot, la directrice, raconte : « Nous avons perdu trois semaines. Le gel a tout arrêté cet hiver. »"),
    Rewording(
      "en", "The project cost £6.4 million, or £900,000 less than planned.",
      "Planned at £7.3 million, the project came in £900,000 cheaper, at £6.4 million."),
    Rewording(
      "fr", "Seuls 5 % des malades font l'objet d'un suivi régulier.",
      "Parmi les malades, 95 % ne font l'objet d'aucun suivi régulier."),
  ]

  /// What follows from the first.
  static let kept = [
    Rewording(
      "fr", "Les travaux ont coûté 3,75 millions d'euros, dont 40 % payés par l'État.",
      "Sur les 3,75 millions d'euros des travaux, l'État a payé 1,5 million, soit 40 %."),
    Rewording(
      "en", "The fund paid 9.6 million euros to 512 farms.",
      "The fund paid 9.6 million euros to 512 farms, 18,750 euros each on average."),
    Rewording(
      "en",
      "| Division | Revenue, H1 2024 (€m) | Revenue, H1 2025 (€m) |\n|---|---|---|\n| Industrial pumps | 702 | 798 |\n| Home heating | 389 | 361 |",
      "Revenue from industrial pumps came to €798 million in H1 2025, against €702 million in H1 2024. Home heating brought in €361 million, after €389 million a year earlier."
    ),
    Rewording(
      "fr", "| Poste | Coût (M€) | Part (%) |\n|---|---|---|\n| Toiture | 1,2 | 60 |\n| Fenêtres | 0,8 | 40 |",
      "La toiture a coûté 1,2 million d'euros, soit 60 % du coût ; les fenêtres, 0,8 million d'euros, soit 40 %."),
    Rewording(
      "fr", "| Site | Volume (en milliers de tonnes) |\n|---|---|\n| Brest | 120 |\n| Lorient | 85 |",
      "Le site de Brest traite 120 000 tonnes, celui de Lorient 85 000 tonnes."),
    Rewording(
      "en",
      "You can read the survey in:\n\n- English\n- Welsh\n- French\n- Spanish\n- Dutch\n- Greek\n- Polish\n- Finnish\n- Russian\n- Korean\n- Japanese\n- Swedish\n- German",
      "There are 13 versions of the survey to choose from: English, Welsh, French, Spanish, Dutch, Greek, Polish, Finnish, Russian, Korean, Japanese, Swedish and German."
    ),
    Rewording(
      "fr", "Les petits bailleurs ont déposé 71 % des dossiers.",
      "Sur cent dossiers, 71 viennent de petits bailleurs."),
    Rewording(
      "en", "Small owners filed 71% of the claims.",
      "Out of every 100 claims, 71 came from small owners."),
    Rewording(
      "en", "This system tracks the more than 500,000 cases of neglect that are reported each year.",
      "This system tracks the cases of neglect reported each year: more than half a million of them."),
    Rewording(
      "fr", "Le fonds a reçu plus de 500 000 dons.",
      "Le fonds a reçu plus d'un demi-million de dons."),
    Rewording(
      "fr", "Depuis 2021, le prix de l'eau est passé de 3,90 à 4,35 euros le mètre cube.",
      "Le mètre cube d'eau coûte 4,35 euros, 0,45 de plus qu'en 2021."),
    Rewording(
      "en", "In the first half, net profit came to 22 cents a share, and the dividend to €1.10.",
      "In the first half, net profit came to €0.22 a share, and the dividend to €1.10."),
    Rewording(
      "en", "The road closed on 3 March 2021 and opened again on 3 March 2024.",
      "The road, closed on 3 March 2021, opened again three years later, on 3 March 2024."),
    Rewording(
      "en", "Take-up rose from 61% to 83% of pupils, or 22 percentage points.",
      "Take-up gained 22 percentage points, going from 61% of pupils to 83%."),
    Rewording(
      "es", "La renovación costó 340.000 euros para el tejado y 150.000 euros para las ventanas.",
      "La renovación costó 490.000 euros: 340.000 para el tejado y 150.000 para las ventanas."),
    Rewording(
      "es", "El ayuntamiento paga el 54 %, el Fondo el 28 % y los donantes el resto.",
      "Los donantes pagan el 18 %, el Fondo el 28 % y el ayuntamiento el 54 % restante."),
    Rewording(
      "en", "In the 2024-25 school year, kitchens served 5.2 million lunches, against 3.9 million in 2022-23.",
      "Kitchens served 3.9 million lunches in the 2022-23 school year and a third more, 5.2 million, in 2024-25."),
    Rewording(
      "fr", "Le réseau perdait encore 31 % de ses volumes en 2020 ; il n'en perdait plus que 19 % en 2024.",
      "Le réseau a réduit ses pertes de 12 points entre 2020 et 2024 : elles sont tombées de 31 % à 19 % de ses volumes."
    ),
    Rewording(
      "en", "In the 2024-25 school year, kitchens served 5.2 million lunches, against 3.9 million in 2022-23.",
      "Kitchens served 3.9 million lunches in the 2022-23 school year and 5.2 million in 2024-25."),
    Rewording(
      "en", "In the 2024-25 year, kitchens served 5.2 million lunches, against 3.9 million in 2022-23.",
      "Kitchens served 3.9 million lunches in the 2022-23 year, and 5.2 million in 2024-25."),
    Rewording(
      "en", "In 2024, kitchens served 5.2 million lunches, against 3.9 million in 2022.",
      "Kitchens served 3.9 million lunches in 2022 and 5.2 million in 2024."),
  ]

  /// What does not.
  static let changed = [
    Rewording(
      "en", "The kilo sold for £3.45 on average, which is £0.30 more than in the season before.",
      "The kilo, worth £3.05 on average the season before, sold for £3.45."),
    Rewording(
      "fr", "Les travaux ont coûté 3,75 millions d'euros, dont 40 % payés par l'État.",
      "Sur les 3,75 millions d'euros des travaux, l'État a payé 1,6 million, soit 40 %."),
    Rewording(
      "en", "The fund paid 9.6 million euros to 512 farms.",
      "The fund paid 9.6 million euros to 512 farms, 19,750 euros each on average."),
    Rewording(
      "fr", "Parmi les 880 exploitations suivies, 62,5 % élèvent des bovins.",
      "L'élevage bovin concerne 560 des 880 exploitations suivies, soit 62,5 %."),
    Rewording(
      "en", "Nitrogen dioxide fell from 36 micrograms per cubic metre in 2021 to 27 in 2024.",
      "Nitrogen dioxide averaged 36 micrograms per cubic metre in 2021; in 2024 it was a third lower, at 27."),
    Rewording(
      "fr", "L'entretien demande entre 12 et 18 heures de travail par an.",
      "Pour l'entretien, il faut chaque année 12 heures de travail au moins, 20 au plus."),
    Rewording(
      "en", "Half of the money comes from the town, a third from the county and the rest from the schools.",
      "The schools put up a fifth of the money, the county a third and the town the other half."),
    Rewording(
      "en", "Volunteers cover a quarter of the evening hours; the council pays for the rest.",
      "Two thirds of the evening hours are paid for by the council; volunteers cover the remaining quarter."),
    Rewording(
      "en", "The Treasury covers about 70% of the expense, and the county the remainder.",
      "About 40% of the expense falls to the county; the rest is covered by the Treasury."),
    Rewording(
      "en", "The Treasury covers about 70% of the expense, and the county the remainder.",
      "About 30% of the expense falls to the Treasury; the county covers the rest."),
    Rewording(
      "fr", "Le temps de recrutement a baissé de 50 %, de 6 mois à 3 mois.",
      "Le temps de recrutement a été divisé par trois, de 6 mois à 3 mois."),
    Rewording(
      "fr", "Son chiffre d'affaires a triplé en deux ans, pour atteindre 4,7 millions d'euros en 2024.",
      "En 2024, son chiffre d'affaires atteint 4,7 millions d'euros, le triple de 2021."),
    Rewording(
      "fr", "La voie est fermée de 22 heures à 5 heures.",
      "Huit heures durant, de 22 heures à 5 heures, la voie est fermée."),
    Rewording(
      "en",
      "| Division | Revenue, H1 2024 (€m) | Revenue, H1 2025 (€m) |\n|---|---|---|\n| Industrial pumps | 702 | 798 |\n| Home heating | 389 | 361 |",
      "Revenue from industrial pumps came to €789 million in H1 2025, against €702 million in H1 2024. Home heating brought in €361 million, after €389 million a year earlier."
    ),
    Rewording(
      "fr", "| Poste | Coût (M€) | Part (%) |\n|---|---|---|\n| Toiture | 1,2 | 60 |\n| Fenêtres | 0,8 | 40 |",
      "La toiture a coûté 1,2 milliard d'euros, soit 60 % du coût ; les fenêtres, 0,8 milliard d'euros, soit 40 %."),
    Rewording(
      "en",
      "\"I used to keep my passwords in a tin,\" says Winifred Oakes, a retired bus driver. \"Now I have one, and I still keep it in the tin.\"",
      "As Winifred Oakes, a retired bus driver, tells it: \"I used to keep my passwords in a tin. Now I have ten, and I still keep them in the tin.\""
    ),
    Rewording(
      "fr", "« Nous avons perdu trois semaines », dit Anne Perrot, la directrice. « Le gel a tout arrêté cet hiver. »",
      "Anne Perrot, la directrice, raconte : « Nous avons perdu deux semaines. Le gel a tout arrêté cet hiver. »"),
    Rewording(
      "en",
      "You can read the survey in:\n\n- English\n- Welsh\n- French\n- Spanish\n- Dutch\n- Greek\n- Polish\n- Finnish\n- Russian\n- Korean\n- Japanese\n- Swedish\n- German",
      "There are 14 versions of the survey to choose from: English, Welsh, French, Spanish, Dutch, Greek, Polish, Finnish, Russian, Korean, Japanese, Swedish and German."
    ),
    Rewording(
      "fr", "Les petits bailleurs ont déposé 71 % des dossiers.",
      "Sur cent dossiers, 61 viennent de petits bailleurs."),
    Rewording(
      "en", "In the first half, net profit came to 22 cents a share, and the dividend to €1.10.",
      "In the first half, net profit came to €2.20 a share, and the dividend to €1.10."),
    Rewording(
      "en", "The road closed on 3 March 2021 and opened again on 3 March 2024.",
      "The road, closed on 3 March 2021, opened again four years later, on 3 March 2024."),
    Rewording(
      "en", "Take-up rose from 61% to 83% of pupils, or 22 percentage points.",
      "Take-up gained 22%, going from 61% of pupils to 83%."),
    Rewording(
      "es", "La renovación costó 340.000 euros para el tejado y 150.000 euros para las ventanas.",
      "La renovación costó 480.000 euros: 340.000 para el tejado y 150.000 para las ventanas."),
    Rewording(
      "en", "In the 2024-25 school year, kitchens served 5.2 million lunches, against 3.9 million in 2022-23.",
      "Kitchens served 5.2 million lunches in the 2022-23 school year, and 3.9 million in 2024-25."),
    Rewording(
      "fr", "Le réseau perdait encore 31 % de ses volumes en 2020 ; il n'en perdait plus que 19 % en 2024.",
      "Le réseau a augmenté ses pertes de 12 points entre 2020 et 2024 : elles sont passées de 19 % à 31 % de ses volumes."
    ),
    Rewording(
      "en", "The project cost £6.4 million, or £900,000 less than planned.",
      "Planned at £7.5 million, the project came in £900,000 cheaper, at £6.4 million."),
    Rewording(
      "en", "Compilation times fell by as much as 20%.",
      "Compilation times fell by up to a third."),
    Rewording(
      "en", "In 2024, kitchens served 5.2 million lunches, against 3.9 million in 2022.",
      "Kitchens served 5.2 million lunches in 2022 and 3.9 million in 2024."),
    Rewording(
      "fr", "Seuls 5 % des malades font l'objet d'un suivi régulier.",
      "Parmi les malades, 90 % ne font l'objet d'aucun suivi régulier."),
  ]

  @Test(arguments: both + both.map { Rewording($0.lang, $0.after, $0.before) } + kept)
  func whatFollowsIsNoChange(_ rewording: Rewording) { rewording.expectKept() }

  @Test(arguments: changed) func whatDoesNotIsRefused(_ rewording: Rewording) { rewording.expectRefused() }
}
