extension Assessment {
  /// Reads a result line as ``append(to:)`` and the command write it.
  ///
  /// Results do not contain the labels and units of evidence, so these are nil.
  /// - Throws: ``Diagnostic`` with code `invalid-result` if the bytes are not the result of one application.
  public init(json: Bytes) throws(Diagnostic) {
    var tape = JSONTape()
    do throws(JSONFault) { try tape.read(json, 0..<json.count) } catch {
      throw Diagnostic(code: "invalid-result", error.wording)
    }
    do throws(NotAResult) {
      self = try AssessmentReader(tape: tape, bytes: json).assessment(at: 0)
    } catch {
      throw Diagnostic(code: "invalid-result", Wording("不是一份申报书的评审结果", "not the result of one application"))
    }
  }
}

/// An error that is thrown if a value is missing or has the wrong type.
private struct NotAResult: Error {}

/// Reads an assessment from a tape of JSON values.
private struct AssessmentReader {
  let tape: JSONTape
  let bytes: Bytes

  func assessment(at index: Int) throws(NotAResult) -> Assessment {
    let members = try members(of: index)
    var assessment = Assessment(verdict: try enumeration(members["verdict"]))
    assessment.id = try optional(members["id"], text)
    assessment.year = try optional(members["year"], integer)
    assessment.direction = try optional(members["direction"], text)
    assessment.title = try optional(members["title"], text)
    assessment.applicant = try optional(members["applicant"], text)
    assessment.program = try optional(members["program"], program)
    assessment.corrects = try optional(members["corrects"], correction)
    assessment.findings = try array(members["findings"], finding)
    assessment.problems = try array(members["problems"], problem)
    assessment.failure = try optional(members["error"], failure)
    let items = try optional(members["score"]) { score throws(NotAResult) in
      try array(try self.members(of: score)["items"], item)
    }
    assessment.items = items ?? []
    let isEvaluated = assessment.isEvaluated
    guard isEvaluated == (assessment.failure == nil), isEvaluated == (items != nil) else { throw NotAResult() }
    return assessment
  }

  private func finding(_ index: Int) throws(NotAResult) -> Assessment.Finding {
    let members = try members(of: index)
    return Assessment.Finding(
      clause: try text(members["clause"]), kind: try enumeration(members["kind"]), outcome: try enumeration(members["outcome"]),
      quote: try text(members["quote"]), message: try text(members["message"]),
      evidence: try array(members["evidence"], evidence),
      ruling: try optional(members["ruling"], ruling))
  }

  private func ruling(_ index: Int) throws(NotAResult) -> AppliedRuling {
    let members = try members(of: index)
    let from: Outcome? = members["from"] == nil ? nil : try enumeration(members["from"])
    guard let day = CalendarDate(rfc3339: Bytes(try text(members["on"]).utf8)) else { throw NotAResult() }
    return AppliedRuling(
      from: from, reason: try text(members["reason"]), by: try text(members["by"]), on: day,
      confirmedBy: try optional(members["confirmedBy"], text), basis: try optional(members["basis"], text))
  }

  private func correction(_ index: Int) throws(NotAResult) -> Assessment.Correction {
    let members = try members(of: index)
    return Assessment.Correction(
      verdict: try enumeration(members["verdict"]), changed: try array(members["changed"], text),
      unasked: try array(members["unasked"], text))
  }

  private func evidence(_ index: Int) throws(NotAResult) -> Evidence {
    let members = try members(of: index)
    guard let value = members["value"] else { throw NotAResult() }
    let read: Evidence.Value =
      switch tape.values[value].kind {
      case .null: .null
      case .true: .flag(true)
      case .false: .flag(false)
      case .number: .number(try number(value))
      case .text: .text(try text(value))
      case .object, .array: throw NotAResult()
      }
    return Evidence(
      field: try text(members["field"]), value: read, required: try optional(members["required"], text).map { Requirement($0) })
  }

  private func problem(_ index: Int) throws(NotAResult) -> Problem {
    let members = try members(of: index)
    return Problem(
      field: try text(members["field"]), code: try enumeration(members["code"]), message: try text(members["message"]),
      cell: try optional(members["cell"], text), ruling: try optional(members["ruling"], ruling))
  }

