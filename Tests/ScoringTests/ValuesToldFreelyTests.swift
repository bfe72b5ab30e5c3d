import Scoring
import Testing

/// Amounts, dates and names in sentences that are told freely: what says the same costs nothing, what changed is found.
@Suite struct ValuesToldFreelyTests {
  static let kept = [
    Rewording(
      "en", "The head of the archive Lena Hartmann and the keeper of the mill Tom Ashby opened the quay in spring.",
      "Lena Hartmann, head of the archive, and Tom Ashby, keeper of the mill, opened the quay in spring."),
    Rewording(
      "en", "The head of the archive Lena Hartmann and the keeper of the mill Tom Ashby opened the quay in spring.",
      "In spring, the quay was opened by Tom Ashby, who keeps the mill, and by Lena Hartmann, the head of the archive."),
    Rewording(
      "fr", "Note très détaillée de Paul Ferrand, adressée à Marc Tissier.",
      "Paul Ferrand en donne une note très détaillée, adressée à Marc Tissier."),
    Rewording(
      "en", "A detailed note by Paul Ferrand was sent to Marc Tissier in the spring.",
      "In the spring, Paul Ferrand wrote a detailed note, which was sent to Marc Tissier."),
    Rewording(
      "en", "Linux builds now optimize the front gate and the rear gate with LTO and BOLT, respectively, for speed.",
      "For speed, on Linux the front gate is now optimized with LTO and the rear gate with BOLT."),
    Rewording(
      "en",
      "Gold members include GoBoat, NodeMast and Modulus, and Silver members include Apigee, Codefleet, nearPort and Sphinx.",
      "The members are as follows:\n\n- **Gold members:** GoBoat, NodeMast and Modulus\n- **Silver members:** Apigee, Codefleet, nearPort and Sphinx"
    ),
    Rewording(
      "fr",
      "Migration du registre vers un intranet libre - **ONERA, Christophe Chapet** :\n\nUn point sur les logiciels - **CNES, Olivier Lagrange** :",
      "La migration du registre vers un intranet libre, avec **Christophe Chapet**, de l'ONERA.\n\nUn point sur les logiciels, avec **Olivier Lagrange**, du CNES."
    ),
    Rewording(
      "fr",
      "Mission de 4 mois à 3/5 ou 4/5 jours par semaine (temps plein à discuter), avec possibilité de renouvellement",
      "La mission s'étend sur 4 mois et peut être renouvelée. Comptez trois ou quatre jours par semaine (3/5 ou 4/5) ; un temps plein se discute."
    ),
    Rewording(
      "fr", "- Vous êtes en Master 1 ou 2\n- Vous aimez le canal",
      "Vous êtes en première ou en deuxième année de master, et vous aimez le canal."),
    Rewording(
      "fr", "__Étape 4__ (S1 et S2 2020) : Mise en service de la vanne pour tous les quais",
      "__Étape 4__ – Tout au long des deux semestres de 2020, la vanne est mise en service pour tous les quais."),
    Rewording(
      "en", "Everything improved in lock 20 is included in 22, plus further work on the gates.",
      "Every improvement from 20 is included in 22, and further work on the gates comes on top."),
    Rewording(
      "en", "All improvements from 20 are in 22, plus further work on the gates.",
      "Every improvement from 20 is included in 22, and further work on the gates comes on top."),
    Rewording(
      "en", "The gate is open to 1 low severity issue, 1 high severity issue, and 1 medium severity issue.",
      "We learned that three issues make the gate open: one of high severity, one of medium severity and one of low severity."
    ),
    Rewording(
      "en", "Gate 22 will be supported until April 2027, a full year longer than 20's support window.",
      "Gate 22 has support until April 2027. That is one full year more than 20 has."),
    Rewording(
      "en",
      "All publicly trusted Boat Authorities like Lock Solworth will be making similar changes. Lock Solworth is ready.",
      "Similar changes will be made by every publicly trusted Boat Authority of our kind. Lock Solworth is ready."),
    Rewording(
      "en", "The town of Ashby and its three mills sell flour to two ports. Ashby's mayor opened them.",
      "Its three mills sell the flour of the town of Ashby to two ports. They were opened by Ashby's mayor."),
    Rewording(
      "fr", "Le débat du port a duré de 13h30 jusqu'à 20h00 dans la halle.",
      "Dans la halle, le débat du port a duré d'une heure et demie de l'après-midi jusqu'à huit heures du soir."),
    Rewording(
      "en", "The debate at the port began at 8 p.m. in the old hall.",
      "At eight in the evening, the debate at the port began in the old hall."),
    Rewording(
      "es", "El debate del puerto empezó a las 20:00 en la lonja.",
      "El debate del puerto empezó en la lonja a las ocho de la tarde."),
    Rewording(
      "fr", "En France, 44 % des bateliers de la vallée n'ont pas de quai.",
      "Plus de quatre bateliers de la vallée sur dix (44 %) n'ont pas de quai en France."),
    Rewording(
      "en", "In the valley, 44% of boats have no berth.",
      "More than four boats in ten have no berth in the valley (44%)."),
    Rewording(
      "en", "In just five years, the share of boats with a berth rose from 50% to 85%.",
      "Look at the last few years. It took only five of them for the share of boats with a berth to rise from 50% to 85%."
    ),
    Rewording(
      "fr",
      "- 5 mars 2012 : article de presse sur les bateliers du canal\n- 6 mars 2012 : article de presse sur la vanne du moulin",
      "En mars 2012, deux articles de presse se suivent :\n\n- le 5, sur les bateliers du canal ;\n- le 6, sur la vanne du moulin."
    ),
    Rewording(
      "fr", "22-24 septembre 2011 : le forum des bateliers du canal.",
      "Du 22 au 24/09/2011 a eu lieu le forum des bateliers du canal."),
    Rewording(
      "en", "- **Better Harbour Lights:** the quay gets 12 lamps in spring.",
      "In spring the quay gets 12 lamps, and so the harbour is lit better."),
    Rewording(
      "en", "> Update: March 11, 2026\n\nThe lock opens on 3 April 2026.",
      "> Update: 11 March 2026\n\nOn 3 April 2026 the lock opens."),
    Rewording(
      "fr", "- Alterway, au nom de PLOSS (470 €)\n- Smile, au nom du CNLL (470 €)",
      "- 470 € ont été apportés par Smile, au nom du CNLL, et autant (470 €) par Alterway, au nom de PLOSS."),
    Rewording(
      "en",
      "We thank Carol Nash from the Lock Team, Peter Albin from the Harbour Response Group and Walter Pierce from the Quay Foundation for their help.",
      "Our thanks go to three people for their help: Walter Pierce of the Quay Foundation, Carol Nash of the Lock Team, and Peter Albin of the Harbour Response Group."
    ),
    Rewording(
      "es", "Nota muy detallada de Pablo Ferrán, dirigida a Marcos Tejero.",
      "Pablo Ferrán da una nota muy detallada, dirigida a Marcos Tejero."),
    Rewording(
      "fr", "La vanne a été réparée par Odile Marsac avec l'aide de Jean Tardy et de Luc Morel au printemps.",
      "Au printemps, avec l'aide de Luc Morel et de Jean Tardy, Odile Marsac a réparé la vanne."),
    Rewording(
      "fr", "Odile Marsac, présidente du port, a remis à Jean Tardy, maire de la ville, les clés de la halle.",
      "Jean Tardy, le maire de la ville, a reçu les clés de la halle d'Odile Marsac, présidente du port."),
    Rewording(
      "en", "Lena Hartmann, who heads the archive, gave the keys of the mill to Tom Ashby, the mayor.",
      "Tom Ashby, the mayor, got the keys of the mill from Lena Hartmann, the head of the archive."),
    Rewording(
      "en", "The lock is named after Ada Brandt, and the mill of the valley after Tom Ashby.",
      "The mill of the valley bears the name of Tom Ashby, the lock that of Ada Brandt."),
    Rewording(
      "fr", "Le salon de Lyon précède celui de Nantes, et la ville de Brest les accueille.",
      "Brest accueille le salon de Lyon puis celui de Nantes."),
    Rewording(
      "fr", "Le pont neuf est géré par la SNCF depuis la réforme. La RATP gère le quai.",
      "Depuis la réforme, c'est la SNCF qui gère le pont neuf. Le quai, lui, est géré par la RATP."),
    Rewording(
      "en", "Each PR of the Harbour Guild is read by two wardens of the lock.",
      "The PRs of the Harbour Guild are each read by two wardens of the lock."),
    Rewording(
      "fr", "C'est la troisième édition de la foire du canal, après une première édition réussie.",
      "Après une première édition réussie, la foire du canal en est à sa troisième édition."),
    Rewording(
      "fr", "Prévoyez quelques visites de la vanne : 2 ou 3 par mois.",
      "Chaque mois, prévoyez quelques visites de la vanne : 2 ou 3."),
    Rewording(
      "en", "The mill pays 300 euros a month to the guild, that is 3,600 euros a year.",
      "To the guild the mill pays 3,600 euros a year, that is 300 euros a month."),
    Rewording(
      "en", "The guild's annual survey counts 300 boats.",
      "The guild counts 300 boats a year in its survey."),
    Rewording(
      "en", "The lock opens every day of the week, for the boats of the valley.",
      "For the boats of the valley, the lock opens daily, all week."),
    Rewording(
      "en", "These days the lock carries few boats of the valley.",
      "In recent years, few boats of the valley have passed the lock."),
    Rewording(
      "fr", "De nos jours, peu de bateaux passent la vanne du canal.",
      "Ces dernières années, peu de bateaux passent la vanne du canal."),
    Rewording(
      "en", "It took a year to rebuild the lock of the valley.",
      "Rebuilding the lock of the valley took twelve months."),
    Rewording(
      "en", "Two, three or four boats pass each day, says the warden of the lock.",
      "Each day, says the warden of the lock, two to four boats pass."),
  ]

