--- load | load: load | function: runtime
load("return 1")()
--- loadstring | load: load | function: runtime
loadstring("return 1")
--- dofile | load: load | function: runtime
dofile("/etc/passwd")
--- loadfile | load: load | function: runtime
loadfile("/etc/passwd")
--- bytecode of a function | load: runtime | function: runtime
string.dump(function() end)
--- io | load: load | function: runtime
io.open("/etc/passwd")
--- os | load: load | function: runtime
os.execute("true")
--- package | load: load | function: runtime
package.loadlib("libc.so.6", "system")
--- debug | load: load | function: runtime
debug.getregistry()
--- the globals table | load: load | function: runtime
local g = _G
--- the metatable of the environment | load: load | function: runtime
getmetatable(_ENV)
--- the environment does not list the host's names | load: runtime | function: runtime
for name, value in pairs(_ENV) do if name == "io" or name == "os" then return end end
error("the environment lists what it has: nothing more")
--- a new environment has only its own names | load: runtime | function: runtime
local _ENV = { error = error }
error(tostring == nil and "no way out" or "out")
--- coroutines | load: load | function: runtime
coroutine.wrap(function() while true do end end)()
--- xpcall | load: load | function: runtime
xpcall(error, function() while true do end end)
--- collectgarbage | load: load | function: runtime
collectgarbage("stop")
--- rawset | load: load | function: runtime
rawset(string, "rep", nil)
--- rawget | load: load | function: runtime
rawget(string, "rep")
--- next | load: load | function: runtime
next(string)
--- print | load: load | function: runtime
print("\27[2J")
--- warn | load: load | function: runtime
warn("@on")
--- newproxy | load: load | function: runtime
newproxy(true)
--- a goto out of a function does not compile | load: load
goto nowhere
--- an unfinished text | load: load
local s = "
--- two hundred and fifty locals | load: load
local a1,a2,a3,a4,a5,a6,a7,a8,a9,b1,b2,b3,b4,b5,b6,b7,b8,b9,c1,c2,c3,c4,c5,c6,c7,c8,c9,d1,d2,d3,d4,d5,d6,d7,d8,d9,e1,e2,e3,e4,e5,e6,e7,e8,e9,f1,f2,f3,f4,f5,f6,f7,f8,f9,g1,g2,g3,g4,g5,g6,g7,g8,g9,h1,h2,h3,h4,h5,h6,h7,h8,h9,i1,i2,i3,i4,i5,i6,i7,i8,i9,j1,j2,j3,j4,j5,j6,j7,j8,j9,k1,k2,k3,k4,k5,k6,k7,k8,k9,l1,l2,l3,l4,l5,l6,l7,l8,l9,m1,m2,m3,m4,m5,m6,m7,m8,m9,n1,n2,n3,n4,n5,n6,n7,n8,n9,o1,o2,o3,o4,o5,o6,o7,o8,o9,p1,p2,p3,p4,p5,p6,p7,p8,p9,q1,q2,q3,q4,q5,q6,q7,q8,q9,r1,r2,r3,r4,r5,r6,r7,r8,r9,s1,s2,s3,s4,s5,s6,s7,s8,s9,t1,t2,t3,t4,t5,t6,t7,t8,t9,u1,u2,u3,u4,u5,u6,u7,u8,u9,v1,v2,v3,v4,v5,v6,v7,v8,v9,w1,w2,w3,w4,w5,w6,w7,w8,w9
--- a module outside the folder | load: load | function: runtime
require "../other"
--- a module by an absolute path | load: load | function: runtime
require "/etc/passwd"
--- a module with dots for parent folders | load: load | function: runtime
require "...etc.passwd"
--- a module with a zero byte | load: load | function: runtime
require "a\0b"
--- a module that is a table | load: runtime | function: runtime
require {}
--- a module that requires the program | load: load | function: runtime
require "program"
