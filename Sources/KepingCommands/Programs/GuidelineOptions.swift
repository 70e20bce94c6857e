import ArgumentParser
import KepingAuthoring
import KepingCore
import KepingFiles
import KepingPlugins
import SystemPackage

/// The options for comparing programs with the official text of their guideline.
struct GuidelineOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      localized(
        "与指南原文（UTF-8文本或Markdown）逐句核对", "Compare the programs with the official text of the guideline (UTF-8 text or Markdown)"),
      valueName: "file"),
    completion: .file())
  var guideline: String?

  @Option(
    help: ArgumentHelp(
      localized("把台账写成网页；“-”显示在终端上", "Write the ledger as an HTML page; '-' prints it to the terminal"), valueName: "file"),
    completion: .file())
  var ledger: String?

  func validate() throws {
    guard let ledger else { return }
    if guideline == nil { throw ValidationError(localized("--ledger 要与 --guideline 一起用", "--ledger requires --guideline")) }
    let name = ledger.lowercased()
    guard ledger == "-" || name.hasSuffix(".html") || name.hasSuffix(".htm") else {
      throw ValidationError(localized("台账是网页，文件名应以.html结尾", "a ledger is an HTML page; its name must end with .html"))
    }
    if let guideline, Folder.isSame(FilePath(guideline), FilePath(ledger)) {
      throw ValidationError(localized("台账文件就是指南文件“\(ledger)”", "the ledger file '\(ledger)' is also the guideline file"))
    }
  }

  /// Compares programs with the guideline if one is named, and prints or writes their ledgers.
  ///
  /// - Returns: whether there are no faults.
  func check(_ programs: [PluginProgram]) throws(Diagnostic) -> Bool {
    guard let guideline else { return true }
    let text = try GuidelineText(FilePath(guideline))
    let ledgers = programs.map { Ledger($0, text) }
    for ledger in ledgers {
      try ByteSink().write(Bytes((self.ledger == "-" ? LedgerText.text(ledger) : LedgerText.summary(ledger)).utf8))
      for (index, fault) in ledger.faults.enumerated() {
        Console.show(fault)
        if let correction = ledger.corrections[index] { show(correction) }
      }
    }
    if let ledger, ledger != "-" { try Folder.write(LedgerPage.html(ledgers).text, to: FilePath(ledger)) }
    return ledgers.allSatisfy(\.faults.isEmpty)
  }

  /// Prints the corrected lines of a quote, ready to paste, or the clauses that need the line as it is.
  private func show(_ correction: QuoteCorrection) {
    if !correction.sharedWith.isEmpty {
      let clauses = correction.sharedWith.joined(separator: ", ")
      return Console.write(
        localized(
          "  这段文字 \(clauses) 也用，那里的原文没有这样变：请为变了的另写一个条款",
          "  \(clauses) share this text, and the guideline has not changed theirs in this way: write a clause of its own"))
    }
    for line in correction.lines {
      Console.write(localized("  \(line.path):\(line.line) 改为：", "  \(line.path):\(line.line) becomes:"))
      Console.write(line.text.printable(limit: 4000))
    }
  }
}
