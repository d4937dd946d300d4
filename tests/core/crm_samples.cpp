#include "tests/core/crm_samples.hpp"

#include "tests/support/catch.hpp"

#include <fstream>
#include <sstream>

namespace vera::crm {

std::string bytes_of(const std::string& name) {
    std::ifstream file{VERA_SOURCE_DIR "/tests/trade/" + name, std::ios::binary};
    REQUIRE(file);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

File read_well(const std::string& bytes, std::optional<DayOrder> order) {
    auto file = crm::read(bytes, "f.csv", order);
    for (const Problem& problem : file ? Problems{} : file.problems())
        UNSCOPED_INFO(problem.where + ": " + problem.what);
    REQUIRE(file);
    return *file;
}

std::string problems_of(const std::string& bytes) {
    auto file = crm::read(bytes, "f.csv", {});
    REQUIRE_FALSE(file);
    std::string all;
    for (const Problem& problem : file.problems()) all += problem.where + ": " + problem.what + "\n";
    return all;
}

std::string row(const std::string& amount, const std::string& day, const std::string& stage) {
    return "Opportunity ID;Opportunity Name;Account Name;Amount;Amount Currency;Close Date;Stage\n"
           "0065e00000AbCdE;Berth planning;Nordkai;" +
           amount + ";EUR;" + day + ";" + stage + "\n";
}

} // namespace vera::crm
