import CExpat
import KepingCore

extension Wording {
  /// Creates the message of an error of expat: in Chinese from a table, in English as expat has it.
  ///
  /// An error that is not in the table is in English in both languages.
  init(xmlError code: XML_Error) {
    let english = XML_ErrorString(code).map { String(cString: $0) } ?? "unknown error"
    self.init(Self.xmlErrors[code.rawValue] ?? english, english)
  }

  /// The Chinese messages by the codes of expat.
  private static let xmlErrors: [UInt32: String] = [
    XML_ERROR_NO_MEMORY.rawValue: "内存不足",
    XML_ERROR_SYNTAX.rawValue: "语法有误",
    XML_ERROR_NO_ELEMENTS.rawValue: "没有内容，或者没有结束",
    XML_ERROR_INVALID_TOKEN.rawValue: "有不该出现的字符",
    XML_ERROR_UNCLOSED_TOKEN.rawValue: "标记没有写完",
    XML_ERROR_PARTIAL_CHAR.rawValue: "字符不完整",
    XML_ERROR_TAG_MISMATCH.rawValue: "开始标记与结束标记不成对",
    XML_ERROR_DUPLICATE_ATTRIBUTE.rawValue: "属性重复",
    XML_ERROR_JUNK_AFTER_DOC_ELEMENT.rawValue: "结尾后面还有多余的内容",
    XML_ERROR_PARAM_ENTITY_REF.rawValue: "参数实体的引用不合规定",
    XML_ERROR_UNDEFINED_ENTITY.rawValue: "引用了没有定义的实体",
    XML_ERROR_RECURSIVE_ENTITY_REF.rawValue: "实体引用了自己",
    XML_ERROR_ASYNC_ENTITY.rawValue: "实体的起止不在同一元素中",
    XML_ERROR_BAD_CHAR_REF.rawValue: "引用了不存在的字符编号",
    XML_ERROR_BINARY_ENTITY_REF.rawValue: "引用了二进制实体",
    XML_ERROR_ATTRIBUTE_EXTERNAL_ENTITY_REF.rawValue: "属性中引用了外部实体",
    XML_ERROR_MISPLACED_XML_PI.rawValue: "XML声明不在开头",
    XML_ERROR_UNKNOWN_ENCODING.rawValue: "编码不认识",
    XML_ERROR_INCORRECT_ENCODING.rawValue: "XML声明中的编码与实际不符",
    XML_ERROR_UNCLOSED_CDATA_SECTION.rawValue: "CDATA没有结束",
    XML_ERROR_EXTERNAL_ENTITY_HANDLING.rawValue: "外部实体无法处理",
    XML_ERROR_NOT_STANDALONE.rawValue: "文档依赖外部内容",
    XML_ERROR_UNEXPECTED_STATE.rawValue: "解析程序内部出错",
    XML_ERROR_ENTITY_DECLARED_IN_PE.rawValue: "实体在参数实体中声明",
    XML_ERROR_FEATURE_REQUIRES_XML_DTD.rawValue: "解析程序没有所需的DTD功能",
    XML_ERROR_CANT_CHANGE_FEATURE_ONCE_PARSING.rawValue: "解析开始以后不能再改设置",
    XML_ERROR_UNBOUND_PREFIX.rawValue: "名称的前缀没有声明",
    XML_ERROR_UNDECLARING_PREFIX.rawValue: "名称的前缀不能取消声明",
    XML_ERROR_INCOMPLETE_PE.rawValue: "参数实体中的标记不完整",
    XML_ERROR_XML_DECL.rawValue: "XML声明有误",
    XML_ERROR_TEXT_DECL.rawValue: "文本声明有误",
    XML_ERROR_PUBLICID.rawValue: "公共标识中有不该出现的字符",
    XML_ERROR_SUSPENDED.rawValue: "解析已暂停",
    XML_ERROR_NOT_SUSPENDED.rawValue: "解析没有暂停",
    XML_ERROR_ABORTED.rawValue: "解析已中止",
    XML_ERROR_FINISHED.rawValue: "解析已结束",
    XML_ERROR_SUSPEND_PE.rawValue: "在外部参数实体中不能暂停",
    XML_ERROR_RESERVED_PREFIX_XML.rawValue: "保留的前缀xml不能另作他用",
    XML_ERROR_RESERVED_PREFIX_XMLNS.rawValue: "保留的前缀xmlns不能声明或取消",
    XML_ERROR_RESERVED_NAMESPACE_URI.rawValue: "前缀不能用保留的命名空间",
    XML_ERROR_INVALID_ARGUMENT.rawValue: "参数有误",
    XML_ERROR_NO_BUFFER.rawValue: "没有准备好缓冲区",
    XML_ERROR_AMPLIFICATION_LIMIT_BREACH.rawValue: "实体展开后过大",
  ]
}
