#pragma once
// application/x-www-form-urlencoded, both ways.
#include <nlohmann/json.hpp>

#include <string>

namespace vera::fake_slack {

nlohmann::json form_fields(const std::string& body); // an object of texts
std::string form_body(const nlohmann::json& fields); // of texts

} // namespace vera::fake_slack
