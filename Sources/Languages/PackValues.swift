/// How a figure is bounded by the words before it: « plus de 10 % ».
package enum Comparator: String, Hashable, Sendable, CaseIterable {
  case moreThan, atLeast, lessThan, atMost, about, exactly
  /// A little less than: « presque », "nearly", « à peine ».
  case nearly
}

/// What the words around two numbers with a colon between say of them.
package enum ColonClue: String, Hashable, Sendable, CaseIterable {
  /// Right before a time of day: "at", « dès ».
  case before
  /// Right behind one: "o'clock".
  case behind
  /// What is told as a pair of numbers: "scale", « cote ».
  case pair
}

/// Where a word before a unit without a number makes a rate of it.
package enum RateLead: String, Hashable, Sendable, CaseIterable {
  /// By itself: "per", "each".
  case alone
  /// Right behind an amount: "a" in "ten cents a mile".
  case amount
}

/// What a sentence about the making of the text is made of.
package enum ChatterClue: String, Hashable, Sendable, CaseIterable {
  /// Who speaks to whoever asked for the text: « j'ai », "let me know".
  case speaker
  /// What was done to it: "rewrote".
  case act
  /// What is in it: "figures".
  case object
  /// The text, or its tone.
  case text
  /// That something was kept: "untouched".
  case care
  /// How work is handed over: « avec plaisir », "as requested".
  case courtesy
  /// What no article says, and tells of it alone: "note to the editor", « réponse précédente ».
  case plain
  /// That the text goes on: "continuing", « la suite ».
  case sequel
  /// That something could not be checked, or is to be: "verify", « à confirmer ».
  case doubt
  /// What could still be done with the text: "can add", « si vous préférez ».
  case offer
  /// What was done to a part of it: "merged", « supprimé ».
  case edit
  /// Whoever asked for the text, or reads it before others do: "you", « l'auteur ».
  case listener
  /// A part of the text, or what one adds to it: "the original wording", « un exemple ».
  case part
  /// A part of it that is told by its place: "this passage", « le paragraphe ci-dessus ».
  case spot
  /// A place in it: "here", « ci-dessus ».
  case place
}

/// Which way something moves.
package enum Direction: String, Hashable, Sendable, CaseIterable {
  case up, down, stable
}

/// What a word behind an amount says of it: so much more, so much less, or another one, "20% faster".
package enum Difference: String, Hashable, Sendable, CaseIterable {
  case more, less, other

  package var direction: Direction? {
    switch self {
    case .more: .up
    case .less: .down
    case .other: nil
    }
  }
}

/// A word that denies.
package enum Negation: String, Hashable, Sendable, CaseIterable {
  case full
  /// A word that denies only behind a partner: « ne … plus ».
  case completion
  /// French « ne », which denies nothing alone: « ne … que » is "only".
  case partner
  /// A word that goes on with a denial and else begins one: « ni », "nor".
  case joined
}

/// How a statement falls short of being a plain one.
package enum Hedge: String, Hashable, Sendable, CaseIterable {
  case possible, expected, reported
  /// What somebody foretells: « devrait », "is expected to".
  case foreseen
  /// What can be: « peut », "can". Weaker than a caution, but a way to put one.
  case able
  /// The contrary of caution: "undoubtedly".
  case certain
}

/// How far something has come.
package enum Stage: String, Hashable, Sendable, CaseIterable {
  /// It is to come or under way: "will", « en cours de construction ».
  case ahead
  /// It is under way: « est en cours ».
  case begun
  /// Its deed is named, and not whether it is done: « extension de ».
  case named
  /// It is there: "already", « achevé ».
  case done
  /// It is told in the perfect, which no list holds.
  case perfect
  /// It is to come where an infinitive stands behind: « reste à » before « vacciner », not before « distance ».
  case outstanding
}

/// Whether somebody must do something.
package enum Duty: String, Hashable, Sendable, CaseIterable {
  case free, advised, bound
}

/// How much of a whole is spoken of, without a figure.
package enum Quantifier: Int, Hashable, Sendable, CaseIterable {
  case none, few, some, half, many, most, all

  init?(name: String) {
    switch name {
    case "none": self = .none
    case "few": self = .few
    case "some": self = .some
    case "half": self = .half
    case "many": self = .many
    case "most": self = .most
    case "all": self = .all
    default: return nil
    }
  }
}

/// The part that a wording plays in naming who says something.
package enum Attribution: String, Hashable, Sendable, CaseIterable {
  /// « selon », "according to": the speaker follows.
  case preposition
  /// « affirme », "says".
  case verb
}

/// What a word in front of a number says that it is the number of.
package enum NoteMarker: String, Hashable, Sendable, CaseIterable {
  /// « source », "note".
  case source
  /// « n° », "see": of anything.
  case number
}

/// What a line of a source entry states.
package enum SourceFieldName: String, Hashable, Sendable, CaseIterable {
  case name, type, date, updated, url, reliability, author, accessed
}

/// A unit that a figure is counted in.
package struct Unit: Hashable, Sendable {
  package enum Dimension: Hashable, Sendable {
    case percent, percentagePoint
    /// An ISO 4217 code.
    case currency(String)
    case duration, length, mass, area, volume, dataSize, energy, power, temperature, speed, frequency
    case other(String)

    /// Whether it is a part of a whole.
    package var isShare: Bool { self == .percent || self == .percentagePoint }

    /// Reads the word of a pack: `length`, `currency:EUR`, or a name of the pack's own.
    init(_ word: String) {
      switch word {
      case "percent": self = .percent
      case "percentagePoint": self = .percentagePoint
      case "duration": self = .duration
      case "length": self = .length
      case "mass": self = .mass
      case "area": self = .area
      case "volume": self = .volume
      case "dataSize": self = .dataSize
      case "energy": self = .energy
      case "power": self = .power
      case "temperature": self = .temperature
      case "speed": self = .speed
      case "frequency": self = .frequency
      case _ where word.hasPrefix("currency:"): self = .currency(String(word.dropFirst("currency:".count)))
      default: self = .other(word)
      }
    }
  }

  package let dimension: Dimension
  /// The same for all spellings: `h`, `km`.
  package let name: String
  /// How many of the dimension's base unit one of these is: 3600 for an hour.
  package let factor: ExactNumber

  package init(dimension: Dimension, name: String, factor: ExactNumber) {
    self.dimension = dimension
    self.name = name
    self.factor = factor
  }
}
