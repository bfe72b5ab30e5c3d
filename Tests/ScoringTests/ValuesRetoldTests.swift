import Scoring
import Testing

/// Amounts, dates, quotations, lists and cases in sentences that were told anew: what follows from the baseline, and what does not.
@Suite struct ValuesRetoldTests {
  static let kept = [
    Rewording(
      "fr", "Le réseau s'élargit (de 10 communes à 55 communes en seulement 8 ans).",
      "Le réseau est passé de 10 à 55 communes en seulement 8 ans."),
    Rewording("en", "The reef covers less than 1% of the bay.", "The reef covers less than one per cent of the bay."),
    Rewording("fr", "Le récif couvre moins de 1 % de la baie.", "Le récif couvre moins d'un pour cent de la baie."),
    Rewording(
      "fr", "Le chantier s'est arrêté entre novembre 2022 et avril 2023.",
      "Le chantier s'est arrêté de novembre 2022 à avril 2023."),
    Rewording(
      "en", "Work stopped between November 2022 and April 2023.",
      "From November 2022 to April 2023, work stopped."),
    Rewording(
      "fr", "La collecte a eu lieu entre le 15 janvier et le 15 mai 2024.",
      "La collecte a eu lieu entre le 15/01/2024 et le 15/05/2024."),
    Rewording(
      "fr", "Le musée ferme du 28 décembre au 3 janvier 2025.",
      "Le musée ferme du 28 décembre 2024 au 3 janvier 2025."),
    Rewording(
      "en", "The fund paid £12 million in 2022 and £15 million in 2023.",
      "The fund paid £12 million in 2022 and £15 million in 2023, £27 million in all."),
    Rewording(
      "fr", "Le taux est passé de 12 % à 18 % en un an.",
      "En un an, le taux a gagné six points, de 12 % à 18 %."),
    Rewording(
      "en", "Of the 120,000 visitors, 20,347 live abroad.",
      "Of the 120,000 visitors, 20,347 live abroad, which leaves 99,653."),
    Rewording(
      "en", "Sales rose from 2.1 million to 4.2 million boxes.",
      "Sales doubled, from 2.1 million to 4.2 million boxes."),
    Rewording(
      "en", "The plan ran from 2019 to 2023 and cost £4 million.",
      "The plan, which ran for four years from 2019 to 2023, cost £4 million."),
    Rewording(
      "fr", "« Nous avons perdu trois semaines à cause du gel », explique Anne Perrot.",
      "« Nous avons perdu trois semaines, explique Anne Perrot, à cause du gel. »"),
    Rewording(
      "fr", "« Nous avons perdu trois semaines à cause du gel », explique Anne Perrot, la meunière.",
      "« Nous avons perdu trois semaines, explique Anne Perrot, la meunière, à cause du gel. »"),
    Rewording(
      "fr",
      "En 2021, la ministre Anne Perrot et le maire Luc Morel ont annoncé un fonds « Villes et rivières » pour la région.",
      "Un fonds « Villes et rivières » aide la région : Luc Morel, le maire, l'a annoncé en 2021 avec la ministre, Anne Perrot."
    ),
    Rewording(
      "en", "> **Update: March 11, 2026**\n>\n> If you rent a boat, read the guide on tides first.",
      "> **Update, 11 March 2026:** If you rent a boat, read the guide on tides first."),
    Rewording(
      "en", "The kit holds three things:\n\n- a rope of hemp\n- a lamp with oil\n- a knife of steel",
      "The kit holds three things:\n\n- a lamp with oil\n- a knife of steel\n- a rope of hemp"),
    Rewording(
      "en", "The kit holds three things:\n\n- a rope of hemp\n- a lamp with oil\n- a knife of steel",
      "The kit holds three things: a lamp with oil, a knife of steel and a rope of hemp."),
    Rewording(
      "en", "The mill grinds wheat. The miller sells the flour. Bakers come on Mondays.",
      "The mill grinds wheat. That may sound simple. The miller sells the flour. Bakers come on Mondays."),
    Rewording(
      "fr", "Le moulin broie le blé. Le meunier vend la farine. Les boulangers viennent le lundi.",
      "Le moulin broie le blé. Imaginez le bruit de la roue dans la vallée endormie. Le meunier vend la farine. "
        + "Les boulangers viennent le lundi."),
  ]

