import Scoring
import Testing

/// Who does what to whom, what brings about what, what is left out and what is put in, told in other words.
@Suite struct ClaimedOtherwiseTests {
  static let kept = [
    Rewording(
      "en", "Not familiar with the ferry? It sails from the old quay each Sunday.",
      "Is the ferry new to you? It sails from the old quay each Sunday."),
    Rewording(
      "fr", "Le bac part du vieux quai chaque dimanche. Le programme sera complété d'ici à fin avril.",
      "Le bac part du vieux quai chaque dimanche. Ce n'est pas fini : le programme sera complété d'ici à fin avril."),
    Rewording(
      "en", "We have run the ferry since 2019, and it hasn't been trouble-free at any time of the year.",
      "We have run the ferry since 2019. Has it been trouble-free at any time of the year? It hasn't."),
    Rewording(
      "en", "The plan has three parts: (1) a bridge for the old town, (2) a ferry, and (3) lamps along the quay.",
      "The plan has three parts: a bridge for the old town, a ferry, and lamps along the quay."),
    Rewording(
      "fr",
      "Le Bureau des Rivieres compte les bateaux de la ville. Le Bureau des Riviere publie ses chiffres chaque mois de mai.",
      "Le Bureau des Rivieres compte les bateaux de la ville. Le Bureau des Rivieres publie ses chiffres chaque mois de mai."
    ),
    Rewording(
      "en",
      "* [The new lamps](https://lamps.example/plan), which light the old quay all winter; owned by [Mary Field](https://people.example/mary).",
      "* [Mary Field](https://people.example/mary) owns [the new lamps](https://lamps.example/plan), which light the old quay all winter."
    ),
    Rewording("en", "The tenants pay rent to the parish.", "Rent is paid to the parish by the tenants."),
    Rewording(
      "en", "The code produced by a compiler is often long.", "The code that a compiler produces is often long."),
    Rewording(
      "en", "A study funded by the port counts the lorries.", "Funded by the port, a study counts the lorries."),
    Rewording(
      "fr", "Le plan prévoit trois mesures de soutien.", "Voilà les trois mesures de soutien que prévoit le plan."),
    Rewording("fr", "La crue résulte surtout d'un barrage ancien.", "Un barrage ancien a surtout provoqué la crue."),
    Rewording(
      "en", "Because the pier was rotten, the ferry stopped.", "The ferry stopped because the pier was rotten."),
    Rewording("fr", "Cette aide permet aux jardins de durer.", "Grâce à cette aide, les jardins durent."),
    Rewording(
      "fr", "Les métiers proposés par le port attirent les jeunes.",
      "Les métiers que propose le port attirent les jeunes."
    ),
    Rewording(
      "en", "The lock gates of the old canal will only work when boats use the beacon.",
      "The lock gates of the old canal won't work unless boats use the beacon."),
    Rewording(
      "en", "The bridge opened in spring. The railings of the bridge do not meet the norm. Walkers like it.",
      "The bridge, whose railings do not meet the norm, opened in spring. Walkers like it."),
    Rewording(
      "en", "The bridge opened in spring. Let us take a closer look at it. Walkers like the view.",
      "The bridge opened in spring. Walkers like the view."),
    Rewording(
      "es", "La bomba del valle se revisa cada mes.", "Todos los meses se revisa la bomba del valle."),
    Rewording(
      "es", "El riego del valle suele fallar en agosto.", "En agosto, el riego del valle falla a menudo."),
    Rewording(
      "es", "La bomba falló debido a la sequía del verano.", "Por culpa de la sequía del verano, la bomba falló."),
    Rewording(
      "es", "Puedes escribir al alcalde para apoyar el puente.",
      "Nada te impide escribir al alcalde para apoyar el puente."),
    Rewording("en", "Most tenants will stay next winter.", "Next winter, the bulk of the tenants will stay."),
    Rewording(
      "fr", "Le port émet plus de soufre que la gare et le dépôt.",
      "La gare et le dépôt émettent moins de soufre que le port."),
  ]

