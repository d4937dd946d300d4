#pragma once
// The scripted talk: one line in, the whole answer out. The same in a test and behind `vera chat` when its
// input is no terminal.
#include "bot/chat.hpp"

#include <istream>
#include <ostream>

namespace vera {

class Talk {
public:
    Talk(Chat::Options, store::Store, Brain, Ids&);
    // Each answer is lines that end with '\n', none of them empty, or nothing. They throw what must end the
    // process.
    std::string greeting();
    std::string say(const std::string& line);
    void finish();
    store::Store& store() { return chat_.store(); } // between two answers

private:
    std::string settled();
    std::string printed_; // since the last answer
    Chat chat_;
};

inline constexpr std::size_t max_typed_line = 64 * 1024; // bytes; the rest of a longer line is not read

// Until the input ends: the welcome and the greeting, if any, then one answer for each line; each is followed
// by an empty line.
void run_script(Talk&, const std::string& welcome, std::istream&, std::ostream&);

} // namespace vera
