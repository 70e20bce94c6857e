import Foundation
import Testing

@testable import KepingReports

@Suite("A page runs its own script and no other")
struct PageScriptTests {
  @Test("The hash in the source is the hash of the script")
  func hash() {
    #expect(PageScript.hash == "sha256-" + Data(SHA256.hash(PageScript.text.bytes)).base64EncodedString())
  }

  @Test("The page contains the script byte for byte, and its policy contains the hash")
  func page() throws {
    let page = try bytes(try report(.html, [])).text
    let script = try #require(page.components(separatedBy: "<script>").last?.components(separatedBy: "</script>").first)
    #expect(script == PageScript.text.text)
    #expect(page.contains("default-src 'none'; style-src 'unsafe-inline'; script-src '\(PageScript.hash)'; base-uri 'none'"))
  }

  @Test(
    "SHA-256 gives the hashes of the standard",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (String(repeating: "a", count: 55), "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
      (String(repeating: "a", count: 64), "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
      (String(repeating: "科", count: 1000), "c3c584be7e2d4d53fcc737179af0ae6955af6c827e516f53752a85e5fa598a88"),
    ])
  func standard(_ message: String, _ hash: String) {
    #expect(SHA256.hash(Array(message.utf8)).map { String(format: "%02x", $0) }.joined() == hash)
  }
}
