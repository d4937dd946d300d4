#pragma once
// Typing in a window: a prompt, the arrow keys, a history that is forgotten at the end. What is printed
// meanwhile comes above the line being typed. One at a time: the library under it has only one line.
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>

#include <functional>
#include <optional>
#include <string>

namespace vera {

class LineEditor {
public:
    using Heard = std::function<void(std::optional<std::string>)>; // nullopt: the end of input
    LineEditor(boost::asio::io_context&, Heard);
    ~LineEditor(); // the window is as it was before
    LineEditor(const LineEditor&) = delete;
    LineEditor& operator=(const LineEditor&) = delete;
    void print(const std::string& text);
    void close(); // listens no more

private:
    void prompt();
    void listen();
    void hear(char* line);
    static LineEditor* open_; // the library calls back without telling whom
    boost::asio::posix::stream_descriptor keys_;
    Heard heard_;
    bool heard_line_ = false;
};

std::size_t window_columns();

} // namespace vera
