import KepingCore
import KepingPrograms

/// A resolver of the names that clerks use for directions.
struct DirectionNames {
  private let programs: Programs
  /// The results of earlier calls of ``id(_:year:)``, by year and text.
  private var cache: [String: String] = [:]

  init(_ programs: Programs) { self.programs = programs }

  /// Returns the id of the direction that a text means: by its id, its title, or both.
  ///
  /// Returns the text itself if it means no direction or several.
  mutating func id(_ text: String, year: Int?) -> String {
    let cacheKey = "\(year ?? 0) \(text)"
    if let id = cache[cacheKey] { return id }
    let found = find(text, year)
    // Users type few different texts; the limit keeps an attacker from filling the memory.
    if cache.count < 1000 { cache[cacheKey] = found }
    return found
  }

  private func find(_ text: String, _ year: Int?) -> String {
    let headings = programs.entries.filter { year == nil || $0.plugin.manifest.year == year }
      .flatMap { $0.plugin.manifest.directions.map(\.heading) }
    if headings.contains(where: { $0.id == text }) { return text }
    let key = Heading.key(text)
    // 项目类型4方向1 and 方向4.1 are other notations of 4.1.
    let directionNumber = Self.directionNumber(key)
    var found: Set<String> = []
    for heading in headings {
      let id = Heading.key(heading.id)
      let title = Heading.key(heading.title)
      if key == title || directionNumber == id { found.insert(heading.id) }
      // The id may follow the title: 激励工业领域加大研发投入（4.1）.
      if key.hasPrefix(title), Self.directionNumber(String(key.dropFirst(title.count))) == id { found.insert(heading.id) }
      if key.hasSuffix(title) {
        // The title may follow 4.1 or 方向1 and a separator.
        let before = String(key.dropLast(title.count))
        let directionNumber = Self.directionNumber(before)
        let isOrdinal = before.hasPrefix("方向") && directionNumber == id.drop { $0 != "." }.dropFirst()
        if directionNumber == id || isOrdinal { found.insert(heading.id) }
      }
    }
    return found.count == 1 ? found.first ?? text : text
  }

  /// Returns the number in a text: 4.1 from 项目类型4方向1 or 方向四.一.
  private static func directionNumber(_ text: String) -> String {
    let digits = Array("〇一二三四五六七八九")
    let plain = String(
      text.replacing("项目类型", with: "").replacing("类型", with: "").replacing("方向", with: ".").map { character in
        digits.firstIndex(of: character).map { Character(String($0)) } ?? character
      })
    return trimmed(plain.replacing("..", with: "."))
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while let first = text.first, ".:-_、—/()".contains(first) { text.removeFirst() }
    while let last = text.last, ".:-_、—/()".contains(last) { text.removeLast() }
    return String(text)
  }
}
