/// A program as it is evaluated: its checks in rows of plain numbers, and all its texts serialized once.
///
/// Each check and quantity has the place that it has among the program's ``Checks``. What evaluates on several threads has
/// a compiled program for each: counting references to a shared one would make them wait for each other.
public final class CompiledProgram: Sendable {
  public let program: Program
  let layout: SchemaLayout
  let quantities: [CompiledQuantity]
  let checks: [CompiledCheck]
  let matches: [CompiledMatch]
  let filters: [CompiledFilter]
  let operands: [CompiledOperand]
  let directions: [CompiledDirection]
  let findings: [CompiledFinding]
  /// Slots, quantities and checks, wherever there are several.
  let lists: [Int32]
  /// Known values of choices, one bit for each.
  let masks: [UInt64]
  let labels: [Piece]
  /// The beginnings that texts are held against.
  let prefixes: Bytes
  let texts: [UInt64]
  let words: CompiledWords

  /// - Parameters:
  ///   - only: the direction that will be asked for; nil for all.
  ///   - other: a compiled program of the same one, and of the same thread, to share its layout.
  public init(_ program: Program, only: Int? = nil, beside other: CompiledProgram? = nil) {
    var compiler = ProgramCompiler(program)
    words = CompiledWords(&compiler.pieces)
    compiler.compile(only: only)
    self.program = program
    layout = other?.layout ?? SchemaLayout(program.schema)
    quantities = compiler.quantities
    checks = compiler.checks
    matches = compiler.matches
    filters = compiler.filters
    operands = compiler.operands
    directions = compiler.directions
    findings = compiler.findings
    lists = compiler.lists
    masks = compiler.masks
    labels = compiler.labels
    prefixes = compiler.prefixes
    texts = compiler.pieces.words
  }

  /// The id of the clause that has a finding.
  func clauseID(_ direction: Int, _ finding: Int) -> String {
    program.directions[direction].clauses[directions[direction].clauses[finding].place].id
  }

  /// Whether a known value, or -1 for another one, is among those of a mask.
  @inline(__always)
  func contains(_ mask: Range<Int32>, _ place: Double) -> Bool {
    let place = Int(place) &+ 1
    let word = Int(mask.lowerBound) + place >> 6
    return word < Int(mask.upperBound) && masks[word] >> UInt64(place & 63) & 1 == 1
  }
}

/// The words that findings of all programs have in common.
struct CompiledWords: Sendable {
  let semicolon, notApplicable, perhapsNotApplicable, registered, unregistered: Piece
  let evidence, evidenceEnd, brace, quoteEnd, elementEnd, fieldEnd, colon, met, unmet: Piece
  let itemsOf, items, tooLittle, asConfigured: Piece

  init(_ pieces: inout Pieces) {
    semicolon = pieces.text("；")
    notApplicable = pieces.text("不适用：")
    perhapsNotApplicable = pieces.text("无法判断是否适用：")
    registered = pieces.text("已另行通知，按通知要求办理")
    unregistered = pieces.text("申报事项另行通知，尚未登记通知，以通知为准")
    evidence = pieces.json("\",\"evidence\":[")
    evidenceEnd = pieces.json("]}")
    brace = pieces.json("}")
    quoteEnd = pieces.json("\"}")
    elementEnd = pieces.json("]\",\"value\":")
    fieldEnd = pieces.json("\",\"value\":")
    colon = pieces.text("：")
    met = pieces.text("：符合")
    unmet = pieces.text("：不符合")
    itemsOf = pieces.text("项中符合")
    items = pieces.text("项")
    tooLittle = pieces.text("信息不足，暂不计分")
    asConfigured = pieces.text("得分系数")
  }
}