  static let changed = [
    Rewording(
      "es", "El riego del valle suele fallar en agosto.", "El riego del valle rara vez falla en agosto."),
    Rewording("es", "La bomba del valle se revisa cada mes.", "La bomba del valle se revisa cada año."),
    Rewording(
      "es", "Los vecinos podrán regar el huerto siempre que el pozo supere la prueba de calidad.",
      "Los vecinos podrán regar el huerto."),
    Rewording(
      "es", "La bomba falló debido a la sequía del verano.", "La bomba falló a pesar de la sequía del verano."),
    Rewording(
      "es", "El taller cerró el año pasado por la sequía.", "El taller cerrará el año que viene por la sequía."),
    Rewording(
      "es", "La norma vale únicamente para los talleres del puerto.", "La norma vale para los talleres del puerto."),
    Rewording(
      "en", "The lamps do not shine at night. They cost little, and do not tire the crew that has no oil.",
      "The lamps do not shine at night. They cost little, and tire the crew that has no oil."),
    Rewording(
      "en", "The lamps shine at night all winter, and the crew of the old ferry likes them.",
      "The lamps do not shine at night all winter, and the crew of the old ferry does not like them."),
    Rewording(
      "fr", "Le vote a eu lieu. Accepté, le projet du pont attend sa première pierre.",
      "Le vote a eu lieu. Refusé, le projet du pont attend sa première pierre."),
    Rewording("en", "They pay rent to the parish each spring.", "Each spring, the parish pays them rent."),
    Rewording(
      "fr", "L'équipe de la mairie contacte en direct plusieurs commerces.",
      "Plusieurs commerces contactent directement l'équipe de la mairie."),
    Rewording(
      "en", "The pier rotted because the ferry line had closed.",
      "The ferry line had closed because the pier rotted."),
    Rewording(
      "en",
      "The bridge and its railings opened. The railings of the bridge do not reach the height that cities demand. It is busy.",
      "The bridge and its railings opened. It is busy."),
    Rewording(
      "en", "Farmers that have mapped all their hidden drains may apply for the grant.",
      "Farmers may apply for the grant."),
    Rewording(
      "en", "Shared workshops save space in the old town.",
      "Shared workshops save space in the old town. One carpenter, for instance, gave up his cellar and moved his firm."
    ),
    Rewording(
      "en", "Most tenants of the tower who pay by card will see no change.",
      "Tenants of the tower who pay by card will see no change."),
    Rewording("fr", "Le lycée accueille les élèves, filles comme garçons.", "Le lycée accueille les élèves, filles."),
    Rewording(
      "fr", "Le port émet plus de soufre que la gare et le dépôt.",
      "Les rejets de soufre du port sont inférieurs à ceux de la gare et du dépôt."),
    Rewording("en", "The Tarn Institute projected a mild winter.", "One blog projected a mild winter."),
    Rewording(
      "en", "Marlow Bank became a sponsor of Heron Theatre to please its staff.",
      "To please its staff, Heron Theatre had become a sponsor of Marlow Bank."),
    Rewording(
      "en", "In a shed rented by Torvane Mills, 90 kilos of tea were seized by harbour guards.",
      "Torvane Mills seized 90 kilos of tea in a shed rented by harbour guards."),
    Rewording(
      "en", "The Torvane mill grinds rye. It has 40 workers. The Dorval group bought it in 2021.",
      "The Torvane mill, which bought the Dorval group in 2021, grinds rye; it has 40 workers."),
    Rewording(
      "en", "Tall masts need checks every week because sail boats are more fragile than steam ships in winter.",
      "Steam ships are more fragile than sail boats in winter; that is the reason for weekly checks of tall masts."),
    Rewording(
      "en", "Moving the depot to the east bank will likely mean some noise. The council can help.",
      "What then? Moving the depot to the east bank will mean some noise. The council can help."),
    Rewording(
      "fr", "Les camions roulent partout sur la côte, hors période de pluie. Le maire suit le dossier.",
      "Partout sur la côte, les camions roulent. Le dossier est suivi par le maire."),
  ]

  /// Told too freely to prove that anybody changed places.
  static let doubtful = [
    Rewording("en", "The auditor reviews our accounts in spring.", "We review the auditor's accounts in spring."),
    Rewording(
      "fr", "La crue résulte manifestement d'un barrage ancien de la vallée.",
      "La crue a manifestement provoqué un barrage ancien de la vallée."),
    Rewording(
      "fr", "Cette hausse trouve son origine dans la pénurie de logements.",
      "Il en résulte une pénurie de logements."),
  ]

