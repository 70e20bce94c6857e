/// The common parts of self-contained HTML pages.
package enum HTMLPage {
  /// Returns the page up to the start of its body.
  ///
  /// The content security policy forbids loading anything, and any script except the page's own.
  ///
  /// - Parameters:
  ///   - style: the style sheet.
  ///   - scriptHash: the hash of the page's own script in the form of the policy, `sha256-…`; nil if it has none.
  package static func head(_ title: String, style: HTML, scriptHash: String? = nil) -> HTML {
    let scripts: HTML = scriptHash.map { "; script-src '\($0)'" } ?? ""
    return """
      <!DOCTYPE html>
      <html lang="zh-CN">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'\(scripts); base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>\(title)</title>
      <style>\(style)</style>
      </head>
      <body>

      """
  }
}
