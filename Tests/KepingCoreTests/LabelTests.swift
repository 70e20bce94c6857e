import KepingCore
import Testing

@Suite("Paths of fields are shown as labels")
struct LabelTests {
  @Test(
    "A path of a result has a Chinese label",
    arguments: [
      ("applicant.name", "申报单位名称"), ("applicant.rdExpense.2023", "2023年研发投入"), ("applicant.rdExpense", "研发投入"),
      ("partners[0].creditCode", "联合申报单位1统一社会信用代码"), ("applicant.platforms[2]", "科技创新平台3"),
      ("applicant.achievements[1]", "已取得的科研成果2"), ("partners", "联合申报单位"), ("nobody.knows", "nobody.knows"), ("", ""),
      // An unknown key may look like any path.
      ("partners[9223372036854775807]", "联合申报单位"), ("partners[-1].name", "联合申报单位"), ("partners(][", "联合申报单位"),
      ("partners][", "partners]["), ("partners[", "联合申报单位"), ("name", "name"), ("level", "level"),
    ])
  func label(_ path: String, _ label: String) {
    #expect(Schema.host.label(of: path) == label)
  }
}
