// Prints the figures; it passes or fails nothing. usage: bench [turns] [stored] [watching] [start PROGRAM]
#include "tests/bench/bench.hpp"

#include <cstdio>

int main(int argc, char** argv) {
    const std::string what = argc > 1 ? argv[1] : "";
    if (what == "turns" || what.empty()) bench::turns();
    if (what == "stored" || what.empty()) bench::stored();
    if (what == "watching" || what.empty()) bench::watching();
    if (what == "start" && argc > 2) {
        bench::start(argv[2]);
    } else if (what.empty()) {
        bench::start(VERA_SOURCE_DIR "/build/release/vera");
    }
    return 0;
}
