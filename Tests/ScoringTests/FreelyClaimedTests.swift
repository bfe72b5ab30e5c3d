import Scoring
import Testing

/// Claims in sentences that are told freely: which change is proven by the words around it, and which is not.
@Suite struct FreelyClaimedTests {
  static let kept = [
    Rewording(
      "fr", "L'essai permet de s'assurer que la pompe choisie est utile avant de la déployer dans la vallée.",
      "Avec l'essai, on s'assure de l'utilité de la pompe choisie pour la vallée ; le déploiement ne vient qu'après."),
    Rewording(
      "fr", "Quand les dossiers du port s'entassent dans les armoires depuis des années, on parle d'arriéré.",
      "Des dossiers du port qui s'entassent dans les armoires depuis des années : c'est ce qu'on appelle un arriéré."),
    Rewording(
      "fr", "Les registres sont mal renseignés par les éclusiers (qui n'arrivent pas à remplir leurs obligations).",
      "Les éclusiers renseignent mal les registres, et n'arrivent pas à remplir leurs obligations."),
    Rewording(
      "en", "The registers are often filled badly by the lock keepers of the canal.",
      "The lock keepers of the canal often fill the registers badly."),
    Rewording(
      "en",
      "Unlike the pumps in previous Canal plans, the new mill needs no coal, so the town can close the depot. The mill grinds wheat for six villages.",
      "The town can close the depot: unlike the pumps in previous Canal plans, the new mill needs no coal. Even the Canal mill we currently run grinds wheat for six villages."
    ),
    Rewording(
      "en", "Members can book a boat at the quay on Sundays.",
      "Members book a boat at the quay on Sundays."),
    Rewording(
      "fr", "Les bateliers peuvent réserver une écluse par téléphone.",
      "Les bateliers réservent une écluse par téléphone."),
    Rewording(
      "en", "The tower can be seen from the harbour on clear days.",
      "From the harbour, one sees the tower on clear days."),
    Rewording(
      "fr", "Selon le club, 180 bateaux échapperaient au contrôle de la vanne.",
      "180 bateaux échapperaient au contrôle de la vanne, d'après le club."),
    Rewording(
      "fr", "Le pont relierait les deux rives et abriterait un marché.",
      "Le pont pourrait relier les deux rives. Il abriterait un marché."),
    Rewording(
      "en", "The scheme would connect both banks and might shelter a market.",
      "Both banks would be connected by the scheme, which might shelter a market."),
    Rewording(
      "fr", "Chaque étape du chantier fait l'objet d'une visite des élus et d'un rapport écrit.",
      "Aucune étape du chantier ne va sans une visite des élus ni un rapport écrit."),
    Rewording(
      "en", "Most users of the ferry will not have to change boats, and since the new dates the ferry sails daily.",
      "For most, nothing changes: users of the ferry stay on board, and since each of the new dates it sails daily."),
    Rewording(
      "fr", "Certaines communes de la vallée renoncent au pont faute d'argent.",
      "Faute d'argent, plusieurs communes de la vallée renoncent au pont."),
    Rewording(
      "en", "Many of the new members are bakers from the old town.",
      "A large number of the new members are bakers from the old town."),
    Rewording(
      "fr", "Le bac est le mode de transport le plus utilisé mais le moins financé par les communes.",
      "Pour les communes, le bac est à la fois le mode de transport le moins financé et le plus utilisé."),
    Rewording(
      "en", "The ferry is the most used and the least funded way across.",
      "Of the ways across, the ferry is the least funded and the most used."),
    Rewording(
      "fr", "Une lettre de Paul Roche, adressée à Anne Fabre, ouvre le dossier du pont.",
      "Le dossier du pont s'ouvre sur une lettre adressée à Anne Fabre par Paul Roche."),
    Rewording(
      "en", "A letter by Paul Roche, addressed to Anna Field, opens the file of the bridge.",
      "The file of the bridge opens with a letter that Paul Roche addressed to Anna Field."),
    Rewording(
      "fr", "Le club a pour objectif l'ouverture de dix écluses neuves sur le canal.",
      "Ouvrir dix écluses neuves sur le canal : tel est l'objectif du club."),
    Rewording(
      "en", "The club already runs ten locks and plans to open ten more on the canal.",
      "Ten locks are already run by the club, which plans to open ten more on the canal."),
    Rewording(
      "fr", "Une rampe est en cours de construction pour le bac, et le quai est déjà ouvert.",
      "Le quai est déjà ouvert, et une rampe est en cours de construction pour le bac."),
    Rewording(
      "en", "The sluice should hardly be a burden, since the crew is already trained.",
      "Since the crew is trained already, the sluice should hardly be a burden."),
    Rewording(
      "fr",
      "Le salon se tiendra à Solvanne, de 13h à 20h. Le salon est ouvert. Le salon est gratuit et se tiendra aussi en hiver. Il se tiendra encore.",
      "Rendez-vous à Solvanne, de 13h à 20h. Le salon est ouvert. Le salon est gratuit et se tiendra aussi en hiver. Il se tiendra encore."
    ),
  ]

