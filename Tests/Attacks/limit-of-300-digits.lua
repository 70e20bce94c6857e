-- Numbers: a limit above all integers. Check: kinds=load/runtime
direction { "9.1",
  target { "示范", judge("检查", { record }, function() return true end), points = 1 },
  limit { "限报", ("9"):rep(250) .. "项" },
}
