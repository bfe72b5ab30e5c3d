import Scoring
import Testing

/// Amounts told in another order beside what they belong to, more or less than others, without their unit, as times of day;
/// and those given to what they do not belong to.
@Suite struct ValuesTiedFreelyTests {
  /// Each says what the other says.
  static let both = [
    Rewording(
      "fr", "La mairie a reçu 118 plaintes pour bruit en 2024, contre 74 en 2023.",
      "Les plaintes pour bruit étaient 74 en 2023 ; la mairie en a reçu 118 en 2024, soit 44 de plus."),
    Rewording(
      "en", "Beginners gained 3.9 hours; those with ten years behind them gained only 1.1.",
      "For those with ten years behind them the gain was 1.1 hours, while beginners gained 3.9 hours."),
    Rewording(
      "fr", "Le budget n'a été dépensé qu'à hauteur de 17 millions d'euros sur 44.",
      "Des 44 millions d'euros du budget, 17 seulement ont été dépensés."),
    Rewording(
      "en", "The prize went to a 20-year-old goalkeeper, Aoife Dunne, in May.",
      "The prize went to a goalkeeper in May. Aoife Dunne is 20."),
    Rewording(
      "fr", "| Poste | 2021 | 2025 |\n|---|---|---|\n| Budget (en euros) | 95 000 | 620 000 |",
      "- 2021 : un budget de 95 000 euros ;\n- 2025 : un budget de 620 000 euros."),
    Rewording(
      "en", "| Year | Price paid (€/t) |\n|---|---|\n| 2023 | 720 |\n| 2024 | 790 |",
      "The price paid was €720 a tonne in 2023 and €790 a tonne in 2024."),
    Rewording(
      "en", "The mayor said nothing. The boat runs every 12 minutes from 6.30am to 10pm.",
      "The mayor said nothing. From 06:30 to 22:00 the boat runs every 12 minutes."),
    Rewording(
      "en", "The queue froze at 04:52 on Thursday.", "It was 4.52 am on Thursday when the queue froze."),
    Rewording(
      "fr", "La partie a duré 3 h 42.", "La partie a duré trois heures et quarante-deux minutes."),
    Rewording("en", "The lease runs for two years and six months.", "The lease runs for 30 months."),
    Rewording(
      "en", "The oak beam costs €30 more than the pine one.", "The pine beam costs €30 less than the oak one."),
    Rewording(
      "en", "The aquifer under Pine, Marsh and Tolliver counties dropped 4.2 feet.",
      "The three counties of Pine, Marsh and Tolliver saw the aquifer drop 4.2 feet."),
    Rewording(
      "fr", "La fédération a interrogé 418 clubs : 12 % ferment le dimanche.",
      "Selon la fédération, qui a interrogé 418 clubs, 12 % ferment le dimanche."),
    Rewording(
      "fr", "L'arrivée a réuni 1,3 million de spectateurs, presque deux fois les 680 000 de l'an dernier.",
      "Ils étaient 1 300 000 à l'arrivée, contre 680 000 l'an dernier."),
  ]

  static let kept = [
    Rewording(
      "en", "Of 688 stones seen in 2023, 74 had been cleaned since the first visit.",
      "Of 688 stones seen in 2023, 614 had not been cleaned since the first visit and 74 had."),
    Rewording(
      "en", "A chain is replaced once it is 3% longer than when it was laid.",
      "A chain is replaced once its length exceeds by 3% what it was when it was laid."),
    Rewording(
      "en", "Only companies with at least 50 staff may bid.", "Only companies with 50 staff or more may bid."),
    Rewording(
      "en", "The shop sold apples, pears and figs for 3, 5 and 8 euros.",
      "For 3, 5 and 8 euros, the shop sold apples, pears and figs."),
    Rewording(
      "fr", "Sept entraîneurs sur vingt-deux l'ont suivi.",
      "Sept entraîneurs sur vingt-deux l'ont suivi, les quinze autres non."),
    Rewording(
      "fr", "L'objectif était de 800 000 réparations ; il n'y en a eu que 410 000.",
      "L'objectif était de 800 000 réparations ; il n'y en a eu que 410 000. C'est 390 000 de moins que prévu."),
    Rewording(
      "fr", "Il porte sur 1 800 tonnes par an et fixe un prix de 650 euros la tonne.",
      "Ses deux points clés :\n\n- le volume : 1 800 tonnes par an ;\n- le prix : 650 euros la tonne."),
    Rewording(
      "fr", "En mars 2025, 27 % des entreprises s'en servaient, contre 11 % deux ans plus tôt.",
      "En mars 2023, 11 % des entreprises s'en servaient ; deux ans après, en mars 2025, elles étaient 27 %."),
    Rewording(
      "en", "Two of the first-half goals came from long throws, and those fell short.",
      "Long throws had set up two of the first-half goals; these now fell short."),
    Rewording(
      "en", "In the year to March 2025 the two boats carried 212,400 passengers, down from 287,000 in 2018.",
      "From 287,000 passengers in 2018 traffic on the two boats went down to 212,400 in the year to March 2025."),
  ]

