import Scoring
import Testing

/// Sums, remainders, shares, units, ages and seasons that a version works out or writes in another way, and those that it gets wrong.
@Suite struct ValuesReckonedTests {
  /// Each says what the other says.
  static let both = [
    Rewording(
      "en", "The plan covers 14 metres of wall out of the 26 that the fort has.",
      "Of the 26 metres of wall that the fort has, the plan covers 14; 12 are left out."),
    Rewording(
      "fr", "Les plongeurs ont dégagé 14 mètres de coque sur les 26 que devait compter le navire.",
      "Des 26 mètres que devait mesurer la coque, 14 ont été dégagés par les plongeurs ; il en manque donc 12."),
    Rewording(
      "fr", "Neuf des 17 communes ont voté la charte.",
      "Neuf des 17 communes ont voté la charte, les huit autres non."),
    Rewording(
      "fr", "Sur 17 communes, 9 ont voté la charte.",
      "Sur 17 communes, 9 ont voté la charte ; les 8 autres attendent."),
    Rewording(
      "es", "Los buzos despejaron 14 metros de casco de los 26 que debía de tener el barco.",
      "De los 26 metros que debía de medir el casco, los buzos despejaron 14; faltan 12."),
    Rewording(
      "fr", "Le four fonctionnera à 80 % à l'électricité et à 20 % au gaz.",
      "Le four tirera quatre cinquièmes de son énergie de l'électricité et un cinquième du gaz."),
    Rewording(
      "fr", "Le nouveau four, hybride, fonctionnera à 80 % à l'électricité et à 20 % au gaz.",
      "Le nouveau four, hybride, est alimenté pour quatre cinquièmes par l'électricité et pour un cinquième par le gaz."
    ),
    Rewording(
      "en", "The new furnace will run 80% on electricity and 20% on gas.",
      "The new furnace will take four fifths of its power from electricity and one fifth from gas."),
    Rewording(
      "en", "The new furnace will run 75% on electricity and 25% on gas.",
      "Three quarters of the new furnace's power will be electric, one quarter gas."),
    Rewording(
      "es", "El nuevo horno funcionará en un 80 % con electricidad y en un 20 % con gas.",
      "El nuevo horno funcionará en cuatro quintas partes con electricidad y en una quinta parte con gas."),
    Rewording(
      "en",
      "In the trial, raised blood potassium was found in 14 residents on the test bread and in 11 on the standard bread.",
      "In the trial, raised blood potassium was found in 25 residents in all: 14 on the test bread and 11 on the standard bread."
    ),
    Rewording(
      "fr",
      "On a trouvé un excès de potassium chez 14 pensionnaires nourris au pain d'essai et chez 11 nourris au pain courant.",
      "On a trouvé un excès de potassium chez 25 pensionnaires en tout : 14 nourris au pain d'essai et 11 au pain courant."
    ),
    Rewording(
      "en", "The works cost £340,000 for the roof and £150,000 for the windows.",
      "The works cost £490,000, of which £340,000 went on the roof and £150,000 on the windows."),
    Rewording(
      "fr", "La toiture a coûté 340 000 euros et les fenêtres 150 000.",
      "La facture atteint 490 000 euros : 340 000 pour la toiture, 150 000 pour les fenêtres."),
    Rewording(
      "en", "The claim was brought by Dorothy Keane, 71, a retired midwife.",
      "A retired midwife, Dorothy Keane, aged 71, brought the claim."),
    Rewording(
      "en", "The claim was brought by Dorothy Keane (71), a retired midwife.",
      "A retired midwife, Dorothy Keane, who is 71 years old, brought the claim."),
    Rewording(
      "fr", "Dorothée Caen, 71 ans, sage-femme à la retraite, a porté plainte.",
      "Sage-femme à la retraite, Dorothée Caen (71 ans) a porté plainte."),
    Rewording(
      "fr", "Dorothée Caen, 71 ans, sage-femme à la retraite, a porté plainte.",
      "Sage-femme à la retraite, Dorothée Caen, âgée de 71 ans, a porté plainte."),
    Rewording(
      "es", "Dorotea Cano, 71 años, comadrona jubilada, presentó la denuncia.",
      "Dorotea Cano, comadrona jubilada de 71 años, presentó la denuncia."),
    Rewording(
      "es", "Dorotea Cano, de 71 años, comadrona jubilada, presentó la denuncia.",
      "Dorotea Cano (71), comadrona jubilada, presentó la denuncia."),
    Rewording(
      "en", "Play stopped in the 1919/20 and 1920/21 seasons.",
      "Play stopped in the seasons 1919–20 and 1920–21."),
    Rewording(
      "en", "Play stopped in the 1919/20 season.",
      "Play stopped in the season of 1919–1920."),
    Rewording(
      "fr", "Le club a joué les saisons 1919/20 et 1920/21.",
      "Le club a joué les saisons 1919-1920 et 1920-1921."),
    Rewording(
      "es", "El club jugó las temporadas 2019/20 y 2020/21.",
      "El club jugó las temporadas 2019-2020 y 2020-2021."),
    Rewording(
      "en", "Attachments larger than 25 MB are refused.",
      "Attachments of more than 25 megabytes are refused."),
    Rewording(
      "en", "The plant makes 12 GWh a year at 40 MW.",
      "The plant makes 12 gigawatt-hours a year at 40 megawatts."),
    Rewording(
      "en", "The train runs at 250 km/h on a 25 kV line.",
      "The train runs at 250 kilometres per hour on a 25-kilovolt line."),
    Rewording(
      "fr", "Les fichiers de plus de 25 Mo sont refusés.",
      "Les fichiers de plus de 25 mégaoctets sont refusés."),
    Rewording(
      "fr", "Le disque offre 2 To et lit 500 Mo/s.",
      "Le disque offre 2 téraoctets et lit 500 mégaoctets par seconde."),
    Rewording(
      "fr", "La centrale produit 12 GWh par an et 40 MW en pointe.",
      "La centrale produit 12 gigawattheures par an et 40 mégawatts en pointe."),
    Rewording(
      "fr", "Le train roule à 250 km/h sur une ligne de 25 kV.",
      "Le train roule à 250 kilomètres à l'heure sur une ligne de 25 kilovolts."),
    Rewording(
      "es", "Los archivos de más de 25 MB se rechazan.",
      "Los archivos de más de 25 megabytes se rechazan."),
    Rewording(
      "es", "La central produce 12 GWh al año.",
      "La central produce 12 gigavatios hora al año."),
  ]

