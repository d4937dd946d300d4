#include "bot/slack/intake.hpp"

#include <nlohmann/json.hpp>

namespace vera::slack {

namespace {

using nlohmann::json;

bool is_talk_in_a_channel(const Inbound&);
template <class Any> void keep_below(std::map<std::string, Any>&, std::size_t most);

} // namespace

Intake::Intake(Workspace& workspace, Chats& chats, Members& members, const Doors& doors, FixedWords words)
    : workspace_(workspace), chats_(chats), doors_(doors), words_(std::move(words)), members_(members),
      sentences_(workspace, chats), replies_(workspace, sentences_, doors) {}

boost::asio::awaitable<Ack> Intake::take(Inbound in) {
    Ack ack;
    if (auto* ignored = std::get_if<Ignored>(&in.what)) co_return ignore(ignored->reason);
    if (auto* challenge = std::get_if<Challenge>(&in.what)) {
        ack.payload = json{{"challenge", challenge->text}}.dump(-1, ' ', false, json::error_handler_t::replace);
        co_return ack;
    }
    if (std::holds_alternative<WantsOptions>(in.what)) {
        ack.payload = R"({"options":[]})";
        co_return ack;
    }
    if (in.team != workspace_.self.team) co_return ignore("other_workspace");
    if (std::holds_alternative<ChannelChanged>(in.what)) co_return ignore("channel_changed");
    if (auto* gone = std::get_if<Gone>(&in.what)) {
        workspace_.gone(gone->uninstalled ? "the app was uninstalled" : "its token was revoked");
        co_return ack;
    }
    if (auto* changed = std::get_if<MemberChanged>(&in.what)) {
        auto member = changed->member;
        ack = co_await profile_changed(std::move(in), std::move(member));
    } else {
        ack = co_await heard(std::move(in));
    }
    co_return ack;
}

Ack Intake::ignore(const std::string& reason) {
    ++ignored_[reason];
    return {};
}

// Only of those who spoke: everybody else's profile is asked for when they do.
boost::asio::awaitable<Ack> Intake::profile_changed(Inbound in, Member member) {
    Ack ack;
    members_.learn(member);
    if (member.kind != Member::Kind::full || !profiles_.contains(member.user)) co_return ack;
    in.user = member.user;
    auto event = co_await event_from(std::move(in), member);
    ack.acknowledge = co_await follow_profile(std::move(event), std::move(member));
    co_return ack;
}

boost::asio::awaitable<Ack> Intake::heard(Inbound in) {
    Ack ack;
    auto judged = co_await members_.judge(in.user, in.user_team);
    auto submission = way_of(in) == Way::submission;
    auto opened = std::holds_alternative<Opened>(std::get<Speaks>(in.what).what);
    if (judged.verdict != Verdict::welcome && opened) {
        ack = ignore("opened_by_nobody_of_ours");
    } else if (judged.verdict == Verdict::refused) {
        ack = co_await sentences_.show_seldom(std::move(in), words_.refused, refused_every);
    } else if (judged.verdict == Verdict::cannot_say) {
        ack = co_await sentences_.show(std::move(in), words_.try_again,
                                       Stays::yes); // each line that is not kept is told so
        ack.acknowledge = !submission;              // an ack would close the form, and what was typed were gone
    } else if (std::holds_alternative<Called>(std::get<Speaks>(in.what).what)) {
        ack = co_await sentences_.show_seldom(std::move(in), words_.let_us_talk, sentence_every);
    } else if (is_talk_in_a_channel(in)) {
        ack = ignore("in_a_channel");
    } else if (in.keys.empty()) {
        ack = ignore("no_keys");
    } else if (!keeps_pace(in.user)) {
        ack = co_await too_fast(std::move(in));
    } else {
        ack = co_await turn(std::move(in), std::move(judged.member));
    }
    co_return ack;
}

// Nothing is lost in silence: Slack brings an event again at once, after one and after five minutes; a form stays
// open; a click or a command does nothing, and the user is told.
boost::asio::awaitable<Ack> Intake::too_fast(Inbound in) {
    auto way = way_of(in);
    auto comes_again = way == Way::event || way == Way::submission;
    auto ack = co_await sentences_.show_seldom(std::move(in), words_.busy, sentence_every);
    ack.acknowledge = !comes_again;
    co_return ack;
}

boost::asio::awaitable<Ack> Intake::turn(Inbound in, Member member) {
    Ack failed;
    failed.acknowledge = false;
    // A command may come from a DM with somebody else.
    if (in.own_chat && way_of(in) != Way::command) chats_.learn(in.user, in.channel);
    auto event = co_await event_from(in, member);
    auto followed = co_await follow_profile(event, std::move(member));
    if (!followed) co_return failed;
    auto outcome = co_await doors_.process(event);
    if (outcome.end == Outcome::End::failed) co_return failed;
    auto ack = co_await replies_.answer(std::move(in), std::move(event), std::move(outcome));
    co_return ack;
}

boost::asio::awaitable<Event> Intake::event_from(Inbound in, Member member) {
    AccountName account{workspace_.self.team, in.user, member.name, member.zone};
    auto who = co_await doors_.identify(std::move(account));
    Event event;
    event.id = EventId(doors_.fresh_id());
    event.keys = std::move(in.keys);
    event.tenant = who.tenant;
    event.user = who.user;
    event.conversation = chat_with(in.user);
    event.at = in.at;
    event.can_open_form = !in.trigger.empty();
    if (auto* speaks = std::get_if<Speaks>(&in.what)) event.what = std::move(speaks->what);
    co_return event;
}

// Another name or zone than this process has told the turns becomes an event of its own, before the one at hand.
boost::asio::awaitable<bool> Intake::follow_profile(Event event, Member member) {
    Profile profile{member.name, member.zone};
    keep_below(profiles_, max_remembered_users);
    auto known = profiles_.find(member.user);
    if (known != profiles_.end() && known->second == profile) co_return true;
    event.id = EventId(doors_.fresh_id());
    event.keys = {"slack/moved/" + member.user + "/" + std::to_string(to_ms(workspace_.clock.now()))};
    event.can_open_form = false;
    event.what = Moved{member.zone, member.name};
    auto outcome = co_await doors_.process(std::move(event));
    if (outcome.end == Outcome::End::failed) co_return false;
    profiles_[member.user] = profile;
    co_return true;
}

bool Intake::keeps_pace(const std::string& user) {
    auto now = workspace_.clock.now();
    if (paces_.size() >= max_remembered_users) {
        std::erase_if(paces_, [now](const auto& entry) { return entry.second.idle(now); });
        keep_below(paces_, max_remembered_users);
    }
    return paces_.try_emplace(user, pace_of_a_user).first->second.try_take(now);
}

namespace {

// A shortcut on somebody's message may be called anywhere.
bool is_talk_in_a_channel(const Inbound& in) {
    auto forwards = std::holds_alternative<Forwarded>(std::get<Speaks>(in.what).what);
    return !in.own_chat && !in.channel.empty() && !forwards;
}

template <class Any> void keep_below(std::map<std::string, Any>& entries, std::size_t most) {
    while (entries.size() >= most) entries.erase(entries.begin());
}

} // namespace

} // namespace vera::slack
