extension HostFields {
  /// A field that the host has had since after the freeze of `api: 1`.
  public struct Later: Sendable {
    /// The name of the host's object that has the field; nil for a field at the top.
    public let parent: String?
    /// The field, with the fields inside it.
    public let field: Field

    init(in parent: String? = nil, _ field: Field) {
      self.parent = parent
      self.field = field
    }

    /// The path of the field in the record: `leader.phone`.
    public var path: String { (parent.map { $0 + "." } ?? "") + field.name }
  }

  /// The fields that the host has had since after the freeze of `api: 1`.
  ///
  /// They give way to programs: the host declares each of them only for the programs that do not declare a field with that path
  /// themselves. Their labels must not equal the labels or the usual headings of other fields.
  public static let later: [Later] = [
    Later(in: "leader", Field("phone", "项目负责人电话", .text, isPrivate: true)),
    Later(in: "leader", Field("idNumber", "项目负责人证件号码", .text, isPrivate: true)),
    Later(
      Field(
        "members", "项目组成员",
        .objects([
          Field("name", "成员姓名", .text), Field("idNumber", "成员证件号码", .text, isPrivate: true),
          Field("unit", "成员单位", .text), Field("role", "成员分工", .text),
        ]), absence: .none)),
    Later(
      Field(
        "contact", "联系人",
        .object([
          Field("name", "联系人姓名", .text), Field("phone", "联系人电话", .text, isPrivate: true),
          Field("email", "联系人邮箱", .text, isPrivate: true),
        ]))),
    Later(Field("recommender", "推荐单位", .text)),
    Later(in: "leader", Field("birthDate", "项目负责人出生日期", .date)),
    Later(in: "applicant", Field("registeredOn", "注册日期", .date)),
    Later(
      Field(
        "period", "项目起止", .object([Field("start", "项目开始日期", .date), Field("end", "项目结束日期", .date)]))),
  ]

  /// All fields of the host: those of ``all``, each object with its later fields, and then the later fields at the top.
  public static let complete: [Field] =
    all.map { field in
      guard case .object(let inner) = field.type else { return field }
      let more = later.filter { $0.parent == field.name }.map(\.field)
      return Field(field.name, field.label, .object(inner + more), isRequired: field.isRequired, absence: field.absence)
    } + later.filter { $0.parent == nil }.map(\.field)
}