  static let changed = [
    Rewording(
      "en", "The head of the archive Lena Hartmann and the keeper of the mill Tom Ashby opened the quay in spring.",
      "Tom Ashby, head of the archive, and Lena Hartmann, keeper of the mill, opened the quay in spring."),
    Rewording(
      "fr", "Note très détaillée de Paul Ferrand, adressée à Marc Tissier.",
      "Marc Tissier en donne une note très détaillée, adressée à Paul Ferrand."),
    Rewording(
      "en", "A detailed note by Paul Ferrand was sent to Marc Tissier in the spring.",
      "In the spring, Marc Tissier wrote a detailed note, which was sent to Paul Ferrand."),
    Rewording(
      "en",
      "Gold members include GoBoat, NodeMast and Modulus, and Silver members include Apigee, Codefleet, nearPort and Sphinx.",
      "- **Gold members:** GoBoat, nearPort and Modulus\n- **Silver members:** Apigee, Codefleet, nearPort and Sphinx"),
    Rewording(
      "fr",
      "Migration du registre vers un intranet libre - **ONERA, Christophe Chapet** :\n\nUn point sur les logiciels - **CNES, Olivier Lagrange** :",
      "La migration du registre vers un intranet libre, avec **Olivier Lagrange**, de l'ONERA.\n\nUn point sur les logiciels, avec **Olivier Lagrange**, du CNES."
    ),
    Rewording(
      "fr",
      "Mission de 4 mois à 3/5 ou 4/5 jours par semaine (temps plein à discuter), avec possibilité de renouvellement",
      "La mission s'étend sur 4 mois et peut être renouvelée. Comptez deux ou trois jours par semaine (2/5 ou 3/5) ; un temps plein se discute."
    ),
    Rewording(
      "fr", "- Vous êtes en Master 1 ou 2\n- Vous aimez le canal",
      "Vous êtes en troisième ou en quatrième année de master, et vous aimez le canal."),
    Rewording(
      "fr", "__Étape 4__ (S1 et S2 2020) : Mise en service de la vanne pour tous les quais",
      "__Étape 4__ – Tout au long des trois trimestres de 2020, la vanne est mise en service pour tous les quais."),
    Rewording(
      "en", "The gate is open to 2 low severity issues, 1 high severity issue, and 1 medium severity issue.",
      "We learned that three issues make the gate open: one of high severity, one of medium severity and one of low severity."
    ),
    Rewording(
      "fr", "Le débat du port a duré de 13h30 jusqu'à 20h00 dans la halle.",
      "Dans la halle, le débat du port a duré d'une heure et demie de l'après-midi jusqu'à neuf heures du soir."),
    Rewording(
      "en", "The debate at the port began at 8 p.m. in the old hall.",
      "At nine in the evening, the debate at the port began in the old hall."),
    Rewording(
      "fr", "En France, 44 % des bateliers de la vallée n'ont pas de quai.",
      "Plus de six bateliers de la vallée sur dix n'ont pas de quai en France."),
    Rewording(
      "en", "In the valley, 44% of boats have no berth.",
      "More than five boats in ten have no berth in the valley."),
    Rewording(
      "en", "In just five years, the share of boats with a berth rose from 50% to 85%.",
      "Look at the last few months. It took only five of them for the share of boats with a berth to rise from 50% to 85%."
    ),
    Rewording(
      "fr",
      "- 5 mars 2012 : article de presse sur les bateliers du canal\n- 6 mars 2012 : article de presse sur la vanne du moulin",
      "En mars 2012, deux articles de presse se suivent :\n\n- le 5, sur les bateliers du canal ;\n- le 8, sur la vanne du moulin."
    ),
    Rewording(
      "fr", "22-24 septembre 2011 : le forum des bateliers du canal.",
      "Du 22 au 25/09/2011 a eu lieu le forum des bateliers du canal."),
    Rewording(
      "en", "> Update: March 11, 2026\n\nThe lock opens on 3 April 2026.",
      "> Update: 12 March 2026\n\nOn 3 April 2026 the lock opens."),
    Rewording(
      "en", "> With 5,700 boats and a solid guild backing it, 2016 was a good year for the lock.\n\nThe guild is glad.",
      "> 2016 was a bad year for the lock: it had 5,700 boats and a solid guild backed it.\n\nThe guild is glad."),
    Rewording(
      "fr", "- Alterway, au nom de PLOSS (470 €)\n- Smile, au nom du CNLL (470 €)",
      "- 470 € ont été apportés par Smile, au nom de PLOSS, et autant (470 €) par Alterway, au nom du CNLL."),
    Rewording(
      "en",
      "We thank Carol Nash from the Lock Team, Peter Albin from the Harbour Response Group and Walter Pierce from the Quay Foundation for their help.",
      "Our thanks go to three people for their help: Carol Nash of the Lock Team, Walter Pierce of the Harbour Response Group, and Peter Albin of the Quay Foundation."
    ),
    Rewording(
      "es", "Nota muy detallada de Pablo Ferrán, dirigida a Marcos Tejero.",
      "Marcos Tejero da una nota muy detallada, dirigida a Pablo Ferrán."),
    Rewording(
      "fr", "Odile Marsac, présidente du port, a remis à Jean Tardy, maire de la ville, les clés de la halle.",
      "Odile Marsac, maire de la ville, a remis à Jean Tardy, président du port, les clés de la halle."),
    Rewording(
      "en", "The crew has offices in Lisbon, and Ada Brandt runs the lock there. Tom Ashby stays at the mill.",
      "In Lisbon the crew has offices, and Tom Ashby runs the lock there. He stays at the mill."),
    Rewording(
      "fr", "Le pont neuf est géré par la SNCF depuis la réforme. La RATP gère le quai.",
      "Depuis la réforme, c'est la RATP qui gère le pont neuf. Elle gère aussi le quai."),
    Rewording(
      "fr", "C'est la troisième édition de la foire du canal, et la ville est ravie.",
      "La ville est ravie : la foire du canal en est à sa première édition."),
    Rewording(
      "en", "This is the first edition of the fair, and the town is glad of it.",
      "The town is glad of it: the fair is in its second edition."),
    Rewording(
      "fr", "Prévoyez quelques visites de la vanne : 2 ou 3 sur la durée du stage.",
      "Prévoyez aussi quelques visites de la vanne : 2 ou 3 par mois de stage."),
    Rewording(
      "en", "It took a year to rebuild the lock of the valley.",
      "Rebuilding the lock of the valley took a month."),
    Rewording(
      "es", "En un solo día el molino produce más harina que todo el valle en invierno.",
      "En una sola semana el molino produce más harina que todo el valle en invierno."),
    Rewording(
      "es", "Es la tercera edición de la feria del canal, y la ciudad está contenta.",
      "La ciudad está contenta: es la primera edición de la feria del canal."),
  ]

  @Test(arguments: kept) func whatSaysTheSameCostsNothing(pair: Rewording) {
    let card = pair.scorecard
    #expect(card.integrity == .full, "\(card.findings)")
  }

  @Test(arguments: changed) func whatSaysSomethingElseIsRefused(pair: Rewording) {
    let card = pair.scorecard
    #expect(card.integrity.value < 950, "\(card.findings)")
  }
}
