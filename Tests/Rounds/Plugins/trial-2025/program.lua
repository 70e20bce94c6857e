fields {
  fit = flag "可以申报",
  merit = decimal "水平",
  agreed = flag "提供协议",
}
local fits = condition { "可以申报", fit, points = 20 }
local agreement = document { "提供协议", agreed }
local quality = criterion { "水平", points = 80, grade = linear(merit, "0", "80") }

limit { "每家单位限报3项", "3项", per = "unit", over = "best" }
direction { "1.1", fits, agreement, quality,
  limit { "每名负责人限报1项", "1项", per = "leader", ongoing = true } }
direction { "1.2", fits, agreement, quality,
  limit { "接受2个项目", "2个" } }
direction { "2.1", fits, agreement, quality,
  limit { "每家企业限报1项", "1项", per = "applicant", over = "earliest", within = "projectType" },
  limit { "接受1个项目", "1个" } }
direction { "2.2", fits, agreement, quality,
  limit { "接受3个项目", "3个" } }
direction { "3.1", fits, quality,
  limit { "每名负责人限报2项", "2项", per = "leader", over = "all", ongoing = "overdue", within = "plan" } }
