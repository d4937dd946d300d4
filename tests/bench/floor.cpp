#include "tests/bench/floor.hpp"

#include "core/store/database.hpp"

namespace bench {

using namespace vera::store;

Cost floor_turns(const std::string& path, std::size_t turns, std::size_t at_once) {
    const auto database = open_sqlite(path);
    database->run_script("create table turn (number bigint primary key, body blob not null)");
    const Blob body{std::string(300, 'x')};
    return measure([&] {
        for (std::size_t made = 0; made < turns;) {
            database->run("begin immediate");
            for (std::size_t i = 0; i < at_once && made < turns; ++i, ++made) {
                database->run("insert into turn (number, body) values ($1, $2)",
                              {static_cast<std::int64_t>(made), body});
            }
            database->run("commit");
        }
    });
}

} // namespace bench
