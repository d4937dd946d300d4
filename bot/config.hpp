#pragma once
// The settings: defaults < configuration file < environment. Reads everything before it complains, so that
// every mistake is told at once. Opens no database and makes no file; the master key has its own door.
#include "bot/http_client.hpp"
#include "bot/setting_values.hpp"
#include "core/expected.hpp"
#include "core/store/sealed.hpp"

#include <set>
#include <string>
#include <vector>

namespace vera {

// What `vera serve` needs besides a database.
struct Serving {
    std::string bot_token, app_token;         // app_token set: Socket Mode
    std::vector<std::string> signing_secrets; // set: HTTP mode; the second is an older one that is still accepted
    std::string api_url = "https://slack.com/api/";
    std::set<std::string> allow; // user ids or e-mails; empty: every full member
    std::string listen = "127.0.0.1:8080", admin_listen = "127.0.0.1:8081";
    std::string public_url; // where Slack reaches `listen` from outside, without a slash at its end
    bool strict = true;     // motives only through forms, never in a chat
    std::set<std::string> admins;
    Outside outside;
    Problems problems; // with any of them Vera does not serve; the terminal does not care
    Problems missing;  // when nothing of Slack is set; that is wrong for `vera serve` alone
};

struct Settings {
    std::string home;     // the folder for what Vera keeps
    std::string database; // a path, or "postgresql://..."
    std::string library;  // a folder; empty: what is compiled in
    std::string key;      // 64 hex digits; empty: in key_file
    std::string key_file;
    Serving serving;
};

// `file` is the path of a TOML file, or empty. With problems, the settings are those that could be read.
Settings read_settings(const std::string& file, const Environment&, Problems&);
Serving read_serving(const Values&); // config_serving.cpp

bool is_postgres(const std::string& database);

} // namespace vera
