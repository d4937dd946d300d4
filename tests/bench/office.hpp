#pragma once
// A store with many salespeople who all have the same talk at the same time, one batch for each line of it.
#include "bot/engine.hpp"
#include "core/store/store.hpp"
#include "tests/bench/bench.hpp"

#include <string>
#include <vector>

namespace bench {

const std::vector<std::string>& talk(); // from "new" to the next step with one person

class Office {
public:
    explicit Office(const std::string& path);
    std::vector<vera::store::Who> hire(std::size_t people);
    // Everyone has the talk; `at_once` turns share a commit. What was said is delivered in between, outside
    // the measurement, so that edits find sent messages as they do in life.
    Cost have_talk(const std::vector<vera::store::Who>&, std::size_t at_once);
    // Deals full of people, stored without a talk.
    void fill(std::size_t influences);
    std::size_t said_bytes() const { return said_bytes_; }

private:
    vera::Event event(const vera::store::Who&, const std::string& text);
    void add_deal(const vera::store::Who&, std::size_t people);
    void deliver();
    vera::store::Store store_;
    vera::Think think_;
    vera::Apology apology_;
    vera::Time now_;
    std::size_t events_ = 0, hired_ = 0, said_bytes_ = 0;
};

} // namespace bench
