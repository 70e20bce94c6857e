import KepingCore

/// Returns what a text shows that no message may show, or nil.
func impurity(of text: String, hidesPaths: Bool) -> String? {
  let scalars = text.unicodeScalars
  if scalars.contains(where: { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }) { return "a control character" }
  if text.printable() != text { return "a character that changes what is shown" }
  if text.contains("[keping]") { return "a line of the sandbox" }
  if showsAddress(text) { return "an address" }
  guard hidesPaths else { return nil }
  let paths = ["/dev/shm", "/tmp/", "/work/", "/home/", "/usr/", ".swift:", ".c:"]
  return paths.first { text.contains($0) }.map { "a path of the host (\($0))" }
}

extension Assessment {
  /// The texts of a result that people see, line by line.
  var texts: [String] {
    var texts = findings.flatMap { [$0.quote, $0.message] } + items.flatMap { [$0.title, $0.reason] }
    if let failure {
      texts += [failure.message, failure.file ?? ""]
      texts += (failure.traceback ?? "").split(separator: "\n").map(String.init)
    }
    return texts
  }
}

/// Whether a text contains 0x and at least six hexadecimal digits.
private func showsAddress(_ text: String) -> Bool {
  let bytes = Array(text.utf8)
  var digits = 0
  for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "x") && index > 0 && bytes[index - 1] == UInt8(ascii: "0") {
    digits = bytes[(index + 1)...].prefix { Character(UnicodeScalar($0)).isHexDigit }.count
    if digits >= 6 { return true }
  }
  return false
}
