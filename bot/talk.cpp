#include "bot/talk.hpp"

#include <utility>

namespace vera {

namespace {

bool read_line(std::istream&, std::string& line);

} // namespace

Talk::Talk(Chat::Options options, store::Store store, Brain brain, Ids& ids)
    : chat_(std::move(options), std::move(store), std::move(brain), ids,
            [this](const std::string& text) { printed_ += text; }) {}

std::string Talk::greeting() {
    chat_.open();
    return settled();
}

std::string Talk::say(const std::string& line) {
    chat_.line(line);
    return settled();
}

void Talk::finish() {
    chat_.finish();
    settled();
}

std::string Talk::settled() {
    chat_.settle();
    if (chat_.failure()) std::rethrow_exception(chat_.failure());
    return std::exchange(printed_, "");
}

void run_script(Talk& talk, const std::string& welcome, std::istream& in, std::ostream& out) {
    auto greeting = welcome + talk.greeting();
    if (!greeting.empty()) out << greeting << '\n' << std::flush;
    for (std::string line; read_line(in, line);) out << talk.say(line) << '\n' << std::flush;
    talk.finish();
}

namespace {

bool read_line(std::istream& in, std::string& line) {
    line.clear();
    auto any = false;
    for (char letter = 0; in.get(letter); any = true) {
        if (letter == '\n') return true;
        if (line.size() < max_typed_line) line += letter;
    }
    return any;
}

} // namespace

} // namespace vera
