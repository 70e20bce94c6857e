import KepingCore
import KepingUnicode
import Testing

@Suite("Texts are folded for comparing")
struct FoldedTextTests {
  @Test(
    "Texts that differ in width, case, white space or invisible characters alone have the same folded form",
    arguments: [
      ("BS-1", "BS-1"), ("bs-1", "BS-1"), ("ＢＳ－１", "BS-1"), ("B S -1", "BS-1"), ("BS\u{3000}-1", "BS-1"),
      ("BS-\u{200B}1", "BS-1"), ("\u{FEFF}BS-1\u{A0}", "BS-1"), ("项目①", "项目1"), ("ｶﾞ", "ガ"), ("e\u{301}", "É"),
      ("Straße", "STRASSE"), ("", ""), (" \t", ""),
    ])
  func sameForm(_ text: String, _ other: String) {
    #expect(FoldedText.fold(Bytes(text.utf8)[...]) == FoldedText.fold(Bytes(other.utf8)[...]))
  }

  @Test(
    "Texts that differ in more have different folded forms",
    arguments: [("BS-1", "BS-01"), ("BS-1", "BS1"), ("BS-1", "BS_1"), ("BS-O", "BS-0"), ("甲-1", "申-1")])
  func differentForm(_ text: String, _ other: String) {
    #expect(FoldedText.fold(Bytes(text.utf8)[...]) != FoldedText.fold(Bytes(other.utf8)[...]))
  }

  @Test("A text of printable ASCII without small letters is its own folded form")
  func plainText() {
    let plain = Bytes((0x21...0x7E).filter { !(0x61...0x7A).contains($0) }.map { UInt8($0) })
    #expect(FoldedText.fold(plain[...]) == plain)
  }

  @Test("A text that is not UTF-8 is returned unchanged")
  func notUTF8() { #expect(FoldedText.fold([0xFF, 0x41]) == [0xFF, 0x41]) }

  @Test(
    "Folding a folded form again changes nothing, even if white space separated a letter from a mark",
    arguments: [
      "e \u{301}", "e\u{A8}", "\u{3000}か\u{3000}\u{3099}", "ΐ", "İ i\u{307}", "ŉ", "ﬃ", "\u{1F80}\u{345}", "각 \u{11A8}", "㎏ ½ ﷺ",
    ])
  func idempotent(_ text: String) {
    let form = FoldedText.fold(Bytes(text.utf8)[...])
    #expect(FoldedText.fold(form[...]) == form)
  }

  @Test(
    "Only white space and the like is trimmed, and only at the ends",
    arguments: [
      ("BS-1", "BS-1"), (" \tBS-1\r\n", "BS-1"), ("\u{3000}\u{A0}百色 1\u{2003}", "百色 1"),
      ("\u{200B}\u{FEFF}B\u{200B}S\u{200B}", "B\u{200B}S"),
      ("e\u{301} ", "e\u{301}"), (" \u{301}e", "\u{301}e"), ("\u{1}A", "\u{1}A"), (" ", ""), ("", ""),
    ])
  func trim(_ text: String, _ trimmed: String) {
    #expect(Bytes(FoldedText.trim(Bytes(text.utf8)[...])) == Bytes(trimmed.utf8))
  }
}