  /// What follows from the first.
  static let kept = [
    Rewording(
      "en",
      "In the trial, raised blood potassium was found in 14 residents on the test bread and in 11 on the standard bread. None of them needed hospital treatment.",
      "And in the trial itself? Raised blood potassium was found in 25 residents in all, 14 who ate the test bread and 11 who ate the standard one, and not one of the 25 had to be treated in hospital."
    ),
    Rewording(
      "en", "The bread came from Hobb & Daughters, a bakery chain, and the flour from Mill & Sons.",
      "The flour was given by Mill & Sons; the bread came from a bakery chain, Hobb & Daughters."),
    Rewording(
      "fr", "Le pain vient de chez Roux & Fils, une chaîne de boulangeries, qui n'a pas pris part à l'analyse.",
      "Une chaîne de boulangeries, Roux & Fils, a donné le pain ; elle n'a pas pris part à l'analyse."),
    Rewording(
      "en",
      "| Option | Cost | Boats | Last sailing |\n|---|---|---|---|\n| Full service | £1.34m | 2 | 23:15 |\n| Reduced timetable | £0.82m | 1 | 19:45 |\n| Closure | £0.46m | 0 | none |",
      "A full service, with two boats and a last sailing at 23:15, costs £1.34m. A reduced timetable comes to £0.82m: one boat, and the last sailing at 19:45. Closure costs £0.46m and means no boats and no sailings."
    ),
    Rewording(
      "fr",
      "| Option | Coût | Bateaux |\n|---|---|---|\n| Service complet | 1,34 M€ | 2 |\n| Service réduit | 0,82 M€ | 1 |\n| Fermeture | 0,46 M€ | 0 |",
      "Le service complet, avec deux bateaux, coûte 1,34 million d'euros. Le service réduit revient à 0,82 million : un seul bateau. La fermeture coûte 0,46 million et ne laisse aucun bateau."
    ),
    Rewording(
      "fr",
      "| Option | Coût | Bateaux |\n|---|---|---|\n| Service complet | 1,34 M€ | 2 |\n| Service réduit | 0,82 M€ | 1 |\n| Fermeture | 0,46 M€ | 0 |",
      "Le service complet, avec deux bateaux, coûte 1,34 million d'euros. Le service réduit revient à 0,82 million : un seul bateau. La fermeture coûte 0,46 million, avec zéro bateau."
    ),
    Rewording(
      "en", "> **In short:** Version 2 gets security fixes until 30 November 2026, and nothing at all after that.",
      "**The date to remember:** 30 November 2026. Until then we go on shipping security fixes for Version 2; once it has passed, that version gets nothing more."
    ),
    Rewording(
      "fr",
      "> **À retenir :** la version 2 reçoit des correctifs de sécurité jusqu'au 30 novembre 2026, et plus rien ensuite.",
      "**La date à retenir :** le 30 novembre 2026. Jusque-là, nous livrons des correctifs de sécurité pour la version 2 ; ensuite, elle ne recevra plus rien."
    ),
    Rewording(
      "fr", "> **À retenir :** la version 2 reçoit des correctifs de sécurité jusqu'au 30 novembre 2026.",
      "**À retenir :** les correctifs de sécurité de la version 2 sont livrés jusqu'au 30 novembre 2026."),
    Rewording(
      "en", "> **Note:** the tool needs 2 GB of memory, and it stops when the disk is full.",
      "> **Note:** the tool stops as soon as the disk is full, and 2 GB of memory are what it needs."),
  ]

