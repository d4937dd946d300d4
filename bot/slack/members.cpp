#include "bot/slack/members.hpp"

#include "bot/slack/reading.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace vera::slack {

namespace {

bool is_email(const std::string&);
std::string in_lower_case(std::string email);
bool says_nobody(const ApiEnd&);

} // namespace

Members::Members(Rules rules, Clock& clock, AskSlack ask) : clock_(clock), ask_(std::move(ask)) {
    rules_.team = std::move(rules.team);
    for (const auto& entry : rules.allow) rules_.allow.insert(is_email(entry) ? in_lower_case(entry) : entry);
}

boost::asio::awaitable<Members::Judged> Members::judge(std::string user, std::string user_team) {
    if (user.empty() || (!user_team.empty() && user_team != rules_.team)) co_return Judged{Verdict::refused, {}};
    if (const auto* known = known_since(user, clock_.now() - member_fresh)) co_return verdict_on(known->member);
    if (waiting_.contains(user)) {
        auto wait = [this, user](Resume<Judged> resume) { waiting_[user].push_back(std::move(resume)); };
        auto judged = co_await suspend<Judged>(std::move(wait));
        co_return judged;
    }
    auto judged = co_await ask(user);
    co_return judged;
}

void Members::learn(Member member) {
    if (!known_.contains(member.user) && !waiting_.contains(member.user)) return; // never spoke to us
    // The event does not list the workspaces of somebody in an Enterprise Grid: users.info does, if asked.
    if (member.kind == Member::Kind::stranger)
        known_.erase(member.user);
    else
        remember(std::move(member));
}

boost::asio::awaitable<Members::Judged> Members::ask(std::string user) {
    waiting_[user];
    const auto asked = clock_.now();
    std::exception_ptr failure;
    Judged judged;
    try {
        auto end = co_await ask_(user);
        judged = judged_by(user, asked, end);
    } catch (...) { // whatever it is, it goes to all who asked
        failure = std::current_exception();
    }
    answer(user, failure, judged);
    if (failure) std::rethrow_exception(failure);
    co_return judged;
}

void Members::answer(const std::string& user, std::exception_ptr failure, const Judged& judged) {
    auto waiting = waiting_.extract(user);
    for (auto& resume : waiting.mapped()) resume(failure, judged);
}

Members::Judged Members::judged_by(const std::string& user, Time asked, const ApiEnd& end) {
    if (const auto* changed = known_since(user, asked)) return verdict_on(changed->member); // newer than the answer
    if (says_nobody(end)) return {Verdict::refused, {}};
    const auto answer = end.end == ApiEnd::End::ok ? parsed(end.body) : Json{};
    auto member_now = member_of(member(answer, "user"), rules_.team);
    if (member_now && member_now->user == user) {
        remember(*member_now);
        return verdict_on(*member_now);
    }
    const auto* known = known_since(user, clock_.now() - member_grace);
    if (known && known->member.kind == Member::Kind::full) return verdict_on(known->member);
    return {Verdict::cannot_say, {}};
}

void Members::remember(Member member) {
    const auto user = member.user;
    known_.insert_or_assign(user, Known{std::move(member), clock_.now()});
    if (known_.size() <= max_known_members) return;
    const auto older = [](const auto& a, const auto& b) { return a.second.confirmed < b.second.confirmed; };
    known_.erase(std::min_element(known_.begin(), known_.end(), older));
}

const Members::Known* Members::known_since(const std::string& user, Time earliest) const {
    const auto found = known_.find(user);
    return found != known_.end() && found->second.confirmed >= earliest ? &found->second : nullptr;
}

Members::Judged Members::verdict_on(const Member& member) const {
    const bool listed = rules_.allow.empty() || rules_.allow.contains(member.user) ||
                        (!member.email.empty() && rules_.allow.contains(in_lower_case(member.email)));
    const bool welcome = member.kind == Member::Kind::full && listed;
    return {welcome ? Verdict::welcome : Verdict::refused, member};
}

namespace {

bool is_email(const std::string& entry) { return entry.find('@') != entry.npos; }

std::string in_lower_case(std::string email) {
    for (auto& c : email) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return email;
}

bool says_nobody(const ApiEnd& end) {
    return end.end == ApiEnd::End::refused && (end.error == "user_not_found" || end.error == "user_not_visible");
}

} // namespace

} // namespace vera::slack
