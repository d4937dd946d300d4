#include "bot/log.hpp"

#include "core/text.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>

namespace vera {

namespace {

spdlog::logger& operator_log() {
    static const auto made = [] {
        auto logger = spdlog::stderr_logger_mt("vera");
        logger->set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %v", spdlog::pattern_time_type::utc);
        return logger;
    }();
    return *made;
}

} // namespace

void log_line(const std::string& sentence) {
    auto line = clean(sentence);
    std::replace(line.begin(), line.end(), '\n', ' ');
    operator_log().info(line);
}

} // namespace vera
