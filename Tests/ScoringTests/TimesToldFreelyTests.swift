import Scoring
import Testing

/// Rates, months, ranks and what comes before or after, in sentences that are told freely.
@Suite struct TimesToldFreelyTests {
  static let kept = [
    Rewording(
      "fr", "La ferme vend 35 000 € de fruits par an à la coopérative du canal.",
      "À la coopérative du canal, la ferme vend chaque année trente-cinq mille euros (35 000 €) de fruits."),
    Rewording(
      "fr", "400 demandes traitées / mois au guichet du port",
      "Chaque mois, 400 demandes sont traitées au guichet du port."),
    Rewording(
      "fr", "Tous les six mois, un jury examine les dossiers du fonds et tranche.",
      "Un jury tranche une fois par semestre, après examen des dossiers du fonds."),
    Rewording(
      "fr", "Tous les six mois, un jury examine les dossiers du fonds et tranche.",
      "Chaque semestre, les dossiers du fonds passent devant un jury, qui tranche."),
    Rewording(
      "fr", "Le comité se réunit chaque semaine pour relire les plans du pont.",
      "Pour relire les plans du pont, le comité tient une réunion hebdomadaire."),
    Rewording(
      "fr", "En un seul jour, le moulin produit plus de farine que toute la vallée en hiver.",
      "Le moulin produit en une journée plus de farine que toute la vallée en hiver."),
    Rewording(
      "fr", "En un seul jour, le moulin produit plus de farine que toute la vallée en hiver.",
      "Le moulin produit en 24 heures plus de farine que toute la vallée en hiver."),
    Rewording(
      "en", "The mill currently grinds more flour in a single day than the valley did during the winter.",
      "In just one day, the mill currently grinds more flour than the valley did during the winter."),
    Rewording(
      "en", "The warden reviews the gates of the lock at least quarterly to be safe.",
      "To be safe, the warden goes over the gates of the lock at least once a quarter."),
    Rewording(
      "en", "The lock carries 900 boats a month, according to the harbour office.",
      "Every month, says the harbour office, the lock carries 900 boats."),
    Rewording(
      "en", "The office publishes a report every two weeks on the state of the quay.",
      "On the state of the quay, the office has a fortnightly report."),
    Rewording(
      "es", "La oficina publica cada mes un informe sobre el estado del muelle.",
      "Sobre el estado del muelle, la oficina publica un informe mensual."),
    Rewording(
      "es", "El comité se reúne cada seis meses para revisar los planos del puente.",
      "Para revisar los planos del puente, el comité se reúne una vez por semestre."),
    Rewording(
      "en", "Back in March of this year, the harbour office opened the new quay with the town.",
      "The harbour office, with the town, opened the new quay back in March of this year."),
    Rewording(
      "en", "Back in March of this year, the harbour office opened the new quay with the town.",
      "This March, the harbour office opened the new quay, with the town."),
    Rewording(
      "fr", "La convention signée fin novembre 2015 lie la ville et le port.",
      "La ville et le port sont liés par la convention signée à la fin du mois de novembre 2015."),
    Rewording(
      "en", "The treaty signed in late November 2015 binds the town and the port.",
      "At the end of November 2015, the town and the port signed the treaty that binds them."),
    Rewording(
      "fr", "Tenue de la foire du bois, la veille de Solutions Marines.",
      "C'est là que se tient la foire du bois, à la veille de Solutions Marines."),
    Rewording(
      "fr", "Tenue de la foire du bois, la veille de Solutions Marines.",
      "La foire du bois se tient un jour avant Solutions Marines."),
    Rewording(
      "fr", "Les dossiers doivent être déposés avant le 12 mai 2024 au greffe du port.",
      "Au greffe du port, le dépôt des dossiers se fait au plus tard le 12 mai 2024."),
    Rewording(
      "en", "Boats registered before 3 May 2021 pay no toll at the lock.",
      "No toll is due at the lock for boats that were registered prior to 3 May 2021."),
    Rewording(
      "fr",
      "Cinq millions de personnes souffrent du bruit, qui reste la deuxième cause de troubles du sommeil après la lumière.",
      "Cinq millions de personnes souffrent du bruit. Juste derrière la lumière, il demeure la deuxième cause de troubles du sommeil."
    ),
    Rewording(
      "en", "Our crew has four gauges to read the level of the lake.",
      "To read the level of the lake, 4 gauges serve our crew."),
    Rewording(
      "en",
      "Our crew uses a scale of marks for the size of a job. The marks are 1, 2, 3 or 5, with 1 for the smallest job.",
      "For the size of a job, our crew uses a scale with four marks: one, two, three and five. One stands for the smallest job."
    ),
    Rewording(
      "fr", "Un essai a été mené dans 2 centres de soins du département, selon la ville.",
      "La ville dit qu'un essai a été mené dans deux centres de soins du département."),
    Rewording(
      "en",
      "If your firm would like to sponsor the lock, please email us at [lock@solworth.org](mailto:lock@solworth.org).",
      "Would your firm like to sponsor the lock? Write to [us](mailto:lock@solworth.org)."),
    Rewording(
      "en",
      "If your firm would like to sponsor the lock, please email us at [lock@solworth.org](mailto:lock@solworth.org).",
      "Would your firm like to sponsor the lock? Write to lock@solworth.org."),
    Rewording(
      "en", "The warden reviews the gates of the lock at least quarterly to be safe.",
      "To be safe, the warden goes over the gates of the lock at a minimum once a quarter."),
    Rewording(
      "fr",
      "Le port et la ville, opposés au ministère de la Mer au sujet de la convention signée en fin novembre 2015, se félicitent de l'audience du 8 septembre.",
      "L'audience du 8 septembre, dont se félicitent le port et la ville, les opposait au ministère de la Mer. En cause : la convention signée à la fin du mois de novembre 2015."
    ),
    Rewording(
      "fr", "Tous les six mois, un comité examine les dossiers du quai, et six mois suffisent au chantier.",
      "Six mois suffisent au chantier. Un comité examine les dossiers du quai une fois par semestre."),
    Rewording(
      "fr", "- 753000 bateaux en France en 2019\n- Le Val d'Oise en compte peu.",
      "Pour prendre la mesure du sujet, rappelons que la France a compté 753 000 bateaux en 2019. Le Val d'Oise en compte peu."
    ),
    Rewording(
      "en", "Each goal began as a PR against the lock's ledger. As each PR came in, the goals were told to the crews.",
      "Every goal started life as a PR against the lock's ledger. As the PRs came in one by one, the goals were told to the crews."
    ),
    Rewording(
      "fr",
      "- Vous êtes en Master 1 ou 2\n- Vous souhaitez découvrir la communauté du canal et de ses berges\n\nVisites : 2 ou 3 par an.",
      "Vous êtes en première ou en deuxième année de master, et la communauté du canal et de ses berges est un monde que vous souhaitez découvrir. Comptez 2 ou 3 visites par an."
    ),
  ]

