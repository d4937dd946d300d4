#pragma once
// Private<T>: a fact about a person's motives (Win, Lose, their words). It cannot be printed, formatted,
// compared with text or turned into a channel's message: there is no renderer that takes it. Only code
// that has asked may() writes reveal(), which makes every such place easy to find.
#include <ostream>
#include <utility>

namespace vera {

template <class T> class Private {
public:
    Private() = default;
    explicit Private(T value) : value_(std::move(value)) {}
    const T& reveal() const { return value_; }
    bool operator==(const Private&) const = default;

private:
    T value_{};
};

template <class T> std::ostream& operator<<(std::ostream&, const Private<T>&) = delete;

} // namespace vera
