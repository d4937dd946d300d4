#include "bot/chat_options.hpp"

#include "bot/real_clock.hpp"
#include "core/limits.hpp"
#include "core/text.hpp"

#include <pwd.h>
#include <unistd.h>

namespace vera {

namespace {

std::string user_of_machine(const Environment&);

} // namespace

Expected<Chat::Options> chat_options(const AskedChat& asked, const Environment& environment) {
    Chat::Options options;
    Problems problems;
    options.user = clean(asked.user.empty() ? user_of_machine(environment) : asked.user);
    if (options.user.empty()) problems.push_back({"--user", "is needed: the machine does not say who you are"});
    if (length(options.user) > limits::name_text) problems.push_back({"--user", "is too long for a name"});
    if (!asked.now.empty()) options.now = parse_iso_time(asked.now);
    if (!asked.now.empty() && !options.now)
        problems.push_back({"--now", "must be a time with its zone, such as 2026-11-27T09:00+01:00"});
    auto zone = asked.zone.empty() ? machine_zone() : find_zone(asked.zone);
    if (zone)
        options.zone = *zone;
    else
        problems.push_back({"--zone", "is no time zone of this machine; an example is Europe/Berlin"});
    if (!problems.empty()) return problems;
    return options;
}

namespace {

std::string user_of_machine(const Environment& environment) {
    for (auto* name : {"USER", "LOGNAME"}) {
        auto found = environment.find(name);
        if (found != environment.end() && !found->second.empty()) return found->second;
    }
    auto* entry = ::getpwuid(::geteuid());
    return entry ? entry->pw_name : "";
}

} // namespace

} // namespace vera