  /// What does not.
  static let changed = [
    Rewording(
      "fr", "La partie a duré 3 h 42.", "La partie a duré trois heures et vingt-quatre minutes."),
    Rewording(
      "fr", "La prime passe à 20 euros (contre 25 en 2025).", "La prime passe à 25 euros (contre 20 en 2025)."),
    Rewording("en", "The tool gives 20 litres, against 25 before.", "The tool gives 25 litres, against 20 before."),
    Rewording(
      "fr", "La ligne traite 8 tonnes à l'heure, le double de l'installation actuelle.",
      "La ligne traite 8 tonnes à l'heure, la moitié de l'installation actuelle."),
    Rewording(
      "en", "Among companies with fewer than 50 staff, the share was 61%.",
      "Among companies with 50 staff or more, the share was 61%."),
    Rewording(
      "fr", "Le réseau devrait en compter 8 000 fin 2027.", "Le réseau devrait en compter 8 000 de plus fin 2027."),
    Rewording(
      "fr", "La mairie a reçu 118 plaintes pour bruit en 2024, contre 74 en 2023.",
      "Les plaintes pour bruit étaient 118 en 2023 ; la mairie en a reçu 74 en 2024."),
    Rewording(
      "en", "Beginners gained 3.9 hours; those with ten years behind them gained only 1.1.",
      "For those with ten years behind them the gain was 3.9 hours, while beginners gained 1.1."),
    Rewording(
      "fr", "Le bronze de cloche contient 20 % d'étain, contre rarement plus de 12 % dans la robinetterie.",
      "Dans la robinetterie, l'étain compte pour 20 % du bronze ; dans une cloche, il dépasse rarement 12 %."),
    Rewording(
      "en", "The number of clicks explains 71% of the flow, against 38% for soil temperature.",
      "Soil temperature accounts for 71% of the flow; the number of clicks, for 38%."),
    Rewording(
      "fr", "Le budget n'a été dépensé qu'à hauteur de 17 millions d'euros sur 44.",
      "Des 54 millions d'euros du budget, 17 seulement ont été dépensés."),
    Rewording(
      "en", "The prize went to a 20-year-old goalkeeper, Aoife Dunne, in May.",
      "The prize went to a goalkeeper in May. Aoife Dunne is 21."),
    Rewording(
      "fr", "| Poste | 2021 | 2025 |\n|---|---|---|\n| Budget (en euros) | 95 000 | 620 000 |",
      "- 2021 : un budget de 95 000 dollars ;\n- 2025 : un budget de 620 000 dollars."),
    Rewording(
      "en", "The queue froze at 04:52 on Thursday.", "It was 4.52 pm on Thursday when the queue froze."),
    Rewording(
      "fr", "Le club a vendu 418 places, soit 23 % de plus que l'an dernier.",
      "Le club a vendu 418 places, soit 23 % de moins que l'an dernier."),
    Rewording(
      "fr", "Les semis couvrent 11 900 hectares, soit 1 100 de plus qu'en 2024.",
      "Les semis couvrent 11 900 hectares ; c'est 1 100 de moins qu'en 2024."),
    Rewording(
      "en", "The club sold 418 tickets, 23% more than in 2022.", "The club sold 418 tickets, 23% fewer than in 2022."),
    Rewording(
      "en", "The oak beam costs €30 more than the pine one.", "The oak beam costs €30 less than the pine one."),
    Rewording(
      "es", "El club vendió 418 entradas, un 23 % más que en 2022.",
      "El club vendió 418 entradas, un 23 % menos que en 2022."),
    Rewording(
      "en", "The clock may be turned back by up to 15 minutes.",
      "The clock may be turned back by any amount from 15 minutes upwards."),
    Rewording(
      "fr", "Le service s'arrête dès que le débit tombe sous 9 litres par seconde.",
      "Le service s'arrête dès que le débit dépasse 9 litres par seconde."),
    Rewording(
      "fr", "Sept entraîneurs sur vingt-deux l'ont suivi.",
      "Sept entraîneurs sur vingt-deux l'ont suivi, les seize autres non."),
    Rewording(
      "fr", "L'objectif était de 800 000 réparations ; il n'y en a eu que 410 000.",
      "L'objectif était de 800 000 réparations ; il n'y en a eu que 410 000. C'est 380 000 de moins que prévu."),
    Rewording(
      "fr", "L'arrivée a réuni 1,3 million de spectateurs, presque deux fois les 680 000 de l'an dernier.",
      "Ils étaient 1 300 000 à l'arrivée, presque trois fois les 680 000 de l'an dernier."),
  ]

  @Test(arguments: both + both.map { Rewording($0.lang, $0.after, $0.before) } + kept)
  func anAmountBesideItsOwnStays(_ rewording: Rewording) { rewording.expectKept() }

  @Test(arguments: changed) func anAmountOfAnotherIsRefused(_ rewording: Rewording) { rewording.expectRefused() }
}