  static let reworded = [
    Rewording(
      "en", "Dr Huw Bevan, who runs the unit, advises patience. \"Two years is a snack, not a meal,\" he says.",
      "Dr Huw Bevan, who runs the unit, advises patience. \"Two years is a snack, not a meal,\" says Dr Bevan."),
    Rewording(
      "fr", "L'écart entre filles et garçons est tombé de 9 à 4 points en un an.",
      "En l'espace d'un an, cinq points ont été repris sur l'écart entre filles et garçons, passé de 9 à 4."),
    Rewording(
      "en", "Loans to children rose by 19% in 2024, while loans to adults fell by 3%.",
      "While adult loans dropped by 3% in 2024, those to children climbed by 19%."),
    Rewording(
      "en", "Take-up rose from 61% to 83% of pupils, or 22 percentage points.",
      "The share of pupils taking the meal climbed by 22 percentage points, from 61% to 83%."),
    Rewording(
      "en", "The city pays 54%, the Arts Fund 28% and private donors the rest.",
      "The city pays 54%, the Arts Fund 28% and private donors the rest, that is, 18%."),
    Rewording(
      "en", "The scheme began on 4 September 2023 in two towns.\n\nIt has been running since September 2023, as noted.",
      "The scheme began on 4 September 2023 in two towns."),
    Rewording(
      "fr", "Le taux de vacance est passé de 11,3 % en 2022 à 9,8 % en 2025, soit un recul de 1,5 point.",
      "En 2022, le taux de vacance atteignait 11,3 % ; en 2025, il n'est plus que de 9,8 %, ce qui fait 1,5 point de moins."
    ),
    Rewording(
      "fr", "La prime est versée si le bien est loué dans les six mois suivant la fin du chantier.",
      "La prime est versée si le bien est loué au plus tard six mois après la fin du chantier."),
    Rewording(
      "en", "Patients who took 20 mg had 5.3 fewer migraine days a month, compared with 3.1 fewer in the other group.",
      "With 20 mg, patients had 5.3 fewer days of migraine a month; for those in the other group, the drop was 3.1 days."
    ),
    Rewording(
      "fr", "Les ventes ont augmenté de 8 % en 2023, parce que les parcelles s'agrandissent.",
      "Les ventes ont progressé de 8 % en 2023, et la cause en est l'agrandissement des parcelles."),
  ]

