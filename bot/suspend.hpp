#pragma once
// How a coroutine waits for something that is no coroutine, and how work reaches the store and comes back.
// Everything else of the loops is built on these two.
#include "bot/ports.hpp"

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <exception>
#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

namespace vera {

// Resumes the coroutine that waits for it, through its executor: never inside the caller. Called at most
// once; dropped instead, the coroutine is destroyed where it stands.
template <class T> using Resume = std::function<void(std::exception_ptr, T)>;

// Suspends the coroutine that awaits it. `start` gets the function that goes on, and keeps it.
template <class T, class Start> boost::asio::awaitable<T> suspend(Start start) {
    auto initiation = [start = std::move(start)](auto handler) mutable {
        auto kept = std::make_shared<decltype(handler)>(std::move(handler)); // a std::function must be copyable
        start(Resume<T>([kept = std::move(kept)](std::exception_ptr error, T value) {
            auto executor = boost::asio::get_associated_executor(*kept);
            boost::asio::post(executor, [kept, error = std::move(error), value = std::move(value)]() mutable {
                (*kept)(std::move(error), std::move(value));
            });
        }));
    };
    using Token = const boost::asio::use_awaitable_t<>;
    return boost::asio::async_initiate<Token, void(std::exception_ptr, T)>(std::move(initiation),
                                                                           boost::asio::use_awaitable);
}

// Runs `work` where the store lives and returns what it returned, or throws what it threw.
template <class Work> boost::asio::awaitable<std::invoke_result_t<Work>> on_store(StoreThread& thread, Work work) {
    using T = std::invoke_result_t<Work>;
    return suspend<T>([&thread, work = std::move(work)](Resume<T> resume) mutable {
        auto result = std::make_shared<T>(); // written over there, read here
        thread.run([result, work = std::move(work)]() mutable { *result = work(); },
                   [result, resume = std::move(resume)](std::exception_ptr error) {
                       resume(std::move(error), std::move(*result));
                   });
    });
}

} // namespace vera