  private func item(_ index: Int) throws(NotAResult) -> Assessment.ScoreItem {
    let members = try members(of: index)
    return Assessment.ScoreItem(
      id: try text(members["id"]), title: try text(members["title"]), points: try tenths(members["points"]),
      maximum: try tenths(members["max"]), reason: try text(members["reason"]))
  }

  private func failure(_ index: Int) throws(NotAResult) -> EvaluationFailure {
    let members = try members(of: index)
    return EvaluationFailure(
      code: try enumeration(members["code"]), message: try text(members["message"]), file: try optional(members["file"], text),
      line: try optional(members["line"], integer), column: try optional(members["column"], integer),
      clause: try optional(members["clause"], text), traceback: try optional(members["traceback"], text),
      plugin: members["plugin"] == nil ? nil : try pluginFailure(members))
  }

  private func pluginFailure(_ members: [String: Int]) throws(NotAResult) -> PluginFailure {
    let budget = try self.members(of: members["budget"])
    return PluginFailure(
      plugin: ProgramReference(id: try text(members["plugin"]), version: try text(members["version"])),
      phase: try enumeration(members["phase"]), kind: try enumeration(members["kind"]),
      budget: PluginFailure.Budget(
        instructions: try integer(budget["instructions"]), spent: try optional(budget["spent"], integer),
        memory: try integer(budget["memory"]), seconds: try number(budget["seconds"])))
  }

  private func program(_ index: Int) throws(NotAResult) -> ProgramReference {
    let members = try members(of: index)
    return ProgramReference(id: try text(members["id"]), version: try text(members["version"]))
  }

  // MARK: Values of the tape by index; the index nil represents a missing member

  private func members(of index: Int?) throws(NotAResult) -> [String: Int] {
    guard let index, tape.values[index].kind == .object else { throw NotAResult() }
    var members: [String: Int] = [:]
    tape.forEachMember(of: index) { key, value in members[tape.text(of: tape.values[key], bytes).text] = value }
    return members
  }

  private func array<Element>(
    _ index: Int?, _ read: (Int) throws(NotAResult) -> Element
  ) throws(NotAResult) -> [Element] {
    guard let index, tape.values[index].kind == .array else { throw NotAResult() }
    var elements: [Element] = []
    var element = index + 1
    while element < Int(tape.values[index].next) {
      elements.append(try read(element))
      element = Int(tape.values[element].next)
    }
    return elements
  }

  /// Reads a value that may be missing or null.
  private func optional<Value>(_ index: Int?, _ read: (Int) throws(NotAResult) -> Value) throws(NotAResult) -> Value? {
    guard let index, tape.values[index].kind != .null else { return nil }
    return try read(index)
  }

  /// Reads a raw value of an enumeration.
  private func enumeration<Value: RawRepresentable<String>>(_ index: Int?) throws(NotAResult) -> Value {
    guard let value = Value(rawValue: try text(index)) else { throw NotAResult() }
    return value
  }

  private func text(_ index: Int?) throws(NotAResult) -> String {
    guard let index, tape.values[index].kind == .text else { throw NotAResult() }
    return tape.text(of: tape.values[index], bytes).text
  }

  private func number(_ index: Int?) throws(NotAResult) -> Double {
    guard let value = index.map({ tape.values[$0] }), value.kind == .number else { throw NotAResult() }
    let number = JSONNumber(bytes, Int(value.start)..<Int(value.end), isPlain: !value.isEscaped).value
    guard number.isFinite else { throw NotAResult() }
    return number
  }

  private func integer(_ index: Int?) throws(NotAResult) -> Int {
    guard let integer = Int(exactly: try number(index)) else { throw NotAResult() }
    return integer
  }

  /// Reads points, which have at most one decimal, as tenths.
  private func tenths(_ index: Int?) throws(NotAResult) -> Int {
    guard let tenths = Int(exactly: (try number(index) * 10).rounded()) else { throw NotAResult() }
    return tenths
  }
}
