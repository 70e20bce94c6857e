import ArgumentParser
import KepingCore
import KepingFiles
import SystemPackage

/// The options that name the file to write and allow to replace an existing one.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(localized("写入文件，而不是标准输出", "Write to a file instead of standard output"), valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: ArgumentHelp(localized("覆盖已有的文件", "Replace an existing file")))
  var force = false

  /// The path of the file; nil for standard output.
  var path: FilePath? { output.map { FilePath($0) } }

  /// Checks that no existing file is replaced without `--force`.
  ///
  /// The file may be a template that someone has filled in, or a workbook of results in which people have made notes.
  ///
  /// - Throws: ``Diagnostic`` with code `output-exists`.
  func requireNewFile() throws(Diagnostic) {
    guard let output, !force, Folder.wouldReplace(FilePath(output)) else { return }
    throw Diagnostic(
      path: output, code: "output-exists",
      Wording(
        "文件已存在，里面可能有人填写或批注过；要覆盖请加 --force，否则请换一个文件名",
        "the file exists, and people may have filled it in or made notes in it; add --force to replace it, or choose another name"
      ))
  }

  /// Writes a text to the file, or to standard output.
  ///
  /// - Throws: ``Diagnostic`` with code `unwritable-output`.
  func write(_ text: String) throws(Diagnostic) {
    if let path { try Folder.write(text, to: path) } else { try ByteSink().write(Bytes(text.utf8)) }
  }
}
