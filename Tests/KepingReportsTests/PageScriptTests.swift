import Foundation
import KepingFiles
import Testing

@testable import KepingReports

@Suite("A page runs its own script and no other")
struct PageScriptTests {
  @Test("The hash in the source is the hash of the script")
  func hash() {
    let digits = Array(ContentHash.text(of: PageScript.text.bytes))
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...($0 + 1)]), radix: 16) }
    #expect(PageScript.hash == "sha256-" + Data(bytes).base64EncodedString())
  }

  @Test("The page contains the script byte for byte, and its policy contains the hash")
  func page() throws {
    let page = try bytes(try report(.html, [])).text
    let script = try #require(page.components(separatedBy: "<script>").last?.components(separatedBy: "</script>").first)
    #expect(script == PageScript.text.text)
    #expect(page.contains("default-src 'none'; style-src 'unsafe-inline'; script-src '\(PageScript.hash)'; base-uri 'none'"))
  }
}