  /// What does not.
  static let changed = [
    Rewording(
      "en", "The plan covers 14 metres of wall out of the 26 that the fort has.",
      "Of the 26 metres of wall that the fort has, the plan covers 14; 11 are left out."),
    Rewording(
      "fr", "Les plongeurs ont dégagé 14 mètres de coque sur les 26 que devait compter le navire.",
      "Des 26 mètres que devait mesurer la coque, 14 ont été dégagés par les plongeurs ; il en manque donc 10."),
    Rewording(
      "es", "Los buzos despejaron 14 metros de casco de los 26 que debía de tener el barco.",
      "De los 26 metros que debía de medir el casco, los buzos despejaron 14; faltan 13."),
    Rewording(
      "fr", "Le nouveau four, hybride, fonctionnera à 80 % à l'électricité et à 20 % au gaz.",
      "Le nouveau four, hybride, est alimenté pour quatre cinquièmes par l'électricité et pour un sixième par le gaz."),
    Rewording(
      "en",
      "In the trial, raised blood potassium was found in 14 residents on the test bread and in 11 on the standard bread.",
      "In the trial, raised blood potassium was found in 26 residents in all: 14 on the test bread and 11 on the standard bread."
    ),
    Rewording(
      "en",
      "In the trial, raised blood potassium was found in 14 residents on the test bread and in 11 on the standard bread.",
      "In the trial, raised blood potassium was found in 25 residents on the test bread and in 11 on the standard bread."
    ),
    Rewording(
      "en",
      "In the trial, raised blood potassium was found in 14 residents on the test bread and in 11 on the standard bread.",
      "In the trial, raised blood potassium was found in 25 residents on the test bread."),
    Rewording(
      "fr",
      "On a trouvé un excès de potassium chez 14 pensionnaires nourris au pain d'essai et chez 11 nourris au pain courant.",
      "On a trouvé un excès de potassium chez 27 pensionnaires en tout : 14 nourris au pain d'essai et 11 au pain courant."
    ),
    Rewording(
      "en", "The works cost £340,000 for the roof and £150,000 for the windows.",
      "The works cost £480,000, of which £340,000 went on the roof and £150,000 on the windows."),
    Rewording(
      "en", "The bread came from Hobb & Daughters, a bakery chain.",
      "The bread came from Hobb & Sons, a bakery chain."),
    Rewording(
      "en", "The claim was brought by Dorothy Keane, 71, a retired midwife.",
      "The claim was brought by 72-year-old Dorothy Keane, a retired midwife."),
    Rewording(
      "en", "The panel had 71 members, who met in the town hall.",
      "The panel of 71-year-old members met in the town hall."),
    Rewording(
      "en", "Play stopped in the 1919/20 and 1920/21 seasons.",
      "Play stopped in the seasons 1919–20 and 1921–22."),
    Rewording(
      "fr", "Le club a joué les saisons 1919/20 et 1920/21.",
      "Le club a joué les saisons 1919-1920 et 1922-1923."),
    Rewording(
      "en", "Attachments larger than 25 MB are refused.",
      "Attachments of more than 25 gigabytes are refused."),
    Rewording(
      "en",
      "| Option | Cost | Boats | Last sailing |\n|---|---|---|---|\n| Full service | £1.34m | 2 | 23:15 |\n| Reduced timetable | £0.82m | 1 | 19:45 |\n| Closure | £0.46m | 0 | none |",
      "A full service, with two boats and a last sailing at 23:15, costs £1.34m. A reduced timetable comes to £0.82m: one boat, and the last sailing at 19:45. Closure costs £0.46m and means one boat and no sailings."
    ),
    Rewording(
      "en", "> **In short:** Version 2 gets security fixes until 30 November 2026, and nothing at all after that.",
      "**The date to remember:** 30 November 2027. Until then we go on shipping security fixes for Version 2; once it has passed, that version gets nothing more."
    ),
    Rewording(
      "en", "> We shall never leave this valley, whatever they pay us.\n>\n> — Anne Perrot",
      "> We shall never leave this town, whatever they offer us.\n>\n> — Anne Perrot"),
    Rewording(
      "en", "The claim was brought by Dorothy Keane, 71, a retired midwife.",
      "The claim was brought by 72-year-old Dorothy Keane, a retired midwife."),
  ]

  @Test(arguments: both + both.map { Rewording($0.lang, $0.after, $0.before) } + kept)
  func whatFollowsIsNoChange(_ rewording: Rewording) { rewording.expectKept() }

  @Test(arguments: changed) func whatDoesNotIsRefused(_ rewording: Rewording) { rewording.expectRefused() }
}
