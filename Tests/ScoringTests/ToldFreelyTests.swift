import Scoring
import Testing

/// What a writer does who tells a text freely and faithfully: nothing of it stops the text.
@Suite struct ToldFreelyTests {
  static let kept = [
    Rewording(
      "fr", "Les registres sont mal tenus par les gardiens de la vanne.",
      "Les gardiens de la vanne tiennent mal les registres."),
    Rewording(
      "en", "The gates are often painted by the wardens of the lock.",
      "The wardens of the lock often paint the gates."),
    Rewording(
      "fr", "Une enquête (6 à 9 semaines) ouvre le projet du port.",
      "Une enquête de six à neuf semaines ouvre le projet du port."),
    Rewording(
      "fr", "Le pont sera remis à neuf en 2025 par la commune.", "En 2025, la commune remettra le pont à neuf."),
    Rewording(
      "fr", "Le club propose un prêt pouvant être prolongé par téléphone, sans passer au bureau.",
      "Le club propose un prêt qui peut être prolongé par téléphone, sans passer au bureau."),
    Rewording(
      "en", "Members book a room online, and it is possible to cancel the room up to the evening before.",
      "Members book a room online. Up to the evening before, they cancel the room in two clicks."),
    Rewording(
      "en", "The warden sends the keys of the boathouse as soon as possible.",
      "The warden sends the keys of the boathouse at once."),
    Rewording(
      "en", "The harbour office projected that the quay would take 310 boats in winter.",
      "By the harbour office's projection, the quay would take 310 boats in winter."),
    Rewording(
      "en", "At the mill, we believe that slow stones make the best flour of the valley.",
      "We at the mill believe that slow stones make the best flour of the valley."),
    Rewording(
      "en", "Nobody can book the boathouse in winter, and no boat is left there.",
      "Can the boathouse be booked in winter? Never, and no boat is left there."),
    Rewording(
      "fr", "Du quai à la vanne, chaque étape fait l'objet d'une visite et d'un rapport.",
      "Du quai à la vanne, aucune étape ne va sans une visite ni un rapport."),
    Rewording(
      "en", "The two sluices were too different: they could not be served by the same crew.",
      "The two sluices were too different to be served by the same crew."),
    Rewording(
      "fr", "Sa présidente est Odile Marsac, qui dirige aussi la scierie.",
      "Elle est présidée par Odile Marsac, qui dirige aussi la scierie."),
    Rewording(
      "en", "We built lamps that have been re-used by towns and villages of the coast.",
      "We built lamps that towns and villages of the coast have re-used."),
    Rewording(
      "en", "I work on a crew at Solworth responsible for locks and gates.",
      "The crew I work on at Solworth is responsible for locks and gates."),
    Rewording(
      "fr", "Les agents de la gare donnent parfois des RDV.", "Les agents de la gare donnent parfois des rendez-vous."),
    Rewording(
      "fr", "Le secrétariat rédige les actes (CR des réunions, factures).",
      "Le secrétariat rédige les actes : comptes rendus des réunions, factures."),
    Rewording(
      "fr", "Des fermes (lait, blé...). Satisfaire ces fermes a demandé deux ponts neufs.",
      "Des fermes (lait, blé...). Pour répondre à ces fermes, il a fallu deux ponts neufs."),
    Rewording(
      "fr", "Un pont de qualité.Doté de rampes, il relie les deux quais.",
      "Un pont de qualité. Il a des rampes et relie les deux quais."),
    Rewording(
      "fr", "Les bateliers ont rejoint la Coop des Rivieres. La Coop des Rivierres est ouverte en mai.",
      "Les bateliers ont rejoint la Coop des Rivieres. Elle est ouverte en mai."),
    Rewording(
      "en", "The archive of the port follows ISO27001 and runs on Node20.",
      "The archive of the port follows ISO 27001 and runs on Node 20."),
    Rewording(
      "en", "Pump 20's warranty ends in April 2026 for all towns.",
      "The warranty of Pump 20 ends in April 2026 for all towns."),
    Rewording(
      "en", "The board approved a slate of 26 goals for the harbour.",
      "For the harbour, the board approved 26 goals, as a slate."),
    Rewording(
      "fr", "Seuls 5 % des bateliers de la vallée sont suivis.",
      "Une seule personne qui navigue dans la vallée sur vingt est suivie : 5 % des bateliers."),
    Rewording(
      "fr", "Les déchets du port pèsent 50 g par repas, contre 150 g avant.",
      "Les déchets du port, divisés par trois, pèsent 50 g par repas, contre 150 g avant."),
    Rewording(
      "en", "The quay has 10 lamps in all. We put up 5 red lamps by the gate. We put up 5 green lamps by the lock.",
      "The quay has ten lamps in all. Half of the ten are red. We put up the five red lamps by the gate. The five green lamps are up by the lock."
    ),
    Rewording(
      "en", "The stones weigh 1, 2 or 5 points, with 1 representing the smallest stone.",
      "The stones weigh one, two or five points. One stands for the smallest stone."),
    Rewording(
      "fr", "La pose des rails prend moins de temps (6/8 mois à 3 mois).",
      "La pose des rails prend moins de temps : il fallait de 6 à 8 mois, il en faut désormais 3."),
    Rewording(
      "fr", "Le quai a ouvert le 4 décembre 2011, puis la vanne le 22 décembre 2011.",
      "Et en décembre ? Le quai a ouvert le 4 décembre 2011, puis la vanne le 22 décembre 2011."),
    Rewording(
      "fr", "Le pont a été fondé en 2018. Le quai a suivi en 2020, et la vanne en 2023.",
      "De 2018 à 2023, trois étapes. Le pont a été fondé en 2018. Le quai a suivi en 2020, et la vanne en 2023."),
    Rewording(
      "en", "In September, 2020, the port opened a new quay for ferries.",
      "The port opened a new quay for ferries in September 2020."),
    Rewording("fr", "Départ : 9h30 ACCUEIL au port.", "À 9h30 : accueil au port, puis départ."),
    Rewording(
      "fr", "Un bateau sur cinq (20 %) reste au port en hiver.", "En hiver, 20 % des bateaux restent au port."),
    Rewording(
      "fr", "La vallée souffre d'un manque d'eau, d'ombre et de bancs.",
      "La vallée souffre d'un triple manque : d'eau, d'ombre et de bancs."),
  ]

