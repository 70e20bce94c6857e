import KepingCore
import KepingPlugins

/// A cursor over the tokens of a file up to the first syntax fault.
///
/// After a fault the cursor is at the end of the file, where no token can be taken, so every rule of the grammar terminates.
struct LuaTokenCursor {
  let tokens: [LuaToken]
  private(set) var index = 0
  private(set) var fault: LuaSyntaxFault?
  private var depth = 0

  /// The deepest nesting that Lua's compiler accepts (`LUAI_MAXCCALLS`).
  static let maximumDepth = 200

  init(_ tokens: [LuaToken]) { self.tokens = tokens }

  var isAtEnd: Bool { index >= tokens.count }
  /// Whether no syntax fault has been found.
  var isSound: Bool { fault == nil }

  func isNext(_ written: String) -> Bool { !isAtEnd && tokens[index].written == written }
  func isNext(_ kind: LuaToken.Kind) -> Bool { !isAtEnd && tokens[index].kind == kind }

  mutating func advance() { index += 1 }

  /// Takes the next token if it has this text, and returns whether it was taken.
  mutating func take(_ written: String) -> Bool {
    guard isNext(written) else { return false }
    index += 1
    return true
  }

  /// Takes the next token, and stops at a fault if it has another text.
  mutating func require(_ written: String) {
    if !take(written) { failUnexpected(.symbol(written)) }
  }

  /// Takes the token that closes the construct that an earlier token opened; stops at a fault if it has another text.
  mutating func require(_ written: String, closing open: Int) {
    guard isSound, !take(written) else { return }
    failUnexpected(.closing(written, open: open))
  }

  /// Takes a name and returns its index; stops at a fault and returns nil if there is none.
  mutating func takeName() -> Int? {
    guard isNext(.name) else {
      failUnexpected(.name)
      return nil
    }
    index += 1
    return index - 1
  }

  /// Enters a level of nesting, and returns false if that is too deep.
  ///
  /// Every call needs a ``leave()``.
  mutating func enter() -> Bool {
    depth += 1
    guard depth > Self.maximumDepth else { return true }
    fail(at: index, Wording("嵌套超过\(Self.maximumDepth)层", "nested deeper than \(Self.maximumDepth) levels"))
    return false
  }

  /// Leaves a level of nesting.
  mutating func leave() { depth -= 1 }

  // MARK: Faults

  /// Stops at a fault; later faults are ignored.
  mutating func fail(at token: Int, expected: LuaExpectation? = nil, _ wording: Wording) {
    guard isSound else { return }
    fault = LuaSyntaxFault(token: token, expected: expected, wording: wording)
    index = tokens.count
  }

  /// Stops at the next token with a fault that names what is expected.
  mutating func failUnexpected(_ expected: LuaExpectation) {
    if isSound { fail(at: index, expected: expected, unexpected(expected.wording(tokens))) }
  }

  /// Returns the message for the next token.
  private func unexpected(_ expected: Wording) -> Wording {
    guard !isAtEnd else {
      return Wording("这里应为\(expected.chinese)，但文件已结束", "expected \(expected.english), but the file ends")
    }
    let token = tokens[index]
    let shown = token.kind == .text ? Wording("文字", "a string") : Wording("“\(token.written)”", "'\(token.written)'")
    return Wording(
      "这里应为\(expected.chinese)，而不是\(shown.chinese.printable(limit: 80))",
      "expected \(expected.english), found \(shown.english.printable(limit: 80))")
  }
}
