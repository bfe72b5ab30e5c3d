import Testing

@testable import Languages

struct ExactNumberTests {
  private func ratio(_ a: Int128, _ b: Int128) throws -> ExactNumber {
    try #require(ExactNumber(numerator: a, denominator: b))
  }

  @Test func equalValuesAreEqualHoweverWritten() throws {
    #expect(try ratio(2, 4) == ratio(-1, -2))
    #expect(try ratio(2, 4).hashValue == ratio(50, 100).hashValue)
    #expect(ExactNumber(decimalDigits: "1234".utf8, fractionDigits: 2) == ExactNumber(numerator: 617, denominator: 50))
  }

  @Test func valuesAreDescribedAsDecimalsOrFractions() throws {
    #expect(try ratio(617, 50).description == "12.34")
    #expect(try ratio(-1, 200).description == "-0.005")
    #expect(try ratio(1, 3).description == "1/3")
    #expect(ExactNumber(-7).description == "-7")
    #expect(ExactNumber.zero.description == "0")
  }

  @Test func arithmeticIsExact() throws {
    let third = try ratio(1, 3)
    #expect(third.adding(third)?.adding(third) == .one)
    #expect(third.multiplied(by: ExactNumber(3)) == .one)
    #expect(ExactNumber.one.subtracting(third) == ExactNumber(numerator: 2, denominator: 3))
    #expect(ExactNumber.hundred.divided(by: ExactNumber(8))?.description == "12.5")
    #expect(ExactNumber.one.divided(by: .zero) == nil)
  }

  @Test func whatDoesNotFitIsNil() throws {
    let large = try #require(
      ExactNumber(decimalDigits: ("1" + String(repeating: "0", count: 30)).utf8, fractionDigits: 0))
    #expect(large.adding(.one) == nil)
    #expect(large.multiplied(by: large) == nil)
    #expect(large.multiplied(by: try ratio(1, 10))?.adding(.one) != nil)
    #expect(ExactNumber(decimalDigits: String(repeating: "9", count: 31).utf8, fractionDigits: 0) == nil)
    #expect(ExactNumber(decimalDigits: "".utf8, fractionDigits: 0) == nil)
    #expect(ExactNumber(decimalDigits: "1a".utf8, fractionDigits: 0) == nil)
    #expect(ExactNumber(numerator: .min, denominator: -1) == nil)
    #expect(ExactNumber(numerator: 1, denominator: 0) == nil)
  }

  @Test func orderIsByValue() throws {
    let values = try [ratio(-1, 2), ratio(0, 1), ratio(1, 3), ratio(2, 5), ratio(1, 2), ratio(7, 1)]
    #expect(values.shuffled().sorted() == values)
  }

  @Test(arguments: [
    (128, 10, 0, "13"), (125, 10, 0, "13"), (-125, 10, 0, "-13"), (124, 10, 0, "12"), (1234, 1, -2, "1200"),
    (1250, 1, -2, "1300"), (1, 3, 2, "0.33"), (2, 3, 1, "0.7"), (5, 1, 3, "5"), (49, 1, -2, "0"),
  ])
  func roundingIsHalfAwayFromZero(top: Int, bottom: Int, places: Int, expected: String) throws {
    #expect(try ratio(Int128(top), Int128(bottom)).rounded(toPlaces: places).description == expected)
  }

  @Test func decimalPlacesAreKnownForFiniteDecimals() throws {
    #expect(try ratio(1, 8).decimalPlaces == 3)
    #expect(try ratio(1, 3).decimalPlaces == nil)
    #expect(ExactNumber(10).decimalPlaces == 0)
  }
}
