import KepingCore
import KepingPlugins
import KepingPrograms
import SystemPackage

/// Checks the applications in a plugin's `examples/` against its program, and evaluates them, so that mistakes in functions show.
enum ExampleCheck {
  /// Returns the faults of the examples, and a remark for each direction without an example.
  static func findings(_ loaded: PluginProgram) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var seen: Set<String> = []
    let plugin = loaded.plugin
    var files: [FilePath] = []
    do throws(Diagnostic) { files = try plugin.files(in: "examples", endingIn: ".json") } catch { findings.append(error) }
    var ids: Set<String> = []
    for file in files {
      let path = plugin.displayPath(of: file)
      do throws(Diagnostic) {
        let examples = try ExampleFile(try plugin.readUTF8(file), path: path)
        for (application, index) in examples.applications {
          let id = application.text(ofMember: "id")
          let name = id?.printable(limit: 60) ?? "?"
          if let failure = failure(of: application, loaded) { findings.append(failure) }
          for fault in faults(of: application, loaded, seen: &seen) {
            findings.append(
              examples.fault(
                fault.field, isUnknown: fault.isUnknown, of: index,
                Wording("示例“\(name)”：\(fault.wording.chinese)", "the example '\(name)': \(fault.wording.english)")))
          }
          if let id, !ids.insert(id).inserted {
            findings.append(
              examples.fault(
                "id", of: index,
                Wording("id“\(name)”与另一份示例重复，请换一个", "another example has the id '\(name)'; give this one another id")))
          }
        }
      } catch {
        findings.append(error)
      }
    }
    findings += unreadFiles(plugin)
    for (_, heading) in plugin.manifest.directions where !seen.contains(heading.id) {
      findings.append(
        ProgramRemarks.manifestRemark(
          in: plugin, "no-example",
          Wording("examples/ 中没有方向“\(heading.id)”的申报书", "examples/ has no application for the direction '\(heading.id)'"),
          direction: heading.id))
    }
    return findings
  }

  /// Returns a remark on each file in `examples/` that is not read.
  private static func unreadFiles(_ plugin: Plugin) -> [Diagnostic] {
    let files = (try? plugin.files(in: "examples", endingIn: "")) ?? []
    return files.filter { !$0.string.hasSuffix(".json") }.map { file in
      var remark = Diagnostic(
        path: plugin.displayPath(of: file), code: "unknown-file",
        Wording(
          "examples/ 中只读 .json 文件，这个不检查，测试也用不到",
          "of examples/ only .json files are read; this one is neither checked nor used by tests"))
      remark.isRemark = true
      return remark
    }
  }

  /// A fault of an example.
  private struct Fault {
    /// The path of the field; empty if it is that of the whole application.
    var field = ""
    /// Whether no field has the path.
    var isUnknown = false
    let wording: Wording

    init(_ problem: Problem, _ schema: Schema) {
      field = problem.field
      isUnknown = problem.code == .unknownField
      let hint = isUnknown && !problem.message.contains("？") ? ChangeCheck(schema: schema).hint(problem.field) : nil
      wording = Wording(problem.message + (hint?.chinese ?? ""), problem.message + (hint?.english ?? ""))
    }

    init(field: String = "", _ wording: Wording) {
      self.field = field
      self.wording = wording
    }
  }

  /// Returns the failure of a function of the plugin for an example; nil if there is none.
  private static func failure(of application: JSONValue, _ loaded: PluginProgram) -> Diagnostic? {
    var assessor = Assessor(loaded)
    guard let failure = assessor.assess(application.bytes).failure, failure.plugin != nil, let file = failure.file else {
      return nil
    }
    let id = application.text(ofMember: "id")?.printable(limit: 60) ?? "?"
    return Diagnostic(
      path: loaded.plugin.path(ofChunk: file), line: failure.line, code: failure.code.rawValue,
      Wording("示例“\(id)”：\(failure.message)", "the example '\(id)': \(failure.message)"))
  }

  /// Returns the faults of an example, and inserts the direction of an admitted one into `seen`.
  private static func faults(of application: JSONValue, _ loaded: PluginProgram, seen: inout Set<String>) -> [Fault] {
    var assessor = Assessor(loaded)
    let schema = loaded.program.schema
    switch assessor.admit(application.bytes) {
    case .admitted(let record, _):
      seen.insert(record.direction)
      return record.unknownFields.map { Fault($0, schema) }
    case .refused(let failure, let problems):
      let faults = problems.filter { $0.code == .invalidRecord }
      if !faults.isEmpty { return faults.map { Fault($0, schema) } }
      guard failure.code == .noProgram || failure.code == .unknownDirection, let (year, given) = assessor.lastAddress else {
        return [Fault(Wording(failure.message, failure.message))]
      }
      let direction = given.printable(limit: 60)
      return [
        Fault(
          field: "direction",
          Wording(
            "\(year)年度的方向“\(direction)”不是本专项的方向",
            "this program has no direction '\(direction)' in \(year)"))
      ]
    }
  }
}
