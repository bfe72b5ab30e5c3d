import Scoring
import Testing

/// One sentence told otherwise in an article whose other sentences stayed word for word.
@Suite struct EditedAloneTests {
  static let kept = [
    Rewording(
      "en", "The report of the mill names its strengths and weaknesses.",
      "The report of the mill says where it is strong and where it is weak."),
    Rewording(
      "en", "Visitors are just as likely to take the ferry as they are to walk over the old bridge.",
      "Visitors take the ferry and walk over the old bridge in equal numbers."),
    Rewording(
      "en", "We asked the miller if she wouldn't mind showing her books to the town.",
      "Would she mind showing her books to the town? That is what we asked the miller."),
    Rewording(
      "en", "The lock is not free of faults, and the keepers know it.",
      "The lock has its faults, and the keepers know it."),
    Rewording(
      "en", "The files of the port have yet to be sorted by the clerks.",
      "The clerks have not sorted the files of the port."),
    Rewording(
      "en", "The tenants pay a bond that they will get back after they leave the mill and restore the land around it.",
      "The tenants pay a bond. Once they have left the mill and the land around it has been restored, they get it back."
    ),
    Rewording(
      "en", "Companies may join the scheme on a voluntary basis.", "Joining the scheme is optional for companies."),
    Rewording("en", "It is not easy to reach the tower in winter.", "Reaching the tower in winter is hard."),
    Rewording("en", "The keepers never stop greasing the gates.", "The keepers always keep greasing the gates."),
    Rewording(
      "en", "The bus runs every day except when the pass is closed.",
      "The bus runs every day, with one exception: when the pass is closed."),
    Rewording(
      "en", "The new pump uses less water than the old one.", "The old pump uses more water than the new one."),
    Rewording(
      "fr", "Les élèves ne sont pas tenus de manger à la cantine.",
      "Les élèves mangent à la cantine s'ils le souhaitent."),
    Rewording(
      "fr", "Les gardiens ne cessent de graisser les vannes.", "Les gardiens graissent les vannes en permanence."),
    Rewording(
      "fr", "La nouvelle pompe consomme moins d'eau que l'ancienne.",
      "L'ancienne pompe consomme plus d'eau que la nouvelle."),
    Rewording(
      "en", "The town will open the new quay in spring, and the ferry will call there.",
      "In spring the town will open the new quay, where the ferry is to call."),
    Rewording(
      "en", "Whether or not you own a boat, the harbour office wants to hear from you.",
      "The harbour office wants to hear from you, boat owner or not."),
    Rewording(
      "en", "The county launched its Trusted Rowing program with five initial rowing partners.",
      "Five initial rowing partners were on board when the county launched its Trusted Rowing program."),
    Rewording(
      "en", "Before, the files of the port generally only held the same lists that hung on the quay.",
      "Until now, the files of the port generally held nothing but the lists that hung on the quay."),
    Rewording(
      "fr", "Il faut une solution permettant d'accélérer le passage des bateliers.",
      "Il faut une solution grâce à laquelle le passage des bateliers s'accélère."),
    Rewording(
      "fr", "Cette hausse trouve son origine dans la pénurie de bateaux sur le canal.",
      "À l'origine de cette hausse : des bateaux trop rares sur le canal, une pénurie."),
    Rewording(
      "fr", "Le conseil a rencontré la DPR, direction du port, qui a donné son accord pour lancer l'essai.",
      "La direction du port (DPR) a été rencontrée par le conseil : elle a donné son accord au lancement de l'essai."),
    Rewording(
      "fr", "Dans la vallée, 44 % des enfants n'ont pas accès à un bac.",
      "Dans la vallée, 56 % des enfants ont accès à un bac ; 44 % n'y ont pas accès."),
    Rewording(
      "fr", "Une fuite fait apparaître un abandon total des écluses anciennes.",
      "Les écluses anciennes sont totalement abandonnées : voilà ce que fait apparaître une fuite."),
    Rewording(
      "fr", "L'équipe réunit deux éclusiers accompagnés par un guide.",
      "Deux éclusiers, avec l'accompagnement d'un guide, forment l'équipe."),
    Rewording(
      "fr", "Nous mesurons l'usage du bac avec un coût au trajet vérifié.",
      "L'usage du bac est mesuré au moyen d'un coût par trajet vérifié."),
    Rewording(
      "fr", "Le but est de rencontrer le plus rapidement possible les bateliers du canal.",
      "Le but est d'aller au plus vite à la rencontre des bateliers du canal."),
    Rewording(
      "fr", "L'isolement des villages est un mal ancien, aggravé dans la vallée haute.",
      "Mal ancien, l'isolement des villages est aggravé dans la vallée haute."),
    Rewording(
      "fr", "Lorsque les dossiers du port n'ont pas été traités depuis des années, on parle d'arriéré.",
      "On parle d'arriéré quand des dossiers du port attendent d'être traités depuis des années."),
    Rewording(
      "fr", "Le dispositif du canal présente une certaine complexité pour les éclusiers.",
      "Le dispositif du canal n'est pas exempt d'une certaine complexité pour les éclusiers."),
    Rewording(
      "fr", "Le bac proposera un tarif réduit aux élèves du village à la rentrée.",
      "À la rentrée, les élèves du village se verront proposer un tarif réduit par le bac."),
    Rewording(
      "fr", "Les bateliers sont libres de choisir leur écluse.", "Les bateliers choisissent librement leur écluse."),
    Rewording(
      "es", "El ayuntamiento abrirá el nuevo muelle en primavera.",
      "En primavera, el ayuntamiento abrirá al público el nuevo muelle."),
  ]

