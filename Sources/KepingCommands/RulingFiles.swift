import KepingCore
import KepingFiles
import SystemPackage

/// Reads files of rulings in JSON Lines.
///
/// - Parameter isHashed: whether the hashes of the files are wanted.
/// - Returns: the rulings that could be read, the errors of the others, and the files.
func readRulings(
  _ files: [String], isHashed: Bool
) -> (rulings: [Ruling], faults: [Diagnostic], inputs: [Provenance.Input]) {
  var rulings: [Ruling] = []
  var faults: [Diagnostic] = []
  var inputs: [Provenance.Input] = []
  for file in files {
    do throws(Diagnostic) {
      let bytes = try FileText.read(FilePath(file), limit: 256 << 20)
      inputs.append(Provenance.Input(name: file, sha256: isHashed ? ContentHash.text(of: bytes) : nil, kind: .rulings))
      let lines = FileText.withoutMark(bytes).split(separator: 0x0A, omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() where !line.allSatisfy({ [0x20, 0x09, 0x0D].contains($0) }) {
        let cell = SourceCell(file: file, row: index + 1)
        do throws(Diagnostic) {
          if let ruling = try RulingLine(Bytes(line), cell).ruling() { rulings.append(ruling) }
        } catch { faults.append(error) }
      }
    } catch {
      faults.append(error)
      inputs.append(Provenance.Input(name: file, sha256: nil, kind: .rulings))
    }
  }
  return (rulings, faults, inputs)
}

/// A line of a file of rulings.
private struct RulingLine {
  private static let names = ["application", "clause", "outcome", "reason", "by", "on", "confirmedBy", "basis", "check"]

  private let cell: SourceCell
  /// The texts and whole numbers of the line by name; null and empty texts are left out.
  private var values: [String: String] = [:]

  init(_ line: Bytes, _ cell: SourceCell) throws(Diagnostic) {
    self.cell = cell
    var tape = JSONTape()
    do throws(JSONFault) { try tape.read(line, 0..<line.count) } catch { throw cell.fault("invalid-json", error.wording) }
    guard tape.values[0].kind == .object, !tape.hasDuplicateKeys else {
      throw cell.fault("invalid-ruling", Wording("应为JSON对象，每项只写一次", "must be a JSON object that names each member once"))
    }
    var key = 1
    while key < Int(tape.values[0].next) {
      let name = tape.text(of: tape.values[key], line).text
      let value = tape.values[key + 1]
      key = Int(value.next)
      guard Self.names.contains(name) else {
        let unknown = Wording("没有“\(name)”这一项", "unknown member '\(name)'")
        throw cell.fault("unknown-key", unknown.suggesting(name, among: Self.names))
      }
      switch value.kind {
      case .null: break
      case .text, .number:
        let text = value.kind == .text ? tape.text(of: value, line).text : Bytes(line[Int(value.start)..<Int(value.end)]).text
        if !text.allSatisfy(\.isWhitespace) { values[name] = text }
      case .true, .false, .object, .array: throw fault(name, Wording("应为文本", "must be a text"))
      }
    }
  }

  /// Returns the ruling; nil if the line has no outcome, so that it is passed over.
  func ruling() throws(Diagnostic) -> Ruling? {
    guard let outcome = values["outcome"] else { return nil }
    let day = try text("on")
    guard let date = CalendarDate(rfc3339: Bytes(day.utf8)) else {
      throw fault("on", Wording("应为日期，如2024-05-01", "must be a date such as 2024-05-01"))
    }
    return Ruling(
      application: try text("application"), clause: try text("clause"), decision: try decision(outcome),
      reason: try text("reason"), by: try text("by"), on: date, confirmedBy: values["confirmedBy"], basis: values["basis"],
      check: values["check"], cell: cell)
  }

  private func decision(_ outcome: String) throws(Diagnostic) -> Ruling.Decision {
    if let position = Int(outcome), position > 0 { return .position(position) }
    guard let ruled = Outcome(rawValue: outcome), ruled != .unknown else {
      throw fault(
        "outcome",
        Wording(
          "应为 met（符合）、unmet（不符合）、notApplicable（不适用），同分的写名次",
          "must be met, unmet or notApplicable, or the position within a tie"))
    }
    return .outcome(ruled)
  }

  private func text(_ name: String) throws(Diagnostic) -> String {
    guard let text = values[name] else { throw fault(name, Wording("没有填写", "is missing")) }
    return text
  }

  private func fault(_ name: String, _ wording: Wording) -> Diagnostic {
    cell.fault("invalid-ruling", Wording("\(name)：\(wording.chinese)", "'\(name)' \(wording.english)"))
  }
}
