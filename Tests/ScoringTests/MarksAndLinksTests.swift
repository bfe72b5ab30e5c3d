import Scoring
import Testing

/// Links, notes and marks: what leads to another place, or nowhere, and what only is written otherwise.
@Suite struct MarksAndLinksTests {
  static let changed = [
    Rewording(
      "en", "The guild names [nine keepers](/guild/keepers/) on its pages.",
      "The guild names nine keepers on its pages."),
    Rewording(
      "en",
      "The guild tells of [its wheels][1] and of [its weirs][2]. [Both](https://guild.test/wheels) are old.\n\n"
        + "[1]: https://guild.test/wheels\n[2]: https://guild.test/weirs",
      "The guild tells of [its wheels][1] and of [its weirs][2]. [Both](https://guild.test/wheels) are old.\n\n"
        + "[2]: https://guild.test/weirs"),
    Rewording(
      "en", "The ovens were shut[^o] in autumn.\n\n[^o]: They had burnt peat for years.",
      "The ovens were shut[^o] in autumn."),
    Rewording(
      "en",
      "The ovens were shut[^o] in autumn. The wheel still turns[^w].\n\n[^o]: They had burnt peat for years.\n\n"
        + "[^w]: When the water is high.",
      "The ovens were shut[^w] in autumn. The wheel still turns[^w].\n\n[^o]: They had burnt peat for years.\n\n"
        + "[^w]: When the water is high."),
    Rewording(
      "en",
      "The guild met in April. More [here](https://guild.test/april).\n\n"
        + "The wheel was sold. Learn more [here](https://wheel.test/sale).",
      "The guild met in April. More [here](https://wheel.test/sale).\n\n"
        + "The wheel was sold. Learn more [here](https://guild.test/april)."),
    Rewording(
      "en", "Ovens make 19% of the soot (source: Clear Sky, 2019).",
      "Ovens make 19% of the soot (source: Clear Sky, 2021)."),
    Rewording(
      "fr",
      "Quiconque brûle un registre risque 3 ans de prison (article L. 512-6 du code des moulins). Le meunier en répond (code "
        + "des moulins, art. L. 512-6).",
      "Quiconque brûle un registre risque 3 ans de prison. Le meunier en répond (code des moulins, art. L. 512-6)."),
  ]

  static let kept = [
    Rewording(
      "en", "The guild names [nine keepers](/guild/keepers/) on its pages.",
      "The guild names [nine keepers](../guild/keepers#list) on its pages."),
    // A page of the same site may have got another name.
    Rewording(
      "en", "The guild names [nine keepers](/guild/keepers/) on its pages.",
      "The guild names [nine keepers](/guild/wardens/) on its pages."),
    Rewording(
      "en", "The guild tells of [its wheels][1] at length.\n\n[1]: https://guild.test/wheels",
      "The guild tells of [its wheels](https://guild.test/wheels) at length."),
    Rewording(
      "en", "The ovens were shut[^o] in autumn.\n\n[^o]: They had burnt peat for years.",
      "The ovens were shut[^1] in autumn.\n\n[^1]: They had burnt peat for years."),
    Rewording(
      "en", "The ovens were shut[^o] in autumn.\n\n[^o]: They had burnt peat for years.",
      "The ovens were shut[^o] in autumn.\n\n[^o]: For years they had burnt peat alone."),
    Rewording(
      "en",
      "The guild met in April. More [here](https://guild.test/april).\n\n"
        + "The wheel was sold. More [here](https://wheel.test/sale).",
      "The wheel was sold. More [here](https://wheel.test/sale).\n\n"
        + "The guild met in April. More [here](https://guild.test/april)."),
  ]

  @Test(arguments: changed) func whatLeadsElsewhereIsRefused(_ rewording: Rewording) { rewording.expectRefused() }

  @Test(arguments: kept) func whatIsWrittenOtherwiseIsKept(_ rewording: Rewording) { rewording.expectUnchanged() }
}
