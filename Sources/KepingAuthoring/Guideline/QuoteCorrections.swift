import KepingCore
import KepingPlugins

/// The lines of Lua with the guideline's words in place of a quote that changed, ready to paste.
public struct QuoteCorrection: Sendable, Equatable {
  /// A corrected line.
  public struct Line: Sendable, Hashable {
    /// The path of the file, as messages name it.
    public let path: String
    /// The 1-based line.
    public let line: Int
    /// The whole line.
    public let text: String
  }

  /// The lines in the order of the files.
  public let lines: [Line]
  /// The clauses that use the same words in the plugin, while the guideline has not changed theirs.
  public let sharedWith: [String]
}

/// Corrects the quotes that certainly changed in the text of the plugin's Lua files.
struct QuoteCorrections {
  /// The corrections by the index of the quote's fault; several clauses that share a line have it once.
  private(set) var byFault: [Int: QuoteCorrection] = [:]

  private let loaded: PluginProgram
  private let program: Program
  private var sources: [SourceTexts] = []

  /// A Lua file with its texts.
  private struct SourceTexts {
    let path: String
    let bytes: Bytes
    let file: LuaFile
    /// The index of each token that is a text without escapes, and the text.
    let texts: [(token: Int, text: String)]
  }

  /// A text in a file.
  private struct Literal: Hashable {
    let source: Int
    let token: Int
  }

  init(_ claims: LedgerClaims) {
    loaded = claims.loaded
    program = claims.program
    let certain = claims.resembling.filter(\.nearest.isCertain)
    guard !certain.isEmpty, let sources = try? loaded.plugin.sources() else { return }
    self.sources = sources.map { source in
      let file = LuaFile(source.bytes)
      let texts = file.tokens.indices.compactMap { token in
        file.tokens[token].plainText(in: source.bytes).map { (token, $0) }
      }
      return SourceTexts(path: source.path, bytes: source.bytes, file: file, texts: texts)
    }
    var users: [Literal: Set<String>] = [:]
    for clause in program.directions.flatMap(\.clauses) + program.clauses {
      for literal in literals(of: clause) { users[literal, default: []].insert(clause.id) }
    }
    // A text that several clauses share is corrected if the guideline has changed all of them in the same way.
    var changes: [Literal: [String: String]] = [:]
    for item in certain {
      for (literal, text) in corrected(item, claims.text) { changes[literal, default: [:]][item.clause.id] = text }
    }
    var shown: Set<[QuoteCorrection.Line]> = []
    for item in certain {
      let own = changes.compactMap { literal, texts in texts[item.clause.id].map { (literal: literal, text: $0) } }
      guard !own.isEmpty else { continue }
      var others: Set<String> = []
      for (literal, text) in own {
        others.formUnion((users[literal] ?? []).filter { changes[literal]?[$0] != text && $0 != item.clause.id })
      }
      let lines = others.isEmpty ? lines(own) : []
      if lines.isEmpty && others.isEmpty || !lines.isEmpty && !shown.insert(lines).inserted { continue }
      byFault[item.fault] = QuoteCorrection(lines: lines, sharedWith: others.sorted())
    }
  }

  // MARK: The texts of a clause

  /// Returns the texts of a clause's quote, or of its parts if the quote is put together.
  private func literals(of clause: Clause) -> [Literal] { pieces(of: clause).map(\.literal) }

  /// Returns the texts that make up a clause's quote, with their offsets in it.
  ///
  /// A text within the direction's statement is preferred, since other directions may have the same words.
  private func pieces(of clause: Clause) -> [(literal: Literal, range: Range<Int>)] {
    let wanted = GuidelineText.normalised(clause.quote)
    let id = String(clause.id.prefix { $0 != "/" })
    for isInDirection in [true, false] {
      let candidates = literals(inDirection: isInDirection ? id : nil)
      let whole = candidates.filter { GuidelineText.normalised($0.text) == wanted }
      if whole.count == 1 { return [(whole[0].literal, 0..<wanted.count)] }
      if whole.count > 1 { return [] }
    }
    let candidates = literals(inDirection: id) + literals(inDirection: nil)
    let parts = candidates.compactMap { candidate -> (literal: Literal, range: Range<Int>)? in
      let part = GuidelineText.normalised(candidate.text)
      guard part.count >= 4, let range = Self.onlyOccurrence(of: part, in: wanted) else { return nil }
      return (candidate.literal, range)
    }
    // Texts that overlap do not make up the quote.
    let isClear = parts.allSatisfy { part in parts.allSatisfy { $0.literal == part.literal || !$0.range.overlaps(part.range) } }
    return isClear ? parts : []
  }

  /// Returns the texts within the statement of a direction, or outside of all such statements.
  private func literals(inDirection id: String?) -> [(literal: Literal, text: String)] {
    sources.indices.flatMap { index -> [(literal: Literal, text: String)] in
      let source = sources[index]
      let statements = source.file.directions
      return source.texts.filter { text in
        guard let id else { return !statements.contains { $0.tokens.contains(text.token) } }
        return statements.contains { $0.id == id && $0.tokens.contains(text.token) }
      }.map { (Literal(source: index, token: $0.token), $0.text) }
    }
  }

