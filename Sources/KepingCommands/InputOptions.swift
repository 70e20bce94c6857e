import ArgumentParser
import KepingBatch
import KepingCore
import KepingPrograms
import Workbooks

/// The options that name the form and the encoding of an input instead of detecting them.
struct InputOptions: ParsableArguments {
  @Option(
    name: .customLong("input-format"),
    help: ArgumentHelp(
      localized("输入格式（默认按内容和文件名判断）", "The input format (default: detected from content and name)"), valueName: "format"))
  var form: Input.Form?

  @Option(
    help: ArgumentHelp(
      localized("CSV的编码（默认自动判断）", "The encoding of CSV (default: detected)"), valueName: "encoding"))
  var encoding: TextEncoding?

  /// Opens a file, or standard input for `-`.
  ///
  /// - Parameter isHashed: whether the hash of the content will be asked for.
  func open(_ file: String, _ programs: Programs, isHashed: Bool = false) throws(Diagnostic) -> Input {
    try Input(file, form: form, encoding: encoding, programs: programs, isHashed: isHashed)
  }
}

extension Input.Form: ExpressibleByArgument {}
extension TextEncoding: ExpressibleByArgument {}
