#include "bot/control_commands.hpp"

#include "bot/ids.hpp"
#include "bot/suspend.hpp"
#include "bot/transaction.hpp"

#include <filesystem>

namespace vera {

namespace {

Expected<ExportOrder> order_in(const ControlRequest&);
ControlAnswer exported(store::Store&, const ExportOrder&, const std::string& out, Time now);

} // namespace

const std::map<std::string, ExportFormat> export_formats = {{"markdown", ExportFormat::markdown},
                                                            {"json", ExportFormat::json},
                                                            {"csv", ExportFormat::csv},
                                                            {"crm", ExportFormat::crm}};

boost::asio::awaitable<ControlAnswer> ControlDesk::carry_out(ControlRequest request) {
    ControlAnswer answer;
    if (request.command == "check") {
        auto checked = co_await look();
        for (auto& note : checked.notes) answer.text += note + '\n';
        answer.problems = std::move(checked.problems);
        co_return answer;
    }
    if (request.command != "export") {
        answer.problems = {{"control", "the running Vera does not know this; is it of another version?"}};
        co_return answer;
    }
    auto order = order_in(request);
    if (!order) answer.problems = order.problems();
    if (order && request.value("database") != database)
        answer.problems = {{"database", "the running Vera has another one open"}};
    if (!answer.problems.empty()) co_return answer;
    auto work = [&store = store, order = *order, out = request.value("out"), now = clock.now()] {
        return exported(store, order, out, now);
    };
    answer = co_await on_store(thread, std::move(work));
    co_return answer;
}

std::string full_name(const std::string& database) {
    return is_postgres(database) ? database : std::filesystem::absolute(database).lexically_normal().string();
}

ControlRequest request_for(const ExportOrder& order, const std::string& database, const std::string& out) {
    ControlRequest request{"export", {}};
    request.values = {{"deal", order.deal},
                      {"user", order.user},
                      {"zone", order.zone.name()},
                      {"out", out},
                      {"database", full_name(database)},
                      {"reason", order.reason}};
    if (order.with_private) request.values["private"] = "yes";
    for (auto& [name, format] : export_formats)
        if (format == order.format) request.values["format"] = name;
    return request;
}

namespace {

Expected<ExportOrder> order_in(const ControlRequest& request) {
    auto format = export_formats.find(request.value("format"));
    auto zone = find_zone(request.value("zone"));
    if (format == export_formats.end() || !zone) return Problem{"control", "the request has no format or no zone"};
    ExportOrder order{
        request.value("deal"),  request.value("user"), *zone, format->second, request.value("private") == "yes",
        request.value("reason")};
    auto problems = wrong_in(order);
    if (!problems.empty()) return problems;
    return order;
}

ControlAnswer exported(store::Store& store, const ExportOrder& order, const std::string& out, Time now) {
    ControlAnswer answer;
    try {
        RandomIds ids;
        auto text = export_deal(store, order, ids, now);
        if (!text)
            answer.problems = text.problems();
        else if (out.empty())
            answer.text = *text;
        else if (auto problem = write_file(out, *text))
            answer.problems = {*problem};
    } catch (const store::DatabaseError& error) {
        if (is_fatal(error)) throw;
        answer.problems = {{"database", error.what()}};
    } catch (const Bug& bug) {
        answer.problems = {{"vera", bug.what()}};
    } catch (const std::exception&) { // one export, not the server; its text might quote what a person wrote
        answer.problems = {{"vera", "the export failed by an exception"}};
    }
    return answer;
}

} // namespace

} // namespace vera
