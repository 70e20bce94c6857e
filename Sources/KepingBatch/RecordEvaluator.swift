import KepingCore
import KepingPlugins

/// Evaluates records one by one, each as far as it can be: what is wrong with one is its result.
///
/// It is confined to one thread, and so are the programs that it has.
struct RecordEvaluator {
  var evaluator = Evaluator()
  /// Looks at each record that a program has evaluated, or failed on, while it is still bound.
  var inspect: ((borrowing Evaluator, CompiledProgram, Int, any ProgramFunctions) -> Void)?
  private let routes: Routes
  /// Where the record leads to that was scanned last.
  private var scanned: Destination?

  /// A program's direction, and who evaluates it.
  private struct Destination {
    let runner: Runner
    let compiled: CompiledProgram
    let direction: Int
  }
  private let maximumRecord: Int

  init(_ routes: Routes, maximumRecord: Int) {
    self.routes = routes
    self.maximumRecord = maximumRecord
  }

  var evaluation: Evaluation { evaluator.evaluation }

  /// Evaluates a record where it stands.
  /// - Parameter isParsed: whether the evaluator's tape has it already.
  /// - Returns: what was decided that depends on the records before.
  mutating func evaluate(
    _ record: Chunk.Record, _ bytes: Bytes, isParsed: Bool = false, _ order: inout BatchOrder
  ) -> BatchOrder.Trail {
    guard !record.isTooLong else {
      evaluator.beginUnknown()
      evaluator.fail(
        EvaluationFailure(
          code: .invalidRecord, message: "第\(record.line)行的记录超过\(maximumRecord)字节", line: record.line, column: record.column))
      return BatchOrder.Trail(namesLine: true)
    }
    do throws(JSONFault) {
      if let fault = record.fault { throw fault }
      if !isParsed { try evaluator.record.tape.read(bytes, record.range) }
    } catch {
      evaluator.beginUnknown()
      let (line, column) = record.position(of: error.offset, bytes)
      evaluator.fail(
        EvaluationFailure(
          code: .invalidJSON, message: "第\(line)行第\(column)列：\(error.wording.chinese)", line: line, column: column))
      return BatchOrder.Trail(namesLine: true)
    }
    return evaluate(bytes, nil, &order)
  }

  /// Scans the record that begins at a place; the place behind it, or nil where it is to be parsed.
  mutating func scan(_ bytes: Bytes, from start: Int, isLine: Bool) -> Int? {
    scanned = nil
    return evaluator.record.scan(bytes, from: start, isLine: isLine) { year, key in
      guard let route = routes.find(year: year, key), let direction = routes.direction(of: route) else { return nil }
      let runner = routes.runner(of: route)
      guard let compiled = runner.compiled(for: direction) else { return nil }
      scanned = Destination(runner: runner, compiled: compiled, direction: direction)
      return compiled
    }
  }

  /// Evaluates the record that was scanned.
  mutating func evaluateScanned(_ order: inout BatchOrder) -> BatchOrder.Trail {
    var trail = BatchOrder.Trail()
    evaluator.begin()
    do throws(EvaluationFailure) {
      if let scanned, let functions = scanned.runner.functions {
        evaluator.note(scanned.runner.reference)
        try order.note(idOf: evaluator.record, in: &trail)
        try evaluate(scanned, functions, &order, &trail)
      } else {
        try evaluateBound(nil, &order, &trail)
      }
    } catch {
      evaluator.fail(error)
    }
    return trail
  }

  /// Evaluates the row of a table.
  mutating func evaluate(_ builder: RecordBuilder, _ order: inout BatchOrder) {
    do throws(JSONFault) {
      try evaluator.record.tape.read(builder.json, 0..<builder.json.count)
    } catch {
      // What the builder writes is JSON; only its size can be too much.
      evaluator.beginUnknown()
      return evaluator.fail(EvaluationFailure(code: .invalidRecord, message: error.wording.chinese))
    }
    _ = evaluate(builder.json, builder, &order)
  }

