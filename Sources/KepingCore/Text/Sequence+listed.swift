extension Sequence<String> {
  /// The first texts, as many as a message can list, and whether these are all.
  ///
  /// A message lists at most 50 texts of together at most 3,000 bytes, because a plugin may have thousands of them.
  var listed: (texts: [String], isAll: Bool) {
    var texts: [String] = []
    var bytes = 0
    for text in self {
      bytes += text.utf8.count
      if !texts.isEmpty, texts.count == 50 || bytes > 3000 { return (texts, false) }
      texts.append(text)
    }
    return (texts, true)
  }
}
