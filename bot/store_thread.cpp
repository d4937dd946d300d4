#include "bot/store_thread.hpp"

#include <boost/asio/post.hpp>

namespace vera {

void ThreadedStore::run(std::function<void()> work, std::function<void(std::exception_ptr)> done) {
    boost::asio::post(thread_, [work = std::move(work), done = std::move(done), network = network_]() mutable {
        std::exception_ptr error;
        try {
            work();
        } catch (...) { // whatever it was, `done` decides
            error = std::current_exception();
        }
        work = nullptr; // what it holds must not outlive the answer on this thread
        boost::asio::post(network, [done = std::move(done), error = std::move(error)] { done(error); });
    });
}

} // namespace vera
