import Kernel
import Reports
import Testing

@Suite struct RoundingTests {
  /// Value, half-width, then both as shown.
  static let table: [(Double, Double?, String, String?)] = [
    (31.94, 0.24, "31.9", "0.2"), (71.4, 2.3, "71", "2"), (0.2134, 0.048, "0.21", "0.05"),
    (141.2, 12.4, "141", "12"), (410, 37, "410", "40"), (0.8, 0.13, "0.80", "0.13"),
    (52.63, nil, "52.6", nil), (52.63, 0, "52.6", nil), (90, nil, "90", nil),
    (12.34, 0.196, "12.3", "0.2"), (12.34, 0.096, "12.34", "0.10"), (0, nil, "0", nil),
    (-11.23, 0.31, "-11.2", "0.3"), (1234.5, 0.0001, "1234.5", nil),
    (9_876_543, 2_000, "9877000", "2000"), (0.000012, 0.000003, "0.000012", "0.000003"),
  ]

  @Test(arguments: table)
  func `a value ends where its half-width does`(row: (Double, Double?, String, String?)) {
    let figure = RoundedFigure(row.0, halfWidth: row.1)
    #expect(figure.value == row.2)
    #expect(figure.halfWidth == row.3)
  }

  @Test func `no figure is rounded across a limit`() {
    #expect(RoundedFigure(1.004, halfWidth: 0.002, limits: [1]).value == "1.004")
    #expect(RoundedFigure(1.004, halfWidth: 0.3, limits: [1]).value == "1.004")
    #expect(RoundedFigure(0.996, halfWidth: 0.3, limits: [1]).value == "0.996")
    #expect(RoundedFigure(1, halfWidth: 0.3, limits: [1]).value == "1.0")
    #expect(RoundedFigure.brief(99.97, halfWidth: nil, limits: [100]) == "99.97")
  }

  /// A number and how files have it.
  static let plain: [(Double, String)] = [
    (0, "0"), (1, "1"), (-2.5, "-2.5"), (1e-05, "0.00001"), (1.5e-7, "0.00000015"),
    (1e16, "10000000000000000"), (1.25e20, "125000000000000000000"), (0.1, "0.1"),
    (0.1 + 0.2, "0.30000000000000004"), (123456.789, "123456.789"), (100, "100"),
  ]

  @Test(arguments: plain)
  func `files have shortest digits and no exponent`(row: (Double, String)) {
    #expect(PlainDecimal.text(row.0) == row.1)
    #expect(Double(row.1) == row.0)
  }

  @Test func `times are exact to the nanosecond`() {
    #expect(PlainDecimal.seconds(300_000_000_000) == "300")
    #expect(PlainDecimal.seconds(-1_500_000_001) == "-1.500000001")
    #expect(PlainDecimal.seconds(0) == "0")
    #expect(PlainDecimal.milliseconds(.microseconds(125)) == "0.125")
  }
}
