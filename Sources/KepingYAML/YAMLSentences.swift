import KepingCore

/// The Chinese of libyaml's error messages.
enum YAMLSentences {
  /// Returns a message of libyaml in both languages; a message that is not in the table stays English.
  static func wording(_ problem: String) -> Wording { Wording(chinese[problem] ?? problem, problem) }

  /// The messages that libyaml 0.2.5 has for texts in UTF-8.
  static let chinese = [
    // Indentation and structure
    "block sequence entries are not allowed in this context": "这里不能有“- ”开头的列表项，列表要另起一行",
    "mapping keys are not allowed in this context": "这里不能有“? ”",
    "mapping values are not allowed in this context": "这里不能有“: ”；请看缩进是否对齐，上一行是否写完，含冒号的文本是否加了引号",
    "could not find expected ':'": "缺少冒号“: ”",
    "did not find expected key": "这里应为“键: 值”；请看缩进是否与上面对齐，文本的引号是否成对",
    "did not find expected '-' indicator": "这里应为以“- ”开头的列表项；请看缩进是否与上面对齐",
    "did not find expected ',' or ']'": "列表里缺少逗号“,”或右方括号“]”",
    "did not find expected ',' or '}'": "花括号里缺少逗号“,”或右花括号“}”",
    "did not find expected node content": "这里缺少内容",
    "found unexpected ':'": "这里不能有冒号；含冒号的文本请加引号",
    "found character that cannot start any token": "这里不能以这个字符开头；不能用制表符缩进，以特殊字符开头的文本请加引号",
    "found a tab character that violates indentation": "不能用制表符缩进，请改用空格",
    "found a tab character where an indentation space is expected": "不能用制表符缩进，请改用空格",
    "found unexpected document indicator": "引号还没有结束，就出现了“---”或“...”",
    "found unexpected end of stream": "引号还没有结束，文件就结束了",
    "did not find expected <document start>": "这里应为“---”",
    // Texts
    "control characters are not allowed": "不能有控制字符",
    "found unknown escape character": "双引号里的“\\”后面不能是这个字符；要写“\\”本身，请写两个或改用单引号",
    "did not find expected hexdecimal number": "“\\x”“\\u”“\\U”后面应为十六进制数",
    "found invalid Unicode character escape code": "没有这个编号的字符",
    "found an indentation indicator equal to 0": "“|”“>”后面的缩进数不能是0",
    "did not find expected comment or line break": "这里应换行，或以“#”开始注释",
    // Anchors, aliases and tags
    "did not find expected alphabetic or numeric character": "“&”“*”后面应为字母或数字组成的名称；以它们开头的文本请加引号",
    "did not find expected whitespace or line break": "这里应有空格或换行",
    "did not find the expected '>'": "标签缺少“>”",
    "did not find expected tag URI": "标签没有写完；以“!”开头的文本请加引号",
    "did not find URI escaped octet": "标签里的“%”后面应为两位十六进制数",
    "found an incorrect leading UTF-8 octet": "标签里的“%”写法不是UTF-8",
    "found an incorrect trailing UTF-8 octet": "标签里的“%”写法不是UTF-8",
    "found undefined tag handle": "标签的前缀没有定义；以“!”开头的文本请加引号",
    // Directives
    "could not find expected directive name": "“%”后面缺少指令的名称",
    "found unexpected non-alphabetical character": "“%”后面的指令名称里有不能用的字符",
    "found unknown directive name": "没有这个“%”指令；以“%”开头的文本请加引号",
    "did not find expected digit or '.' character": "%YAML 的版本号应为两个数字，中间是“.”",
    "did not find expected version number": "%YAML 后面应为版本号",
    "found extremely long version number": "%YAML 的版本号过长",
    "found incompatible YAML document": "不支持 %YAML 的这个版本",
    "found duplicate %YAML directive": "%YAML 重复",
    "did not find expected '!'": "%TAG 的前缀应以“!”结尾",
    "did not find expected whitespace": "这里应有空格",
    "found duplicate %TAG directive": "%TAG 的前缀重复",
  ]
}