  static let changed = [
    Rewording(
      "fr", "La ferme vend 35 000 € de fruits par an à la coopérative du canal.",
      "À la coopérative du canal, la ferme vend trente-cinq mille euros (35 000 €) de fruits par mois."),
    Rewording(
      "fr", "400 demandes traitées / mois au guichet du port",
      "Chaque semaine, 400 demandes sont traitées au guichet du port."),
    Rewording(
      "fr", "Tous les six mois, un jury examine les dossiers du fonds et tranche.",
      "Un jury tranche une fois par trimestre, après examen des dossiers du fonds."),
    Rewording(
      "fr", "Le comité se réunit chaque semaine pour relire les plans du pont.",
      "Pour relire les plans du pont, le comité tient une réunion mensuelle."),
    Rewording(
      "fr", "En un seul jour, le moulin produit plus de farine que toute la vallée en hiver.",
      "Le moulin produit, en une seule semaine, plus de farine que toute la vallée en hiver."),
    Rewording(
      "en", "The mill currently grinds more flour in a single day than the valley did during the winter.",
      "In a single week, the mill currently grinds more flour than the valley did during the winter."),
    Rewording(
      "en", "The warden reviews the gates of the lock at least quarterly to be safe.",
      "To be safe, the warden goes over the gates of the lock at least once a month."),
    Rewording(
      "en", "The lock carries 900 boats a month, according to the harbour office.",
      "Every week, says the harbour office, the lock carries 900 boats."),
    Rewording(
      "en", "The office publishes a report every two weeks on the state of the quay.",
      "On the state of the quay, the office has a monthly report."),
    Rewording(
      "es", "La oficina publica cada mes un informe sobre el estado del muelle.",
      "Sobre el estado del muelle, la oficina publica un informe semanal."),
    Rewording(
      "es", "El comité se reúne cada seis meses para revisar los planos del puente.",
      "Para revisar los planos del puente, el comité se reúne una vez por trimestre."),
    Rewording(
      "en", "Back in March of this year, the harbour office opened the new quay with the town.",
      "The harbour office, with the town, opened the new quay back in May of this year."),
    Rewording(
      "en", "The new quay has been open since August, says the harbour office.",
      "Since May, says the harbour office, the new quay has been open."),
    Rewording(
      "en", "The quay opens in April, says the office of the harbour.",
      "The office of the harbour says that the quay opens in June."),
    Rewording(
      "fr", "Le quai ouvrira en mars, selon la capitainerie du port.",
      "Selon la capitainerie du port, le quai ouvrira en mai."),
    Rewording(
      "fr", "La convention signée fin novembre 2015 lie la ville et le port.",
      "La ville et le port sont liés par la convention signée au début du mois de novembre 2015."),
    Rewording(
      "en", "The treaty signed in late November 2015 binds the town and the port.",
      "In early November 2015, the town and the port signed the treaty that binds them."),
    Rewording(
      "es", "El acuerdo firmado a finales de noviembre de 2015 une a la ciudad y al puerto.",
      "La ciudad y el puerto están unidos por el acuerdo firmado a principios de noviembre de 2015."),
    Rewording(
      "fr", "Tenue de la foire du bois, la veille de Solutions Marines.",
      "C'est là que se tient la foire du bois, au lendemain de Solutions Marines."),
    Rewording(
      "fr", "Les dossiers doivent être déposés avant le 12 mai 2024 au greffe du port.",
      "Au greffe du port, le dépôt des dossiers se fait après le 12 mai 2024."),
    Rewording(
      "en", "Boats registered before 3 May 2021 pay no toll at the lock.",
      "No toll is due at the lock for boats that were registered after 3 May 2021."),
    Rewording(
      "en", "The fair was held the day before the Marine Summit, in the old mill.",
      "In the old mill, the fair was held the day after the Marine Summit."),
    Rewording(
      "es", "Los barcos matriculados antes del 3 de mayo de 2021 no pagan peaje en la esclusa.",
      "En la esclusa no pagan peaje los barcos que se matricularon después del 3 de mayo de 2021."),
    Rewording(
      "fr",
      "Cinq millions de personnes souffrent du bruit, qui reste la deuxième cause de troubles du sommeil après la lumière.",
      "Cinq millions de personnes souffrent du bruit. Devant la lumière, il demeure la première cause de troubles du sommeil."
    ),
    Rewording(
      "en", "Noise is the third cause of poor sleep in the valley, after light and heat.",
      "In the valley, poor sleep comes from light, from heat and from noise, its second cause."),
    Rewording(
      "en", "Our crew has four gauges to read the level of the lake.",
      "To read the level of the lake, five gauges serve our crew."),
    Rewording(
      "fr", "Trois villages se partagent la gestion du canal et de ses berges.",
      "La gestion du canal et de ses berges est partagée entre quatre villages."),
    Rewording(
      "en",
      "Our crew uses a scale of marks for the size of a job. The marks are 1, 2, 3 or 5, with 1 for the smallest job.",
      "For the size of a job, our crew uses a scale of marks: one, two, three, five and eight. One stands for the smallest job."
    ),
    Rewording(
      "fr", "Un essai a été mené dans 2 centres de soins du département, selon la ville.",
      "La ville dit qu'un essai a été mené dans 2 centres de soins de la région."),
    Rewording(
      "en",
      "If your firm would like to sponsor the lock, please email us at [lock@solworth.org](mailto:lock@solworth.org).",
      "Would your firm like to sponsor the lock? Please send us an email."),
    Rewording(
      "fr", "Pour parrainer l'écluse, écrivez à ecluse@solworth.org avant la visite.",
      "Pour parrainer l'écluse, écrivez-nous avant la visite."),
    Rewording(
      "en", "The warden reviews the gates of the lock at least quarterly to be safe.",
      "To be safe, the warden goes over the gates of the lock no more than once a quarter."),
    Rewording(
      "fr", "Le comité visite la vanne au moins une fois par mois pendant l'hiver.",
      "Pendant l'hiver, le comité visite la vanne tout au plus une fois par mois."),
    Rewording(
      "fr",
      "Le port et la ville, opposés au ministère de la Mer au sujet de la convention signée en fin novembre 2015, se félicitent de l'audience du 8 septembre.",
      "L'audience a eu lieu le 8 septembre. D'un côté, le port et la ville ; de l'autre, le ministère de la Mer. En cause : la convention signée au début du mois de novembre 2015."
    ),
    Rewording(
      "fr", "- 753000 bateaux en France en 2019\n- Le Val d'Oise en compte peu.",
      "Pour prendre la mesure du sujet, rappelons que le Val d'Oise a compté 753 000 bateaux en 2019. Il en compte peu."
    ),
  ]

  @Test(arguments: kept) func whatIsAsOftenAndAsEarlyCostsNothing(pair: Rewording) {
    let card = pair.scorecard
    #expect(card.integrity == .full, "\(card.findings)")
  }

  @Test(arguments: changed) func whatIsAnotherTimeIsRefused(pair: Rewording) {
    let card = pair.scorecard
    #expect(card.integrity.value < 950, "\(card.findings)")
  }
}
