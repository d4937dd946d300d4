#include "core/export/sheet.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace vera {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const sheet::Value&);
Json json_of(const sheet::Record&);
Json json_of(const sheet::Records&);

} // namespace

std::string say_json(const Deal& deal, const Export& how) {
    const sheet::Sheet sheet = sheet::sheet_of(deal, how);
    Json all;
    all["v"] = export_version;
    all["exported"] = iso_day(how.today());
    all["private"] = how.is_private();
    all["deal"] = json_of(sheet.deal);
    all["people"] = json_of(sheet.people);
    all["next_steps"] = json_of(sheet.steps);
    return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

namespace {

struct ToJson {
    Json operator()(std::monostate) const { return nullptr; }
    Json operator()(const std::string& text) const { return text; }
    Json operator()(bool yes) const { return yes; }
    Json operator()(double number) const {
        const bool whole = number == std::floor(number) && std::abs(number) < 1e15;
        return whole ? Json(static_cast<std::int64_t>(number)) : Json(number);
    }
    Json operator()(const sheet::Texts& texts) const { return texts; }
    Json operator()(const sheet::Records& records) const { return json_of(records); }
};

Json json_of(const sheet::Value& value) { return std::visit(ToJson{}, value); }

Json json_of(const sheet::Record& record) {
    Json object = Json::object();
    for (const sheet::Entry& entry : record)
        if (!is_empty(entry.value)) object[entry.key] = json_of(entry.value);
    return object;
}

Json json_of(const sheet::Records& records) {
    Json array = Json::array();
    for (const sheet::Record& record : records) array.push_back(json_of(record));
    return array;
}

} // namespace
} // namespace vera