  static let doubtful = [
    Rewording(
      "en", "The mill was sold to Brandt by the city in 1921.", "The mill was bought by Brandt from the city in 1921."),
    Rewording(
      "fr", "L'hiver, le départ à l'heure n'est pas la priorité des bateliers du vieux quai.",
      "L'hiver, les bateliers du vieux quai ont d'autres priorités que le départ à l'heure."),
    Rewording(
      "en", "Slow grinding is the most useful way of making flour that a small mill has.",
      "No way of making flour that a small mill has is more useful than slow grinding."),
    Rewording(
      "en",
      "Many people came together to build the museum of the harbour. We couldn't have done it without all of them.",
      "It took many people coming together to build the museum of the harbour, and without all of them we couldn't have done it."
    ),
    Rewording(
      "fr", "Le résultat attendu se mesurera au nombre de bateaux qui passent la vanne chaque été.",
      "Et le résultat attendu ? Il se mesurera au nombre de bateaux qui passent chaque été la vanne."),
    Rewording(
      "fr", "Les bateliers déplorent un manque de visibilité sur les travaux de la vanne et du quai.",
      "Les bateliers déplorent de manquer de visibilité sur les travaux de la vanne et du quai."),
  ]

  static let changed = [
    Rewording(
      "en", "The pumps of the valley were removed, and the village is glad of it.",
      "The pumps of the valley were not removed, and the village is glad of it."),
    Rewording(
      "en", "The mill was sold to Brandt by the city in 1921.", "The mill was bought to Brandt by the city in 1921."),
    Rewording(
      "fr", "Les déchets du port pèsent 50 g par repas, contre 150 g avant.",
      "Les déchets du port, divisés par quatre, pèsent 50 g par repas, contre 150 g avant."),
    Rewording(
      "en", "The archive of the port follows ISO27001 and runs on Node20.",
      "The archive of the port follows ISO 27002 and runs on Node 20."),
    Rewording(
      "en", "The scheme of the port could halve waiting times at the lock.",
      "The scheme of the port will halve waiting times at the lock."),
    Rewording(
      "fr", "Le pont a été fondé en 2018. Le quai a suivi en 2020, et la vanne en 2023.",
      "De 2017 à 2023, trois étapes. Le pont a été fondé en 2018. Le quai a suivi en 2020, et la vanne en 2023."),
    Rewording(
      "en", "The pumps of the valley were removed. Nobody is glad of it, and the village has no water.",
      "The pumps of the valley were not removed. Nobody is glad of it, and the village has no water."),
  ]

  @Test(arguments: kept) func whatIsToldFreelyCostsNothing(pair: Rewording) {
    let card = pair.scorecard
    #expect(card.integrity == .full, "\(card.findings)")
  }

  @Test(arguments: doubtful) func whatCannotBeToldIsNotRefused(pair: Rewording) {
    let card = pair.scorecard
    #expect(card.integrity.value >= 950, "\(card.findings)")
  }

  @Test(arguments: changed) func whatIsAnotherStatementIsRefused(pair: Rewording) {
    let card = pair.scorecard
    #expect(card.integrity.value < 950, "\(card.findings)")
  }
}