  /// Returns the range of a text in a longer one if it occurs there exactly once.
  private static func onlyOccurrence(of part: [Unicode.Scalar], in whole: [Unicode.Scalar]) -> Range<Int>? {
    guard !part.isEmpty, part.count <= whole.count else { return nil }
    let starts = (0...(whole.count - part.count)).filter { whole[$0..<($0 + part.count)].elementsEqual(part) }
    return starts.count == 1 ? starts[0]..<(starts[0] + part.count) : nil
  }

  // MARK: The corrected texts

  /// Returns the texts that change for a clause: those of its quote, and the bounds that stood in it.
  private func corrected(_ item: ResemblingPassage, _ text: GuidelineText) -> [(literal: Literal, text: String)] {
    let wanted = GuidelineText.normalised(item.clause.quote)
    let passage = Array(text.scalars[item.range])
    let difference = item.nearest.difference
    let pieces = pieces(of: item.clause)
    // Every difference must lie in one of the texts.
    guard
      difference.places.allSatisfy({ place in
        pieces.contains { $0.range.lowerBound <= place.quoted.lowerBound && place.quoted.upperBound <= $0.range.upperBound }
      })
    else { return [] }
    var result: [(literal: Literal, text: String)] = []
    for (literal, range) in pieces {
      guard let words = Self.official(range, difference, passage, isFirst: range.lowerBound == 0, wanted.count) else { return [] }
      if words != String(scalars: wanted[range]) { result.append((literal, words)) }
    }
    for (bound, check) in bounds(of: item.clause) {
      let old = GuidelineText.normalised(bound)
      guard let range = Self.onlyOccurrence(of: old, in: wanted),
        let new = Self.official(range, difference, passage, isFirst: false, wanted.count), new != bound,
        Self.unit(of: new) == Self.unit(of: bound), let literal = self.literal(of: bound, check, item.clause)
      else { continue }
      result.append((literal, new))
    }
    return result
  }

  /// Returns the guideline's words for a range of the quote, or nil if its borders lie within a difference.
  private static func official(
    _ range: Range<Int>, _ difference: QuoteDifference, _ passage: [Unicode.Scalar], isFirst: Bool, _ length: Int
  ) -> String? {
    let start = isFirst ? 0 : difference.official(range.lowerBound)
    let end = range.upperBound == length ? passage.count : difference.official(range.upperBound)
    guard let start, let end, start <= end, end <= passage.count else { return nil }
    return String(scalars: passage[start..<end])
  }

  /// Returns the bounds of a clause that need no reason, because they stand in its quote.
  private func bounds(of clause: Clause) -> [(bound: String, check: CheckID)] {
    guard let check = clause.check else { return [] }
    return program.checks.bounds(of: check).filter { $0.reason == nil }.map { ($0.bound.text, $0.check) }
  }

  /// Returns the text of a bound: on the line of its check, or else the only one in the direction.
  private func literal(of bound: String, _ check: CheckID, _ clause: Clause) -> Literal? {
    let location = loaded.locations[check]
    let onLine = sources.indices.filter { sources[$0].path == location.path }.flatMap { index in
      sources[index].texts.filter { $0.text == bound && sources[index].file.tokens[$0.token].line == location.line }
        .map { Literal(source: index, token: $0.token) }
    }
    if !onLine.isEmpty { return onLine.count == 1 ? onLine[0] : nil }
    let inDirection = literals(inDirection: String(clause.id.prefix { $0 != "/" })).filter { $0.text == bound }
    return inDirection.count == 1 ? inDirection[0].literal : nil
  }

  /// Returns a bound without its number.
  private static func unit(of bound: String) -> String {
    var unit = String.UnicodeScalarView()
    unit.append(contentsOf: bound.unicodeScalars.drop { Numeral.style(of: $0) != nil || $0 == "." })
    return String(unit)
  }

  // MARK: Lines

  /// Returns the whole lines with changed texts.
  private func lines(_ changes: [(literal: Literal, text: String)]) -> [QuoteCorrection.Line] {
    var edits: [Int: [TextEdit]] = [:]
    for (literal, text) in changes {
      let source = sources[literal.source]
      let bytes = source.file.tokens[literal.token].bytes
      let quote = String(decoding: source.bytes[bytes.lowerBound...bytes.lowerBound], as: UTF8.self)
      let escaped = text.replacing("\\", with: "\\\\").replacing(quote, with: "\\" + quote)
      edits[literal.source, default: []].append(TextEdit(bytes: bytes, text: quote + escaped + quote))
    }
    return edits.sorted { $0.key < $1.key }.flatMap { index, edits in
      TextEdit.changedLines(edits, of: sources[index].bytes).map {
        QuoteCorrection.Line(path: sources[index].path, line: $0.line, text: $0.text)
      }
    }
  }
}

extension LuaToken {
  /// Returns the text of a token that is a string in quotation marks without escapes; nil for any other token.
  func plainText(in source: Bytes) -> String? {
    guard kind == .text, written != "[[" else { return nil }
    let content = source[bytes].dropFirst().dropLast()
    guard !content.contains(UInt8(ascii: "\\")) else { return nil }
    return String(validating: content, as: UTF8.self)
  }
}

extension String {
  init(scalars: some Sequence<Unicode.Scalar>) {
    var view = UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}
