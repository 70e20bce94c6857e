import Testing

@testable import KepingCore

@Suite("The lines of a text in a cell are counted as spreadsheet programs break them")
struct ColumnTests {
  // A cell of ten columns holds five Chinese characters or ten letters.
  @Test(
    "A line breaks beside a wide character or at a space, but neither before closing punctuation nor within a word",
    arguments: [
      ("", 1), ("一二三四五", 1), ("一二三四五六", 2), ("一二三四五，", 2), ("abcdefghij", 1), ("abcdefghijk", 2), ("abc defg hij", 2),
      ("一二三2023年", 2), ("一二2023年四五", 2), ("一\n二", 2), ("abcdefghijklmnopqrstuvwxyz", 3), ("一二三四  ", 1),
      ("一二三四五六七八九十一", 3),
    ])
  func lines(_ text: String, _ count: Int) {
    #expect(Columns.lines(text, width: 10) == count)
  }

  @Test("A score always has one decimal", arguments: [(0, "0.0"), (5, "0.5"), (470, "47.0"), (829, "82.9"), (1000, "100.0")])
  func score(_ tenths: Int, _ text: String) {
    #expect(String(score: tenths) == text)
  }
}
