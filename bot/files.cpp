#include "bot/files.hpp"

#include <cstring>
#include <fstream>

namespace vera {

Expected<std::string> read_file(const std::string& path, std::size_t most) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return Problem{path, std::string("cannot be read: ") + std::strerror(errno)};
    std::string text(most + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (file.bad() || (file.fail() && !file.eof())) return Problem{path, "cannot be read"};
    text.resize(static_cast<std::size_t>(file.gcount()));
    if (text.size() > most) return Problem{path, "is longer than " + std::to_string(most) + " bytes"};
    return text;
}

} // namespace vera
