import ArgumentParser
import KepingBatch
import KepingCore
import KepingPrograms
import KepingTables
import Workbooks

/// The options that name files with corrections and rulings.
struct AmendmentOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      localized(
        "补正材料：每份代替编号相同的申报书；可以写几次",
        "Corrections: each takes the place of the application with its id; may be given several times"),
      valueName: "file"),
    completion: .file())
  var corrections: [String] = []

  @Option(
    help: ArgumentHelp(
      localized("裁定：人对条款的结论，代替评审的结论；可以写几次", "Rulings: what people decided on clauses; may be given several times"),
      valueName: "file"),
    completion: .file())
  var rulings: [String] = []

  @Flag(
    name: .customLong("without-rulings"),
    help: ArgumentHelp(localized("不用裁定，只看评审自己的结论", "Leave out the rulings and show the bare results")))
  var isWithoutRulings = false

  /// All files, to be compared with an output file.
  var files: [String] { corrections + rulings }

  /// What was read of the files.
  struct Reading {
    /// Whether all of them could be taken as they are.
    var isComplete = true
    /// The files for the provenance.
    var inputs: [Provenance.Input] = []
  }

  /// Reads the files, so that a batch applies them.
  ///
  /// - Parameters:
  ///   - programs: the programs, whose configuration says how rulings are confirmed.
  ///   - labels: the names of the corrections in messages.
  ///   - encoding: the encoding of rulings in CSV; nil to detect it.
  ///   - isHashed: whether the hashes of the files are wanted.
  ///   - open: opens a file of applications.
  ///   - show: receives the errors and remarks, each with the path and the name of its file.
  func read(
    into batch: Batch, _ programs: Programs, labels: [String], encoding: TextEncoding?, isHashed: Bool,
    open: (String) throws(Diagnostic) -> Input,
    show: (_ diagnostic: Diagnostic, _ input: String, _ file: String) -> Void
  ) -> Reading {
    var reading = Reading()
    for (file, label) in zip(corrections, labels) {
      if let remark = Input.remarkOnLock(file) {
        show(remark, file, label)
        continue
      }
      var opened: Input?
      do throws(Diagnostic) {
        var input = try open(file)
        input.label = label
        opened = input
        let isComplete = try batch.addCorrections(input) { show($0, input.name, label) }
        reading.isComplete = reading.isComplete && isComplete
      } catch {
        show(error, file, label)
        reading.isComplete = false
      }
      let hash = isHashed ? try? opened?.contentHash() : nil
      reading.inputs.append(Provenance.Input(name: file, sha256: hash ?? nil, kind: .corrections))
    }
    guard !rulings.isEmpty, !isWithoutRulings else { return reading }
    var rows: [Ruling] = []
    for (file, label) in zip(rulings, Input.labels(of: rulings)) {
      let read = SideFile.rulings(file, encoding: encoding, isHashed: isHashed)
      for diagnostic in read.faults + read.remarks { show(diagnostic, file, label) }
      reading.isComplete = reading.isComplete && read.faults.isEmpty
      reading.inputs.append(Provenance.Input(name: file, sha256: read.sha256, kind: .rulings))
      rows += read.rows
    }
    batch.apply(rows, confirmation: programs.rulingConfirmation, bureauLimits: programs.selection.limits.count)
    return reading
  }

  /// Returns the path and the name of the file of rulings that a diagnostic is about.
  func file(of diagnostic: Diagnostic) -> (path: String, label: String) {
    let file = zip(rulings, Input.labels(of: rulings)).first {
      diagnostic.path == $0.0 || diagnostic.path.hasPrefix($0.0 + ":")
    }
    return file.map { ($0.0, $0.1) } ?? (diagnostic.path, diagnostic.path)
  }
}
