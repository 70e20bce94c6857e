import ArgumentParser
import KepingFiles
import KepingReports
import SystemPackage

/// The options that say where and how results are written, and with how many threads they are computed.
struct ReportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      localized(
        "输出格式（默认按输出文件的扩展名；终端为 table，否则 jsonl）",
        "The output format (default: by the extension of the output file; for standard output, table on a terminal and jsonl otherwise)"
      )))
  var format: ReportFormat?

  @OptionGroup var target: OutputOptions

  @Option(
    help: ArgumentHelp(
      localized(
        "同时评审的线程数（默认为处理器核心数）；结果与线程数无关", "The number of threads (default: the number of cores); results do not depend on it"),
      valueName: "number"))
  var jobs: Int?

  @Flag(
    help: ArgumentHelp(
      localized(
        "末尾加一行依据：输入文件和专项的SHA-256、版本、与随附的不同的配置（只用于jsonl；工作簿、网页和Markdown总有）",
        "End with a line that states what the results are based on: hashes of the inputs and programs, versions, changed settings (jsonl only; a workbook, page or Markdown always states it)"
      )))
  var provenance = false

  /// The format that was asked for or that follows from the output.
  var chosenFormat: ReportFormat {
    let isShown = target.output == nil && ByteSink.isStandardOutputTerminal
    return format ?? target.output.flatMap(ReportFormat.init(fileName:)) ?? (isShown ? .table : .jsonl)
  }

  /// Whether the report says what its results are based on.
  var statesProvenance: Bool { provenance || chosenFormat.statesProvenance }

  /// The number of threads.
  var workers: Int { jobs ?? Threads.cores }

  /// Checks the options against each other and against the files that are read.
  ///
  /// - Throws: `ValidationError`.
  func validate(inputs: [String]) throws {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError(localized("--jobs 应为1至256", "--jobs must be a number from 1 to 256"))
    }
    if format == .xlsx, target.output == nil, ByteSink.isStandardOutputTerminal {
      throw ValidationError(
        localized("工作簿不能显示在终端上，请用 -o 指定文件", "a workbook cannot be shown on a terminal; specify a file with -o"))
    }
    if provenance, chosenFormat != .jsonl {
      throw ValidationError(
        localized(
          "--provenance 只用于JSON Lines（--format jsonl）；工作簿、网页和Markdown总有依据",
          "--provenance applies to JSON Lines (--format jsonl) only; a workbook, page or Markdown always states it"))
    }
    guard let output = target.output else { return }
    if format == nil, let kind = ReportFormat.unsupportedKind(of: output) {
      throw ValidationError(
        localized(
          "不能输出\(kind)格式，可以是xlsx、csv、html、md、json、jsonl、txt",
          "cannot write the format \(kind); use xlsx, csv, html, md, json, jsonl or txt"))
    }
    if inputs.contains(where: { $0 != "-" && Folder.isSame(FilePath($0), FilePath(output)) }) {
      throw ValidationError(localized("输出文件就是输入文件“\(output)”", "the output file '\(output)' is also an input file"))
    }
  }
}

extension ReportFormat: ExpressibleByArgument {}
