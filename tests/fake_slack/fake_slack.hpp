#pragma once
// A Slack of our own: one workspace, one app installed in it. The Web API (web_api.hpp), Socket Mode links
// (links.hpp), delivery of events (delivery.hpp), a user's hands and eyes (hands.hpp). It runs on a given clock
// and does no I/O; ports.hpp puts it under the loops in one process, server.hpp on real sockets.
#include "tests/fake_slack/agenda.hpp"
#include "tests/fake_slack/faults.hpp"
#include "tests/fake_slack/workspace.hpp"

#include "bot/http.hpp"

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace vera::fake_slack {

struct Options {
    std::string team = "T0WORK", app = "A0VERA", bot_user = "U0VERA", bot = "B0VERA";
    std::string bot_token = "xoxb-fake", app_token = "xapp-fake";
    std::string signing_secret = "8f742231b10e8888abcd99yyyzzz85a5"; // of Slack's own example
    std::set<std::string> scopes = {"chat:write", "im:history",    "im:read",     "im:write",   "app_mentions:read",
                                    "commands",   "channels:read", "groups:read", "users:read", "users:read.email"};
    std::string link_url = "wss://link.fake.example/link/"; // without the ticket
    bool org_wide = false;                                  // installed for a whole organisation
    std::uint64_t seed = 1;
};

// What goes over one link, as the server sends it.
struct Sent {
    enum class Kind { text, fragments, binary, ping, close };
    Kind kind = Kind::text;
    std::string text;     // of `close`: the reason
    unsigned code = 1000; // of `close`
};
// One connection, as the server holds it.
struct Wire {
    std::function<void(Sent)> send;
    std::function<void()> drop; // without a goodbye
};

struct Link {
    int number = 0;
    Wire wire;
    bool ready = false;   // has said hello
    bool deaf = false;    // half open
    bool leaving = false; // has said "disconnect"; gets no envelopes
};

// An envelope that waits for its ack.
struct Waiting {
    Json envelope;
    int link = 0;
    int tries = 1;
    std::function<void(const Json* payload)> ended; // nullptr: nobody answered
};

struct Call { // of the Web API
    std::string method, error;
    Time at{};
    Json arguments;
};

struct FakeSlack {
    FakeSlack(Clock& clock, Options given = {})
        : options(std::move(given)), clock(clock), agenda(clock), faults(options.seed) {}
    Options options;
    Clock& clock;
    Agenda agenda;
    Faults faults;
    Workspace workspace;

    std::set<std::string> revoked; // tokens
    bool uninstalled = false;
    bool socket_mode = true; // false: events go to `post` (HTTP mode)
    // HTTP mode: hands a request to the app; `ended` comes with its answer.
    std::function<void(HttpRequest, std::function<void(HttpEnd)> ended)> post;

    std::set<std::string> tickets; // URLs given out and not used
    std::map<int, Link> links;
    int next_link = 1, last_served = 0;
    std::map<std::string, Waiting> waiting; // by envelope id
    int goodbyes = 0;                       // links that the app closed with a closing handshake
    int deliveries = 0;                     // under way, retries to come included

    std::vector<Call> calls;
    std::map<std::string, std::vector<std::string>> troubles; // by person: what Slack told them went wrong
};

} // namespace vera::fake_slack
