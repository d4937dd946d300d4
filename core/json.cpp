#include "core/json.hpp"

#include "core/must.hpp"
#include "core/turn_fields.hpp"
#include "core/words.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace vera {

namespace {

using Json = nlohmann::json;

// Members with their default value are not written.
class JsonWriter {
public:
    template <class T> void operator()(const char* name, const T& value);
    Json object = Json::object();
};

class JsonReader {
public:
    explicit JsonReader(const Json& object) : object_(object) {}
    template <class T> void operator()(const char* name, T& value);
    std::string unknown_members() const;
    bool good = true;

private:
    const Json& object_;
    std::vector<std::string_view> found_;
};

template <class Model> std::string written(const Model&, const std::string& unknown_json);
template <class Model> std::optional<Model> read_document(std::string_view text, std::string* unknown_json(Model&));
template <class Model> std::string* unknown_of(Model& model) { return &model.unknown_json; }
template <class Model> std::string* nothing_unknown(Model&) { return nullptr; }

} // namespace

std::string to_json(const Deal& deal) { return written(deal, deal.unknown_json); }
std::string to_json(const Influence& influence) { return written(influence, influence.unknown_json); }
std::string to_json(const User& user) { return written(user, user.unknown_json); }
std::string to_json(const Session& session) { return written(session, session.unknown_json); }
std::string to_json(const Message& message) { return written(message, ""); }
std::string to_json(const Job& job) { return written(job, ""); }
std::string to_json(const Reply& reply) { return written(reply, ""); }
std::string to_json(const Choice& choice) { return written(choice, ""); }
std::string to_json(const FormKey& key) { return written(key, ""); }

template <> std::optional<Deal> from_json(std::string_view text) { return read_document<Deal>(text, unknown_of); }
template <> std::optional<Influence> from_json(std::string_view text) {
    return read_document<Influence>(text, unknown_of);
}
template <> std::optional<User> from_json(std::string_view text) { return read_document<User>(text, unknown_of); }
template <> std::optional<Session> from_json(std::string_view text) { return read_document<Session>(text, unknown_of); }
template <> std::optional<Message> from_json(std::string_view text) {
    return read_document<Message>(text, nothing_unknown);
}
template <> std::optional<Job> from_json(std::string_view text) { return read_document<Job>(text, nothing_unknown); }
template <> std::optional<Reply> from_json(std::string_view text) {
    return read_document<Reply>(text, nothing_unknown);
}
template <> std::optional<Choice> from_json(std::string_view text) {
    return read_document<Choice>(text, nothing_unknown);
}
template <> std::optional<FormKey> from_json(std::string_view text) {
    return read_document<FormKey>(text, nothing_unknown);
}

