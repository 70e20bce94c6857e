/// A program as it is evaluated: its checks in rows of plain numbers, and all its texts serialized once.
///
/// Each check and quantity has the place that it has among the program's ``Checks``. What evaluates on several threads has
/// a compiled program for each: counting references to a shared one would make them wait for each other.
public final class CompiledProgram: Sendable {
  /// What was compiled.
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
  let answers: [CompiledAnswer]
  /// The beginnings that texts are held against.
  let prefixes: Bytes
  /// Texts as JSON; empty where the program is compiled for values.
  let texts: Vectors
  /// Texts as values; empty where the program is compiled for JSON.
  let values: CompiledValues
  let messages: CompiledMessages

  /// Compiles a program.
  /// - Parameters:
  ///   - form: the form in which its texts are wanted.
  ///   - only: the index of the direction that will be asked for; nil for all.
  ///   - other: a compiled program of the same one, and of the same thread, to share its layout.
  package init(_ program: Program, for form: CompiledForm, only: Int? = nil, beside other: CompiledProgram? = nil) {
    var compiler = ProgramCompiler(program, form)
    messages = CompiledMessages(&compiler)
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
    answers = compiler.answers
    prefixes = compiler.prefixes
    texts = compiler.pieces.vectors
    values = compiler.values
  }

  /// The id of the clause that has a finding.
  func clauseID(_ direction: Int, _ finding: Int) -> String {
    program.directions[direction].clauses[directions[direction].clauses[finding].index].id
  }

  /// Whether a known value, or -1 for another one, is among those of a mask.
  @inline(__always)
  func contains(_ mask: Range<Int32>, _ choice: Double) -> Bool {
    let bit = Int(choice) &+ 1
    let word = Int(mask.lowerBound) + bit >> 6
    return word < Int(mask.upperBound) && masks[word] >> UInt64(bit & 63) & 1 == 1
  }
}
