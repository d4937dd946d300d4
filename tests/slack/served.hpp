#pragma once
// The house of `vera serve` on real sockets, in the test's own process beside the fake Slack.
#include "bot/server.hpp"
#include "bot/slack/installation.hpp"
#include "dialogs/doorstep.hpp"
#include "tests/bot/rig.hpp"
#include "tests/fake_slack/eyes.hpp"
#include "tests/fake_slack/hands.hpp"
#include "tests/fake_slack/server.hpp"
#include "tests/support/catch.hpp"

#include <boost/asio/co_spawn.hpp>

namespace vera::served {

using fake_slack::FakeSlack;

inline constexpr Duration patience = std::chrono::seconds{20};

struct Office {
    rig::TemporaryFolder folder;
    boost::asio::io_context network;
    RealClock clock{network.get_executor()};
    FakeSlack slack{clock};
    fake_slack::Server fake{network.get_executor(), slack};
    std::unique_ptr<Http> http = make_http_client(network.get_executor(), {});
    Settings settings;
    std::unique_ptr<Server> vera;
    std::optional<Brain> other_brain;

    Office() {
        slack.workspace.people["LEO"] = {"LEO", "Leo", fake_slack::Person::Kind::full, "Europe/Berlin", ""};
        settings.home = folder.path();
        settings.database = folder.file("vera.db");
        auto& serving = settings.serving;
        serving.api_url = fake.api_url();
        serving.bot_token = slack.options.bot_token;
        serving.app_token = slack.options.app_token;
        serving.listen = serving.admin_listen = "127.0.0.1:0";
        serving.strict = false;
    }
    ~Office() { vera.reset(); }

    template <class T> T awaited(boost::asio::awaitable<T> work) {
        std::optional<T> result;
        std::exception_ptr failure;
        boost::asio::co_spawn(network, std::move(work), [&](std::exception_ptr error, T value) {
            failure = error;
            result = std::move(value);
        });
        REQUIRE(until([&] { return result.has_value(); }));
        if (failure) std::rethrow_exception(failure);
        return std::move(*result);
    }
    // Runs everything until it is so, at most as long as anybody would wait.
    bool until(const std::function<bool()>& so) {
        auto end = wall_clock() + patience;
        network.restart();
        while (!so() && wall_clock() < end) network.run_one_for(std::chrono::milliseconds(20));
        return so();
    }
    void start() {
        auto installation =
            awaited(slack::ask_installation(*http, settings.serving.api_url, settings.serving.bot_token));
        REQUIRE(installation.end == slack::Installation::End::good);
        auto store = open_store(settings, store::Key{}, wall_clock());
        REQUIRE(store);
        auto library = open_live_library(settings.library, {settings.serving.strict, true});
        REQUIRE(library);
        auto said = doorstep(library->current()->wording);
        slack::FixedWords words{said.refused, said.try_again, said.let_us_talk, said.busy};
        auto brain = other_brain ? *other_brain : brain_of(std::move(*library));
        vera = std::make_unique<Server>(
            network, Server::Parts{settings, installation, std::move(*store), std::move(brain), words, *http});
    }
    HttpAnswer get(const std::string& path, unsigned short port) {
        HttpRequest request;
        request.method = "GET";
        request.target = "http://127.0.0.1:" + std::to_string(port) + path;
        return awaited(http->send(request)).answer;
    }
    bool reads(const std::string& words) {
        return until([&] {
            auto seen = visible(slack, "LEO");
            return std::any_of(seen.begin(), seen.end(),
                               [&](auto& message) { return !message.own && message.text.find(words) != words.npos; });
        });
    }
    bool stopped() {
        auto began = wall_clock();
        vera->stop();
        network.restart();
        while (!network.stopped() && wall_clock() < began + patience)
            network.run_one_for(std::chrono::milliseconds(20));
        return network.stopped() && wall_clock() - began < stop_within;
    }
};

} // namespace vera::served
