#include "tests/slack/golden.hpp"

#include "tests/slack/limits.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace vera::slack {

using nlohmann::ordered_json;

namespace {

void check_golden(const std::string& name, const ordered_json& value) {
    const std::string path = VERA_SOURCE_DIR "/tests/slack/golden/" + name + ".json";
    const auto text = value.dump(2) + "\n";
    if (std::getenv("VERA_UPDATE_GOLDEN")) std::ofstream{path, std::ios::binary} << text;
    std::ostringstream kept;
    kept << std::ifstream{path, std::ios::binary}.rdbuf();
    INFO(name + ": run with VERA_UPDATE_GOLDEN=1 and read the difference");
    CHECK(kept.str() == text);
}

} // namespace

void check_golden_message(const std::string& name, const Drawn& drawn) {
    const ordered_json message = {{"text", drawn.text}, {"blocks", ordered_json::parse(drawn.blocks)}};
    CHECK(refused_message(nlohmann::json::parse(message.dump())) == std::vector<std::string>{});
    check_golden(name, message);
}

void check_golden_view(const std::string& name, const std::string& view) {
    CHECK(refused_view(nlohmann::json::parse(view)) == std::vector<std::string>{});
    check_golden(name, ordered_json::parse(view));
}

} // namespace vera::slack
