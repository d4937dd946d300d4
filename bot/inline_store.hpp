#pragma once
// The store on the network thread itself: for the simulation, a scripted talk and tests, where everything
// has to happen in one order.
#include "bot/ports.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/post.hpp>

#include <utility>

namespace vera {

class InlineStore : public StoreThread {
public:
    explicit InlineStore(boost::asio::any_io_executor executor) : executor_(std::move(executor)) {}
    void run(std::function<void()> work, std::function<void(std::exception_ptr)> done) override {
        boost::asio::post(executor_, [work = std::move(work), done = std::move(done)] {
            std::exception_ptr error;
            try {
                work();
            } catch (...) { // whatever it was, `done` decides
                error = std::current_exception();
            }
            done(error);
        });
    }

private:
    boost::asio::any_io_executor executor_;
};

} // namespace vera
