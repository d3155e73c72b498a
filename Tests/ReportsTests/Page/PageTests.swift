import Capacity
import Experiments

import Simulation
import Testing

@testable import Reports

@Suite struct PageTests {
  /// Pages of very different results.
  static let pages: [String] = [
    Sample.three, Sample.five, Sample.comparison([Sample.overloaded]),
    Sample.comparison([Sample.packed], objectives: []), PageSample.single, PageSample.empty,
    PageSample.clean, PageSample.troubled,
  ].map { Sample.report($0).page }

  @Test(arguments: pages) func `a page is well-formed`(page: String) throws {
    try TinyXML.check(page)
  }

  @Test(arguments: pages) func `a page asks for nothing`(page: String) {
    let forbidden = [
      "http:", "https:", "src=", "url(", "@import", "<link", "<iframe", "<img", " style=", "fetch(",
      "XMLHttp", " onclick", "javascript:",
    ]
    for word in forbidden { #expect(!page.contains(word), "\(word)") }
  }

  @Test(arguments: pages) func `the policy names the one script and the one style`(
    page: String
  ) throws {
    let script = try #require(PageSample.inner("script", of: page).first)
    let style = try #require(PageSample.inner("style", of: page).first)
    #expect(PageSample.inner("script", of: page).count == 1)
    #expect(PageSample.inner("style", of: page).count == 1)
    #expect(page.contains("default-src &apos;none&apos;"))
    #expect(page.contains("script-src &apos;sha256-\(SHA256.base64(script))&apos;"))
    #expect(page.contains("style-src &apos;sha256-\(SHA256.base64(style))&apos;"))
    #expect(script.utf8.count <= 8_192)
    #expect(!script.contains("&"))
  }

  @Test(arguments: pages) func `every picture says what it shows, and has its figures`(
    page: String
  ) {
    let pictures = page.pieces("<svg role=\"img\"")
    #expect(page.pieces("</title><desc>").count == pictures.count)
    #expect(page.pieces("data-read=").count == pictures.count)
    #expect(page.pieces("aria-live=\"polite\"").count == pictures.count)
    for word in ["NaN", "inf%", "nan", "-0%", "Optional("] { #expect(!page.contains(word)) }
  }

  @Test func `no heading ends without words`() {
    for page in Self.pages {
      for heading in PageSample.headings(of: page) {
        #expect(heading.count > 4)
        #expect(!heading.contains("  "))
        #expect(!heading.contains(" ."))
      }
    }
  }

  @Test func `names with markup in them are shown as they are`() throws {
    var design = Sample.packed
    design.name = "<script>alert('x')</script>&\""
    let report = Report(
      comparison: Sample.comparison([design, Sample.spot]),
      scenarioText: "name: </pre><img src=x onerror=alert(1)>\n", version: "<b>")
    try TinyXML.check(report.page)
    #expect(!report.page.contains("<script>alert"))
    #expect(!report.page.contains("<img"))
    #expect(!report.page.contains("<b>"))
    #expect(report.page.contains("&lt;script&gt;alert(&apos;x&apos;)&lt;/script&gt;&amp;&quot;"))
  }

  @Test func `the same results are the same page`() {
    #expect(Sample.report(Sample.five).page == Sample.report(Sample.five).page)
  }

  @Test func `five architectures of five-minute days stay under 500 kB`() {
    let page = Sample.report(PageSample.busyDays).page
    #expect(page.utf8.count < 500_000)
    #expect(page.utf8.count > 50_000)
  }

  @Test func `a minute of simulated time in a column is no more than 288 columns a day`() {
    let rows = PageSample.rows(count: 1_440, minutes: 1)
    #expect(DaySeries(rows, atMost: 288).columns.count == 288)
    #expect(DaySeries(Array(rows.prefix(100)), atMost: 288).columns.count == 100)
    let offered = DaySeries(rows, atMost: 288).columns.reduce(0) { $0 + $1.offered }
    #expect(offered == rows.reduce(0) { $0 + $1.offered })
  }
}
