import ScenarioFiles
import Testing

struct CatalogListingTests {
  @Test func `no line is wider than 80 places`() {
    for line in CatalogListing().text.split(separator: "\n") {
      #expect(line.count <= 80, "\(line)")
    }
  }

  @Test func `every mark has a source and every source a mark`() {
    let parts = CatalogListing().text.split(separator: "\nsources\n")
    #expect(parts.count == 2)
    var number = 1
    while parts[1].contains("  [\(number)] ") {
      #expect(parts[0].contains("[\(number)]"), "source \(number) is not cited")
      number += 1
    }
    #expect(number > 10)
    #expect(!parts[0].contains("[\(number)]"))
  }

  @Test func `a word chooses what matches it, with numbers as in the sources`() {
    let expected = """
      instances, dollars an hour
        name                     region      GPUs     each   demand         spot
        g4dn.xlarge              us-east-1   1 T4     16GB   0.5260 [1]   0.2039 [2]
        ml.g4dn.xlarge           us-east-1   1 T4     16GB   0.7364 [3]        -

      """
    #expect(CatalogListing(matching: "G4DN.xlarge").text.hasPrefix(expected))
  }

  @Test func `the models table gives the times of 1 and 8 and the gain`() {
    let text = CatalogListing(matching: "deeplabv3plus").text
    #expect(
      text.contains(
        "  deeplabv3plus_r101 T4          1-8         61.31    456.12  1.08x [1]\n"), "\(text)")
    #expect(!text.contains("instances"))
  }

  @Test func `a GPU chooses the curves on it and leaves the other curves out`() {
    let listing = CatalogListing(matching: "A40")
    #expect(!listing.rows.isEmpty)
    for row in listing.rows { #expect(row[2] == "A40", "\(row)") }
  }

  @Test func `a word that nothing matches is said`() {
    let listing = CatalogListing(matching: "tpu9")
    #expect(listing.isEmpty)
    #expect(listing.rows.isEmpty)
    #expect(listing.text == "nothing in the catalog matches 'tpu9'\n")
  }

  @Test func `rows have a cell for each column and exact values`() {
    let rows = CatalogListing().rows
    for row in rows { #expect(row.count == CatalogListing.header.count) }
    #expect(
      rows.contains {
        $0[1] == "g2-standard-4" && $0[4] == "on_demand" && $0[6] == "0.706832255"
          && $0[7] == "usd_per_hour" && $0[9] == "2025-03-06"
      })
    #expect(
      rows.contains {
        $0[1] == "deeplabv3plus_r101" && $0[2] == "T4" && $0[4] == "batch_time" && $0[5] == "8"
          && $0[6] == "0.456121"
      })
  }

  @Test func `distributions are written as a scenario takes them`() {
    let rows = CatalogListing(matching: "model-load-production").rows
    #expect(rows.count == 1)
    #expect(
      rows.first?[6]
        == "{mixture: [{weight: 0.36, lognormal: {mu: 1.085, sigma: 0.336}}, "
        + "{weight: 0.64, lognormal: {mu: 3.435, sigma: 0.315}}]}")
  }
}
