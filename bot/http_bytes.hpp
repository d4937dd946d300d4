#pragma once
// Requests and answers as bytes of HTTP/1.1, ready to be written. Reading them is Beast's.
#include "bot/address.hpp"
#include "bot/http.hpp"

#include <string>

namespace vera {

// No header may hold a line break; that is a Bug.
std::string bytes_of(const HttpRequest&, const Address&);
std::string bytes_of(const HttpAnswer&, bool to_head, bool keep_alive);

} // namespace vera
