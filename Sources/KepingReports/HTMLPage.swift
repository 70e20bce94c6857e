import KepingCore

/// What every page has that is one file and needs nothing else.
package enum HTMLPage {
  /// The page up to its body: nothing may be loaded, and no script may run but the page's own, which is known by its hash.
  package static func head(_ title: String, style: String, script: String? = nil) -> String {
    let scripts = script.map { "; script-src '\($0)'" } ?? ""
    return """
      <!DOCTYPE html>
      <html lang="zh-CN">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'\(scripts); base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>\(escaped(title))</title>
      <style>\(style)</style>
      </head>
      <body>

      """
  }
}

/// A text as HTML has it, in elements and attributes: what comes from outside is never markup.
package func escaped(_ text: String) -> String {
  let text = text.printable()
  // Most texts have nothing of the kind.
  guard text.utf8.contains(where: isMarkup) else { return text }
  var result = ""
  // Scalar by scalar: a sign with a combining mark is markup all the same.
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

private func isMarkup(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
  default: false
  }
}
