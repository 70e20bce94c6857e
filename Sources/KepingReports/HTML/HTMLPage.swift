/// What every page has that is one file and needs nothing else.
package enum HTMLPage {
  /// The page up to its body: nothing may be loaded, and no script may run but the page's own, which is known by its hash.
  /// - Parameters:
  ///   - style: the style sheet.
  ///   - scriptHash: what the page's own script is known by; nil where it has none.
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
