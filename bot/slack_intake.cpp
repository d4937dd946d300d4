#include "bot/slack_intake.hpp"

namespace vera {

boost::asio::awaitable<slack::Ack> SlackIntake::take(slack::Inbound inbound) {
    if (stopped_) co_return slack::Ack{false, ""};
    auto* ignored = std::get_if<slack::Ignored>(&inbound.what);
    auto foreign = !inbound.team.empty() && inbound.team != team_;
    if (ignored || foreign) metrics_.ignored(foreign ? "unknown_workspace" : ignored->reason);
    if (foreign) co_return slack::Ack{};
    auto began = clock_.now();
    ++under_way_;
    std::exception_ptr error;
    slack::Ack ack{false, ""};
    try {
        ack = co_await take_(std::move(inbound));
    } catch (...) { // counted first, then thrown on
        error = std::current_exception();
    }
    --under_way_;
    if (error) std::rethrow_exception(error);
    if (ack.acknowledge) metrics_.acked(clock_.now() - began);
    co_return ack;
}

} // namespace vera
