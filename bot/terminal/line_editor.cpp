#include "bot/terminal/line_editor.hpp"

#include <editline/readline.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace vera {

namespace {

constexpr int remembered_lines = 200;
constexpr std::size_t usual_columns = 80;

} // namespace

LineEditor* LineEditor::open_ = nullptr;

LineEditor::LineEditor(boost::asio::io_context& network, Heard heard)
    : keys_(network, ::dup(STDIN_FILENO)), heard_(std::move(heard)) {
    std::setlocale(LC_CTYPE, "");
    open_ = this;
    rl_initialize();
    stifle_history(remembered_lines);
    prompt();
    listen();
}

LineEditor::~LineEditor() { close(); }

void LineEditor::close() {
    if (!open_) return;
    open_ = nullptr;
    rl_callback_handler_remove();
    keys_.close();
    std::fputs("\n", stdout);
    std::fflush(stdout);
}

void LineEditor::print(const std::string& text) {
    if (open_) std::fputs("\r\x1b[J", stdout);
    std::fputs(text.c_str(), stdout);
    std::fflush(stdout);
    if (open_) rl_forced_update_display();
}

void LineEditor::prompt() {
    rl_callback_handler_install("> ", [](char* line) { open_->hear(line); });
}

void LineEditor::listen() {
    keys_.async_wait(boost::asio::posix::stream_descriptor::wait_read, [this](const boost::system::error_code& error) {
        if (error) return; // closed; `this` may be gone
        rl_callback_read_char();
        if (!open_) return;
        if (std::exchange(heard_line_, false)) { // or the library keeps showing it, and leaves raw mode
            rl_callback_handler_remove();
            prompt();
        }
        listen();
    });
}

void LineEditor::hear(char* line) {
    if (!line) return heard_(std::nullopt);
    std::string typed = line;
    std::free(line);
    heard_line_ = true;
    if (!typed.empty()) add_history(typed.c_str());
    heard_(std::move(typed));
}

std::size_t window_columns() {
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return usual_columns;
    return size.ws_col;
}

} // namespace vera
