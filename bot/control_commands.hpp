#pragma once
// What a running Vera does for whoever is let in at the control socket: `check` and `export`.
#include "bot/check.hpp"
#include "bot/control_words.hpp"
#include "bot/export.hpp"
#include "bot/ports.hpp"

#include <functional>

namespace vera {

struct ControlDesk { // outlives the sessions
    store::Store& store;
    StoreThread& thread;
    Clock& clock;
    std::string database;                                            // as the settings name it
    std::function<boost::asio::awaitable<CheckedAll>()> look;        // how the server is
    boost::asio::awaitable<ControlAnswer> carry_out(ControlRequest); // throws only what must end the process
};

std::string full_name(const std::string& database); // a path from the root, or the address of a server

// An export as a request. `out`: the file that the server writes; empty: the text comes back.
ControlRequest request_for(const ExportOrder&, const std::string& database, const std::string& out);

extern const std::map<std::string, ExportFormat> export_formats; // by their names on the command line

} // namespace vera
