-- 方向2.2的规则，都是纯函数：得到的是数值、文本或是否，自己比较。别的 Lua 程序也可以原样引用。
local function grade(value, from, full)
  if value < from then return 0 end
  if value >= full then return 1 end
  return 0.6 + 0.4 * (value - from) / (full - from)
end

return {
  -- 条款
  products = function(count) return count >= 1 end,
  technologies = function(count) return count >= 1 end,
  patents = function(filed, granted) return filed >= 2 or granted >= 1 end,
  industrialised = function(is) return is end,
  benefit = function(total) return total >= 5000000 end,
  exchanges = function(count) return count >= 1 end,
  enterprise = function(kind) return kind == "enterprise" end,
  research = function(amount) return amount >= 5000000 end,
  platform = function(found) return found end,
  city_platform = function(found) return found end,
  high_tech = function(is) return is end,
  leader = function(is) return is end,
  -- 评分
  products_grade = function(count) return grade(count, 1, 3) end,
  technologies_grade = function(count) return grade(count, 1, 3) end,
  patents_grade = function(filed, granted) return 0.6 + 0.4 * math.max((filed - 2) / 4, (granted - 1) / 2) end,
  benefit_grade = function(total) return grade(total, 5000000, 30000000) end,
  exchanges_grade = function(count) return grade(count, 1, 4) end,
  leverage_grade = function(benefit, requested) return requested > 0 and benefit / requested / 10 or 1 end,
}
