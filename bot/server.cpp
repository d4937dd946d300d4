#include "bot/server.hpp"

#include "bot/doors.hpp"
#include "bot/log.hpp"
#include "bot/slack_check.hpp"
#include "bot/transaction.hpp"
#include "core/store/outbox_size.hpp"

#include <boost/asio/co_spawn.hpp>

#include <algorithm>

namespace vera {

namespace {

using boost::asio::awaitable;

slack::SlackSettings slack_settings(const Serving&);
awaitable<slack::ApiEnd> open_link(slack::WebApi&, std::string token);
std::string sentence_of(std::exception_ptr);

} // namespace

Server::Server(boost::asio::io_context& network, Parts parts)
    : network_(network), settings_(parts.settings), clock_(network.get_executor()), waiter_(clock_.waiter()),
      thread_(std::in_place, network.get_executor()), http_(parts.http, metrics_),
      outside_(make_sockets(network.get_executor(), settings_.serving.outside)),
      sockets_(*outside_, metrics_, clock_), api_(http_, clock_, settings_.serving.api_url),
      slack_(slack_settings(settings_.serving), parts.installation.self, std::move(parts.words),
             doors_of({"slack", store_, *thread_, clock_, ids_}, [this]() -> Engine& { return house_->engine; },
                      [this](Outcome::End end) { metrics_.turn(end); }),
             http_, clock_),
      platform_(slack_, metrics_), routes_{settings_.serving.signing_secrets, parts.installation.self, clock_,
                                           [this](slack::Inbound in) { return take(std::move(in)); }},
      admin_{[this] { return trouble(); }, [this] { return figures(); }},
      desk_{store_, *thread_, clock_, settings_.database, [this] { return look(); }} {}

} // namespace vera
