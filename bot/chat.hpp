#pragma once
// One user's terminal on a running house. Whoever owns it feeds it lines and runs its network; the scripted
// talk does so line by line, the interactive one as the keys come.
#include "bot/house.hpp"
#include "bot/terminal/terminal.hpp"

#include <boost/asio/io_context.hpp>

#include <memory>
#include <optional>
#include <string>

namespace vera {

class ManualClock;

class Chat {
public:
    struct Options {
        std::string user;
        Zone zone;               // of a new user
        std::optional<Time> now; // the clock stands still here; absent: the real clock
        bool threaded = false;   // the store on its own thread
        bool shared = false;     // other programs may write to this database
    };
    Chat(Options, store::Store, Brain, Ids&, Terminal::Print);
    ~Chat();

    void open();                         // Vera may say something first
    void line(const std::string& typed); // a turn, or "@TIME"
    void settle();                       // runs until nothing is left to do now, clock moves included
    void finish();                       // the turns under way, then the outbox; later lines are not heard
    bool finished() const { return ended_loops_ == House::loops; }
    // What must end the process, if that has happened.
    std::exception_ptr failure() const { return failure_; }
    store::Store& store() { return house_.store; }               // to look into while nothing is under way
    bool wants_settling() const { return move_to_.has_value(); } // a clock moves only between handlers

    boost::asio::io_context network;
    Terminal terminal;

private:
    void process(decltype(Event::what) what);
    void answered(std::exception_ptr, const Outcome&);
    void ended(std::exception_ptr);
    void order_clock(const std::string& command);
    void poll();
    boost::asio::awaitable<void> watch_database();
    std::unique_ptr<Clock> make_clock(const Options&);

    ConversationId conversation_;
    ManualClock* manual_ = nullptr; // the clock, when it is moved by hand
    std::unique_ptr<Clock> clock_;
    std::unique_ptr<Waiter> watch_;
    std::unique_ptr<StoreThread> thread_;
    House house_;
    store::Who who_;
    std::string session_;
    int lines_ = 0, under_way_ = 0, ended_loops_ = 0;
    bool finishing_ = false;
    std::optional<Time> move_to_;
    std::exception_ptr failure_;
};

// "+1h", "+3d" or a time with its zone.
std::optional<Time> read_clock_command(const std::string& text, Time now);

inline constexpr Duration watch_every = std::chrono::minutes{1};
inline constexpr Duration longest_move = std::chrono::days{3660};

} // namespace vera
