// The settings of `vera serve`: which are there, and in words what is wrong with each and where to get it.
#include "bot/addresses.hpp"
#include "bot/config.hpp"
#include "core/text.hpp"

#include <algorithm>

namespace vera {

namespace {

constexpr std::string_view where_bot =
    "the bot token begins with xoxb- and stands in the app's settings at Slack under "
    "OAuth & Permissions";
constexpr std::string_view where_app = "the app-level token begins with xapp- and is made in the app's settings at "
                                       "Slack under Basic Information, App-Level Tokens, with connections:write";
constexpr std::string_view where_secret = "the signing secret stands in the app's settings at Slack under Basic "
                                          "Information, App Credentials";
constexpr std::size_t max_listed = 10'000;

void read_slack(const Values&, Serving&);
void add_missing(bool bot_token, bool way_in, Problems&);
void check_token(const Setting&, std::string_view prefix, std::string_view where_to_get, Problems&);
void read_secrets(const Values&, Serving&);
std::string api_url(const Values&, Problems&);
void read_listeners(const Values&, Serving&);
std::string public_url(const Values&, Problems&);
bool strict(const Values&, Problems&);
Outside outside(const Values&, Problems&);
std::set<std::string> people(const Setting&, Problems&);
std::string kind_of(std::string_view token);

} // namespace

Serving read_serving(const Values& values) {
    Serving serving;
    read_slack(values, serving);
    read_listeners(values, serving);
    serving.public_url = public_url(values, serving.problems);
    serving.strict = strict(values, serving.problems);
    serving.admins = people(values.get("VERA_ADMINS"), serving.problems);
    serving.outside = outside(values, serving.problems);
    return serving;
}

namespace {

// A value that could not be read is told as that, not as missing.
void read_slack(const Values& values, Serving& serving) {
    auto& problems = serving.problems;
    auto bot = values.secret("SLACK_BOT_TOKEN", problems);
    auto bot_missing = bot.value.empty() && problems.empty();
    check_token(bot, "xoxb-", where_bot, problems);
    auto before = problems.size();
    auto app = values.secret("SLACK_APP_TOKEN", problems);
    check_token(app, "xapp-", where_app, problems);
    serving.bot_token = bot.value;
    serving.app_token = app.value;
    read_secrets(values, serving);
    auto way_missing = app.value.empty() && serving.signing_secrets.empty() && problems.size() == before;
    serving.api_url = api_url(values, problems);
    serving.allow = people(values.get("SLACK_ALLOW"), problems);
    add_missing(bot_missing, way_missing, bot_missing && way_missing ? serving.missing : problems);
}

void add_missing(bool bot_token, bool way_in, Problems& problems) {
    if (bot_token) problems.push_back({"SLACK_BOT_TOKEN", "is missing; " + std::string(where_bot)});
    if (way_in)
        problems.push_back({"SLACK_APP_TOKEN", "is missing, and SLACK_SIGNING_SECRET too; one of them says how "
                                               "Slack reaches Vera. Socket Mode: " +
                                                   std::string(where_app) + ". HTTP: " + std::string(where_secret)});
}

void check_token(const Setting& token, std::string_view prefix, std::string_view where_to_get, Problems& problems) {
    auto& value = token.value;
    if (value.empty()) return;
    auto readable = std::all_of(value.begin(), value.end(), [](char c) { return c > ' ' && c < 0x7f; });
    if (!value.starts_with(prefix))
        problems.push_back({token.where, "is " + kind_of(value) + "; " + std::string(where_to_get)});
    else if (!readable || value.size() == prefix.size() || value.size() > max_secret)
        problems.push_back({token.where, "was cut or has grown on its way here; " + std::string(where_to_get)});
}

void read_secrets(const Values& values, Serving& serving) {
    for (auto* variable : {"SLACK_SIGNING_SECRET", "SLACK_SIGNING_SECRET_OLD"}) {
        auto secret = values.secret(variable, serving.problems);
        if (secret.value.empty()) continue;
        auto plain = std::all_of(secret.value.begin(), secret.value.end(), is_alphanumeric);
        if (!plain || secret.value.size() < 16 || secret.value.size() > 128)
            serving.problems.push_back(
                {secret.where, "is no signing secret (letters and digits, usually 32); " + std::string(where_secret)});
        serving.signing_secrets.push_back(secret.value);
    }
    if (serving.signing_secrets.size() == 1 && values.get("SLACK_SIGNING_SECRET").value.empty() &&
        values.get("SLACK_SIGNING_SECRET_FILE").value.empty())
        serving.problems.push_back(
            {"SLACK_SIGNING_SECRET", "is missing beside SLACK_SIGNING_SECRET_OLD; " + std::string(where_secret)});
}

std::string api_url(const Values& values, Problems& problems) {
    auto url = values.get("SLACK_API_URL", Serving{}.api_url);
    if (!is_safe_url(url.value, {"https", "http"}))
        problems.push_back({url.where, "must begin with https://; plain http:// is for an address of this machine"});
    return url.value.ends_with('/') ? url.value : url.value + '/';
}

void read_listeners(const Values& values, Serving& serving) {
    for (auto& [variable, address] :
         {std::pair{"VERA_LISTEN", &serving.listen}, std::pair{"VERA_ADMIN_LISTEN", &serving.admin_listen}}) {
        auto set = values.get(variable, *address);
        *address = set.value;
        auto reach = reach_of(set.value);
        if (!reach)
            serving.problems.push_back({set.where, "must be an address and a port, such as 127.0.0.1:8080"});
        else if (address == &serving.admin_listen && *reach == Reach::anybody)
            serving.problems.push_back(
                {set.where, "shows health and figures to everybody; name an address of this machine or a private one"});
    }
    if (serving.listen == serving.admin_listen && !serving.listen.ends_with(":0"))
        serving.problems.push_back({"VERA_ADMIN_LISTEN", "is the same address as VERA_LISTEN"});
}

std::string public_url(const Values& values, Problems& problems) {
    auto url = values.get("VERA_PUBLIC_URL");
    if (!url.value.empty() && !is_safe_url(url.value, {"https", "http"}))
        problems.push_back({url.where, "must begin with https://, as Slack calls nothing else"});
    while (url.value.ends_with('/')) url.value.pop_back();
    return url.value;
}

bool strict(const Values& values, Problems& problems) {
    auto privacy = values.get("VERA_PRIVACY", "strict");
    if (privacy.value != "strict" && privacy.value != "open")
        problems.push_back({privacy.where, "is strict (motives only through forms) or open (in the chat as well)"});
    return privacy.value != "open";
}

Outside outside(const Values& values, Problems& problems) {
    auto proxy = values.get("HTTPS_PROXY"), file = values.get("VERA_CA_FILE");
    if (!proxy.value.empty() && !proxy.value.starts_with("http://"))
        problems.push_back({proxy.where, "must be http://[user:password@]host:port"});
    return {file.value, proxy.value, values.get("NO_PROXY").value};
}

std::set<std::string> people(const Setting& list, Problems& problems) {
    std::set<std::string> found;
    std::string_view rest = list.value;
    while (!rest.empty()) {
        auto comma = std::min(rest.find(','), rest.size());
        std::string one(trim(rest.substr(0, comma)));
        rest.remove_prefix(std::min(comma + 1, rest.size()));
        if (one.empty()) continue;
        auto id = (one[0] == 'U' || one[0] == 'W') && std::all_of(one.begin(), one.end(), is_alphanumeric);
        if (!id && one.find('@') == one.npos)
            problems.push_back(
                {list.where, "\"" + one + "\" is neither a member ID (U024BE7LH) nor an e-mail address"});
        found.insert(one);
    }
    if (found.size() > max_listed) problems.push_back({list.where, "names more than 10,000 people"});
    return found;
}

std::string kind_of(std::string_view token) {
    if (token.starts_with("xoxb-")) return "a bot token (xoxb-)";
    if (token.starts_with("xoxp-")) return "a user token (xoxp-)";
    if (token.starts_with("xapp-")) return "an app-level token (xapp-)";
    if (token.starts_with("xoxe.")) return "a token that changes twice a day (xoxe.), from token rotation";
    if (token.starts_with("xoxe-")) return "a refresh token (xoxe-)";
    if (token.starts_with("https://hooks.")) return "the address of a webhook";
    return "no token that Slack gives out";
}

} // namespace

} // namespace vera
