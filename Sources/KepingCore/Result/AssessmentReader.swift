extension Assessment {
  /// Reads a result line, as ``append(to:)`` and the command write it; labels and units of evidence are not in it.
  /// - Throws: ``Diagnostic`` with code `invalid-result`, where the bytes are no result of one application.
  public init(json: Bytes) throws(Diagnostic) {
    var tape = JSONTape()
    do throws(JSONFault) { try tape.read(json, 0..<json.count) } catch {
      throw Diagnostic(code: "invalid-result", error.wording)
    }
    let reader = ResultReader(tape: tape, bytes: json)
    guard let read = reader.assessment(at: 0) else {
      throw Diagnostic(code: "invalid-result", Wording("不是一份申报书的评审结果", "not the result of one application"))
    }
    self = read
  }
}

/// Takes a result apart; each function answers nil where the value is not what it should be.
private struct ResultReader {
  let tape: JSONTape
  let bytes: Bytes

  func assessment(at index: Int) -> Assessment? {
    guard let members = members(of: index), let verdict = text(members["verdict"]).flatMap(Verdict.init(rawValue:)),
      let findings = elements(members["findings"]), let problems = elements(members["problems"])
    else { return nil }
    var assessment = Assessment(verdict: verdict)
    assessment.id = text(members["id"])
    assessment.year = integer(members["year"])
    assessment.direction = text(members["direction"])
    assessment.title = text(members["title"])
    assessment.applicant = text(members["applicant"])
    assessment.program = program(members["program"])
    guard let findings = all(findings, finding), let problems = all(problems, problem) else { return nil }
    assessment.findings = findings
    assessment.problems = problems
    if let error = members["error"] {
      guard let failure = failure(error) else { return nil }
      assessment.failure = failure
    }
    if let score = members["score"].flatMap({ self.members(of: $0) }) {
      guard let items = elements(score["items"]), let read = all(items, item) else { return nil }
      assessment.items = read
    }
    guard assessment.isEvaluated == (assessment.failure == nil) else { return nil }
    return assessment
  }

  private func finding(_ index: Int) -> Assessment.Finding? {
    guard let members = members(of: index), let clause = text(members["clause"]),
      let kind = text(members["kind"]).flatMap(ClauseKind.init(rawValue:)),
      let outcome = text(members["outcome"]).flatMap(Outcome.init(rawValue:)), let quote = text(members["quote"]),
      let message = text(members["message"]), let evidence = elements(members["evidence"]).flatMap({ all($0, self.evidence) })
    else { return nil }
    return Assessment.Finding(
      clause: clause, kind: kind, outcome: outcome, quote: quote, message: message, evidence: evidence)
  }

  private func evidence(_ index: Int) -> Evidence? {
    guard let members = members(of: index), let field = text(members["field"]), let value = members["value"] else { return nil }
    let read: Evidence.Value
    switch tape.values[value].kind {
    case .null: read = .null
    case .true: read = .flag(true)
    case .false: read = .flag(false)
    case .number: read = .number(number(value) ?? 0)
    case .text: read = .text(text(value) ?? "")
    case .object, .array: return nil
    }
    return Evidence(field: field, value: read, required: text(members["required"]).map { Requirement($0) })
  }

  private func problem(_ index: Int) -> Problem? {
    guard let members = members(of: index), let field = text(members["field"]),
      let code = text(members["code"]).flatMap(Problem.Code.init(rawValue:)), let message = text(members["message"])
    else { return nil }
    return Problem(field: field, code: code, message: message, cell: text(members["cell"]))
  }

  private func item(_ index: Int) -> Assessment.ScoreItem? {
    guard let members = members(of: index), let id = text(members["id"]), let title = text(members["title"]),
      let points = tenths(members["points"]), let maximum = tenths(members["max"]), let reason = text(members["reason"])
    else { return nil }
    return Assessment.ScoreItem(id: id, title: title, points: points, maximum: maximum, reason: reason)
  }

  private func failure(_ index: Int) -> EvaluationFailure? {
    guard let members = members(of: index), let message = text(members["message"]),
      let code = text(members["code"]).flatMap(EvaluationFailure.Code.init(rawValue:))
    else { return nil }
    return EvaluationFailure(
      code: code, message: message, file: text(members["file"]), line: integer(members["line"]),
      column: integer(members["column"]), clause: text(members["clause"]), traceback: text(members["traceback"]),
      plugin: pluginFailure(members))
  }

  private func pluginFailure(_ members: [String: Int]) -> PluginFailure? {
    guard let id = text(members["plugin"]), let version = text(members["version"]),
      let phase = text(members["phase"]).flatMap(PluginFailure.Phase.init(rawValue:)),
      let kind = text(members["kind"]).flatMap(PluginFailure.Kind.init(rawValue:)),
      let budget = members["budget"].flatMap({ self.members(of: $0) }), let instructions = integer(budget["instructions"]),
      let memory = integer(budget["memory"]), let seconds = budget["seconds"].flatMap(number)
    else { return nil }
    return PluginFailure(
      plugin: ProgramReference(id: id, version: version), phase: phase, kind: kind,
      budget: PluginFailure.Budget(instructions: instructions, spent: integer(budget["spent"]), memory: memory, seconds: seconds))
  }

  private func program(_ index: Int?) -> ProgramReference? {
    guard let members = index.flatMap({ self.members(of: $0) }), let id = text(members["id"]),
      let version = text(members["version"])
    else { return nil }
    return ProgramReference(id: id, version: version)
  }

  // MARK: Values of the tape, by their index

  private func members(of index: Int) -> [String: Int]? {
    guard tape.values[index].kind == .object else { return nil }
    var members: [String: Int] = [:]
    tape.forEachMember(of: index) { key, value in members[tape.text(of: tape.values[key], bytes).text] = value }
    return members
  }

  private func elements(_ index: Int?) -> [Int]? {
    guard let index, tape.values[index].kind == .array else { return nil }
    var elements: [Int] = []
    var element = index + 1
    while element < Int(tape.values[index].next) {
      elements.append(element)
      element = Int(tape.values[element].next)
    }
    return elements
  }

  private func all<Element>(_ indices: [Int], _ read: (Int) -> Element?) -> [Element]? {
    let found = indices.compactMap(read)
    return found.count == indices.count ? found : nil
  }

  private func text(_ index: Int?) -> String? {
    guard let index, tape.values[index].kind == .text else { return nil }
    return tape.text(of: tape.values[index], bytes).text
  }

  private func number(_ index: Int) -> Double? {
    let value = tape.values[index]
    guard value.kind == .number else { return nil }
    return JSONNumber(bytes, Int(value.start)..<Int(value.end), isPlain: !value.isEscaped).value
  }

  private func integer(_ index: Int?) -> Int? { index.flatMap(number).flatMap { Int(exactly: $0) } }

  /// Points have one decimal at most.
  private func tenths(_ index: Int?) -> Int? {
    index.flatMap(number).map { ($0 * 10).rounded() }.flatMap { Int(exactly: $0) }
  }
}