  static let changed = [
    Rewording(
      "fr", "Dans la vallée, 44 % des enfants n'ont pas accès à un bac.",
      "Dans la vallée, 56 % des enfants n'ont pas accès à un bac ; 44 % y ont accès."),
    Rewording(
      "en", "The port will help the bakers to move their ovens.",
      "The port has already helped the bakers to move their ovens."),
    Rewording(
      "en", "The canal board is working to standardize the gates of all locks.",
      "The canal board has standardized the gates of all locks."),
    Rewording("en", "We'd like to get to a quay where boats can turn.", "We've gotten to a quay where boats can turn."),
    Rewording(
      "en", "Members of the club are free to repair the boats as they like.",
      "Members of the club are bound to repair the boats."),
    Rewording(
      "en", "Whether or not you own a boat, the harbour office wants to hear from you.",
      "Provided that you own a boat, the harbour office wants to hear from you."),
    Rewording(
      "en", "The clerk reads the letters if the miller agrees.",
      "The clerk reads the letters whether or not the miller agrees."),
    Rewording(
      "en", "Moving the mill is a non-trivial task for the town.", "Moving the mill is a trivial task for the town."),
    Rewording(
      "en", "The new gate increases the number of parts that the keepers must oil.",
      "With the new gate, the keepers have fewer parts to oil."),
    Rewording(
      "fr", "Un parcours est en cours de création pour les bateaux de la vallée.",
      "Un parcours consacré aux bateaux de la vallée a été créé."),
    Rewording(
      "fr", "L'annuaire des éclusiers est en cours de construction.", "L'annuaire des éclusiers est aujourd'hui achevé."
    ),
    Rewording(
      "fr", "Le bac a vocation, à terme, à transporter la majorité des élèves du village.",
      "Le bac transporte désormais la majorité des élèves du village."),
    Rewording(
      "fr", "Les bateliers peuvent, sur la base du volontariat, prendre part au relevé des crues.",
      "Les bateliers sont tenus de prendre part au relevé des crues."),
    Rewording(
      "fr", "Le rapport de l'écluse comporte généralement trois parties.",
      "Le rapport de l'écluse comporte obligatoirement trois parties."),
    Rewording(
      "fr", "Le maire augmente le budget du bac si la fréquentation est au rendez-vous.",
      "Le maire augmente le budget du bac, que la fréquentation soit ou non au rendez-vous."),
    Rewording(
      "fr", "Les riverains redoutent que le bac puisse être supprimé.",
      "Les riverains constatent que le bac est supprimé."),
    Rewording(
      "fr", "Le prêt permet d'acheter un bateau sans acquérir le mouillage.",
      "Avec ce prêt, on achète un bateau et l'on acquiert du même coup le mouillage."),
    Rewording(
      "fr", "L'accès libre au quai est offert aux bateliers du canal.",
      "Un accès payant au quai est offert aux bateliers du canal."),
    Rewording(
      "es", "Los vecinos pueden regar el huerto de forma voluntaria.", "Los vecinos están obligados a regar el huerto."),
    Rewording("es", "El puente del río está en construcción.", "El puente del río ya está terminado."),
  ]

  @Test(arguments: kept) func whatIsToldFreelyIsNoFinding(pair: Rewording) { pair.expectUnchanged() }

  @Test(arguments: changed) func whatIsClaimedOtherwiseIsRefused(pair: Rewording) { pair.expectRefused() }
}