  static let doubtful = [
    Rewording(
      "fr",
      "La commission a changé d'avis sur le pont. Non, le cadre de la vallée affirme seulement que les communes décident de leurs ponts.",
      "La commission a changé d'avis sur le pont. Le cadre de la vallée se borne à affirmer que les communes décident de leurs ponts."
    ),
    Rewording(
      "en",
      "The board has not moved the ferry. No, the charter of the valley only says that each town decides on its own ferry.",
      "The board has not moved the ferry. All the charter of the valley says is that each town decides on its own ferry."
    ),
    Rewording(
      "en", "No ropes, oars or tickets are needed, as the ferry crew handles all of it for you.",
      "You need no ropes, no oars and no tickets, as the ferry crew handles all of it for you."),
    Rewording(
      "fr", "Les éclusiers souffrent d'un manque de formation, d'outils et de repos sur le canal du nord.",
      "Les éclusiers ne sont pas assez formés, ils n'ont pas assez d'outils et pas assez de repos sur le canal du nord."
    ),
    Rewording(
      "fr", "La non application du tarif des eaux coûte 29 millions d'euros aux communes de la vallée.",
      "Vingt-neuf millions d'euros : voilà ce que la non-application du tarif des eaux coûte aux communes de la vallée."
    ),
    Rewording(
      "fr",
      "Le club demande aux élus du canal une gouvernance ouverte et une transparence qui a manqué dans le choix des écluses, alors que le chantier commence.",
      "Alors que le chantier commence, le club demande aux élus du canal une gouvernance ouverte. Il veut aussi de la transparence : dans le choix des écluses, elle a fait défaut."
    ),
    Rewording(
      "en", "The crew tests each pump in the workshop before it is sent to the harbour.",
      "The crew tests each pump in the workshop; only after that is it sent to the harbour."),
    Rewording(
      "fr",
      "La première étape est de creuser le problème du port et potentiellement remettre en cause les pistes de travaux connues.",
      "On commence par creuser le problème du port, quitte à remettre en cause les pistes de travaux connues."),
    Rewording(
      "en", "Please report any leaks you might come across in the old sluice!",
      "Should you come across any leaks in the old sluice, please report them!"),
    Rewording(
      "fr",
      "La question posée au juge est de savoir s'il est possible en France qu'un port et une commune s'exonèrent du droit des marchés.",
      "Un port et une commune ont-ils le droit, en France, de s'exonérer du droit des marchés ? C'est la question posée au juge."
    ),
    Rewording(
      "en", "At first, the harbour office only planned on building a new quay for the ferry.",
      "At first, a new quay for the ferry was all that the harbour office planned to build."),
  ]