namespace {

// --- values to JSON -----------------------------------------------------------------------------------

template <class T> Json encoded(const T&);

Json encode(const std::string& value) { return value; }
Json encode(bool value) { return value; }
Json encode(int value) { return value; }
Json encode(double value) {
    MUST(std::isfinite(value)); // JSON has no word for the others
    return value;
}
Json encode(Time value) { return to_ms(value); }
Json encode(Day value) { return iso_day(value); }
Json encode(std::chrono::minutes value) { return value.count(); }
Json encode(const Zone& value) { return value.name(); }
template <class Tag> Json encode(const Id<Tag>& value) { return value.text(); }
template <class T> Json encode(const Private<T>& value) { return value.reveal(); }
template <class T> Json encode(const std::optional<T>& value) { return encoded(*value); }
template <class Enum>
requires std::is_enum_v<Enum> Json encode(Enum value) { return enum_word(value); }
template <class List> Json encode_list(const List& list) {
    Json array = Json::array();
    for (const auto& value : list) array.push_back(encoded(value));
    return array;
}
template <class T> Json encode(const std::vector<T>& value) { return encode_list(value); }
template <class T> Json encode(const std::set<T>& value) { return encode_list(value); }
template <class Key, class T> Json encode(const std::map<Key, T>& value) {
    Json object = Json::object();
    for (const auto& [key, item] : value) object.emplace(enum_word(key), encoded(item));
    return object;
}
template <class T>
requires requires(JsonWriter& writer, const T& value) { fields(writer, value); }
Json encode(const T& value) {
    JsonWriter writer;
    fields(writer, value);
    return std::move(writer.object);
}
template <class T> Json encoded(const T& value) { return encode(value); }

bool is_default(Day day) { return !day.ok(); }
template <class T> bool is_default(const T& value) { return value == T{}; }

template <class T> void JsonWriter::operator()(const char* name, const T& value) {
    if (!is_default(value)) object.emplace(name, encoded(value));
}

// --- and back; false: not such a value ------------------------------------------------------------------

template <class T> bool decoded(const Json&, T&);

bool decode(const Json& json, std::string& value) {
    if (!json.is_string()) return false;
    value = json.get_ref<const std::string&>();
    return true;
}
bool decode(const Json& json, bool& value) {
    if (!json.is_boolean()) return false;
    value = json.get<bool>();
    return true;
}
bool decode(const Json& json, double& value) {
    if (!json.is_number()) return false;
    value = json.get<double>();
    return true;
}
bool decode(const Json& json, std::int64_t& value) {
    if (!json.is_number_integer()) return false;
    if (json.is_number_unsigned() && json.get<std::uint64_t>() > std::numeric_limits<std::int64_t>::max()) return false;
    value = json.get<std::int64_t>();
    return true;
}
bool decode(const Json& json, int& value) {
    std::int64_t wide = 0;
    if (!decode(json, wide) || wide != static_cast<int>(wide)) return false;
    value = static_cast<int>(wide);
    return true;
}
bool decode(const Json& json, Time& value) {
    std::int64_t ms = 0;
    if (!decode(json, ms)) return false;
    value = from_ms(ms);
    return true;
}
bool decode(const Json& json, std::chrono::minutes& value) {
    int count = 0;
    if (!decode(json, count)) return false;
    value = std::chrono::minutes(count);
    return true;
}
bool decode(const Json& json, Day& value) {
    const auto day = json.is_string() ? parse_iso_day(json.get_ref<const std::string&>()) : std::nullopt;
    value = day.value_or(Day{});
    return day.has_value();
}
bool decode(const Json& json, Zone& value) {
    const auto zone = json.is_string() ? find_zone(json.get_ref<const std::string&>()) : std::nullopt;
    value = zone.value_or(Zone{});
    return zone.has_value();
}
template <class Tag> bool decode(const Json& json, Id<Tag>& value) {
    if (!json.is_string()) return false;
    value = Id<Tag>(json.get_ref<const std::string&>());
    return true;
}
template <class T> bool decode(const Json& json, Private<T>& value) {
    T plain;
    if (!decoded(json, plain)) return false;
    value = Private<T>(std::move(plain));
    return true;
}
template <class T> bool decode(const Json& json, std::optional<T>& value) { return decoded(json, value.emplace()); }
template <class Enum>
requires std::is_enum_v<Enum>
bool decode(const Json& json, Enum& value) {
    const auto known = json.is_string() ? enum_value<Enum>(json.get_ref<const std::string&>()) : std::nullopt;
    value = known.value_or(Enum{});
    return known.has_value();
}
template <class T> bool decode(const Json& json, std::vector<T>& value) {
    if (!json.is_array()) return false;
    value.reserve(json.size());
    for (const Json& item : json) {
        if (!decoded(item, value.emplace_back())) return false;
    }
    return true;
}
template <class T> bool decode(const Json& json, std::set<T>& value) {
    if (!json.is_array()) return false;
    for (const Json& item : json) {
        T member{};
        if (!decoded(item, member)) return false;
        value.insert(std::move(member));
    }
    return true;
}
template <class Key, class T> bool decode(const Json& json, std::map<Key, T>& value) {
    if (!json.is_object()) return false;
    for (const auto& [name, item] : json.items()) {
        const auto key = enum_value<Key>(name);
        if (!key || !decoded(item, value[*key])) return false;
    }
    return true;
}
template <class T>
requires requires(JsonReader& reader, T& value) { fields(reader, value); }
bool decode(const Json& json, T& value) {
    if (!json.is_object()) return false;
    JsonReader reader(json);
    fields(reader, value);
    return reader.good;
}
template <class T> bool decoded(const Json& json, T& value) { return decode(json, value); }

template <class T> void JsonReader::operator()(const char* name, T& value) {
    const auto member = object_.find(name);
    if (member == object_.end()) return;
    found_.push_back(name);
    if (!decoded(*member, value)) good = false;
}

std::string JsonReader::unknown_members() const {
    if (found_.size() == object_.size()) return "";
    Json unknown = Json::object();
    for (const auto& [name, value] : object_.items()) {
        if (std::find(found_.begin(), found_.end(), name) == found_.end()) unknown.emplace(name, value);
    }
    return unknown.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// --- documents --------------------------------------------------------------------------------------------

template <class Model> std::string written(const Model& model, const std::string& unknown_json) {
    JsonWriter writer;
    writer.object.emplace("v", document_version);
    fields(writer, model);
    if (!unknown_json.empty()) {
        Json unknown = Json::parse(unknown_json, nullptr, false);
        MUST(unknown.is_object());
        for (auto& [name, value] : unknown.items()) writer.object.emplace(name, std::move(value));
    }
    return writer.object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

template <class Model> std::optional<Model> read_document(std::string_view text, std::string* unknown_json(Model&)) {
    if (too_deep(text)) return std::nullopt;
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object()) return std::nullopt;
    Model model{};
    JsonReader reader(json);
    int version = 0;
    reader("v", version);
    fields(reader, model);
    if (!reader.good || version < 1) return std::nullopt;
    if (std::string* unknown = unknown_json(model)) *unknown = reader.unknown_members();
    return model;
}

} // namespace

bool too_deep(std::string_view text) {
    std::size_t depth = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (in_string) {
            if (c == '\\') ++i;
            if (c == '"') in_string = false;
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{' || c == '[') {
            if (++depth > max_document_depth) return true;
        } else if ((c == '}' || c == ']') && depth > 0) {
            --depth;
        }
    }
    return false;
}

std::string word_of(DealState state) { return std::string(enum_word(state)); }
std::optional<DealState> deal_state(std::string_view word) { return enum_value<DealState>(word); }

} // namespace vera