  /// What a good writer does with a whole article: sentences split, merged, turned into questions and answers.
  static let restyled = [
    Rewording(
      "en", "But the crew has more work to do on the old bridge.",
      "So is the old bridge done? No, the crew has more work to do on it."),
    Rewording(
      "fr", "Depuis 2012, 5 éboulements ont eu lieu près du viaduc, sans faire de victimes.",
      "Le viaduc ? Depuis 2012, les éboulements y sont arrivés 5 fois. Ils n'ont pas fait de victimes."),
    Rewording(
      "en", "The first map was downloaded 1243 times in spring.", "In spring, the first map had 1243 downloads."),
    Rewording(
      "en", "The toll was 90 cents, which will be cut in half to 45 cents.",
      "The toll was 90 cents. They will have cut that in half: to 45 cents."),
    Rewording(
      "en", "The Tarn Bridge Authorities set the technical norms for lamps.",
      "What must a lamp be like? Each Tarn Bridge Authority sets the technical norms."),
    Rewording(
      "fr", "Le maire demande s'il est possible pour la ville de vendre le pont sans enquête.",
      "Que demande le maire ? Ceci : la ville peut-elle vendre le pont sans enquête ?"),
    Rewording(
      "en", "We believe that the ferry has played a great role in the growth of the port.",
      "Why? In our belief, the ferry has played a great role in the growth of the port."),
    Rewording(
      "en", "This cuts the term from five years to three years for all lamps.",
      "This cuts the term for all lamps from five years to three."),
    Rewording(
      "fr", "Sur les trajets courts vers le port, nous sommes seulement 1,43 personne par voiture.",
      "Les trajets courts vers le port ? Nous n'y sommes que 1,43 personne par voiture."),
    Rewording(
      "en", "Nobody expected the ferry to last, yet it did, and the crew says that the reason is simple.",
      "Who expected the ferry to last? Nobody, yet it did, and the crew says that the reason is simple."),
    Rewording(
      "fr", "Vous pouvez aussi écrire au maire pour soutenir ce projet de pont.",
      "Rien ne vous empêche, en plus, d'écrire au maire pour soutenir ce projet de pont."),
    Rewording(
      "en",
      "It does not count boats that moor outside, such as boats that were towed or boats that do not pay the toll.",
      "What's not counted are boats that moor outside. Such boats may have been towed, or they may be boats that don't pay the toll."
    ),
    Rewording(
      "fr", "Le projet du quai pose des difficultés : le bruit, le coût et le sable.",
      "Le projet du quai pose des difficultés. Elle est triple, la peine : le bruit, le coût et le sable."),
    Rewording("fr", "-50 % sur le temps de pose des rails.", "Le temps de pose des rails a chuté de 50 %."),
    Rewording(
      "en", "We like the plan mainly because it forces us to break big jobs down into small jobs.",
      "We like the plan mainly because we can't do it without breaking big jobs down into small jobs."),
    Rewording(
      "en", "Anna Field runs the mill. \"You cannot put a price on the river that we have here,\" said Anna Field.",
      "Anna Field runs the mill. \"You cannot put a price on the river that we have here,\" she said. It is her home."),
  ]

  @Test(arguments: doubtful) func whatCannotBeToldIsAWarning(pair: Rewording) {
    let card = pair.scorecard
    #expect(card.integrity.value >= 950 && card.integrity != .full, "\(card.findings)")
    #expect(card.findings.contains { $0.rule == "opposite-stated" && $0.severity == .warning })
  }

  @Test(arguments: restyled) func whatIsRestyledFreelyIsNotRefused(pair: Rewording) {
    let card = pair.scorecard
    #expect(!card.findings.contains { $0.severity == .error }, "\(card.findings)")
    #expect(card.integrity.value >= 950, "\(card.findings)")
  }

  @Test(arguments: kept) func whatIsOnlyToldOtherwiseCostsNothing(pair: Rewording) {
    let card = pair.scorecard
    #expect(card.integrity == .full, "\(card.findings)")
  }

  @Test(arguments: changed) func whatIsAnotherStatementIsRefused(pair: Rewording) {
    let card = pair.scorecard
    #expect(card.integrity.value < 950, "\(card.findings)")
  }

  /// All sentences of a long article are shortened, and none of what they lost stands anywhere else.
  @Test func longArticleThatIsShortenedEverywhereIsJudged() {
    let sentences = (0..<1000).map { number in
      let own = ["mason", "house", "roof", "river", "door", "bridge"].map { "\($0)x\(number)" }
      return "The \(own[0]) builds a \(own[1]) and mends a \(own[2]) near the \(own[3]) while painting a \(own[4])"
        + " under a \(own[5])"
    }
    let ends = (0..<1000).map { ", using hammersx\($0) from shopsx\($0) beside marketsx\($0)." }
    let baseline = zip(sentences, ends).map(+).joined(separator: "\n\n")
    let candidate = sentences.map { $0 + "." }.joined(separator: "\n\n")
    let card = Rewording("en", baseline, candidate).scorecard
    #expect(card.integrity.value < 950)
    #expect(card.findings.contains { $0.rule == "claim-lost" })
  }
}
