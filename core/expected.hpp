#pragma once
// Expected<T>: a value, or everything that was wrong with the input. Never holds both; never throws on
// bad input. (It is not called Result<T>: a Result is what the buyer's company gets.)
#include "core/must.hpp"

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace vera {

// One mistake in a file a person wrote. `where` is "file:line:column" or a setting's name; `what` says
// in one sentence what is wrong and what was probably meant.
struct Problem {
    std::string where;
    std::string what;
    bool operator==(const Problem&) const = default;
};
using Problems = std::vector<Problem>;

template <class T> class [[nodiscard]] Expected {
public:
    Expected(T value) : content_(std::move(value)) {}
    Expected(Problems problems) : content_(std::move(problems)) { MUST(!std::get<Problems>(content_).empty()); }
    Expected(Problem problem) : content_(Problems{std::move(problem)}) {}

    explicit operator bool() const { return std::holds_alternative<T>(content_); }
    T& operator*() { return value(); }
    const T& operator*() const { return const_cast<Expected*>(this)->value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &const_cast<Expected*>(this)->value(); }
    const Problems& problems() const { return std::get<Problems>(content_); }

private:
    T& value() {
        MUST(std::holds_alternative<T>(content_));
        return std::get<T>(content_);
    }
    std::variant<T, Problems> content_;
};

} // namespace vera
