#pragma once
// Standard input for a scripted talk. It ends with the input, or when the process is asked to end: then it hands
// out no further line, so the answer under way is the last, and the talk ends as it does at the end of input.
#include <signal.h>

#include <streambuf>
#include <string>

namespace vera {

class ScriptInput : public std::streambuf {
public:
    // From now on SIGINT, SIGTERM and SIGHUP end this input and nothing else. No other thread may run yet.
    explicit ScriptInput(int input);
    ~ScriptInput() override;
    ScriptInput(const ScriptInput&) = delete;
    ScriptInput& operator=(const ScriptInput&) = delete;

protected:
    int_type underflow() override; // one line at a time

private:
    bool asked_to_end();
    bool wait_and_read(); // false: there is no more
    bool take_line();
    int input_, signals_;
    sigset_t before_;
    bool over_ = false;
    std::string read_, line_; // not handed out yet; handed out
};

} // namespace vera
