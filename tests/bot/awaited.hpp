#pragma once
// Runs one coroutine to its end on a network of its own, and gives what it returned or throws what it threw.
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <optional>

namespace vera::rig {

template <class T> T awaited(boost::asio::io_context& network, boost::asio::awaitable<T> work) {
    std::optional<T> result;
    std::exception_ptr failure;
    boost::asio::co_spawn(network, std::move(work), [&](std::exception_ptr error, T value) {
        failure = error;
        result = std::move(value);
    });
    network.restart();
    while (!result && network.run_one() > 0) {
    }
    if (failure) std::rethrow_exception(failure);
    return std::move(*result);
}

} // namespace vera::rig
