#pragma once
// The store on a thread of its own, so that no sync of the disk holds up the network. Ends with everything
// it was given done.
#include "bot/ports.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/thread_pool.hpp>

namespace vera {

class ThreadedStore : public StoreThread {
public:
    explicit ThreadedStore(boost::asio::any_io_executor network) : network_(std::move(network)) {}
    ~ThreadedStore() override { finish(); }
    void run(std::function<void()> work, std::function<void(std::exception_ptr)> done) override;
    void finish() { thread_.join(); } // nothing may be given to it afterwards

private:
    boost::asio::any_io_executor network_;
    boost::asio::thread_pool thread_{1};
};

} // namespace vera
