import KepingBatch
import KepingCore
import KepingPrograms
import KepingReports
import KepingSelection
import KepingTables

/// Evaluates the inputs of `keping rank`, reads the files beside them, and collects what the round needs.
final class RoundRun {
  private let batch: Batch
  let plan: RoundPlan
  /// Whether the hashes of the files are wanted.
  private let isHashed: Bool
  private let progress = Progress()
  /// The applications, in the order of the input.
  private(set) var entries: [Entry] = []
  /// The parts of the inputs that were not read.
  private(set) var unreadParts: [UnreadPart] = []
  /// Whether something in a file beside the applications cannot be taken as it is, so that no list is written.
  private(set) var hasFaults = false
  /// The files of applications with their corrections and rulings, and the other files beside them.
  private var inputs: (applications: [Provenance.Input], beside: [Provenance.Input]) = ([], [])

  init(batch: Batch, plan: RoundPlan, isHashed: Bool) {
    self.batch = batch
    self.plan = plan
    self.isHashed = isHashed
  }

  /// Returns what the ranking is based on.
  func provenance(of programs: Programs) -> Provenance {
    var provenance = programs.provenance(version: Keping.version)
    for input in inputs.applications + inputs.beside { provenance.add(input) }
    return provenance
  }

  /// The number of records that could not be evaluated.
  var errors: Int { entries.count { $0.verdict == .error } }

  // MARK: Applications

  /// Evaluates the applications of some files with their corrections and rulings, and keeps their entries.
  func readApplications(_ files: [String], _ amendments: AmendmentOptions, _ options: InputOptions, _ workspace: Workspace) {
    let labels = Input.labels(of: files + amendments.corrections)
    let isHashed = isHashed
    func open(_ file: String) throws(Diagnostic) -> Input {
      try options.open(file, workspace.programs, isHashed: isHashed)
    }
    let amended = amendments.read(
      into: batch, workspace.programs, labels: Array(labels.dropFirst(files.count)), encoding: options.encoding,
      isHashed: isHashed, open: open,
      show: { diagnostic, _, _ in self.showFault(diagnostic) })
    for (file, label) in zip(files, labels) {
      if let remark = Input.remarkOnLock(file) {
        Console.show(remark)
        continue
      }
      var opened: Input?
      do throws(Diagnostic) {
        var input = try open(file)
        if files.count > 1 { input.label = label }
        opened = input
        try enter(input, file: label)
      } catch {
        show(error, of: file, file: label)
      }
      inputs.applications.append(Provenance.Input(name: file, sha256: try? opened?.contentHash()))
    }
    batch.enterOtherCorrections(into: plan) { keep([$0]) }
    progress.clear()
    for diagnostic in batch.rulingDiagnostics { showFault(diagnostic) }
    inputs.applications += amended.inputs
  }

  /// Evaluates an input and keeps its entries.
  ///
  /// - Parameter file: the name of the file in the report.
  /// - Throws: ``Diagnostic`` if the input cannot be read.
  private func enter(_ input: Input, file: String) throws(Diagnostic) {
    progress.begin(input)
    let before = entries.count
    let isComplete = try batch.enter(
      input, into: plan, report: { self.show($0, of: input.name, file: file) }
    ) { entries throws(Diagnostic) in keep(entries) }
    if isComplete, entries.count == before { showEmpty(input.name) }
  }

  private func keep(_ more: [Entry]) {
    entries.append(contentsOf: more)
    progress.advance(records: more.count)
  }

  private func showEmpty(_ name: String) {
    var remark = Diagnostic(path: name, code: "no-applications", Wording("没有申报书，没有什么可评选", "no applications to rank"))
    remark.isRemark = true
    Console.show(remark)
  }

  /// Shows a diagnostic about an input, and keeps it for the report if some content of the input is lost.
  private func show(_ diagnostic: Diagnostic, of input: String, file: String) {
    progress.clear()
    Console.show(diagnostic)
    if !diagnostic.isRemark { unreadParts.append(UnreadPart(diagnostic, of: input, file: file)) }
  }

  // MARK: Files beside the applications

  /// Shows a diagnostic about a file beside the applications.
  func showFault(_ diagnostic: Diagnostic) {
    progress.clear()
    Console.show(diagnostic)
    if !diagnostic.isRemark { hasFaults = true }
  }

  /// Reads files beside the applications, each with all its errors.
  func read<Row>(_ files: [String], _ kind: Provenance.Input.Kind, _ read: (String) -> SideFile.Reading<Row>) -> [Row] {
    files.flatMap { file in
      let reading = read(file)
      for diagnostic in reading.faults + reading.remarks { showFault(diagnostic) }
      inputs.beside.append(Provenance.Input(name: file, sha256: reading.sha256, kind: kind))
      return reading.rows
    }
  }
}