  static let changed = [
    Rewording(
      "en", "Attendance has doubled since the museum opens on Sundays, from 310 to 620 visitors a week.",
      "Before it opened on Sundays, the museum had 620 visitors a week. It now has 310, half as many."),
    Rewording(
      "en",
      "| Item | 2022 | 2023 |\n|---|---|---|\n| Roads | £480,000 | £515,000 |\n| Lamps | £92,000 | £74,000 |\n\n"
        + "The council voted on 4 May 2023 and again on 5 June 2024.",
      "| Item | 2022 | 2024 |\n|---|---|---|\n| Roads | £480,000 | £515,000 |\n| Lamps | £92,000 | £74,000 |\n\n"
        + "The council voted on 4 May 2023 and again on 5 June 2024."),
    Rewording(
      "en",
      "Sian Pritchard sits on the board.\n\nDr Huw Bevan, who runs the unit, advises patience. \"Two years is a snack, "
        + "not a meal,\" he says. His unit agrees.",
      "Sian Pritchard sits on the board.\n\nDr Huw Bevan, who runs the unit, advises patience. \"Two years is a snack, "
        + "not a meal,\" says Sian Pritchard. His unit agrees."),
    Rewording(
      "fr", "Le réseau s'élargit (de 10 communes à 55 communes en seulement 8 ans).",
      "Le réseau est passé de 55 à 10 communes en seulement 8 ans."),
    Rewording("en", "The reef covers less than 1% of the bay.", "The reef covers more than one per cent of the bay."),
    Rewording(
      "en", "Work stopped between November 2022 and April 2023.",
      "From November 2022 to May 2023, work stopped."),
    Rewording(
      "fr", "La collecte a eu lieu entre le 15 janvier et le 15 mai 2024.",
      "La collecte a eu lieu entre le 15/01/2023 et le 15/05/2024."),
    Rewording(
      "en", "The fund paid £12 million in 2022 and £15 million in 2023.",
      "The fund paid £12 million in 2022 and £15 million in 2023, £29 million in all."),
    Rewording(
      "fr", "Le taux est passé de 12 % à 18 % en un an.",
      "En un an, le taux a gagné huit points, de 12 % à 18 %."),
    Rewording(
      "en", "Sales rose from 2.1 million to 4.2 million boxes.",
      "Sales tripled, from 2.1 million to 4.2 million boxes."),
    Rewording(
      "en", "The plan ran from 2019 to 2023 and cost £4 million.",
      "The plan, which ran for six years from 2019 to 2023, cost £4 million."),
    Rewording(
      "fr", "« Nous avons perdu trois semaines à cause du gel », explique Anne Perrot.",
      "« Nous avons perdu trois semaines, explique Luc Morel, à cause du gel. »"),
    Rewording(
      "en", "A vote is expected in September.",
      "A vote is expected in September. \"We are quietly confident,\" a council spokesman said."),
    Rewording(
      "en", "The mill grinds wheat. The miller sells the flour. Bakers come on Mondays.",
      "The mill grinds wheat. At Corley Bridge, two farmers lost a whole harvest that way last winter. "
        + "The miller sells the flour. Bakers come on Mondays."),
    Rewording(
      "fr", "Le moulin broie le blé. Le meunier vend la farine. Les boulangers viennent le lundi.",
      "Le moulin broie le blé. Une mère de famille du village a ainsi renoncé à son pain l'an dernier. "
        + "Le meunier vend la farine. Les boulangers viennent le lundi."),
    Rewording(
      "en", "The kit holds:\n\n- a rope of hemp\n- a lamp with oil\n- a knife of steel",
      "The kit holds:\n\n- a rope of hemp\n- a knife of steel"),
    Rewording(
      "en", "The kit holds:\n\n- a rope of hemp\n- a lamp with oil\n- a knife of steel",
      "The kit holds:\n\n- a rope of hemp\n- a lamp with oil\n- a compass in brass\n- a knife of steel"),
    Rewording(
      "en", "The wind had the last word.",
      "Sure! Below is the same passage in a livelier tone. The wind had the last word."),
    Rewording(
      "fr", "Le vent a eu le dernier mot.",
      "Bien sûr ! Voici le même passage sur un ton plus vif. Le vent a eu le dernier mot."),
    Rewording(
      "en",
      "Charts put the reef at 2,150 hectares ([Observatoire](https://observatoire.example/etude)). "
        + "If the water stays dark, it will shrink.",
      "Charts put the reef at 2,150 hectares. If the water stays dark, it will shrink "
        + "([Observatoire](https://observatoire.example/etude))."),
  ]

  @Test(arguments: kept + reworded) func whatFollowsFromTheBaselineIsNoChange(_ rewording: Rewording) {
    let card = rewording.scorecard
    #expect(card.integrity.value == 1000, "\(card.findings.map(\.message))")
  }

  @Test(arguments: changed) func whatDoesNotIsRefused(_ rewording: Rewording) {
    #expect(rewording.scorecard.integrity.value < 950)
  }
}
