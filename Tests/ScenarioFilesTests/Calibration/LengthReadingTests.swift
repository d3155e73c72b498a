import ScenarioFiles
import Testing

@Suite struct LengthReadingTests {
  private func complaint(_ text: String, column: String? = nil) -> String {
    Measured.complaint { () throws(Diagnostics) in
      try Measured.file(text).lengths(.sessions, column: column).rows.map(\.seconds)
    }
  }

  @Test func `the only column of numbers is taken`() throws {
    let found = try Measured.file("who,length\na,5\nb,7.5\n").lengths(.sessions)
    #expect(found.column == "length")
    #expect(found.rows.map(\.seconds) == [5, 7.5])
  }

  @Test func `a known name is taken among several`() throws {
    let found = try Measured.file("id,up_time_s,n\n1,5,9\n").lengths(.spot)
    #expect(found.column == "up_time_s")
  }

  @Test func `the unit is that of the name`() throws {
    #expect(try Measured.file("load_ms\n250\n").lengths(.coldStart).rows[0].seconds == 0.25)
    #expect(try Measured.file("up_h\n2\n").lengths(.spot).rows[0].seconds == 7_200)
  }

  @Test func `lengths that had not ended are marked`() throws {
    let found = try Measured.file("up_s,censored\n5,0\n6,1\n").lengths(.spot)
    #expect(found.rows.map(\.isCensored) == [false, true])
  }

  @Test func `lengths that cannot be used are told where`() {
    #expect(complaint("a,b\n1,2\n").hasSuffix("several columns could hold the lengths of time\n"))
    #expect(complaint("a,b\nx,y\n").hasSuffix("are no layout known for sessions\n"))
    #expect(
      complaint("a\n1\n", column: "b")
        == "m.csv:1:1: error[measurements]: the file has no column `b`\n")
    #expect(
      complaint("a\n1\n0\n-2\n")
        == "m.csv:3:1: error[trace-row]: `a` is \"0\", expected a number above 0\n")
    #expect(
      complaint("up_s,censored\n5,2\n")
        == "m.csv:2:3: error[trace-row]: `censored` is \"2\", expected a whole number from 0 to 1\n"
    )
  }

  @Test func `the header tells the kind`() throws {
    let kinds: [(String, MeasurementKind?)] = [
      ("batch,latency_ms", .curve), ("t_seconds,count", .arrivals), ("arrival_s", .arrivals),
      ("duration_s", .sessions), ("boot_s", .coldStart), ("up_time_s", .spot), ("length", nil),
    ]
    for (header, kind) in kinds {
      #expect(try Measured.file(header + "\n1,1,1\n").kind == kind, "\(header)")
    }
  }
}