  /// Evaluates the record on the tape; `builder` made it of a table's row.
  private mutating func evaluate(
    _ bytes: Bytes, _ builder: RecordBuilder?, _ order: inout BatchOrder
  ) -> BatchOrder.Trail {
    var trail = BatchOrder.Trail()
    evaluator.record.bindHost(bytes, known: builder?.hostFaults ?? [])
    evaluator.begin()
    do throws(EvaluationFailure) {
      try evaluateBound(builder, &order, &trail)
    } catch {
      guard error.code == .invalidRecord else {
        evaluator.fail(error)
        return trail
      }
      var faults = evaluator.record.faults
      // A person who corrects a sheet wants to know of all its cells at once.
      for fault in builder?.programFaults ?? [] where !faults.contains(fault) { faults.append(fault) }
      let problems = (faults + evaluator.record.strangers).map { builder?.placed($0) ?? $0 }
      var failure = error
      if let first = problems.first { failure.message = first.message + (faults.count > 1 ? "（共\(faults.count)处）" : "") }
      evaluator.fail(failure, problems: problems)
    }
    return trail
  }

  /// The checks of the contract, in their order: the first that applies is the result.
  private mutating func evaluateBound(
    _ builder: RecordBuilder?, _ order: inout BatchOrder, _ trail: inout BatchOrder.Trail
  ) throws(EvaluationFailure) {
    let route = evaluator.record.hasAddress ? routes.find(evaluator.record) : nil
    let runner = route.map { routes.runner(of: $0) }
    if let runner { evaluator.note(runner.reference) }
    guard evaluator.record.faults.isEmpty else { throw invalidRecord() }
    try order.note(idOf: evaluator.record, in: &trail)
    let year = evaluator.record.year
    guard routes.hasYear(year) else {
      throw EvaluationFailure(code: .noProgram, message: "没有\(year)年度的专项")
    }
    guard let route, let runner else {
      throw EvaluationFailure(
        code: .unknownDirection, message: "\(year)年度没有方向“\(String(evaluator.record.direction.prefix(60)))”")
    }
    guard let functions = runner.functions, let compiled = runner.compiled(for: routes.direction(of: route) ?? 0) else {
      if let fault = runner.fault { throw fault.evaluationFailure(runner.plugin) }
      throw EvaluationFailure(code: .programDisabled, message: "专项 \(runner.plugin.id) 已关闭")
    }
    if !evaluator.record.isWhole {
      evaluator.record.bindProgram(compiled, known: builder?.programFaults ?? [], strangers: builder?.strangers ?? [])
      guard evaluator.record.faults.isEmpty else { throw invalidRecord() }
    }
    guard let place = routes.direction(of: route) else {
      throw EvaluationFailure(code: .unknownDirection, message: "\(year)年度没有方向“\(evaluator.record.direction)”")
    }
    try evaluate(Destination(runner: runner, compiled: compiled, direction: place), functions, &order, &trail)
  }

  /// Has the plugin evaluate, unless it is set aside.
  private mutating func evaluate(
    _ destination: Destination, _ functions: any ProgramFunctions, _ order: inout BatchOrder, _ trail: inout BatchOrder.Trail
  ) throws(EvaluationFailure) {
    try order.admit(destination.runner, in: &trail)
    do throws(EvaluationFailure) {
      try evaluator.evaluate(destination.compiled, destination.direction, functions)
      order.note(destination.runner, nil, in: &trail)
      inspect?(evaluator, destination.compiled, destination.direction, functions)
    } catch {
      if let inspect {
        evaluator.fail(error)
        inspect(evaluator, destination.compiled, destination.direction, functions)
      }
      order.note(destination.runner, error.plugin, in: &trail)
      throw error
    }
  }

  private func invalidRecord() -> EvaluationFailure {
    EvaluationFailure(code: .invalidRecord, message: "记录不合要求")
  }
}

extension Chunk.Record {
  /// Line and column of a byte of a record; the column counts characters.
  fileprivate func position(of offset: Int, _ bytes: Bytes) -> (line: Int, column: Int) {
    var (line, column) = (line, column)
    for byte in bytes[range.lowerBound..<max(range.lowerBound, min(offset, bytes.count))] {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }
}
