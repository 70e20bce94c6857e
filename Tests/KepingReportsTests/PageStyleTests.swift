import Foundation
import Testing

@testable import KepingReports

@Suite("The style of the page is readable on every screen and on paper")
struct PageStyleTests {
  private static let style = PageStyle.text.text

  /// The colours of the style by name: the light ones, and the dark ones that replace them.
  private static let palettes: [[String: String]] = style.matches(of: /:root{([^}]*)}/).map { root in
    let colours = root.1.matches(of: /--([a-z]+):(#[0-9a-f]{6})/).map { (String($0.1), String($0.2)) }
    return Dictionary(uniqueKeysWithValues: colours)
  }.filter { !$0.isEmpty }

  /// Returns the contrast of two colours as WCAG 2.2 defines it.
  private static func contrast(_ first: String, _ second: String) throws -> Double {
    func luminance(_ colour: String) throws -> Double {
      let number = try #require(Int(colour.dropFirst(), radix: 16))
      let parts = [16, 8, 0].map { shift in
        let part = Double(number >> shift & 255) / 255
        return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    let (one, other) = (try luminance(first), try luminance(second))
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }

  /// The colours that stand on each other, with the contrast that WCAG asks for: 4.5 for text, 3 for edges and bars.
  private static let pairs: [(foreground: String, background: String, least: Double)] = [
    ("text", "page", 4.5), ("text", "soft", 4.5), ("text", "alarm", 4.5),
    ("muted", "page", 4.5), ("muted", "soft", 4.5), ("muted", "alarm", 4.5),
    ("link", "page", 4.5), ("link", "soft", 4.5),
    ("pass", "page", 4.5), ("supplement", "page", 4.5), ("fail", "page", 4.5), ("error", "page", 4.5),
    ("on", "pass", 4.5), ("on", "supplement", 4.5), ("on", "fail", 4.5), ("on", "error", 4.5),
    ("edge", "page", 3), ("accent", "page", 3), ("fail", "alarm", 3),
  ]

  @Test("Text has a contrast of at least 4.5 in light and in dark", arguments: ["light", "dark"])
  func contrasts(_ scheme: String) throws {
    #expect(Self.palettes.count == 2)
    let palette = try #require(scheme == "light" ? Self.palettes.first : Self.palettes.last)
    for pair in Self.pairs {
      let contrast = try Self.contrast(try #require(palette[pair.foreground]), try #require(palette[pair.background]))
      #expect(contrast >= pair.least, "\(pair.foreground) on \(pair.background) in \(scheme): \(contrast)")
    }
    // Lines between cells only decorate.
    #expect(Set(palette.keys) == Set(Self.pairs.flatMap { [$0.foreground, $0.background] } + ["line"]))
  }

  @Test(
    "The contrast of two colours is that of the standard",
    arguments: [
      ("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1), ("#767676", "#ffffff", 4.54), ("#b26a00", "#ffffff", 4.23),
    ])
  func standard(_ first: String, _ second: String, _ ratio: Double) throws {
    #expect(abs(try Self.contrast(first, second) - ratio) < 0.01)
    #expect(try Self.contrast(first, second) == Self.contrast(second, first))
  }

  @Test("Every colour is one of the palette, and every name of the palette that is used exists")
  func noOtherColours() throws {
    let rules = Self.style.replacing(/:root{[^}]*}/, with: "")
    #expect(rules.firstMatch(of: /#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(/) == nil)
    let used = Set(rules.matches(of: /var\(--([a-z]+)\)/).map { String($0.1) })
    #expect(used == Set(try #require(Self.palettes.first).keys))
    #expect(Self.palettes.allSatisfy { $0.count == Self.palettes[0].count })
  }

  @Test("Without the rules for wide screens, no columns and no cell ask for more than a telephone has")
  func narrow() throws {
    #expect(Self.style.contains("\n@media screen and (max-width:600px){"))
    let narrow = try #require(Self.style.components(separatedBy: "@media screen and (max-width:800px){").last)
    for columns in narrow.components(separatedBy: "@media print{")[0].matches(of: /grid-template-columns:([^;}]*)/) {
      let width = columns.1.matches(of: /([0-9]+)px/).reduce(0) { $0 + (Int($1.1) ?? 0) }
      #expect(width < 200, "\(columns.1)")
    }
    for width in Self.style.matches(of: /[{;](?:min-)?width:([0-9]+)px/) {
      #expect(try #require(Int(width.1)) < 100, "\(width.0)")
    }
    for rule in [".cards,.cards :is(caption,tbody,tr,th,td){display:block}", "overflow-wrap:anywhere"] {
      #expect(Self.style.contains(rule), "\(rule)")
    }
    for (column, title) in [(2, "类别"), (3, "原文"), (4, "意见")] {
      #expect(narrow.contains(".clauses td:nth-child(\(column))::before{content:\"\(title)\"}"), "\(title)")
    }
  }

  @Test(
    "On paper the page is A4, light, without controls, and no row is torn",
    arguments: [
      "@page{size:A4;", "@media screen and (prefers-color-scheme:dark)", "tr{break-inside:avoid}", "font-size:9pt",
      ".skip,.filters,button,.application>summary>a,.application>summary::before{display:none}", "content-visibility:visible",
    ])
  func paper(_ rule: String) {
    #expect(Self.style.contains(rule))
    #expect(!PageScript.text.text.contains("beforeprint"))
  }

  @Test("A page of a document has the same colours and paper")
  func document() {
    let page = Document("标题").html.text
    #expect(page.contains(HTMLPage.baseStyle.text))
    #expect(page.contains("<body>\n<main>\n<h1>标题</h1>\n</main>\n</body>"))
  }
}
