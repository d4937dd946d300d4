#include "tests/bot/written.hpp"

#include <filesystem>
#include <fstream>

namespace vera::rig {

std::string written(const TemporaryFolder& folder, const std::string& name, const std::string& text) {
    auto path = folder.file(name);
    std::filesystem::create_directories(std::filesystem::path(path).parent_path());
    std::ofstream(path) << text;
    return path;
}

} // namespace vera::rig
