import Testing

/// A small edit of a correct program, and where and how it must be reported.
struct LuaMistake: CustomTestStringConvertible {
  let testDescription: String
  let file: String
  /// The text that is replaced, and the text that replaces it.
  let old: String
  let new: String
  /// The place as `file:line:column`; the column is 0 if only Lua notices the mistake, which knows the line.
  let place: String
  let code: String
  /// Parts of the messages that say what to do.
  let chinese: String
  let english: String

  init(
    _ name: String, _ old: String, _ new: String, in file: String = "program.lua", at place: String, _ code: String,
    _ chinese: String, _ english: String
  ) {
    testDescription = name
    self.file = file
    self.old = old
    self.new = new
    self.place = place
    self.code = code
    self.chinese = chinese
    self.english = english
  }
}
