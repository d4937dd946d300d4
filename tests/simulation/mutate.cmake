# Writes ${out}: ${source} with ${from} replaced by ${to}, all four named in ${what}. Fails when the text to
# replace is no longer there, because a mutant that changes nothing proves nothing.
include(${what})
file(READ ${source} text)
string(FIND "${text}" "${from}" at)
if(at EQUAL -1)
  message(FATAL_ERROR "the mutant ${name} no longer fits ${source}: it looks for\n${from}")
endif()
string(REPLACE "${from}" "${to}" text "${text}")
file(WRITE ${out} "${text}")
