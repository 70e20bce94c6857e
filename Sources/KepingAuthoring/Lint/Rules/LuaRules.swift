/// The rules of the linter.
enum LuaRules {
  /// All rules, in the order in which they see each event.
  static let all: [any LuaRule] = [
    LuaSyntaxRule(),
    UnknownWordRule(), UnknownMemberRule(), UnknownFieldRule(),
    GlobalWriteRule(), ReadOnlyRule(),
    NegatedNodeRule(), ChosenNodeRule(), ComparedNodeRule(), NodeConditionRule(), NodeArithmeticRule(),
    DuplicateKeyRule(), FunctionOperandsRule(), UnreadOperandRule(), FunctionResultRule(), MissingReturnRule(), NoResultRule(),
    TextMethodRule(), MetamethodRule(), UnknownModuleRule(), AbsoluteYearRule(), WrongYearRule(),
    UnusedLocalRule(), OnlyAtLoadRule(), ShadowedWordRule(),
    ComputedFigureRule(), UndecidedRule(),
  ]
}
