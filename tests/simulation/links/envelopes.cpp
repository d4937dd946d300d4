#include "tests/simulation/links/envelopes.hpp"

#include "bot/slack/socket_mode.hpp"
#include "tests/simulation/ports.hpp"

#include <algorithm>
#include <cstdlib>

namespace vera::simulation {

namespace {

constexpr std::string_view ack_head = R"({"envelope_id":"env )", payload_head = R"({"delivery":)";

Duration turn_length(Random&);

} // namespace

void Envelopes::plan(Time begin, Time end, int count) {
    for (int n = 0; n < count; ++n)
        world_.at(begin + random_duration(world_.random, milliseconds{0}, end - begin), [this] {
            envelopes_.push_back(false);
            send(envelopes_.size() - 1);
        });
}

boost::asio::awaitable<slack::Ack> Envelopes::take(std::string payload) {
    auto number = static_cast<std::size_t>(std::strtoull(payload.c_str() + payload_head.size(), nullptr, 10));
    auto known = payload.starts_with(payload_head) && number < deliveries_.size() && !deliveries_[number].taken;
    if (!known) world_.violate("something was taken that was not delivered, or twice: " + payload);
    if (!known) co_return slack::Ack{};
    deliveries_[number].taken = true;
    auto length = calm ? milliseconds{1} : turn_length(world_.random);
    if (length == Duration{0}) co_return decide(number, true);
    auto end = world_.now() + length;
    co_await sleep_until(world_, end);
    auto ack = decide(number, length <= slack::ack_within);
    co_return ack;
}

void Envelopes::written(int link, const std::string& text, bool arrives) {
    auto number = static_cast<std::size_t>(std::strtoull(text.c_str() + ack_head.size(), nullptr, 10));
    if (text.size() >= slack::max_ack) world_.violate("an ack of " + std::to_string(text.size()) + " bytes");
    if (!text.starts_with(ack_head) || number >= envelopes_.size())
        return world_.violate("nobody sent what this acknowledges: " + text.substr(0, 80));
    auto* delivery = owed_for(number, link);
    if (!delivery) return world_.violate("an ack that is not owed: " + text.substr(0, 80));
    if (delivery->link != link && stands(delivery->link)) world_.violate("an ack left its link, which still stands");
    if (delivery->link != link && link != newest()) world_.violate("an ack went to another link than the newest");
    delivery->owed = false;
    if (arrives) envelopes_[number] = true;
    world_.tell("ack", std::to_string(number) + " on link " + std::to_string(link));
}

void Envelopes::process_died() {
    for (auto& delivery : deliveries_) delivery.owed = false;
}

std::size_t Envelopes::open() const { return static_cast<std::size_t>(std::ranges::count(envelopes_, false)); }

void Envelopes::send(std::size_t envelope) {
    static const std::vector<std::string> kinds = {"events_api", "interactive", "slash_commands"};
    auto delivery = std::to_string(deliveries_.size());
    auto link = deliver(R"({"envelope_id":"env )" + std::to_string(envelope) + R"(","type":")" +
                        world_.random.pick(kinds) + R"(","payload":{"delivery":)" + delivery + "}}");
    world_.tell("envelope", std::to_string(envelope) + " on link " + std::to_string(link));
    if (link > 0) deliveries_.push_back({envelope, link});
    world_.at(world_.now() + random_duration(world_.random, seconds{3}, minutes{1}),
              [this, envelope] { look_again(envelope); });
}

// Until it is acknowledged, and now and then although it was.
void Envelopes::look_again(std::size_t envelope) {
    if (!envelopes_[envelope] || world_.random.chance(5)) send(envelope);
}

slack::Ack Envelopes::decide(std::size_t number, bool in_time) {
    slack::Ack ack;
    ack.acknowledge = calm || !world_.random.chance(5);
    if (world_.random.chance(20)) ack.payload = R"({"text":"done"})";
    if (world_.random.chance(5)) ack.payload = '"' + std::string(slack::max_ack, 'x') + '"';
    if (!ack.acknowledge || !in_time) return ack;
    deliveries_[number].owed = true;
    world_.in_process(world_.now(), [this, number] { // after everything that the process does about it now
        auto owed = std::exchange(deliveries_[number].owed, false);
        if (owed && newest() != 0) world_.violate("an answer in time was not acknowledged");
    });
    return ack;
}

Envelopes::Delivery* Envelopes::owed_for(std::size_t envelope, int link) {
    Delivery* found = nullptr;
    for (auto& delivery : deliveries_)
        if (delivery.owed && delivery.envelope == envelope && (!found || delivery.link == link)) found = &delivery;
    return found;
}

namespace {

Duration turn_length(Random& random) {
    if (random.chance(40)) return Duration{0};
    if (random.chance(80)) return random_duration(random, milliseconds{1}, milliseconds{50});
    if (random.chance(50)) return random_duration(random, milliseconds{50}, slack::ack_within);
    return random_duration(random, slack::ack_within, seconds{10});
}

} // namespace

} // namespace vera::simulation
