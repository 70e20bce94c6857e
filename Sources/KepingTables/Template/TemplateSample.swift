/// Invented values for the example rows of fields that no evaluation reads, so that the examples of programs need not have them.
enum TemplateSample {
  /// The values by the path of a field; for a field of a list's elements, after the path of the list.
  static let texts = [
    "recommender": "示例县科技局（虚构）", "leader.phone": "0776-0000000", "leader.idNumber": "18位证件号码",
    "contact.name": "示例联系人（虚构）", "contact.phone": "0776-0000000", "contact.email": "shili@example.invalid",
    "members.name": "示例成员（虚构）", "members.idNumber": "18位证件号码", "members.unit": "示例大学（虚构）", "members.role": "技术开发",
  ]
  /// The paths of the lists that have an invented element.
  static let lists: Set<String> = ["members"]
}
