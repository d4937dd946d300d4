#pragma once
// Addresses in settings: what a listener's reach is, and which URLs may be called. Pure; resolves no names.
#include <optional>
#include <string>
#include <string_view>

namespace vera {

enum class Reach { machine, network, anybody }; // loopback; private addresses; all others, 0.0.0.0 too

// Of "127.0.0.1:8080" or "[::1]:8080"; nullopt: no such address.
std::optional<Reach> reach_of(std::string_view listener);

// TLS, or plain to this machine; `schemes` are the safe and the plain one. No spaces, no user name.
struct Schemes {
    std::string_view safe, plain;
};
bool is_safe_url(std::string_view url, Schemes);

bool is_alphanumeric(char);

} // namespace vera
