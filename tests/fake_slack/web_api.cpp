#include "tests/fake_slack/web_api.hpp"

#include "tests/fake_slack/form.hpp"

namespace vera::fake_slack {

namespace {

const std::map<std::string, MethodRule>& methods();
Json carried_out(FakeSlack&, const std::string& method, const HttpRequest&, const Json& arguments);
void check_token(const FakeSlack&, const std::string& method, const HttpRequest&);
void check_scope(const FakeSlack&, const MethodRule&);
Json arguments_of(const HttpRequest&, bool form_only);
std::string method_of(const std::string& target);
Answered as_json(const FakeSlack&, const Json&);
Answered limited(const FakeSlack&);
std::optional<Answered> failed_before(FakeSlack&, const std::string& method);
void fail_after(FakeSlack&, const std::string& method, Answered&);
Json auth_test(FakeSlack&, const Arguments&);
Json open_connection(FakeSlack&, const Arguments&);

} // namespace

Answered answer(FakeSlack& slack, const HttpRequest& request) {
    const auto method = method_of(request.target);
    auto known = methods().find(method);
    if (known == methods().end()) return as_json(slack, {{"ok", false}, {"error", "unknown_method"}});
    const auto arguments = arguments_of(request, known->second.form_only);
    slack.calls.push_back({method, "", slack.clock.now(), arguments});
    const auto call = slack.calls.size() - 1;
    if (auto failed = failed_before(slack, method)) {
        slack.calls[call].error = "fault";
        return *failed;
    }
    auto said = carried_out(slack, method, request, arguments);
    slack.calls[call].error = said.value("error", "");
    auto answered = as_json(slack, said);
    if (said.value("ok", false)) fail_after(slack, method, answered);
    return answered;
}

namespace {

Json carried_out(FakeSlack& slack, const std::string& method, const HttpRequest& request, const Json& arguments) {
    try {
        const auto& rule = methods().at(method);
        check_token(slack, method, request);
        check_scope(slack, rule);
        if (slack.faults.happens(Fault::api_refused)) throw Refusal{slack.faults.refusal};
        Json said = rule.method(slack, Arguments{arguments});
        said["ok"] = true;
        return said;
    } catch (const Refusal& refusal) {
        Json said = {{"ok", false}, {"error", refusal.error}};
        if (refusal.error.starts_with("missing_scope:")) {
            said["error"] = "missing_scope";
            said["needed"] = refusal.error.substr(14);
            said["provided"] = "identify";
        }
        if (!refusal.messages.empty()) said["response_metadata"]["messages"] = refusal.messages;
        return said;
    }
}

const std::map<std::string, MethodRule>& methods() {
    static const auto all = [] {
        std::map<std::string, MethodRule> made = {
            {"auth.test", {"", false, auth_test}},
            {"apps.connections.open", {"", false, open_connection}},
        };
        add_chat_methods(made);
        add_conversation_methods(made);
        add_view_methods(made);
        return made;
    }();
    return all;
}

void check_token(const FakeSlack& slack, const std::string& method, const HttpRequest& request) {
    const std::string_view bearer = "Bearer ";
    std::string token(header(request.headers, "authorization"));
    if (token.starts_with(bearer)) token.erase(0, bearer.size());
    if (token.empty()) throw Refusal{"not_authed"};
    if (slack.revoked.contains(token)) throw Refusal{"token_revoked"};
    const bool app_level = token == slack.options.app_token;
    if (!app_level && token != slack.options.bot_token) throw Refusal{"invalid_auth"};
    if (slack.uninstalled) throw Refusal{"account_inactive"};
    if (app_level != (method == "apps.connections.open")) throw Refusal{"not_allowed_token_type"};
}

void check_scope(const FakeSlack& slack, const MethodRule& rule) {
    if (!rule.scope.empty() && !slack.options.scopes.contains(rule.scope)) throw Refusal{"missing_scope:" + rule.scope};
}

// JSON is not read by a method that takes form fields only: as if there were no arguments.
Json arguments_of(const HttpRequest& request, bool form_only) {
    Json found = Json::object();
    const auto question = request.target.find('?');
    if (question != std::string::npos) found = form_fields(request.target.substr(question + 1));
    const auto type = header(request.headers, "content-type");
    if (type.starts_with("application/x-www-form-urlencoded")) found.update(form_fields(request.body));
    if (type.starts_with("application/json") && !form_only) {
        auto read = Json::parse(request.body, nullptr, false);
        if (read.is_object()) found.update(read);
    }
    return found;
}

std::string method_of(const std::string& target) {
    auto path = target.substr(0, target.find('?'));
    return path.substr(path.rfind('/') + 1);
}

Answered as_json(const FakeSlack& slack, const Json& said) {
    std::string scopes;
    for (auto& scope : slack.options.scopes) scopes += (scopes.empty() ? "" : ",") + scope;
    return {{200, {{"content-type", "application/json; charset=utf-8"}, {"x-oauth-scopes", scopes}}, written(said)},
            Duration{0},
            true};
}

Answered limited(const FakeSlack& slack) {
    Answered answered = as_json(slack, {{"ok", false}, {"error", "ratelimited"}});
    answered.answer.status = 429;
    answered.answer.headers.emplace_back("retry-after", std::to_string(slack.faults.retry_after));
    return answered;
}

std::optional<Answered> failed_before(FakeSlack& slack, const std::string& method) {
    auto& faults = slack.faults;
    if (faults.spared.contains(method)) return std::nullopt;
    const bool opening = method == "apps.connections.open";
    const Answered html{{503, {{"content-type", "text/html"}}, "<html><body>down</body></html>"}, Duration{0}, true};
    if (faults.happens(opening ? Fault::open_limited : Fault::api_limited)) return limited(slack);
    if (faults.happens(opening ? Fault::open_html : Fault::api_html)) return html;
    if (faults.happens(opening ? Fault::open_internal_error : Fault::api_internal_error))
        return as_json(slack, {{"ok", false}, {"error", "internal_error"}});
    if (faults.happens(Fault::api_unreachable)) return Answered{{}, Duration{0}, false};
    return std::nullopt;
}

void fail_after(FakeSlack& slack, const std::string& method, Answered& answered) {
    auto& faults = slack.faults;
    if (faults.spared.contains(method)) return;
    const bool opening = method == "apps.connections.open";
    if (faults.happens(opening ? Fault::open_slow : Fault::api_slow)) answered.after = std::chrono::seconds{30};
    if (opening) return;
    if (faults.happens(Fault::api_stored_then_500))
        answered.answer = {500, {{"content-type", "application/json"}}, R"({"ok":false,"error":"fatal_error"})"};
    if (faults.happens(Fault::api_stored_then_cut)) answered.answer.body.resize(answered.answer.body.size() / 2);
}

Json auth_test(FakeSlack& slack, const Arguments&) {
    return {{"url", "https://fake.example/"},
            {"team", "Fake"},
            {"user", "vera"},
            {"team_id", slack.options.team},
            {"user_id", slack.options.bot_user},
            {"bot_id", slack.options.bot},
            {"app_id", slack.options.app},
            {"is_enterprise_install", slack.options.org_wide}};
}

Json open_connection(FakeSlack& slack, const Arguments&) {
    auto ticket = slack.workspace.fresh("ticket");
    slack.tickets.insert(ticket);
    return {{"url", slack.options.link_url + "?ticket=" + ticket + "&app_id=" + slack.options.app}};
}

} // namespace

std::string Arguments::text(const char* name) const {
    if (!values.contains(name) || values.at(name).is_null()) return "";
    const auto& value = values.at(name);
    return value.is_string() ? value.get<std::string>() : value.dump();
}

std::string Arguments::needed(const char* name) const {
    auto found = text(name);
    if (found.empty()) throw Refusal{"invalid_arguments", {std::string("[ERROR] missing required field: ") + name}};
    return found;
}

bool Arguments::flag(const char* name) const {
    const auto found = text(name);
    return found == "true" || found == "1";
}

int Arguments::number(const char* name, int otherwise) const {
    const auto found = text(name);
    return found.empty() ? otherwise : std::atoi(found.c_str());
}

Json Arguments::value(const char* name) const {
    if (!values.contains(name)) return nullptr;
    const auto& value = values.at(name);
    if (!value.is_string()) return value;
    auto read = Json::parse(value.get<std::string>(), nullptr, false);
    if (read.is_discarded()) throw Refusal{"invalid_arguments", {std::string("[ERROR] no JSON: ") + name}};
    return read;
}

Json said_page(FakeSlack& slack, const Arguments& arguments, const char* list, const Json& all) {
    const auto cursor = arguments.text("cursor");
    Json said;
    said[list] = Json::array();
    if (cursor.empty() && slack.faults.happens(Fault::empty_page)) {
        said["response_metadata"]["next_cursor"] = "at:0";
        return said;
    }
    const std::size_t from = cursor.starts_with("at:") ? std::strtoul(cursor.c_str() + 3, nullptr, 10) : 0;
    const auto limit = static_cast<std::size_t>(arguments.number("limit", 100));
    for (auto at = from; at < all.size() && at < from + limit; ++at) said[list].push_back(all[at]);
    said["response_metadata"]["next_cursor"] = from + limit < all.size() ? "at:" + std::to_string(from + limit) : "";
    return said;
}

} // namespace vera::fake_slack