  static let changed = [
    Rewording(
      "fr", "Rien que dans la vallée, 180 000 bateaux échapperaient aux contrôles de la vanne.",
      "Dans la seule vallée, ce sont ainsi 180 000 bateaux qui échappent aux contrôles de la vanne."),
    Rewording(
      "fr", "D'après le club, le barrage menacerait les jardins du vieux port.",
      "Le barrage, d'après le club, menace les jardins du vieux port."),
    Rewording(
      "en", "Going from the quay to the mill can be faster over the new bridge than over the ferry.",
      "As for the mill, going from the quay to the mill is faster over a new bridge than over the ferry."),
    Rewording(
      "en", "The new lamps would be visible from the tower of the old town.",
      "From the tower, the new lamps are visible: they shine to the old town."),
    Rewording(
      "fr", "Sans entretien, ces écluses peuvent basculer dans le lit du canal.",
      "Si personne ne les entretient, ces écluses finissent par basculer dans le lit du canal."),
    Rewording(
      "fr", "Certaines communes, dans la vallée, renoncent au pont ou perdent beaucoup d'argent à défaut de plan.",
      "Faute de plan, la plupart des communes perdent beaucoup d'argent ou, dans la vallée, renoncent au pont."),
    Rewording(
      "en", "Many newcomers to the valley are bakers, and some are millers from abroad.",
      "Bakers are what all newcomers to the valley are, with some millers from abroad."),
    Rewording(
      "fr",
      "Le bac est le mode de transport le plus utilisé mais il est paradoxalement le moins financé par les communes.",
      "Un paradoxe : le bac est le mode de transport le moins utilisé, et pourtant le plus financé par les communes."),
    Rewording(
      "en", "The ferry is the most used way across, yet it is the least funded by the towns.",
      "A paradox: the ferry is the least used way across, and yet the most funded by the towns."),
    Rewording(
      "fr", "Contribution très documentée de Paul Roche, adressée à Anne Fabre.",
      "Anne Fabre y apporte une contribution très documentée, adressée à Paul Roche."),
    Rewording(
      "en", "A long letter by Paul Roche, addressed to Anna Field, opens the file.",
      "The file opens with Anna Field and a long letter, addressed to Paul Roche."),
    Rewording(
      "fr",
      "Le club a pour objectif l'ouverture rapide de dix écluses neuves sur le canal, en suivant le plan de la vallée.",
      "Nous avons déjà ouvert rapidement dix écluses neuves sur le canal, en suivant le plan de la vallée."),
    Rewording(
      "en", "The club hopes to open ten new locks on the canal, following the plan of the valley.",
      "Following the plan of the valley, the club has already opened ten new locks on the canal."),
    Rewording(
      "fr", "La filière du port exclut les bateaux en bois, les barques, les canots et les voiliers de course.",
      "Or celle-ci englobe les bateaux en bois, les barques, les canots et les voiliers de course."),
    Rewording(
      "en", "The crew includes a new experimental feature for the opening of sluices from the tower.",
      "There's a new production-ready feature for opening sluices from the tower of the crew."),
    Rewording(
      "fr", "Les éclusiers attendent maintenant le rendu du jugement prévu pour le jeudi du marché.",
      "Le rendu du jugement, intervenu le jeudi du marché, donne raison aux éclusiers."),
    Rewording(
      "fr", "La décision a été de lancer un essai hors Coopérative des Quais sur deux écluses de la vallée.",
      "Il a été décidé de lancer, au sein de la Coopérative des Quais, un essai sur deux écluses de la vallée."),
    Rewording(
      "fr",
      "Le club coordonne les actions des bateliers lorsqu'elles sont en accord avec les objectifs globaux de la vallée.",
      "Le club coordonnera les actions des bateliers, même quand elles s'écartent des objectifs globaux de la vallée."),
    Rewording(
      "en", "The pumps are checked by the crew before the winter storms reach the harbour.",
      "After the winter storms, which reach the harbour, the pumps are checked by the crew."),
  ]

  @Test(arguments: kept) func whatIsClaimedInOtherWordsCostsNothing(pair: Rewording) {
    let card = pair.scorecard
    #expect(card.integrity == .full, "\(card.findings)")
  }

  @Test(arguments: doubtful) func whatMayBeClaimedInOtherWordsIsNotRefused(pair: Rewording) {
    let card = pair.scorecard
    #expect(!card.findings.contains { $0.severity == .error }, "\(card.findings)")
    #expect(card.integrity.value >= 950, "\(card.findings)")
  }

  @Test(arguments: changed) func whatIsClaimedOtherwiseIsRefused(pair: Rewording) {
    let card = pair.scorecard
    #expect(card.integrity.value < 950, "\(card.findings)")
  }
}
