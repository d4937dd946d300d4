#include "bot/interactive.hpp"

#include "bot/terminal/line_editor.hpp"

#include <boost/asio/signal_set.hpp>

#include <csignal>

namespace vera {

void run_interactive(Chat::Options options, store::Store store, Brain brain, Ids& ids) {
    options.threaded = !options.now; // a clock moved by hand needs everything in one order
    LineEditor* line_editor = nullptr;
    Chat chat(std::move(options), std::move(store), std::move(brain), ids,
              [&line_editor](const std::string& text) { line_editor->print(text + "\n"); }); // turns stand apart
    boost::asio::signal_set signals(chat.network, SIGINT, SIGTERM, SIGHUP);
    auto leave = [&] {
        signals.cancel();
        chat.finish();
    };
    LineEditor editor(chat.network, [&](std::optional<std::string> typed) {
        chat.terminal.window.width = window_columns();
        if (typed)
            chat.line(*typed);
        else
            leave();
    });
    line_editor = &editor;
    signals.async_wait([&](const boost::system::error_code& error, int) {
        if (!error) leave();
    });
    chat.terminal.window = {true, window_columns()};
    chat.open();
    while (!chat.finished() && !chat.failure()) {
        chat.network.restart();
        chat.network.run_one();
        if (chat.wants_settling()) chat.settle();
    }
    editor.close();
    if (chat.failure()) std::rethrow_exception(chat.failure());
}

} // namespace vera
