#include "bot/export.hpp"

#include "bot/command_event.hpp"
#include "bot/transaction.hpp"
#include "core/export/export.hpp"
#include "core/limits.hpp"
#include "core/store/all_deals.hpp"
#include "core/text.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>

namespace vera {

namespace {

store::Account account_of(const ExportOrder&);
Expected<DealHead> head_named(const std::vector<DealHead>&, const std::string& name);
Expected<std::string> exported(store::Store&, const ExportOrder&, const DealHead&, const Event&, Time now);
std::string drawn(const Deal&, ExportFormat, const Export&);
bool write_all(int file, const std::string& text);

// Leaves the transaction without a commit.
struct NotFound {
    Problems problems;
};

} // namespace

Problems wrong_in(const ExportOrder& order) {
    Problems problems;
    auto reason = !trim(order.reason).empty();
    if (order.with_private && !reason) problems.push_back({"--reason", "is needed with --private, and is kept"});
    if (!order.with_private && reason) problems.push_back({"--reason", "belongs to --private"});
    if (length(order.reason) > limits::fact_text) problems.push_back({"--reason", "is too long"});
    if (order.with_private && order.format == ExportFormat::crm)
        problems.push_back({"--private", "does not go with --format crm: nothing private belongs into a CRM"});
    return problems;
}

Expected<std::string> export_deal(store::Store& store, const ExportOrder& order, Ids& ids, Time now) {
    try {
        return committed(store, [&] {
            auto fresh = ids.fresh();
            auto who = store::identify(store, account_of(order), fresh, now);
            auto head = head_named(store::all_heads(store, who), order.deal);
            if (!head) throw NotFound{head.problems()}; // a user made by this look is not kept
            auto text = exported(store, order, *head, event_of_command("export", who, fresh, now), now);
            if (!text) throw NotFound{text.problems()};
            return text;
        });
    } catch (const NotFound& missing) {
        return missing.problems;
    }
}

std::optional<Problem> write_file(const std::string& path, const std::string& text) {
    namespace files = std::filesystem;
    std::error_code error;
    auto status = files::status(path, error);
    if (files::exists(status) && !files::is_regular_file(status)) return Problem{path, "is no file"};
    auto part = path + ".XXXXXX";
    auto file = ::mkstemp(part.data()); // 0600
    if (file < 0) return Problem{path, std::string("cannot be written: ") + std::strerror(errno)};
    auto good = write_all(file, text) && ::fsync(file) == 0;
    std::string why = good ? "" : std::strerror(errno);
    ::close(file);
    if (good) {
        files::rename(part, path, error);
        why = error ? error.message() : "";
    }
    if (why.empty()) return std::nullopt;
    files::remove(part, error);
    return Problem{path, "cannot be written: " + why};
}

namespace {

store::Account account_of(const ExportOrder& order) {
    constexpr std::string_view platform = "slack:";
    auto slash = order.user.find('/');
    if (!order.user.starts_with(platform) || slash == order.user.npos)
        return {"terminal", "local", order.user, order.user, order.zone};
    auto account = order.user.substr(slash + 1);
    return {"slack", order.user.substr(platform.size(), slash - platform.size()), account, account, order.zone};
}

Expected<DealHead> head_named(const std::vector<DealHead>& heads, const std::string& name) {
    auto found = heads_called(heads, name);
    if (found.size() == 1) return *found[0];
    auto what = found.empty() ? "is no deal of this user" : "is more than one deal";
    std::string names;
    std::size_t listed = 0;
    for (auto* head : found)
        if (++listed <= 10) names += (names.empty() ? ": " : "; ") + head->name;
    return Problem{"\"" + clean(name) + "\"", what + names};
}

Expected<std::string> exported(store::Store& store, const ExportOrder& order, const DealHead& head, const Event& event,
                               Time now) {
    auto state = store::load(store, event);
    store::load_more(store, state, event, {{head.id}, {}});
    auto* deal = find_deal(state, head.id);
    Actor actor{event.tenant, event.user};
    Subject subject{event.tenant, head.owner};
    auto today = day_of(now, order.zone);
    if (!deal || !may(actor, Deed::read, subject, Audience::own_chat))
        return Problem{"\"" + clean(order.deal) + "\"", "is no deal of this user"};
    Export how(today);
    if (order.with_private) {
        auto all = Export::with_private(actor, subject, order.reason, today);
        if (!all) return Problem{"--private", "is not allowed"};
        how = *all;
    }
    Plan plan;
    plan.next = state;
    auto what = how.is_private() ? "deal.exported_private" : "deal.exported";
    plan.records = {{what, head.id, {}, how.is_private() ? clean(order.reason) : ""}};
    store::save(store, state, plan, event, now);
    return drawn(*deal, order.format, how);
}

std::string drawn(const Deal& deal, ExportFormat format, const Export& how) {
    if (format == ExportFormat::json) return say_json(deal, how);
    if (format == ExportFormat::csv) return say_csv(deal, how);
    return format == ExportFormat::crm ? say_crm_text(deal) : say_markdown(deal, how);
}

bool write_all(int file, const std::string& text) {
    for (std::size_t at = 0; at < text.size();) {
        auto written = ::write(file, text.data() + at, text.size() - at);
        if (written < 0) return false;
        at += static_cast<std::size_t>(written);
    }
    return true;
}

} // namespace

} // namespace vera
